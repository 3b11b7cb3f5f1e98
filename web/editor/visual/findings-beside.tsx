import type { JSX } from 'preact'
import type { Finding } from '../../../forms/editing-wire.ts'
import { Icon } from '../../shared/icons.tsx'
import type { Board } from './board.ts'
import { KeptRoom } from './kept-room.tsx'

type Props = { readonly board: Board; readonly findings: readonly Finding[] }

/** What the checks found about what is selected, with the mend of each that has one. */
export const FindingsBeside = (props: Props): JSX.Element => (
  <KeptRoom>
    <Findings {...props} />
  </KeptRoom>
)

const Findings = ({ board, findings }: Props): JSX.Element | null =>
  findings.length === 0 ? null : (
    <ul class="plain plan-findings" aria-label="Contrôles">
      {findings.map((finding) => (
        <li
          key={`${finding.check} ${finding.pointer} ${finding.detail}`}
          class={isUnfinished(finding) ? 'unfinished' : finding.severity}
        >
          <p>
            <Icon name="alert" />
            <span>
              <strong>{standingOf(finding)}</strong> : {finding.detail}
            </span>
          </p>
          {finding.fix && !takesAway(finding) && !board.isReadOnly ? (
            <button
              type="button"
              class={isUnfinished(finding) ? 'link' : 'btn quiet'}
              onClick={({ currentTarget }) => {
                // The button goes with what it mended: the keyboard stays with what that is about.
                currentTarget.closest('.plan-properties')?.querySelector('h3')?.focus()
                board.apply(finding.fix)
                board.say(`Fait : ${finding.fix?.label}`)
              }}
            >
              {finding.fix.label}
            </button>
          ) : null}
        </li>
      ))}
    </ul>
  )

/** What is only not done yet is no fault of who has just begun. */
const UNFINISHED = new Set([
  'no-question',
  'empty-page',
  'nothing-inside',
  'no-calculation',
  'no-choice',
  'no-image',
  'no-title',
])

const isUnfinished = ({ check }: Finding): boolean => UNFINISHED.has(check)

/** Nobody who has just added something is advised to delete it: that is done at its end, as for anything else. */
const takesAway = (finding: Finding): boolean =>
  isUnfinished(finding) && finding.fix?.patch.every(({ op }) => op === 'remove') === true

const standingOf = (finding: Finding): string => {
  if (isUnfinished(finding)) return 'À compléter'
  return finding.severity === 'error' ? 'À corriger' : 'À vérifier'
}
