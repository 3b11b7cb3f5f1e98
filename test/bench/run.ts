// `npm run bench`: the budgets of the design (§9), measured on this machine and printed beside them.
import { fork } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import * as z from 'zod'
import { measureBundles } from './bundles.ts'
import type { CampaignMeasure } from './campaigns.ts'
import { ExportMeasure, ResultsMeasure } from './export-measure.ts'
import type { Spent } from './handlers.ts'
import type { measures } from './measure.ts'

type Measures = { readonly [name in keyof typeof measures]: Awaited<ReturnType<(typeof measures)[name]>> }

const measured = <N extends keyof Measures>(name: N): Promise<Measures[N]> =>
  new Promise((resolve, reject) => {
    const child = fork(join(import.meta.dirname, 'measure.ts'), [name])
    child.once('message', (result) => resolve(result as Measures[N]))
    child.once('exit', (code) => reject(new Error(`the measure « ${name} » ended with ${code}`)))
  })

/** In a process of its own, whose heap is looked at after collections. */
const measureCampaign = (responses: string): Promise<CampaignMeasure[]> =>
  new Promise((resolve, reject) => {
    const child = fork(join(import.meta.dirname, 'campaigns.ts'), ['--responses', responses], {
      execArgv: ['--expose-gc'],
    })
    child.once('message', (results) => resolve(results as CampaignMeasure[]))
    child.once('exit', (code) => reject(new Error(`the measure of a campaign ended with ${code}`)))
  })

/** In processes of their own, each told to keep to the memory of a function of 256 MB. */
const measureExports = (responses: string): Promise<ExportMeasure[]> =>
  new Promise((resolve, reject) => {
    const child = fork(join(import.meta.dirname, 'exports.ts'), ['--responses', responses])
    child.once('message', (results) => resolve(z.array(ExportMeasure).parse(results)))
    child.once('exit', (code) => reject(new Error(`the measure of exports ended with ${code}`)))
  })

/** In a process of its own, as its function reads them. */
const measureResults = (): Promise<ResultsMeasure[]> =>
  new Promise((resolve, reject) => {
    const child = fork(join(import.meta.dirname, 'results.ts'))
    child.once('message', (results) => resolve(z.array(ResultsMeasure).parse(results)))
    child.once('exit', (code) => reject(new Error(`the measure of results ended with ${code}`)))
  })

type Row = { what: string; measured: string; budget: string; within: boolean }
const rows: Row[] = []
const row = (what: string, value: number, unit: string, budget: number): void => {
  const digits = unit !== 'KB' && unit !== 'MB' && value < 100 ? 2 : 0
  rows.push({
    what,
    measured: `${value.toFixed(digits)} ${unit}`,
    budget: `≤ ${budget} ${unit}`,
    within: value <= budget,
  })
}

const { values } = parseArgs({
  options: {
    'skip-campaign': { type: 'boolean', default: false },
    /** Memory is told at the beginning and at the end of the work; 100,000 take an hour on a small machine. */
    responses: { type: 'string', default: '20000' },
  },
})

const { submit, submitReal, autosave, write } = await measured('handlers')
/** What the SDK alone takes for as many requests is a floor: no code of ours is in it. */
const spent = (what: string, { cpuMs, requests }: Spent, budget: number): void => {
  const floor = (requests * write.cpuMs).toFixed(2)
  row(`${what} (${requests} requests, ${floor} ms of it the SDK alone)`, cpuMs, 'ms', budget)
}
spent('CPU per complete validated submission', submit, 15)
spent('the same, clas-reel with 20 collectifs, coherence included', submitReal, 15)
spent('CPU per autosave', autosave, 2)

/** What checks answers whole: a submission, a correction of one, and what another version would make of them. */
const checkingAnswers = new Set([
  'http/submit-answers',
  'http/correct-answers',
  'http/rehearse-change',
  'http/change-version',
  'scheduled/move-campaign',
])
for (const { name, bytes, coldImportMs, hasSurveyCore } of await measureBundles()) {
  const checksAnswers = checkingAnswers.has(name)
  row(`${name}: cold import (CPU)`, coldImportMs, 'ms', checksAnswers ? 250 : 120)
  if (!checksAnswers) row(`${name}: bundle`, bytes / 1024, 'KB', 450)
  else
    rows.push({
      what: `${name}: bundle`,
      measured: `${(bytes / 1024).toFixed(0)} KB`,
      budget: '–',
      within: true,
    })
  if (hasSurveyCore !== checksAnswers) {
    rows.push({
      what: `${name}: survey-core`,
      measured: String(hasSurveyCore),
      budget: String(checksAnswers),
      within: false,
    })
  }
}

if (existsSync(process.env.CHROMIUM_PATH ?? '/usr/bin/chromium')) {
  const page = await measured('fillPage')
  row('Fill page, bytes on the wire, cold', page.wireBytes / 1024, 'KB', 330)
  row('Fill page, bytes before first paint', page.bytesBeforeFirstPaint / 1024, 'KB', 30)
  row('Fill page, FCP at 4× CPU', page.fcpMs, 'ms', 1000)
  row('Fill page, LCP at 4× CPU', page.lcpMs, 'ms', 1200)
  row('Fill page, blocking time after FCP at 4× CPU', page.blockingMs, 'ms', 200)
  const desk = await measured('cockpit')
  row(`The Caf’s list of ${desk.rows} dossiers: first rows`, desk.firstRowsMs, 'ms', 3000)
  row('the same: all sorted by organisation', desk.sortMs, 'ms', 500)
  row('the same: searched', desk.searchMs, 'ms', 200)
  row('the same: bytes on the wire', desk.listBytes / 1024, 'KB', 1000)
  for (const { questions, openMs, typeMs, moveMs, undoMs, ...lag } of await measured('editor')) {
    row(`The plan of ${questions} questions: open`, openMs, 'ms', questions <= 300 ? 1000 : 2000)
    row('the same: a letter typed', typeMs, 'ms', 100)
    row('the same: a question moved', moveMs, 'ms', 200)
    row('the same: taken back', undoMs, 'ms', 200)
    row('the same: from the last letter to the preview', lag.previewMs, 'ms', questions <= 300 ? 1500 : 4000)
    row('the same: from the last letter to the checks', lag.checksMs, 'ms', questions <= 300 ? 1500 : 4000)
    row('the same: CPU of the page per letter', lag.letterCpuMs, 'ms', questions <= 300 ? 20 : 50)
    row('the same: longest task of the page meanwhile', lag.longestTaskMs, 'ms', questions <= 300 ? 50 : 100)
  }
} else {
  console.log('No Chromium: the fill page was not measured (apt-get install -y chromium).')
}

for (const { dossiers, seconds, cpuSeconds, peakMB, replyKB } of await measureResults()) {
  console.log(`results of ${dossiers} dossiers: ${seconds.toFixed(0)} s, ${replyKB.toFixed(0)} KB`)
  row(`Results of ${dossiers} dossiers: CPU`, cpuSeconds, 's', 12)
  row(`Results of ${dossiers} dossiers: peak of resident memory`, peakMB, 'MB', 1024)
}

if (values['skip-campaign']) {
  console.log('The campaign was not measured (--skip-campaign).')
} else {
  // Side by side: neither has a budget of time.
  const [campaign, exports] = await Promise.all([
    measureCampaign(values.responses),
    measureExports(values.responses),
  ])
  for (const measure of campaign) {
    const { what, seconds, writes, reads, handled, heapMB } = measure
    console.log(
      `${what} ${handled} responses: ${seconds.toFixed(0)} s, ${writes} writes, ${reads} reads, heap ${heapMB.first.toFixed(0)} then ${heapMB.last.toFixed(0)} MB`,
    )
    row(`${what} ${handled} responses, heap at the end`, heapMB.last, 'MB', 256)
    row(`${what} ${handled} responses, writes for each`, writes / handled, '', 1.1)
  }
  for (const { format, dossiers, seconds, peakMB, fileMB } of exports) {
    console.log(
      `export ${dossiers} dossiers as ${format}: ${seconds.toFixed(0)} s, ${fileMB.toFixed(0)} MB, peak ${peakMB.toFixed(0)} MB`,
    )
    row(`export ${dossiers} dossiers as ${format}, peak of resident memory`, peakMB, 'MB', 256)
  }
}

console.table(rows)
console.log(`${rows.filter(({ within }) => within).length} of ${rows.length} within budget`)
process.exit(0)
