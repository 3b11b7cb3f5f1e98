// Exports of very many dossiers, each written in a process of its own, by the very work its function does: time, and
// the most memory that the process ever had (resident: code, heap and buffers), which must not grow with their number.
import { fork } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { build } from 'esbuild'
import type { ExportFormat } from '../../forms/exports/wire.ts'
import type { Response, Submission } from '../../forms/schemas.ts'
import { putCampaign } from '../../functions/store/campaigns.ts'
import { putExport } from '../../functions/store/exports.ts'
import { putFormVersion } from '../../functions/store/forms.ts'
import { putJob } from '../../functions/store/jobs.ts'
import { callResponse } from '../../functions/store/responses.ts'
import { keys } from '../../functions/store/schema.ts'
import { putItem } from '../../functions/store/table.ts'
import { forEachFew } from '../../functions/store/throttling.ts'
import { bundling } from '../../infra/aws/bundle.ts'
import { ensureTable, TABLE_NAME } from '../../infra/local/dynamodb.ts'
import { publishedCampaign } from '../support/published-campaign.ts'
import { calledResponse } from '../support/response.ts'
import { realAnswers, realForm } from './bench-form.ts'
import { ExportMeasure, NOW } from './export-measure.ts'

/** What Lambda tells Node of a function of 256 MB: the rest is for code, buffers and what V8 needs beside its heap. */
const SMALL = ['--max-old-space-size=120', '--max-semi-space-size=4']
/** Drawing a PDF takes some 20 ms: as many as show that memory does not grow. */
const PDF_DOSSIERS = 2_000

const { values } = parseArgs({ options: { responses: { type: 'string', default: '100000' } } })

const campaignOf = (name: string) =>
  publishedCampaign(name, { formId: realForm.formId, formVersion: realForm.version })

const startParts = async () => {
  const parts = fork(join(import.meta.dirname, 'parts.ts'))
  const endpoints = await new Promise<Record<string, string>>((resolve) => parts.once('message', resolve))
  Object.assign(process.env, endpoints, {
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_REGION: 'eu-west-3',
    EXPORTS_BUCKET: 'exports',
    UPLOADS_BUCKET: 'depots',
    TABLE_NAME,
  })
  await ensureTable()
  return parts
}

/** A campaign of that many dossiers, all of them transmitted. */
const fill = async (name: string, count: number): Promise<void> => {
  const campaign = campaignOf(name)
  await putFormVersion(realForm)
  await putCampaign(campaign)
  await forEachFew(
    Array.from({ length: count }, (_, i) => i),
    50,
    async (i) => {
      const id = `${campaign.id}.projet-${i}`
      const sent = submissionOf(id)
      const response: Response = calledResponse(id, {
        projectName: `Projet ${String(i).padStart(6, '0')}`,
        formId: realForm.formId,
        status: 'submitted',
        submissionNumber: 1,
        submissionIds: [sent.id],
        submission: { ...sent, reference: sent.receipt.reference, sha256: sent.receipt.sha256 },
      })
      await callResponse(response)
      await putItem(keys.submission(id, sent.id), sent)
    },
  )
}

const submissionOf = (id: string): Submission => ({
  id: `envoi-${id.split('.')[1]}`,
  number: 1,
  answers: realAnswers,
  by: 'Claire Martin',
  receivedAt: '2024-07-01T12:32:03.000Z',
  receipt: {
    reference: 'RE-4M2X-81TZ',
    receivedAt: '2024-07-01T12:32:03.000Z',
    sha256: 'a'.repeat(64),
    jws: 'x'.repeat(600),
  },
  sectionRevisions: {},
  idempotencyKey: 'cle',
  reply: '{}',
})

/** What writes an export, bundled as its function is. */
const bundledWriter = async (): Promise<string> => {
  const outfile = join(mkdtempSync(join(tmpdir(), 'echeance-bench-')), 'write-export.mjs')
  await build({ entryPoints: [join(import.meta.dirname, 'write-export.ts')], outfile, ...bundling })
  return outfile
}

/** Has an export written by another process, and answers what that one measured. */
const measure = async (program: string, campaign: string, format: ExportFormat): Promise<ExportMeasure> => {
  const { id } = campaignOf(campaign)
  await putExport({
    id: `${id}.${format}`,
    campaignId: id,
    format,
    filter: {},
    by: 'Mesure',
    askedAt: NOW,
    lastVersion: realForm.version,
    fileName: `${id}.${format}`,
    goneAt: '2024-07-27T09:00:00.000Z',
    expiresAt: 1_722_070_800,
  })
  await putJob(id, { name: `export-${format}`, kind: 'export', dueAt: NOW }, { export: `${id}.${format}` })
  const child = fork(program, [`${id}.${format}`], { execArgv: SMALL })
  return new Promise((resolve, reject) => {
    child.once('message', (measured) => resolve(ExportMeasure.parse(measured)))
    child.once('exit', (code) => reject(new Error(`the measure of an export ended with ${code}`)))
  })
}

const parts = await startParts()
try {
  await fill('mesure', Number(values.responses))
  await fill('papier', Math.min(PDF_DOSSIERS, Number(values.responses)))
  const program = await bundledWriter()
  const results: ExportMeasure[] = []
  for (const format of ['csv', 'xlsx', 'json'] as const)
    results.push(await measure(program, 'mesure', format))
  results.push(await measure(program, 'papier', 'pdf'))
  if (process.send) process.send(results)
  else console.table(results)
} finally {
  parts.kill()
}
