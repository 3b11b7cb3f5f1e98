// A real Chromium on the real platform: people sign in, pages are checked by axe, and any breach of the content
// security policy or error in the console fails the test that met it.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { AxeBuilder } from '@axe-core/playwright'
import type Axe from 'axe-core'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import { authorize, cookieJar } from './browserless.ts'
import { chromiumPath, TO_INSTALL } from './chromium.ts'

export const hasChromium = chromiumPath !== undefined
if (!hasChromium) console.warn(`Browser tests SKIPPED: no Chromium. ${TO_INSTALL}`)

export const DESKTOP = { width: 1200, height: 900 }
export const PHONE = { width: 360, height: 740 }

/** A person at a screen: their browser context (cookies, storage) and what went wrong in it. */
export type Person = { readonly page: Page; readonly context: BrowserContext; readonly faults: string[] }

declare global {
  /** Kept by the process, which runs files one after another: starting Chromium costs as much as a few tests. */
  var startedChromium: Promise<Browser> | undefined
}

const started = async (): Promise<Browser> => {
  const open = await globalThis.startedChromium?.catch(() => undefined)
  if (open?.isConnected()) return open
  globalThis.startedChromium = chromium.launch({
    ...(chromiumPath ? { executablePath: chromiumPath } : {}),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  })
  return globalThis.startedChromium
}

/** Gives the tests of a file Chromium; their contexts are closed with the file. */
export const useBrowser = () => {
  let browser: Browser | undefined
  const people: Person[] = []
  beforeAll(async () => {
    if (hasChromium) browser = await started()
  })
  afterEach(() => {
    expect(people.flatMap(({ faults }) => faults.splice(0))).toEqual([])
  })
  afterAll(async () => {
    await Promise.all(people.map(({ context }) => context.close()))
  })

  /**
   * Opens a browser of their own for somebody; every page of it is watched. Only one that `keeps` pages has the service
   * worker, whose requests no test can answer in the place of the server.
   */
  const open = async (viewport = DESKTOP, { keeps = false } = {}): Promise<Person> => {
    if (!browser) throw new Error('Chromium is not there')
    const context = await browser.newContext({
      viewport,
      locale: 'fr-FR',
      timezoneId: 'Europe/Paris',
      serviceWorkers: keeps ? 'allow' : 'block',
      // Nothing is told by what moves, and each frame of it would be drawn without a graphics card.
      reducedMotion: 'reduce',
    })
    const faults: string[] = []
    await context.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', (event) => {
        console.error(
          `CSP: ${event.violatedDirective} ${event.blockedURI} ${event.sample} ${event.sourceFile}`,
        )
      })
    })
    context.on('console', (message) => {
      if (message.type() === 'error' && !isExpected(message.text())) faults.push(message.text())
    })
    context.on('weberror', (error) => {
      faults.push(String(error.error()))
    })
    const page = await context.newPage()
    page.setDefaultTimeout(30_000)
    people.push({ page, context, faults })
    return { page, context, faults }
  }
  return { open }
}

/** Chromium logs every refused or lost request; those are looked at by what the page says of them. */
const isExpected = (text: string): boolean => /^Failed to load resource|net::ERR_|WebSocket/.test(text)

/** Signs in from the home page, by choosing a demo account, and arrives where their work is. */
export const signInByPage = async ({ page }: Person, origin: string, email: string): Promise<void> => {
  await page.goto(origin)
  await page.getByRole('button', { name: 'Se connecter' }).first().click()
  await page.locator(`button[value="${email}"]`).click()
  await page.waitForURL((url) => ['/mes-demarches/', '/caf/'].includes(url.pathname))
}

/**
 * Signs in as the pages do, but without going through those of the provider, and arrives where their work is: a browser
 * holds no more of a session than its cookie.
 */
export const signIn = async ({ page }: Person, origin: string, email: string): Promise<void> => {
  const { code, codeVerifier } = await authorize(cookieJar(origin), origin, email)
  // The lightest document of the site's own origin.
  await page.goto(`${origin}/config.json`)
  const home = await page.evaluate(openSession, { code, codeVerifier })
  await page.goto(origin + home)
}

/** In the page. Answers where the work of who is signed in is. */
const openSession = async (given: { code: string; codeVerifier: string }): Promise<string> => {
  const headers = { 'content-type': 'application/json' }
  const opened = await fetch('/api/session', { method: 'POST', headers, body: JSON.stringify(given) })
  const { accessToken } = await opened.json()
  const me = await fetch('/api/me', { headers: { authorization: `Bearer ${accessToken}` } })
  const { memberships, agencies } = await me.json()
  return memberships.length === 0 && agencies.length > 0 ? '/caf/' : '/mes-demarches/'
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const axeOptions = {
  runOnly: { type: 'tag' as const, values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] },
  resultTypes: ['violations' as const],
}

type Looked = {
  /** Without, it does not look into frames: it waits for ever in one whose sandbox allows no script. */
  readonly frames?: boolean
  /** A selector of what alone changed since the page was looked at whole: that part, without its frames. */
  readonly within?: string
}

/** Fails on any breach of WCAG 2.2 AA that axe can see on the page as it stands. */
export const expectAccessible = async (
  { page }: Person,
  { frames = true, within }: Looked = {},
): Promise<void> => {
  await page.evaluate(settled)
  const isPlain = within !== undefined || page.frames().length === 1
  expect(await (isPlain ? breachesOf(page, within) : breachesWithFrames(page, frames))).toEqual([])
}

/** Of a page without frames, or a part of one: axe is put there once, and answers what it blames alone. */
const breachesOf = async (page: Page, within = 'html'): Promise<string[]> => {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource)
  return page.evaluate(
    async ({ within, options }) => {
      const { axe } = window as unknown as { axe: typeof Axe }
      const { violations } = await axe.run(within, options)
      return violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
      )
    },
    // The style sheets are read over for the page as a whole alone.
    { within, options: { ...axeOptions, iframes: false, preload: within === 'html' } },
  )
}

const breachesWithFrames = async (page: Page, frames: boolean): Promise<string[]> => {
  const { violations } = await new AxeBuilder({ page, axeSource })
    .setLegacyMode(!frames)
    .options(axeOptions)
    .analyze()
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
  )
}

/** A colour on its way to another is neither: waits for what moves to its end, but for what has none. */
const settled = async (): Promise<void> => {
  const moving = document
    .getAnimations()
    .filter((each) => each.effect?.getComputedTiming().endTime !== Infinity)
  await Promise.allSettled(moving.map(({ finished }) => finished))
}

/** Fails when the page can be scrolled sideways. */
export const expectNoSidewaysScroll = async ({ page }: Person): Promise<void> => {
  const { content, window } = await page.evaluate(() => ({
    content: document.documentElement.scrollWidth,
    window: document.documentElement.clientWidth,
  }))
  expect(content).toBeLessThanOrEqual(window)
}
