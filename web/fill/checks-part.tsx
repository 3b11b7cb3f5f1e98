// What a section shows of the coherence of its answers, and what the Caf would pay: loaded only for a questionnaire
// that has rules or funding.
import './fill-parts.ts'
import type { JSX } from 'preact'
import { checkAll, type Verdict } from '../shared/check-answers.ts'
import { Explain, type ExplainLabels, FindingList, type LinkOf } from '../shared/explain.tsx'
import {
  contradictions,
  countsBySection,
  inSection,
  unexplained,
  warningsByRule,
} from '../shared/findings.ts'
import { forecastOf } from '../shared/forecast.ts'
import { FundingView } from '../shared/funding-view.tsx'
import type { SectionOutline } from '../shared/outline.ts'
import { comparing } from './compared.tsx'
import { ContradictionMark } from './contradiction-mark.tsx'
import { explanationsOutline } from './explanations-outline.ts'
import { focusAnswer } from './focus-answer.ts'
import type { Notes } from './notes-kept.ts'
import { hrefOf } from './place.ts'

type Props = {
  readonly verdict: Verdict | undefined
  readonly outline: readonly SectionOutline[]
  readonly notes: Pick<Notes, 'justifications' | 'mayExplain' | 'explain'>
  readonly section: string
  readonly words?: PanelWords
}

/** How it is told to who fills: the partner, or an agent of the Caf who corrects. */
export type PanelWords = {
  readonly title: string
  readonly contradicting: string
  readonly unusual: string
  readonly labelsOf?: (rule: string) => ExplainLabels
}

const toPartner: PanelWords = {
  title: 'Cohérence de vos réponses',
  contradicting: 'Corrigez ou complétez ces réponses : elles empêchent de transmettre.',
  unusual: 'C’est inhabituel. Corrigez, ou dites pourquoi : la Caf vous lira.',
}

/** Under the questions of a section: what is to correct, what is to explain, the estimate. */
const ChecksPanel = ({ verdict, outline, notes, section, words = toPartner }: Props): JSX.Element | null => {
  if (!verdict) return null
  const findings = inSection(verdict.coherence.findings, outline, section)
  const texts = notes.justifications()
  const warnings = warningsByRule(findings).map((warning) => ({
    ...warning,
    justification: texts[warning.rule] ?? '',
  }))
  const blocking = contradictions(findings)
  const linkOf: LinkOf = (pointer) => ({
    href: `${hrefOf(section)}#${encodeURIComponent(pointer.slice(1))}`,
    onClick: (event) => {
      event.preventDefault()
      focusAnswer(pointer.slice(1), outline)
    },
  })
  return (
    <>
      {findings.length > 0 ? (
        <section class="card checks" aria-labelledby="coherence">
          <h3 id="coherence">{words.title}</h3>
          {blocking.length > 0 ? (
            <div class="finding stop">
              <p>{words.contradicting}</p>
              <FindingList findings={blocking} outline={outline} linkOf={linkOf} />
            </div>
          ) : null}
          {warnings.length > 0 ? <p>{words.unusual}</p> : null}
          {warnings.map((warning) => (
            <Explain
              key={warning.rule}
              {...{ warning, outline, linkOf }}
              labels={words.labelsOf?.(warning.rule)}
              onExplain={notes.mayExplain() ? (text) => notes.explain(warning.rule, text) : undefined}
            />
          ))}
        </section>
      ) : null}
      <p class="sr-only" role="status">
        {countWords(blocking.length, unexplained(findings).length)}
      </p>
      {verdict.funding ? <FundingView funding={verdict.funding} level={3} /> : null}
    </>
  )
}

const countWords = (blocking: number, toExplain: number): string =>
  [
    blocking > 0 ? `${blocking} ${blocking === 1 ? 'réponse' : 'réponses'} à corriger` : '',
    toExplain > 0 ? `${toExplain} à expliquer` : '',
  ]
    .filter(Boolean)
    .join(', ')

/** What the fill page does with rules, a forecast and funding, in one piece to load. */
export const checksPart = {
  checkAll,
  countsBySection,
  forecastOf,
  comparing,
  explanationsOutline,
  ChecksPanel,
  ContradictionMark,
}
