// Reads the dossiers of a campaign by the name of their project, from wherever an earlier page left off. The index has a
// partition a shard, each in that order: what leads is merged, so that memory holds a page a shard, however many there are.
import type { Dossier } from '../../forms/exports/dossier-columns.ts'
import { versionOf } from '../../forms/moving/versions.ts'
import type { Response } from '../../forms/nouns/response.ts'
import type { Submission } from '../../forms/nouns/submission.ts'
import { listResponsePage, placeAfter, type ResponseRow } from '../store/campaign-rows.ts'
import { shards } from '../store/index-keys.ts'
import { findResponses } from '../store/responses.ts'
import { findSubmissions } from '../store/submissions.ts'
import { patiently } from '../store/throttling.ts'

const PAGE = 100
/** Read at once, answers included: at most 128 KB each. */
const BATCH = 50

/** A dossier, and where reading goes on in its shard after it. */
export type Read = { readonly dossier: Dossier; readonly shard: string; readonly place: string }

type Queue = { readonly shard: number; rows: ResponseRow[]; next: string | undefined }

/** Every dossier from these places on, by project name, with the submission that counts. */
export async function* readDossiers(
  campaignId: string,
  places: Readonly<Record<string, string>>,
): AsyncGenerator<Read> {
  for await (const batch of readRows(campaignId, places)) yield* await dossiersOf(batch)
}

export type PlacedRow = { readonly row: ResponseRow; readonly shard: number }

/** The rows of the index from these places on, by project name, some at a time: hints. */
export async function* readRows(
  campaignId: string,
  places: Readonly<Record<string, string>>,
): AsyncGenerator<PlacedRow[]> {
  const fill = async (queue: Queue, from: string | undefined): Promise<void> => {
    do {
      const page = await patiently(() =>
        listResponsePage(campaignId, queue.shard, { limit: PAGE, from: from ?? queue.next }),
      )
      from = undefined
      queue.rows = page.rows
      queue.next = page.next
    } while (queue.rows.length === 0 && queue.next)
  }
  const queues = shards.map((shard): Queue => ({ shard, rows: [], next: undefined }))
  await Promise.all(queues.map((queue) => fill(queue, places[queue.shard])))
  let batch: PlacedRow[] = []
  for (;;) {
    const [first] = queues.filter(({ rows }) => rows.length > 0).toSorted(byHead)
    const row = first?.rows.shift()
    if (first && row) batch.push({ row, shard: first.shard })
    if (batch.length > 0 && (!first || batch.length === BATCH)) {
      yield batch
      batch = []
    }
    if (!first) return
    if (first.rows.length === 0 && first.next) await fill(first, undefined)
  }
}

/** Rows of the index are hints: each dossier is read itself. One that went meanwhile is left out. */
const dossiersOf = async (batch: readonly PlacedRow[]): Promise<Read[]> => {
  const responses = await patiently(() => findResponses(batch.map(({ row }) => row.id)))
  const submissions = await patiently(() => findSubmissions(responses))
  const byId = new Map(responses.map((response) => [response.id, response]))
  return batch.flatMap(({ row, shard }) => {
    const response = byId.get(row.id)
    const submission = submissions.get(row.id)
    return response
      ? {
          // Told in the version that what was transmitted was made for.
          dossier: { response: submission ? madeFor(response, submission) : response, submission },
          shard: String(shard),
          place: placeAfter(row),
        }
      : []
  })
}

const madeFor = (response: Response, submission: Submission): Response => ({
  ...response,
  formVersion: versionOf(submission, response),
})

const byHead = (a: Queue, b: Queue): number => {
  const [one, other] = [a.rows[0], b.rows[0]]
  if (!one || !other || one.projectName === other.projectName) return a.shard - b.shard
  return one.projectName < other.projectName ? -1 : 1
}
