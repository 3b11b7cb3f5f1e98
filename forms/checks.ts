// What the checks of a form are: its rules, what they read elsewhere, and what a page is given of it.
import type { Checks } from './checks-wire.ts'
import { type FactsRead, factsRead, rulesOf } from './coherence.ts'
import type { Facts } from './coherence-checks.ts'
import type { FormInfo, FormVersion } from './nouns/form.ts'
import type { Answers } from './nouns/scalars.ts'
import { ratesOf } from './rates.ts'

type Info = Pick<FormInfo, 'coherence' | 'compared' | 'funding'>

/** Whether a page has anything to check, to estimate or to compare in answers to this form. */
export const hasChecks = (info: Info): boolean =>
  info.coherence.length > 0 || info.compared !== undefined || info.funding !== undefined

/** What a page shows of a form is checked, estimated and compared from. */
export const factsShown = (info: Info): FactsRead => {
  const { forms, notifiedCollectifs } = factsRead(info)
  return {
    forms: [...new Set([...forms, ...(info.compared ? [info.compared.with] : [])])],
    notifiedCollectifs: notifiedCollectifs || info.funding !== undefined,
  }
}

/** The checks of a form, with no more of other forms' answers than is read. */
export const checksFor = (form: Pick<FormVersion, 'formId' | 'version' | 'info'>, facts: Facts): Checks => ({
  ruleSet: rulesOf(form).ruleSet,
  rules: form.info.coherence,
  facts: {
    ...facts,
    others: Object.fromEntries(
      Object.entries(facts.others).map(([kind, answers]) => [kind, picked(answers, read(form.info, kind))]),
    ),
  },
  rates: form.info.funding ? ratesOf(facts.schoolYear) : [],
})

/** The questions of another kind of form that are read for this one. */
const read = (info: Info, kind: string): ReadonlySet<string> => {
  const sides = info.coherence
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
