// What the API tells of one submission beside another: pure.
import { changesBetween } from './answer-changes.ts'
import type { SubmissionDetail } from './correcting-wire.ts'
import type { HistoryEntry } from './nouns/history.ts'
import type { Submission } from './nouns/submission.ts'
import type { HistoryItem } from './response-wire.ts'

/** A submission with what it changed of the one before, if there is one. */
export const submissionDetail = (
  { receipt, idempotencyKey: _key, reply: _reply, ...submission }: Submission,
  previous: Submission | undefined,
): SubmissionDetail => ({
  ...submission,
  reference: receipt.reference,
  sha256: receipt.sha256,
  changes: previous ? changesBetween(previous.answers, submission.answers) : [],
  ...(previous
    ? {
        previous: {
          number: previous.number,
          reference: previous.receipt.reference,
          receivedAt: previous.receivedAt,
          by: previous.by,
          ...(previous.madeByCaf ? { madeByCaf: previous.madeByCaf } : {}),
        },
      }
    : {}),
})

/** An entry of the history that tells a correction, with each field before and after. */
export const correctionItem = (
  entry: HistoryEntry,
  before: Submission | undefined,
  after: Submission | undefined,
): HistoryItem => ({
  ...entry,
  ...(before && after ? { changes: changesBetween(before.answers, after.answers) } : {}),
})
