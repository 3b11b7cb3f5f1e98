// What the checks of a form are: the rules that look at it, what they read elsewhere, and what a page is given of it.
import type { Checks } from './checks-wire.ts'
import { type FactsRead, factsRead } from './coherence.ts'
import type { Facts } from './coherence-checks.ts'
import type { RuleSet } from './coherence-rules.ts'
import type { FormInfo } from './nouns/form.ts'
import type { Answers } from './nouns/scalars.ts'
import { ratesOf } from './rates.ts'

type Info = Pick<FormInfo, 'kind' | 'compared' | 'funding'>

/** Whether a page has anything to check, to estimate or to compare in answers to this form. */
export const hasChecks = (rules: RuleSet, info: Info): boolean =>
  rulesFor(rules, info).length > 0 || info.compared !== undefined || info.funding !== undefined

/** What a page shows of a form is checked, estimated and compared from. */
export const factsShown = (rules: RuleSet, info: Info): FactsRead => {
  const { forms, notifiedCollectifs } = factsRead(rules, info)
  return {
    forms: [...new Set([...forms, ...(info.compared ? [info.compared.with] : [])])],
    notifiedCollectifs: notifiedCollectifs || info.funding !== undefined,
  }
}

/** The checks of a form, with no more of other forms' answers than is read. */
export const checksFor = (rules: RuleSet, info: Info, facts: Facts): Checks => ({
  ruleSet: rules.ruleSet,
  rules: rulesFor(rules, info),
  facts: {
    ...facts,
    others: Object.fromEntries(
      Object.entries(facts.others).map(([kind, answers]) => [kind, picked(answers, read(rules, info, kind))]),
    ),
  },
  rates: info.funding ? ratesOf(facts.schoolYear) : [],
})

const rulesFor = ({ rules }: RuleSet, { kind = '' }: Info): Checks['rules'] =>
  rules
    .map((rule) => ({ ...rule, checks: rule.checks.filter(({ forms }) => forms.includes(kind)) }))
    .filter(({ checks }) => checks.length > 0)

/** The questions of another kind of form that are read for this one. */
const read = (rules: RuleSet, info: Info, kind: string): ReadonlySet<string> => {
  const sides = rulesFor(rules, info)
    .flatMap(({ checks }) => checks)
    .flatMap((check) => (check.check === 'compare' ? [check.left, check.right] : []))
  const patterns = sides.flatMap((side) => {
    if ('fact' in side || side.form !== kind) return []
    return 'sum' in side ? side.sum : [side.count]
  })
  const compared = info.compared?.with === kind ? info.compared.values.map(({ pointer }) => pointer) : []
  return new Set([...patterns, ...compared].map((pattern) => pattern.split('/')[1] ?? ''))
}

const picked = (answers: Answers, names: ReadonlySet<string>): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([name]) => names.has(name)))
