// The plan of a questionnaire of 60, 300 and 1,000 questions, in a browser: from asking for the page to its rows, then
// typing a title, moving a question and taking it back, each until the browser has drawn what came of it.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Page } from 'playwright-core'
import type { Content } from '../../forms/editing-wire.ts'
import { startLocal } from '../../infra/local/local.ts'

const EMAIL = 'concepteur@caf731.test'
const RUNS = 9

export type EditorMeasure = {
  readonly questions: number
  /** From asking for the page to the rows of the outline. */
  readonly openMs: number
  readonly typeMs: number
  readonly moveMs: number
  readonly undoMs: number
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
    const page = await (await browser.newContext({ locale: 'fr-FR' })).newPage()
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
      results.push({ questions, ...(await measureOne(page, address)) })
    }
    return results
  } finally {
    await browser.close()
    await local.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

const measureOne = async (page: Page, address: string): Promise<Omit<EditorMeasure, 'questions'>> => {
  const opened: number[] = []
  for (let run = 0; run < 3; run += 1) {
    const start = performance.now()
    await page.goto(address)
    await page.locator('.plan-row').nth(3).waitFor()
    opened.push(performance.now() - start)
  }
  await page.locator('.plan-row').nth(3).click()
  await page.locator('#champ-plan-title').waitFor()
  const times = { type: [] as number[], move: [] as number[], undo: [] as number[] }
  for (let run = 0; run < RUNS; run += 1) {
    times.type.push(await drawnAfter(page, 'type'))
    times.move.push(await drawnAfter(page, 'move'))
    times.undo.push(await drawnAfter(page, 'undo'))
  }
  return {
    openMs: median(opened),
    typeMs: median(times.type),
    moveMs: median(times.move),
    undoMs: median(times.undo),
  }
}

/** How long the page takes to draw after a letter of the title, a step down, or taking the last step back. */
const drawnAfter = (page: Page, what: 'type' | 'move' | 'undo'): Promise<number> =>
  page.evaluate(async (asked) => {
    const press = (key: string) =>
      document
        .querySelector('.plan-row[tabindex="0"]')
        ?.dispatchEvent(new KeyboardEvent('keydown', { key, ctrlKey: true, bubbles: true }))
    const start = performance.now()
    if (asked === 'type') {
      const field = document.querySelector<HTMLInputElement>('#champ-plan-title')
      if (field) field.value += 'x'
      field?.dispatchEvent(new Event('input', { bubbles: true }))
    } else press(asked === 'move' ? 'ArrowDown' : 'z')
    // The frame after the one in which it is drawn.
    for (let frame = 0; frame < 2; frame += 1) await new Promise((done) => requestAnimationFrame(done))
    return performance.now() - start
  }, what)

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
