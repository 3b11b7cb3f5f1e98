// Corrections of what was submitted: asked of the partner, or made by the Caf.
import { randomUUID } from 'node:crypto'
import { assertCorrectable } from '../../forms/correcting.ts'
import type { Response } from '../../forms/nouns/response.ts'
import type { Submission } from '../../forms/nouns/submission.ts'
import { owed } from '../../forms/owed-mails.ts'
import { Problem } from '../../forms/problems.ts'
import { closingShard, shardOf } from './index-keys.ts'
import { getResponse, moveResponse } from './responses.ts'
import { keepSubmission, standing } from './submissions.ts'

type AskedCorrection = {
  message: string
  closesAt: string
  at: string
  by: string
  /** The questions it is about, as pointers, and their titles. */
  questions?: readonly string[]
  titles?: readonly string[]
}

/** Asks for a correction of what was submitted, due at an instant of its own. False when it has changed since read. */
export const askCorrection = (
  response: Response,
  { message, closesAt, at, by, questions, titles = [] }: AskedCorrection,
): Promise<boolean> =>
  moveResponse(response.id, {
    move: 'askCorrection',
    entry: {
      ...{ id: randomUUID(), at, type: 'correction-asked', by, detail: message, closesAt },
      ...(questions ? { questions: [...questions] } : {}),
    },
    mails: [owed.correctionAsked({ at, number: response.submissionNumber, message, closesAt, by, titles })],
    condition: 'submissionNumber = :seen AND closesAt = :seenClosing',
    set: [
      'closesAt = :closesAt',
      'deadlineFrom = :own',
      'closingShard = :closingShard',
      'ownerSort = :ownerSort',
      'flags = :noFlags',
      'correction = :correction',
    ],
    values: {
      ':seen': response.submissionNumber,
      ':seenClosing': response.closesAt,
      ':closesAt': closesAt,
      ':own': 'own',
      ':closingShard': closingShard(shardOf(response.id)),
      ':ownerSort': `${closesAt}#${response.id}`,
      ':noFlags': [],
      ':correction': { at, by, message, ...(questions ? { questions } : {}) },
    },
  })

type Correction = {
  /** The questions that it changed, as pointers, and their titles. */
  readonly questions: readonly string[]
  readonly titles: readonly string[]
  readonly reason: string
}

/**
 * Makes a correction by the Caf count, as countSubmission does, whatever the deadline: what it corrects must be what
 * counts still. Undefined when it is not, or when the response is not to be corrected any more.
 */
export const countCorrection = async (
  response: Response,
  submission: Submission,
  { questions, titles, reason }: Correction,
): Promise<Submission | undefined> => {
  const stored = await keepSubmission(response, submission)
  const counted = await moveResponse(response.id, {
    move: 'correct',
    entry: {
      id: stored.id,
      at: stored.receivedAt,
      type: 'corrected',
      by: stored.by,
      detail: reason,
      submission: stored.number,
      questions: [...questions],
    },
    mails: [owed.corrected(stored, { reason, titles })],
    condition: 'submissionNumber = :seen',
    ...standing(response, stored),
  })
  return counted ? stored : undefined
}

/** Why a correction did not count, from the response as it stands now. */
export const whyNotCorrected = async (id: string): Promise<Problem> => {
  assertCorrectable(await getResponse(id))
  return new Problem(
    'stale',
    'Quelqu’un vient de modifier ce qui compte pour ce dossier. Rien n’a été enregistré : relisez, puis recommencez.',
  )
}
