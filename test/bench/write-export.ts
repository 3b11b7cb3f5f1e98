// Writes an export to its end, by runs that follow each other as invocations would, and tells what it took.
import { runJob } from '../../functions/campaigns/run.ts'
import { exporting } from '../../functions/exports/writing.ts'
import { getExport } from '../../functions/store/exports.ts'
import { type ExportMeasure, NOW } from './export-measure.ts'

const id = process.argv[2] ?? ''
const [campaignId = '', format = ''] = id.split('.')
const started = performance.now()
const run = { campaignId, job: `export-${format}`, now: NOW, budgetMs: 60_000 }
while ((await runJob(exporting, run)) !== 'done');
const made = await getExport(id, NOW)
const measured: ExportMeasure = {
  format: made.format,
  dossiers: made.dossiers ?? 0,
  seconds: (performance.now() - started) / 1000,
  peakMB: process.resourceUsage().maxRSS / 1024,
  fileMB: (made.bytes ?? 0) / 2 ** 20,
}
process.send?.(measured, () => process.exit(0))
