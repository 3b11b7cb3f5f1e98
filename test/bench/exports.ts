// Exports of very many dossiers, each written in a process of its own, by the very work its function does: time, and
// the most memory that the process ever had (resident: code, heap and buffers), which must not grow with their number.
import { fork } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { build } from 'esbuild'
import * as z from 'zod'
import { ExportFormat } from '../../forms/exports/wire.ts'
import { putExport } from '../../functions/store/exports.ts'
import { putJob } from '../../functions/store/jobs.ts'
import { bundling, copyFonts } from '../../infra/aws/bundle.ts'
import { realForm } from './bench-form.ts'
import { ExportMeasure, NOW } from './export-measure.ts'
import { campaignOf, fill, startParts } from './transmitted.ts'

/** What Lambda tells Node of a function of 256 MB: the rest is for code, buffers and what V8 needs beside its heap. */
const SMALL = ['--max-old-space-size=120', '--max-semi-space-size=4']
/** Drawing a PDF takes some 20 ms: as many as show that memory does not grow. */
const PDF_DOSSIERS = 2_000

const { values } = parseArgs({
  options: {
    responses: { type: 'string', default: '100000' },
    /** Which files: all four take some half an hour for 100,000. */
    formats: { type: 'string', default: 'csv,xlsx,json,pdf' },
  },
})
const formats = z.array(ExportFormat).parse(values.formats.split(','))

/** What writes an export, bundled as its function is. */
const bundledWriter = async (): Promise<string> => {
  const outfile = join(mkdtempSync(join(tmpdir(), 'echeance-bench-')), 'write-export.mjs')
  await build({ entryPoints: [join(import.meta.dirname, 'write-export.ts')], outfile, ...bundling })
  await copyFonts(readFileSync(outfile, 'utf8'), dirname(outfile))
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
  if (formats.some((format) => format !== 'pdf')) await fill('mesure', Number(values.responses))
  if (formats.includes('pdf')) await fill('papier', Math.min(PDF_DOSSIERS, Number(values.responses)))
  const program = await bundledWriter()
  const results: ExportMeasure[] = []
  for (const format of formats) {
    const measured = await measure(program, format === 'pdf' ? 'papier' : 'mesure', format)
    if (!process.send) console.log(measured)
    results.push(measured)
  }
  if (process.send) process.send(results)
  else console.table(results)
} finally {
  parts.kill()
}
