// The same rules as the server's, over the answers as they stand in the page: what contradicts, what is unusual, and
// what the Caf would pay. The rules come with the response (GET /responses/{id}/checks), in the version in force.
import type { Checks } from '../../forms/checks-wire.ts'
import { checkCoherence } from '../../forms/coherence.ts'
import type { Coherence, Justifications } from '../../forms/findings.ts'
import { estimateFunding, type Funding, fundingFactsIn } from '../../forms/funding.ts'
import type { Answers } from '../../forms/nouns/scalars.ts'
import type { ResponseView } from '../../forms/response-wire.ts'

export type Verdict = {
  readonly coherence: Coherence
  /** Undefined for a form without funding, and while what it is computed from is not answered. */
  readonly funding: Funding | undefined
}

/** What is found in answers, and the estimate they give. */
export const checkAll = (
  { ruleSet, rules, facts, rates }: Checks,
  form: Pick<ResponseView['form'], 'compared' | 'funding'>,
  answers: Answers,
  justifications: Justifications,
): Verdict => {
  const { schoolYear, notifiedCollectifs: notified } = facts
  const asked = fundingFactsIn(form, answers, { schoolYear, notified })
  return {
    coherence: checkCoherence({ ruleSet, rules }, form, answers, facts, justifications),
    funding: asked && estimateFunding(asked, rates),
  }
}
