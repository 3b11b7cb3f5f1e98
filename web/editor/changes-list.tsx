import type { JSX } from 'preact'
import type { Change } from '../../forms/publishing-wire.ts'
import { Icon } from '../shared/icons.tsx'

const MOST_SHOWN = 100

/** Changes in words, those that touch answers marked. */
export const ChangesList = ({ changes }: { changes: readonly Change[] }): JSX.Element => (
  <>
    <ul class="changes">
      {changes.slice(0, MOST_SHOWN).map(({ words, pointer, kind, effect }) => (
        <li key={`${kind} ${pointer} ${words}`}>
          {words}
          {effect === 'answers' ? (
            <span class="tag warn">
              <Icon name="alert" /> touche des réponses
            </span>
          ) : null}
        </li>
      ))}
    </ul>
    {changes.length > MOST_SHOWN ? <p>et {changes.length - MOST_SHOWN} autres changements.</p> : null}
  </>
)
