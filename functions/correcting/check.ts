// A correction by the Caf, checked as what a partner transmits is, against what it corrects.
import { changesBetween, questionsOf } from '../../forms/answer-changes.ts'
import { checkAnswers } from '../../forms/answers.ts'
import { checkCoherence, factsRead, rulesOf } from '../../forms/coherence.ts'
import { assertCoherent } from '../../forms/coherence-verdict.ts'
import { assertChanged, confirmationsKept, explainedBy, justificationsKept } from '../../forms/correcting.ts'
import type { CorrectAnswers } from '../../forms/correcting-wire.ts'
import { versionOf } from '../../forms/moving/versions.ts'
import type { Response } from '../../forms/nouns/response.ts'
import type { Submission } from '../../forms/nouns/submission.ts'
import { prefilledOf } from '../../forms/prefilled.ts'
import { within } from '../../forms/problems.ts'
import { titlesOf } from '../../forms/question-titles.ts'
import { readCoherenceFacts } from '../store/coherence-facts.ts'
import { getFormVersion } from '../store/forms.ts'
import { holdDocuments } from '../uploads/named.ts'

/** What is to be stored of a correction, and the questions it changes. Throws what a submission would. */
export const checkCorrection = async (
  response: Response,
  before: Submission,
  { answers, justifications, at }: CorrectAnswers & { readonly at: string },
) => {
  // In the version that what it corrects was made for: both are held against each other, field by field.
  const form = await getFormVersion(response.formId, versionOf(before, response))
  const checked = within('/answers', () => checkAnswers(form, answers, prefilledOf(form.info, response)))
  const changes = changesBetween(before.answers, checked.answers)
  assertChanged(changes)
  await holdDocuments(form, response.id, checked.answers, at)
  const known = await readCoherenceFacts(response, factsRead(form.info))
  const why = justificationsKept(before.coherence, justifications)
  const found = checkCoherence(rulesOf(form), form.info, checked.answers, known, why)
  assertCoherent(found)
  const coherence = explainedBy(found, before.coherence, justifications)
  const questions = questionsOf(changes)
  const confirmations = confirmationsKept(form, before.confirmations, questions)
  return {
    form,
    checked,
    coherence,
    ...(confirmations ? { confirmations } : {}),
    questions,
    titles: titlesOf(form, questions),
  }
}
