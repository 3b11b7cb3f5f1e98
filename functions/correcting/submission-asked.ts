import type { Response } from '../../forms/nouns/response.ts'
import type { Submission } from '../../forms/nouns/submission.ts'
import { Problem } from '../../forms/problems.ts'
import { findSubmission, findSubmissionNumbered } from '../store/submissions.ts'

/** The submission of that number (`?envoi=`), or the one that counts. Throws `not-found`. */
export const submissionAsked = async (
  response: Response,
  number: string | undefined,
): Promise<Submission> => {
  const found =
    number === undefined
      ? await findSubmission(response)
      : await findSubmissionNumbered(response, /^\d{1,3}$/.test(number) ? Number(number) : 0)
  if (found) return found
  throw new Problem(
    'not-found',
    number === undefined
      ? 'Rien n’a encore été transmis pour ce dossier.'
      : 'Ce dossier n’a pas d’envoi de ce numéro.',
  )
}
