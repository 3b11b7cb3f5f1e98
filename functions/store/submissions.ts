import * as z from 'zod'
import { whyClosed } from '../../forms/lifecycle.ts'
import type { Response } from '../../forms/nouns/response.ts'
import { Submission, type SubmissionSummary } from '../../forms/nouns/submission.ts'
import { owed } from '../../forms/owed-mails.ts'
import { Problem } from '../../forms/problems.ts'
import { shardOf, waitingShard } from './index-keys.ts'
import { keys, ranges } from './keys.ts'
import { queryRange } from './query-items.ts'
import { findItem, findItems } from './read-items.ts'
import { getResponse, moveResponse } from './responses.ts'
import { putItem } from './write-items.ts'

/** A counted submission keeps its id on the response: enough for every sane use, and the item stays small. */
const MAX_SUBMISSIONS = 200

/** The submission that counts, with its answers, if anything was submitted. */
export const findSubmission = async ({ id, submission }: Response): Promise<Submission | undefined> =>
  submission && findItem(keys.submission(id, submission.id), Submission)

/** The submissions that count of these responses, by the id of the response. */
export const findSubmissions = async (
  responses: readonly Pick<Response, 'id' | 'submission'>[],
): Promise<Map<string, Submission>> => {
  const counted = responses.flatMap(({ id, submission }) => (submission ? [{ id, sent: submission.id }] : []))
  const found = await findItems(
    counted.map(({ id, sent }) => keys.submission(id, sent)),
    Submission.extend({ pk: z.string() }),
  )
  const byItem = new Map(found.map(({ pk, ...submission }) => [`${pk} ${submission.id}`, submission]))
  return new Map(
    counted.flatMap(({ id, sent }) => {
      const submission = byItem.get(`${keys.response(id).pk} ${sent}`)
      return submission ? [[id, submission]] : []
    }),
  )
}

/** A submission of a response by its id, counted or not. */
export const findSubmissionById = (responseId: string, id: string): Promise<Submission | undefined> =>
  findItem(keys.submission(responseId, id), Submission)

/** The counted submission made with this idempotency key, if any. */
export const findSubmissionByKey = async (
  response: Response,
  idempotencyKey: string,
): Promise<Submission | undefined> => {
  if (response.submissionNumber === 0) return undefined
  const rows = await queryRange(ranges.submissions(response.id), {
    expression: 'idempotencyKey = :key',
    values: { ':key': idempotencyKey },
  })
  return rows.map((row) => Submission.parse(row)).find(({ id }) => response.submissionIds.includes(id))
}

/** The submission of that number, if so many counted; each stays as it was, whatever came after. */
export const findSubmissionNumbered = async (
  { id, submissionIds }: Pick<Response, 'id' | 'submissionIds'>,
  number: number,
): Promise<Submission | undefined> => {
  const submissionId = submissionIds[number - 1]
  return submissionId === undefined ? undefined : findSubmissionById(id, submissionId)
}

/**
 * Makes a submission count. It is put first as an immutable item; then one write on the response, whose
 * condition is the whole rule, makes it the one that stands. When that write is refused the item remains as
 * a trace and counts for nothing. Answers the stored submission (the first one's, for a key sent twice at
 * once) or undefined when the condition did not hold.
 */
export const countSubmission = async (
  response: Response,
  submission: Submission,
): Promise<Submission | undefined> => {
  const stored = await keepSubmission(response, submission)
  const { set, values } = standing(response, stored)
  const counted = await moveResponse(response.id, {
    move: 'submit',
    entry: {
      id: stored.id,
      at: stored.receivedAt,
      type: 'submitted',
      by: stored.by,
      detail: stored.receipt.reference,
      submission: stored.number,
    },
    mails: [owed.receipt(stored)],
    condition: 'closesAt > :receivedAt AND submissionNumber = :seen',
    set,
    values: { ...values, ':receivedAt': stored.receivedAt },
  })
  return counted ? stored : undefined
}

/** Puts a submission as an item that nothing changes any more; the one that is there already, when it was sent twice. */
export const keepSubmission = async (response: Response, submission: Submission): Promise<Submission> => {
  if (response.submissionIds.length >= MAX_SUBMISSIONS) throw new Problem('too-many-submissions')
  const key = keys.submission(response.id, submission.id)
  const isFirst = await putItem(key, submission, { condition: 'attribute_not_exists(pk)' })
  return isFirst ? submission : ((await findItem(key, Submission)) ?? submission)
}

/** What a response says of the submission that counts from now on. */
export const standing = (response: Response, stored: Submission) => ({
  set: [
    'submissionNumber = :number',
    'submission = :summary',
    'submissionIds = list_append(submissionIds, :ids)',
    'flags = :noFlags',
    'closingShard = :waiting',
  ],
  values: {
    ':seen': response.submissionNumber,
    ':number': stored.number,
    ':ids': [stored.id],
    ':summary': summaryOf(stored),
    ':noFlags': [],
    ':waiting': waitingShard(response.cafId, shardOf(response.id)),
  },
})

/** Why a submission did not count, from the response as it stands now. */
export const whyNotCounted = async (id: string, receivedAt: string): Promise<Problem> => {
  const now = await getResponse(id)
  const why = whyClosed(now, receivedAt)
  if (why === 'closed') return new Problem('form-closed')
  if (why === 'locked') return new Problem('response-locked')
  return new Problem(
    'stale',
    'Un autre envoi vient d’être reçu pour ce dossier. Relisez-le avant de transmettre.',
  )
}

const summaryOf = ({
  number,
  id,
  receipt,
  receivedAt,
  by,
  sectionRevisions,
  madeByCaf,
  formVersion,
}: Submission): SubmissionSummary => ({
  number,
  id,
  reference: receipt.reference,
  sha256: receipt.sha256,
  receivedAt,
  by,
  sectionRevisions,
  ...(madeByCaf ? { madeByCaf } : {}),
  ...(formVersion ? { formVersion } : {}),
})
