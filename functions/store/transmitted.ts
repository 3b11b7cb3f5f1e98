// What a project has transmitted, by kind of form and school year: what a form is held against, and starts from.
import type { Source } from '../../forms/carry-over.ts'
import { movedDossier } from '../../forms/moving/moved-sections.ts'
import type { Response } from '../../forms/nouns/response.ts'
import type { Submission } from '../../forms/nouns/submission.ts'
import { getFormVersion } from './forms.ts'
import { chainOf } from './moves.ts'
import { getResponse, listTransmitted } from './responses.ts'
import { findSubmission, findSubmissionById } from './submissions.ts'

type Subject = Pick<Response, 'id' | 'organisationId' | 'startedBy' | 'projectId'>
type Wanted = { readonly kinds: readonly string[]; readonly schoolYears: readonly string[] }

/** A response that the index says was transmitted, and the submission that stood when it did. */
type Hint = {
  readonly kind: string
  readonly schoolYear: string
  readonly id: string
  readonly submissionId: string
}

/** The answers of the project's other responses that count, of these kinds and years; the latest first. */
export const readTransmitted = async (subject: Subject, wanted: Wanted): Promise<Source[]> =>
  readHinted(await findTransmitted(subject, wanted))

/** Which of the project's other responses were transmitted, of these kinds and years, as the index knows. */
export const findTransmitted = async (subject: Subject, { kinds, schoolYears }: Wanted): Promise<Hint[]> => {
  if (kinds.length === 0) return []
  const rows = (await listTransmitted(subject, schoolYears)).filter(({ id }) => id !== subject.id)
  const found = await Promise.all(
    rows.map(async ({ id, formId, formVersion, schoolYear, submission }) => {
      const { kind } = (await getFormVersion(formId, formVersion)).info
      const isWanted = kind !== undefined && kinds.includes(kind)
      return isWanted && submission ? [{ kind, schoolYear, id, submissionId: submission.id }] : []
    }),
  )
  return found.flat()
}

/** Their answers that count now; the latest first. Where the index was right, one request reads them all. */
export const readHinted = async (hints: readonly Hint[]): Promise<Source[]> => {
  const found = await Promise.all(
    hints.map(async ({ id, submissionId, kind, schoolYear }) => {
      const [response, hinted] = await Promise.all([getResponse(id), findSubmissionById(id, submissionId)])
      const submission = response.submission?.id === hinted?.id ? hinted : await findSubmission(response)
      if (!submission) return []
      return [{ kind, schoolYear, ...submission, answers: await answersNow(response, submission) }]
    }),
  )
  return found.flat().toSorted((a, b) => b.receivedAt.localeCompare(a.receivedAt))
}

/** What was transmitted, as the version the response has now takes it: what later answers are held against. */
const answersNow = async (response: Response, submission: Submission) =>
  response.moves
    ? movedDossier({ ...response, sections: {} }, submission, await chainOf(response, response.formVersion))
        .answers
    : submission.answers
