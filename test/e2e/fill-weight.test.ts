import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { putFormVersion } from '../../functions/store/forms.ts'
import { callResponse } from '../../functions/store/responses.ts'
import { writeStaticFiles } from '../../infra/local/static-files.ts'
import { benchForm } from '../bench/bench-form.ts'
import { hasChromium, signIn, useBrowser } from '../support/browser.ts'
import { PARTNER, questionsAreLive } from '../support/fill-page.ts'
import { calledResponse } from '../support/response.ts'
import { usePlatform } from '../support/server.ts'

const KB = 1024
/** The budgets are of 330 KB and 30 KB on the wire; the document, the definition and the replies take 10 of them. */
const FILES_BUDGET = 315 * KB
const FIRST_PAINT_BUDGET = 25 * KB
/** What the headers of a reply take: many small files weigh too. */
const HEADERS = 750

const site = join(import.meta.dirname, '../../dist/site')
const isBuilt = existsSync(join(site, 'assets'))
if (!isBuilt) console.warn('Weight of the fill page SKIPPED: the site is not built (npm run build).')

const wireBytes = (paths: readonly string[]): number =>
  paths.reduce((sum, path) => sum + statSync(join(site, `${path}.br`)).size + HEADERS, 0)

describe.skipIf(!hasChromium || !isBuilt)('the fill page of the 60-question form', () => {
  const platform = usePlatform()
  const browser = useBrowser()
  const { formId } = benchForm
  const closesAt = '2026-06-30T22:00:00.000Z'
  const response = calledResponse('mesure.page', { formId, closesAt })
  beforeAll(async () => {
    await putFormVersion(benchForm)
    await writeStaticFiles(formId, join(platform.dataDir, 'site'))
    await callResponse(response)
  })

  test('loads scripts and styles within the budget, and few of them before it shows anything', async () => {
    const person = await browser.open()
    const { page } = person
    await signIn(person, platform.local.origin, PARTNER)
    const asked = new Set<string>()
    page.on('request', (request) => {
      const { pathname } = new URL(request.url())
      if (pathname.startsWith('/assets/')) asked.add(pathname)
    })
    const document = await page.goto(`${platform.local.origin}/remplir/${formId}/1/?dossier=${response.id}`)
    await questionsAreLive(person)
    await page.waitForLoadState('networkidle')
    const html = (await document?.text()) ?? ''
    const first = [...html.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, path = '']) => path)

    // The page that makes it live and SurveyJS come by themselves: the questions were live.
    expect([...asked]).toEqual(expect.arrayContaining(first))
    expect(asked.size).toBeGreaterThan(first.length)
    expect(wireBytes([...asked])).toBeGreaterThan(200 * KB)
    expect(wireBytes([...asked]), [...asked].join(' ')).toBeLessThan(FILES_BUDGET)
    expect(wireBytes(first), first.join(' ')).toBeLessThan(FIRST_PAINT_BUDGET)
  })
})
