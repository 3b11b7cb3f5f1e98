// The Caf's list of a campaign with 10,000 dossiers, in a browser: from asking for the page to the first rows, then
// sorting all of them and searching among them, each until the browser has drawn what came of it.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Page } from 'playwright-core'
import { startLocal } from '../../infra/local/local.ts'
import { putBusyCampaign } from './cockpit-rows.ts'

const EMAIL = 'campagne@caf731.test'
const RUNS = 5

export type CockpitMeasure = {
  readonly rows: number
  readonly firstRowsMs: number
  readonly sortMs: number
  readonly searchMs: number
  readonly listBytes: number
}

/** The median of some runs; the campaign is put before. */
export const measureCockpit = async (rows = 10_000): Promise<CockpitMeasure> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'echeance-bench-cockpit-'))
  const now = '2026-06-10T09:00:00.000Z'
  const local = await startLocal({ port: 0, dataDir, now })
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  })
  try {
    await putBusyCampaign('mesure', rows, { now, formId: 'clas-bilan' })
    const page = await (await browser.newContext({ locale: 'fr-FR' })).newPage()
    page.setDefaultTimeout(120_000)
    await page.goto(local.origin)
    await page.getByRole('button', { name: 'Se connecter' }).first().click()
    await page.locator(`button[value="${EMAIL}"]`).click()
    await page.waitForURL(/caf/)
    const devtools = await page.context().newCDPSession(page)
    await devtools.send('Network.enable')
    let list = ''
    let listBytes = 0
    devtools.on('Network.responseReceived', ({ requestId, response }) => {
      if (response.url.endsWith('/mesure/responses')) list = requestId
    })
    devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      if (requestId === list) listBytes = encodedDataLength
    })
    const firstRows: number[] = []
    for (let run = 0; run < RUNS; run += 1) {
      const start = performance.now()
      await page.goto(`${local.origin}/caf/campagne/?id=mesure`)
      await page.locator('.rows tbody tr').nth(99).waitFor()
      firstRows.push(performance.now() - start)
    }
    const sorts: number[] = []
    const searches: number[] = []
    for (let run = 0; run < RUNS; run += 1) {
      sorts.push(await drawnAfter(page, 'sort'))
      searches.push(await drawnAfter(page, run % 2 === 0 ? 'lac 7' : 'bauges'))
      await drawnAfter(page, '')
    }
    return {
      rows,
      firstRowsMs: median(firstRows),
      sortMs: median(sorts),
      searchMs: median(searches),
      listBytes,
    }
  } finally {
    await browser.close()
    await local.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

/** How long the page takes to draw after a press on « Organisation », or after these words are searched. */
const drawnAfter = (page: Page, what: string): Promise<number> =>
  page.evaluate(async (asked) => {
    const start = performance.now()
    if (asked === 'sort') document.querySelector<HTMLElement>('th.col-organisation .sort')?.click()
    else {
      const field = document.querySelector<HTMLInputElement>('#recherche')
      if (field) field.value = asked
      field?.dispatchEvent(new Event('input', { bubbles: true }))
    }
    // The frame after the one in which it is drawn.
    for (let frame = 0; frame < 2; frame += 1) await new Promise((done) => requestAnimationFrame(done))
    return performance.now() - start
  }, what)

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
