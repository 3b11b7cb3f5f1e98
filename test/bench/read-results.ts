// Reads the results of a campaign as its function does, the version to publish too, and tells what it took.
import { gzipSync } from 'node:zlib'
import { readResults } from '../../functions/results/reading.ts'
import { getCampaign } from '../../functions/store/campaigns.ts'
import { NOW, type ResultsMeasure } from './export-measure.ts'

const campaign = await getCampaign(process.argv[2] ?? '')
const cpu = process.cpuUsage()
const started = performance.now()
const results = await readResults(campaign, { publish: process.argv[3] ?? 'false' }, NOW)
const { user, system } = process.cpuUsage(cpu)
const measured: ResultsMeasure = {
  dossiers: results.transmitted ?? 0,
  seconds: (performance.now() - started) / 1000,
  cpuSeconds: (user + system) / 1e6,
  peakMB: process.resourceUsage().maxRSS / 1024,
  replyKB: gzipSync(JSON.stringify(results), { level: 1 }).length / 1024,
}
process.send?.(measured, () => process.exit(0))
