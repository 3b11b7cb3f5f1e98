// What a rule finds unusual, and why it is so: asked of the partner, told to whoever reads.
import type { JSX } from 'preact'
import { explains } from '../../forms/coherence.ts'
import type { Finding } from '../../forms/findings.ts'
import { placeOf } from './answer-places.ts'
import { explanationId } from './explanation-id.ts'
import type { RuleFindings } from './findings.ts'
import { Icon } from './icons.tsx'
import type { SectionOutline } from './outline.ts'

/** More of one rule are told as a number. */
const MAX_SHOWN = 6
/** As the server's (findings.ts). */
const MAX_LENGTH = 1_000

export type LinkOf = (pointer: string) => { href: string; onClick?: (event: MouseEvent) => void } | undefined

type ListProps = {
  readonly findings: readonly Finding[]
  readonly outline: readonly SectionOutline[]
  readonly linkOf: LinkOf
}

/** Findings, each after the place it leads to. */
export const FindingList = ({ findings, outline, linkOf }: ListProps): JSX.Element => (
  <ul class="finding-list">
    {findings.slice(0, MAX_SHOWN).map(({ pointer, message }) => {
      const link = linkOf(pointer)
      const { words } = placeOf(outline, pointer)
      return (
        <li key={`${pointer} ${message}`}>
          {link ? <a {...link}>{words}</a> : <strong>{words}</strong>}
          {'\u00a0: '}
          {message}
        </li>
      )
    })}
    {findings.length > MAX_SHOWN ? <li>et {findings.length - MAX_SHOWN} autres lignes.</li> : null}
  </ul>
)

type ExplainProps = Omit<ListProps, 'findings'> & {
  readonly warning: RuleFindings
  /** Absent for those who may only read. */
  readonly onExplain?: ((text: string) => void) | undefined
  /** Where it is not the partner who writes: whose the explanation is, or that one is asked for. */
  readonly labels?: ExplainLabels | undefined
}

export type ExplainLabels = { readonly given: string; readonly missing: string }

const ofPartner: ExplainLabels = {
  given: 'Votre explication',
  missing: 'Dites pourquoi, ou corrigez (obligatoire pour transmettre)',
}

/** A warning with its explanation, to write or to read. */
export const Explain = ({
  warning,
  outline,
  linkOf,
  onExplain,
  labels = ofPartner,
}: ExplainProps): JSX.Element => {
  const { rule, findings, justification } = warning
  const id = explanationId(rule)
  return (
    <div class="finding">
      <FindingList {...{ findings, outline, linkOf }} />
      {onExplain ? (
        <>
          <label for={id}>
            {explains(justification) ? (
              <span class="explained">
                <Icon name="check" size={14} /> {labels.given}
              </span>
            ) : (
              labels.missing
            )}
          </label>
          <textarea
            id={id}
            rows={2}
            maxLength={MAX_LENGTH}
            value={justification}
            onInput={({ currentTarget }) => onExplain(currentTarget.value)}
          />
        </>
      ) : (
        <p class="explanation">
          {explains(justification) ? (
            <>
              <span>{warning.isByCaf ? 'Explication de la Caf :' : 'Explication du partenaire :'}</span>{' '}
              {justification}
            </>
          ) : (
            'Pas encore expliqué.'
          )}
        </p>
      )}
    </div>
  )
}
