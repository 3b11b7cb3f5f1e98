import type { JSX } from 'preact'
import type { Me } from '../../forms/session-wire.ts'
import { StatePage } from '../shared/feedback.tsx'
import { homeOf } from '../shared/me.ts'

/** What somebody who does not write questionnaires is told where they are written. */
export const ForDesigners = ({ me }: { me: Me | undefined }): JSX.Element => (
  <StatePage
    icon="lock"
    level={2}
    title="Réservé aux concepteurs"
    actions={
      <a class="btn" href={me ? homeOf(me) : '/'}>
        Retour
      </a>
    }
  >
    <p>
      Seules les personnes qui ont le rôle « concepteur » dans une Caf écrivent ses questionnaires. Son
      administrateur peut vous le donner.
    </p>
  </StatePage>
)
