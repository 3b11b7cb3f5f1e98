// The results of a campaign of 10,000 dossiers, read by a process of its own as its function reads them: the time must stay
// well under what the gateway waits, the memory under what the function has.
import { fork } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { build } from 'esbuild'
import { bundling } from '../../infra/aws/bundle.ts'
import { ResultsMeasure } from './export-measure.ts'
import { campaignOf, fill, startParts } from './transmitted.ts'

const { values } = parseArgs({ options: { responses: { type: 'string', default: '10000' } } })

/** What reads results, bundled as its function is. */
const bundledReader = async (): Promise<string> => {
  const outfile = join(mkdtempSync(join(tmpdir(), 'echeance-bench-')), 'read-results.mjs')
  await build({ entryPoints: [join(import.meta.dirname, 'read-results.ts')], outfile, ...bundling })
  return outfile
}

const measure = (program: string, publish: boolean): Promise<ResultsMeasure> => {
  const child = fork(program, [campaignOf('mesure').id, String(publish)])
  return new Promise((resolve, reject) => {
    child.once('message', (measured) => resolve(ResultsMeasure.parse(measured)))
    child.once('exit', (code) => reject(new Error(`the measure of results ended with ${code}`)))
  })
}

const parts = await startParts()
try {
  await fill('mesure', Number(values.responses))
  const program = await bundledReader()
  const results = [await measure(program, false), await measure(program, true)]
  if (process.send) process.send(results)
  else console.table(results)
} finally {
  parts.kill()
}
