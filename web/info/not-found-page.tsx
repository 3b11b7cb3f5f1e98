import type { JSX } from 'preact'
import { StatePage } from '../shared/feedback.tsx'

/** What an address that leads nowhere answers. */
export const NotFoundPage = (): JSX.Element => (
  <StatePage
    icon="search"
    title="Cette page n’existe pas"
    actions={
      <a class="btn" href="/">
        Retour à l’accueil
      </a>
    }
  >
    <p>
      L’adresse est peut-être incomplète, ou la page a été déplacée. Vos démarches et vos réponses sont
      intactes : vous les retrouvez depuis l’accueil.
    </p>
  </StatePage>
)
