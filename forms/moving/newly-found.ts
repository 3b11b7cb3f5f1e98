// What the coherence rules of a version ask of those who answered an earlier one: a contradiction that was none, an
// unusual answer that nobody had to explain.
import { checkCoherence, explains, rulesOf } from '../coherence.ts'
import type { Facts } from '../coherence-checks.ts'
import type { Rule } from '../coherence-rules.ts'
import type { Finding, Justifications } from '../findings.ts'
import type { FormVersion } from '../nouns/form.ts'
import type { Answers } from '../nouns/scalars.ts'
import type { Fault } from '../problems.ts'
import type { Step } from './move-answers.ts'
import { movedPointer } from './moved-pointer.ts'

type Judged = {
  readonly before: Answers
  readonly after: Answers
  /** What was explained already, by rule. */
  readonly explained: Justifications
  readonly facts: Facts
}

/** What the rules find after these steps and did not before them, each with the rule's name. */
export const newlyFound = (steps: readonly Step[], { before, after, explained, facts }: Judged): Fault[] => {
  const [first, last] = [steps[0], steps.at(-1)]
  if (!first || !last) return []
  const stood = findingsIn(first.from, before, facts)
  const blocked = new Set(
    stood.flatMap(({ rule, kind, pointer }) =>
      kind === 'blocking' ? [`${rule} ${movedPointer(steps, pointer)}`] : [],
    ),
  )
  const asked = new Set(stood.map(({ rule }) => rule))
  const isKnown = ({ rule, kind, pointer }: Finding): boolean =>
    kind === 'blocking' ? blocked.has(`${rule} ${pointer}`) : asked.has(rule) || explains(explained[rule])
  const found = findingsIn(last.to, after, facts).filter((finding) => !isKnown(finding))
  return found.filter(isFirstToExplain).map(({ rule, kind, pointer, message }) => ({
    pointer,
    detail: `${calledRule(last.to.info.coherence, rule)} ${kind === 'blocking' ? 'bloque' : 'demande une explication'} : ${message}`,
  }))
}

const findingsIn = (form: FormVersion, answers: Answers, facts: Facts): Finding[] =>
  checkCoherence(rulesOf(form), form.info, answers, facts).findings

/** A rule is explained once, whatever it found. */
const isFirstToExplain = ({ rule, kind }: Finding, i: number, all: readonly Finding[]): boolean =>
  kind === 'blocking' || all.findIndex((one) => one.rule === rule) === i

const calledRule = (rules: readonly Rule[], id: string): string =>
  `La règle ${id} « ${rules.find((rule) => rule.id === id)?.title ?? ''} »`
