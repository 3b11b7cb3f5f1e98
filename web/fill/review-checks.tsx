// What the rules find in the answers that are read before they are sent: what must be corrected, what must be explained.
import type { JSX } from 'preact'
import { useMemo } from 'preact/hooks'
import type { Finding } from '../../forms/findings.ts'
import type { Fault } from '../../forms/problems.ts'
import { placeOf } from '../shared/answer-places.ts'
import { checkAll, type Verdict } from '../shared/check-answers.ts'
import { Explain, FindingList, type LinkOf } from '../shared/explain.tsx'
import { explanationId } from '../shared/explanation-id.ts'
import { contradictions, unexplained, warningsByRule } from '../shared/findings.ts'
import { Icon } from '../shared/icons.tsx'
import { Conflicts } from './conflicts.tsx'
import { explanationsOutline } from './explanations-outline.ts'
import { editHrefOf, type Reviewed, workingOf } from './load-response.ts'
import type { Untaken } from './untaken.ts'
import { UNTAKEN } from './untaken-notice.tsx'
import type { Explaining } from './use-explaining.ts'

type Props = {
  readonly dossier: Reviewed
  readonly findings: readonly Finding[]
  readonly explaining: Explaining
  readonly now: string
}

export const CONTRADICTIONS = 'contradictions'

/** Above the answers; nothing where nothing was found. */
export const ReviewChecks = ({ dossier, findings, explaining, now }: Props): JSX.Element | null => {
  const { outline, response } = dossier
  const blocking = contradictions(findings)
  const warnings = warningsByRule(findings)
  const editHref = editHrefOf(response)
  const linkOf: LinkOf = (pointer) => {
    const { section, question } = placeOf(outline, pointer)
    return { href: editHref(section, pointer.slice(1)) ?? `#q-${question}` }
  }
  return (
    <>
      {blocking.length > 0 ? (
        <section class="notice stop" id={CONTRADICTIONS} tabIndex={-1} aria-labelledby="contradictions-titre">
          <h2 id="contradictions-titre">
            <Icon name="alert" size={20} />
            {blocking.length === 1
              ? 'Une réponse est à corriger ou à donner'
              : `${blocking.length} réponses sont à corriger ou à donner`}
          </h2>
          <p>D’ici là, rien ne peut être transmis.</p>
          <FindingList findings={blocking} outline={outline} linkOf={linkOf} />
        </section>
      ) : null}
      <Conflicts
        conflicts={explaining.conflicts}
        me={dossier.me.name}
        outline={dossier.checks ? [explanationsOutline(dossier.checks)] : []}
        zone={response.zone}
        now={now}
        onChoose={explaining.choose}
      />
      {warnings.length > 0 ? (
        <section class="card checks" aria-labelledby="a-expliquer">
          <h2 id="a-expliquer">Réponses inhabituelles</h2>
          <p>Corrigez-les, ou dites pourquoi elles sont justes : la Caf vous lira.</p>
          {warnings.map((warning) => (
            <Explain
              key={warning.rule}
              {...{ warning, outline, linkOf }}
              onExplain={explaining.explain && ((text) => explaining.explain?.(warning.rule, text))}
            />
          ))}
        </section>
      ) : null}
    </>
  )
}

/** What is found in the answers that are shown, to send or sent; undefined where nothing is to be checked. */
export const useVerdict = (dossier: Reviewed, toSend: boolean): Verdict | undefined =>
  useMemo(() => {
    const { checks, response } = dossier
    const answers = (toSend ? undefined : response.submission?.answers) ?? workingOf(dossier)
    return checks && checkAll(checks, response.form, answers, {})
  }, [dossier, toSend])

/** The findings with the explanations as they stand. */
export const withTexts = (findings: readonly Finding[], texts: Readonly<Record<string, string>>): Finding[] =>
  findings.map((finding) =>
    finding.kind === 'warning' ? { ...finding, justification: texts[finding.rule] ?? '' } : finding,
  )

/** The element to go to before anything can be sent: what could not be taken, what contradicts, or the first explanation that is missing. */
export const obstacleIn = (findings: readonly Finding[], untaken: readonly Untaken[]): string | undefined => {
  if (untaken.length > 0) return UNTAKEN
  if (contradictions(findings).length > 0) return CONTRADICTIONS
  const [first] = unexplained(findings)
  return first && explanationId(first.rule)
}

/** What contradicts, as faults beside the answers. */
export const faultsIn = (findings: readonly Finding[]): Fault[] =>
  contradictions(findings).map(({ pointer, message }) => ({ pointer, detail: message }))
