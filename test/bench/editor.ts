// The plan of a questionnaire of 60, 300 and 1,000 questions, in a browser: from asking for the page, with nothing kept
// from another visit, to the properties of a question; then a letter of a title, a question moved and taken back, by real
// keys and each until the browser has drawn what came of it; and how long the preview and the checks are behind.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, type CDPSession, chromium, type Page } from 'playwright-core'
import type { Content } from '../../forms/editing-wire.ts'
import { startLocal } from '../../infra/local/local.ts'

const EMAIL = 'concepteur@caf731.test'
const RUNS = 9

export type EditorMeasure = {
  readonly questions: number
  /** From asking for the page to the properties of a question that was chosen as soon as it was there. */
  readonly openMs: number
  readonly typeMs: number
  readonly moveMs: number
  readonly undoMs: number
  /** From the last letter of some typed to the preview with them, and to what the checks find in them. */
  readonly previewMs: number
  readonly checksMs: number
  /** The longest task of the page meanwhile, those of the preview among them when they share a thread. */
  readonly longestTaskMs: number
  /** What a letter takes of the page's own thread, other programs of the machine left out. */
  readonly letterCpuMs: number
}

/** The median of some runs, for each size. */
export const measureEditor = async (
  sizes: readonly number[] = [60, 300, 1_000],
): Promise<EditorMeasure[]> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'echeance-bench-editor-'))
  const local = await startLocal({ port: 0, dataDir })
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  })
  try {
    const signedIn = await browser.newContext({ locale: 'fr-FR' })
    const page = await signedIn.newPage()
    page.setDefaultTimeout(120_000)
    await page.goto(local.origin)
    await page.getByRole('button', { name: 'Se connecter' }).first().click()
    await page.locator(`button[value="${EMAIL}"]`).click()
    await page.waitForURL(/caf/)
    const results: EditorMeasure[] = []
    for (const questions of sizes) {
      const reply = await fetch(`${local.origin}/api/forms`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${await local.tokenFor(EMAIL)}`,
          'content-type': 'application/json',
        },
        body: JSON.stringify({ title: `Mesure ${questions}`, from: { content: contentOf(questions) } }),
      })
      if (reply.status !== 201) throw new Error(await reply.text())
      const address = `${local.origin}/caf/questionnaire/?formulaire=mesure-${questions}`
      results.push({ questions, ...(await measureOne(signedIn, address)) })
    }
    return results
  } finally {
    await browser.close()
    await local.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

const measureOne = async (
  signedIn: BrowserContext,
  address: string,
): Promise<Omit<EditorMeasure, 'questions'>> => {
  const opened: number[] = []
  for (let run = 0; run < 3; run += 1) opened.push(await openedCold(signedIn, address))
  const page = await signedIn.newPage()
  page.setDefaultTimeout(120_000)
  await page.goto(address)
  await choose(page)
  await page.frameLocator('.preview-frame').locator('.questions').waitFor()
  const times = { type: [] as number[], move: [] as number[], undo: [] as number[] }
  for (let run = 0; run < RUNS; run += 1) {
    await page.locator('#champ-plan-title').focus()
    times.type.push(await drawnAfter(page, 'x'))
    await page.locator('.plan-row[tabindex="0"]').focus()
    times.move.push(await drawnAfter(page, 'Control+ArrowDown'))
    times.undo.push(await drawnAfter(page, 'Control+z'))
  }
  const lags = []
  const cdp = await signedIn.newCDPSession(page)
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' })
  for (let run = 0; run < 5; run += 1) lags.push(await lagAfter(page, cdp, run))
  await page.close()
  return {
    openMs: median(opened),
    typeMs: median(times.type),
    moveMs: median(times.move),
    undoMs: median(times.undo),
    previewMs: median(lags.map(({ preview }) => preview)),
    checksMs: median(lags.map(({ checks }) => checks)),
    longestTaskMs: median(lags.map(({ longest }) => longest)),
    letterCpuMs: median(lags.map(({ letterCpu }) => letterCpu)),
  }
}

/** In a new context, signed in by the cookies of another: nothing of the page is in a cache. */
const openedCold = async (signedIn: BrowserContext, address: string): Promise<number> => {
  const browser = signedIn.browser()
  const context = await browser?.newContext({
    locale: 'fr-FR',
    storageState: await signedIn.storageState(),
  })
  if (!context) throw new Error('the browser is gone')
  const page = await context.newPage()
  page.setDefaultTimeout(120_000)
  const start = performance.now()
  await page.goto(address, { waitUntil: 'commit' })
  await choose(page)
  const ms = performance.now() - start
  await context.close()
  return ms
}

const choose = async (page: Page): Promise<void> => {
  await page.locator('.plan-row').nth(3).click()
  await page.locator('#champ-plan-title').waitFor()
}

/** From a key to the frame after the one in which what came of it is drawn. */
const drawnAfter = async (page: Page, key: string): Promise<number> => {
  const drawn = await page.evaluateHandle(() => ({
    ms: new Promise<number>((done) => {
      const onKey = ({ key, timeStamp }: KeyboardEvent): void => {
        if (key === 'Control') return
        removeEventListener('keydown', onKey, true)
        requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - timeStamp)))
      }
      addEventListener('keydown', onKey, true)
    }),
  }))
  await page.keyboard.press(key)
  return drawn.evaluate(({ ms }) => ms)
}

/** Types on in a title, and waits for the preview to show it and for the checks to tell what it names. */
const lagAfter = async (page: Page, cdp: CDPSession, run: number) => {
  const frame = page.frames().find((one) => new URL(one.url()).pathname === '/apercu/')
  if (!frame) throw new Error('there is no preview')
  const seen = await page.evaluateHandle(() => {
    const told = { longest: 0, lastKey: 0 }
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) told.longest = Math.max(told.longest, duration)
    }).observe({ type: 'longtask' })
    const onKey = ({ timeStamp }: KeyboardEvent): void => {
      told.lastKey = performance.timeOrigin + timeStamp
    }
    addEventListener('keydown', onKey, true)
    return told
  })
  await page.locator('#champ-plan-title').focus()
  const isShown = Promise.all([frame.evaluate(shownAt, `fin${run}`), page.evaluate(shownAt, `« zut${run} »`)])
  const letters = ` {zut${run}} et la fin${run}`
  const before = await cpuOf(cdp)
  await page.keyboard.type(letters, { delay: 60 })
  const letterCpu = ((await cpuOf(cdp)) - before) / letters.length
  const [preview, checks] = await isShown
  const { longest, lastKey } = await seen.evaluate((told) => told)
  return { preview: preview - lastKey, checks: checks - lastKey, longest, letterCpu }
}

/** The milliseconds that the tasks of a page have taken of its thread. */
const cpuOf = async (cdp: CDPSession): Promise<number> => {
  const { metrics } = await cdp.send('Performance.getMetrics')
  return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN)
}

/** When a page says something, on the clock that its frames share. */
const shownAt = (said: string): Promise<number> =>
  new Promise((done) => {
    const look = (): void => {
      // Pages put a space that no line ends at inside the quotes.
      if (!document.body.textContent?.replaceAll('\u00a0', ' ').includes(said)) return
      watching.disconnect()
      // Not the next frame: one that is out of the window draws none.
      done(performance.timeOrigin + performance.now())
    }
    const watching = new MutationObserver(look)
    watching.observe(document.body, { subtree: true, childList: true, characterData: true })
    look()
  })

const TYPES = ['text', 'radiogroup', 'comment', 'dropdown']

/** Pages of twenty questions, one in five shown by a condition. */
const contentOf = (questions: number): Content => {
  const pages = Array.from({ length: questions / 20 }, (_, page) => ({
    name: `page_${page}`,
    title: `Partie ${page + 1}`,
    elements: Array.from({ length: 20 }, (_, i) => ({
      type: TYPES[i % TYPES.length] ?? 'text',
      name: `q_${page}_${i}`,
      title: `Question ${i + 1} de la partie ${page + 1}`,
      ...(i % 2 === 1 ? { choices: ['oui', 'non'] } : { maxLength: 200 }),
      ...(i % 5 === 4 ? { visibleIf: `{q_${page}_1} = 'oui'` } : {}),
    })),
  }))
  return {
    definition: { locale: 'fr', clearInvisibleValues: 'onComplete', pages },
    info: {
      id: `mesure-${questions}`,
      title: `Mesure ${questions}`,
      referencePrefix: 'ME',
      estimatedMinutes: 30,
      sections: pages.map(({ name, title }) => ({ name, title, role: 'saisie-activite' })),
      prefilled: {},
      toPrepare: [],
    },
  }
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
