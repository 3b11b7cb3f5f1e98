// Writing an export is cut off again and again: in the end its file says what an undisturbed run makes it say.
import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { ExportFormat } from '../../forms/exports/wire.ts'
import type { Campaign } from '../../forms/nouns/campaign.ts'
import { runJob, type Work } from '../../functions/campaigns/run.ts'
import { fileKey } from '../../functions/exports/file-key.ts'
import { exportingBy } from '../../functions/exports/writing.ts'
import { readObject } from '../../functions/external/exported-files.ts'
import { getExport, putExport } from '../../functions/store/exports.ts'
import { putJob } from '../../functions/store/jobs.ts'
import { campaignOfMany } from '../support/exported.ts'
import { usePlatform } from '../support/server.ts'

const NOW = '2026-06-10T09:00:00.000Z'
usePlatform({ now: NOW })

/** Puts an export, which nothing writes by itself, and answers the name of its job. */
const asked = async ({ id }: Campaign, name: string, format: ExportFormat): Promise<string> => {
  const dueAt = NOW
  await putExport({
    id: `${id}.${name}`,
    campaignId: id,
    format,
    filter: {},
    by: 'Chloé Conseiller',
    askedAt: dueAt,
    lastVersion: 1,
    fileName: `${id}.zip`,
    goneAt: '2026-06-17T09:00:00.000Z',
    expiresAt: 1_781_690_400,
  })
  const facts = { by: 'Chloé Conseiller', export: `${id}.${name}` }
  await putJob(id, { name: `export-${name}`, kind: 'export', dueAt }, facts)
  return `export-${name}`
}

/** A work that dies before every third page, and after every third, once all of it was done but nothing was kept. */
const dying = (work: Work): Work => {
  let pages = 0
  return {
    ...work,
    page: async (request) => {
      pages += 1
      if (pages % 3 === 1) throw new Error('died before a page')
      const done = await work.page(request)
      if (pages % 3 === 2) throw new Error('died after a page')
      return done
    },
  }
}

const written = async (campaign: Campaign, name: string, format: ExportFormat, work: Work) => {
  const job = await asked(campaign, name, format)
  let deaths = 0
  for (;;) {
    const run = { campaignId: campaign.id, job, now: NOW, budgetMs: 60_000 }
    const outcome = await runJob(work, run).catch(() => 'died')
    if (outcome === 'done') break
    deaths += 1
  }
  const made = await getExport(`${campaign.id}.${name}`, NOW)
  return { bytes: Buffer.from(await readObject(fileKey(made))), dossiers: made.dossiers, deaths }
}

/** What a file says, whatever the pages it was packed by. */
const saidBy = (format: ExportFormat, bytes: Buffer): Record<string, string> =>
  format === 'xlsx' || format === 'pdf'
    ? Object.fromEntries(
        Object.entries(unzipSync(bytes)).map(([file, content]) => [
          file,
          Buffer.from(content).toString('latin1'),
        ]),
      )
    : { '': bytes.toString() }

describe('writing an export that dies at every step', () => {
  it.each(['csv', 'xlsx', 'json', 'pdf'] as const)(
    'makes the same file as one that does not: %s',
    async (format) => {
      const campaign = await campaignOfMany(`mourant-${format}`, 32)
      const whole = await written(campaign, 'entier', format, exportingBy({ pageBytes: 1e9, partBytes: 1e9 }))
      const small = exportingBy({ pageBytes: 1_500, partBytes: 3_000 })
      const cut = await written(campaign, 'coupe', format, dying(small))
      expect(cut.deaths).toBeGreaterThan(6)
      // Of three quarters there is something to print.
      expect(cut.dossiers).toBe(format === 'pdf' ? 24 : 32)
      expect(saidBy(format, cut.bytes)).toEqual(saidBy(format, whole.bytes))
    },
  )
})
