import type { Answers } from './nouns/scalars.ts'
import type { SubmissionSummary } from './nouns/submission.ts'

type SectionDraft = { answers: Answers; revision: number }
type Submitted = Pick<SubmissionSummary, 'sectionRevisions'> & { answers: Answers }

/**
 * The answers a person goes on from, by question: a section saved after the last submission speaks for itself,
 * any other takes what was submitted. `questionsOf` gives the questions of a section.
 */
export const workingAnswers = (
  sections: Readonly<Record<string, SectionDraft>>,
  submission: Submitted | undefined,
  questionsOf: Readonly<Record<string, readonly string[]>>,
): Answers => {
  const answers: Answers = {}
  for (const [name, questions] of Object.entries(questionsOf)) {
    const draft = sections[name]
    const sent = submission && (draft?.revision ?? 0) <= (submission.sectionRevisions[name] ?? 0)
    const source = sent ? pick(submission.answers, questions) : (draft?.answers ?? {})
    Object.assign(answers, source)
  }
  return answers
}

/** Whether a section holds a draft newer than the last submission. */
export const hasPendingDraft = (
  revisions: Readonly<Record<string, number>>,
  submission: Pick<SubmissionSummary, 'sectionRevisions'> | undefined,
): boolean =>
  submission !== undefined &&
  Object.entries(revisions).some(([name, revision]) => revision > (submission.sectionRevisions[name] ?? 0))

const pick = (answers: Answers, names: readonly string[]): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([name]) => names.includes(name)))
