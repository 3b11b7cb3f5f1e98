// Asking for an export: what is to be written is kept, with the job that writes it; then the work begins by itself.
import { createHash, randomUUID } from 'node:crypto'
import { phaseOf } from '../../forms/campaigns.ts'
import type { ExportView, StartExport } from '../../forms/exports/wire.ts'
import type { Campaign } from '../../forms/nouns/campaign.ts'
import type { Actor } from '../../forms/nouns/people.ts'
import { Problem } from '../../forms/problems.ts'
import { invokeLater } from '../external/functions.ts'
import { markLive } from '../store/campaigns.ts'
import { type Export, findExport, listExports, putExport } from '../store/exports.ts'
import { latestVersionOf } from '../store/forms.ts'
import { findJob, putJob } from '../store/jobs.ts'
import { FILE, State } from './state.ts'

/** Exports hold personal data: their files go after a week, as the lifecycle of the bucket says. */
const KEPT_MS = 7 * 24 * 3600_000
/** The most that are written of one campaign at the same time. */
const MAX_RUNNING = 5

type Asking = {
  readonly campaign: Campaign
  readonly actor: Actor
  readonly at: string
  /** Asked twice under one key, it is the same export. */
  readonly key: string | undefined
}

/** Has an export written. Throws `campaign-not-open` before there is anybody to tell of, `too-many-exports`. */
export const askExport = async (
  { format, filter }: StartExport,
  { campaign, actor, at, key }: Asking,
): Promise<ExportView> => {
  if (['draft', 'upcoming'].includes(phaseOf(campaign, at)))
    throw new Problem(
      'campaign-not-open',
      'Cette campagne n’est pas encore ouverte : elle n’a aucun dossier à exporter.',
    )
  const name = nameOf(key ?? randomUUID())
  const job = { name: `export-${name}`, kind: 'export', dueAt: at } as const
  const id = `${campaign.id}.${name}`
  const before = await findExport(id, at)
  if (before) return exportView(before)
  const running = (await listExports(campaign.id, at)).filter(({ readyAt }) => !readyAt)
  if (running.length >= MAX_RUNNING) throw new Problem('too-many-exports')
  const goneAt = new Date(Date.parse(at) + KEPT_MS).toISOString()
  const expiresAt = Math.ceil(Date.parse(goneAt) / 1000)
  const asked: Export = {
    id,
    campaignId: campaign.id,
    format,
    filter,
    by: actor.name,
    askedAt: at,
    lastVersion: Math.max(campaign.formVersion, (await latestVersionOf(campaign.formId)) ?? 1),
    fileName: `${campaign.id}-${at.slice(0, 10)}.${format === 'pdf' ? 'zip' : format}`,
    goneAt,
    expiresAt,
  }
  // A job without an export does nothing; from its putting on, a crash is repaired: reconciliation starts the jobs of
  // live campaigns that are late.
  await markLive(campaign.id)
  await putJob(campaign.id, job, { by: actor.name, export: id }, { expiresAt })
  await putExport(asked)
  await invokeLater('write-export', { campaignId: campaign.id, job: job.name })
  return exportView(asked)
}

/** An export as it stands, with how far it came. */
export const exportView = async (asked: Export): Promise<ExportView> => {
  const { id, format, filter, fileName, by, askedAt, readyAt, dossiers, bytes, goneAt } = asked
  return {
    id,
    format,
    filter,
    fileName,
    by,
    askedAt,
    goneAt,
    status: readyAt ? 'ready' : 'running',
    progress: await progressOf(asked),
    ...(readyAt ? { readyAt, dossiers, bytes } : {}),
  }
}

const progressOf = async ({
  campaignId,
  id,
  readyAt,
  dossiers = 0,
}: Export): Promise<ExportView['progress']> => {
  const job = readyAt ? undefined : await findJob(campaignId, `export-${id.split('.')[1]}`)
  if (!job) return { handled: dossiers, total: dossiers }
  const cursor = job.cursors[FILE]
  const total = cursor && cursor !== 'done' ? State.parse(JSON.parse(cursor)).total : undefined
  return { handled: job.handled, ...(total === undefined ? {} : { total }) }
}

const nameOf = (key: string): string => createHash('sha256').update(key).digest('hex').slice(0, 24)
