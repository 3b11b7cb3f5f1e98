import type { JSX } from 'preact'
import { Note } from '../shared/feedback.tsx'
import type { Obstacle } from './correct-checks.ts'
import { hrefOf } from './place.ts'

type Props = { readonly obstacles: readonly Obstacle[]; readonly onGo: (section: string) => void }

export const OBSTACLES = 'a-regler'

/** What the rules found that stops the correction, section by section, told before it is sent. */
export const CorrectObstacles = ({ obstacles, onGo }: Props): JSX.Element | null =>
  obstacles.length === 0 ? null : (
    <div id={OBSTACLES} tabIndex={-1}>
      <Note tone="warn">
        <p>
          <strong>À régler avant d’enregistrer</strong>, sous les questions de chaque partie :
        </p>
        <ul>
          {obstacles.map(({ name, title, blocking, unexplained }) => (
            <li key={name}>
              <a
                href={hrefOf(name)}
                onClick={(event) => {
                  event.preventDefault()
                  onGo(name)
                }}
              >
                {title}
              </a>
              {'\u00a0: '}
              {[
                blocking > 0 ? `${blocking} ${blocking > 1 ? 'réponses' : 'réponse'} à corriger` : '',
                unexplained > 0 ? `${unexplained} à expliquer` : '',
              ]
                .filter(Boolean)
                .join(', ')}
            </li>
          ))}
        </ul>
      </Note>
    </div>
  )
