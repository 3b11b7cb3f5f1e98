// Writing an export, by the page: dossiers become segments in storage; once all are there, the segments are put together
// as one file, a part at a time. The job keeps after each page all that the next one needs, whichever process runs it; a
// page done twice writes under other names, or the same part again. Memory holds a page and a part.
import { underCampaign } from '../../forms/inherited.ts'
import type { Response } from '../../forms/nouns/response.ts'
import { passing } from '../../forms/row-filter.ts'
import { shownOf } from '../campaigns/rows.ts'
import type { Work } from '../campaigns/run.ts'
import {
  beginFile,
  dropObject,
  endFile,
  keepObject,
  readObject,
  sendPart,
} from '../external/exported-files.ts'
import { countCampaignResponses } from '../store/campaign-rows.ts'
import { getCampaign } from '../store/campaigns.ts'
import { type Export, findExport, markReady } from '../store/exports.ts'
import { listFormVersions } from '../store/forms.ts'
import type { Job } from '../store/jobs.ts'
import { forEachFew } from '../store/throttling.ts'
import { createDraft } from './draft.ts'
import { fileKey } from './file-key.ts'
import { type Format, type Subject, subjectOf } from './format.ts'
import { formats } from './formats.ts'
import { readDossiers } from './reading.ts'
import { beginning, FILE, State, segmentKey, segmentsOf } from './state.ts'

/** A page ends once it holds this much, or has lasted that long: well under the lease. */
const PAGE_BYTES = 4 * 1024 * 1024
const PAGE_MS = 5_000
/** Over the 5 MB that S3 asks of every part but the last; 10,000 parts hold 60 GB. */
const PART_BYTES = 6 * 1024 * 1024
const FEW = 5

type Sizes = { readonly pageBytes: number; readonly partBytes: number }

/** The same by pages and parts of other sizes. */
export const exportingBy = (sizes: Sizes): Work => ({
  partitions: [FILE],
  page: async ({ job, from, now }) => {
    const asked = await findExport(job.facts.export ?? '', now)
    if (!asked || asked.readyAt) return { handled: 0 }
    const campaign = await getCampaign(asked.campaignId)
    const subject = subjectOf(asked, campaign, await listFormVersions(campaign.formId))
    const format = formats[asked.format](subject)
    const state = from
      ? State.parse(JSON.parse(from))
      : beginning(await countCampaignResponses(asked.campaignId))
    return state.phase === 'writing'
      ? writePage({ asked, format, state, isAskedFor: askedIn(subject), ...sizes }, job)
      : assemblePage({ asked, format, state, ...sizes }, now)
  },
})

export const exporting = exportingBy({ pageBytes: PAGE_BYTES, partBytes: PART_BYTES })

type Page = Sizes & { readonly asked: Export; readonly format: Format; readonly state: State }

/** Whether a dossier is among those that the list showed when the export was asked for. */
const askedIn = ({ asked: { filter, askedAt }, campaign, forms }: Subject) => {
  if (Object.keys(filter).length === 0) return () => true
  const passes = passing(filter, askedAt)
  const versions = new Map(forms.map((form) => [form.version, form]))
  return (response: Response): boolean =>
    passes(shownOf(underCampaign(response, campaign), versions.get(response.formVersion)))
}

type Writing = Page & { readonly isAskedFor: (response: Response) => boolean }

const writePage = async ({ asked, format, state, pageBytes, isAskedFor }: Writing, job: Job) => {
  const until = Date.now() + PAGE_MS
  const draft = createDraft(state)
  const places = { ...state.places }
  let [handled, dossiers] = [0, 0]
  let isLast = true
  for await (const { dossier, shard, place } of readDossiers(asked.campaignId, places)) {
    if (isAskedFor(dossier.response)) {
      await format.add(dossier, draft)
      if (format.holds?.(dossier) ?? true) dossiers += 1
    }
    places[shard] = place
    handled += 1
    isLast = draft.buffered() < pageBytes && Date.now() < until
    if (!isLast) break
  }
  const writer = job.leaseId?.slice(0, 8) ?? ''
  const writers =
    state.writers.at(-1)?.[1] === writer ? state.writers : [...state.writers, written(state, writer)]
  const segments = draft.segments()
  await forEachFew(segments, FEW, ([stream, bytes]) =>
    keepObject(segmentKey(asked.id, { writers }, stream, state.segment), bytes),
  )
  for (const [stream] of segments) extend(draft.streams[stream]?.spans ?? [], state.segment)
  const next: State = {
    ...state,
    places,
    writers,
    streams: draft.streams,
    dossiers: state.dossiers + dossiers,
    segment: state.segment + 1,
    phase: isLast ? 'assembling' : 'writing',
  }
  return { handled, counts: { dossiers }, next: JSON.stringify(next) }
}

const written = ({ segment }: State, writer: string): [number, string] => [segment, writer]

/** Adds a segment to the spans of a stream. */
const extend = (spans: [number, number][], segment: number): void => {
  const last = spans.at(-1)
  if (last && last[1] === segment - 1) last[1] = segment
  else spans.push([segment, segment])
}

const assemblePage = async ({ asked, format, state, partBytes }: Page, now: string) => {
  const key = fileKey(asked)
  const upload = state.upload ?? { id: await beginFile(key, format.mediaType), part: 1, piece: 0 }
  const pieces = format.pieces(state)
  const part: Uint8Array[] = []
  let [bytes, piece] = [0, upload.piece]
  for (; piece < pieces.length && bytes < partBytes; piece += 1) {
    const one = pieces[piece]
    if (!one) break
    const content =
      one instanceof Uint8Array ? one : await readObject(segmentKey(asked.id, state, one.stream, one.segment))
    part.push(content)
    bytes += content.length
  }
  await sendPart(key, upload, part)
  if (piece < pieces.length) {
    const next: State = { ...state, upload: { id: upload.id, part: upload.part + 1, piece } }
    return { handled: 0, next: JSON.stringify(next) }
  }
  await markReady(asked, { at: now, bytes: await endFile(key, upload.id), dossiers: state.dossiers })
  // What a crash leaves here, the lifecycle of the bucket takes.
  const segments = Object.entries(state.streams).flatMap(([stream, one]) =>
    segmentsOf(one).map((segment) => segmentKey(asked.id, state, stream, segment)),
  )
  await forEachFew(segments, FEW, dropObject)
  return { handled: 0 }
}
