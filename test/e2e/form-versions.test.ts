// The versions of a questionnaire: their proof, what changes between them, starting again from one.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  expectAccessible,
  expectNoSidewaysScroll,
  hasChromium,
  type Person,
  PHONE,
  signIn,
  useBrowser,
} from '../support/browser.ts'
import { type Caller, usePlatform } from '../support/server.ts'

const platform = usePlatform({ now: '2026-06-10T09:00:00.000Z' })
const { open } = useBrowser()
const DESIGNER = 'concepteur@caf731.test'
const PATH = '/forms/enquete-suivie'

const question = (name: string, title: string, more: object = {}) => ({
  type: 'text',
  maxLength: 100,
  name,
  title,
  ...more,
})
const contentOf = (elements: readonly object[]) => ({
  definition: { locale: 'fr', title: 'Enquête suivie', pages: [{ name: 'page1', title: 'Tout', elements }] },
  info: {},
})
const first = contentOf([question('nom', 'Nom'), question('ville', 'Ville')])
const second = contentOf([question('nom', 'Nom', { isRequired: true })])
const third = contentOf([question('nom', 'Nom de famille', { isRequired: true })])

let designer: Caller
/** Saves this as the draft; answers its version. */
const save = async (content: object): Promise<string> => {
  const { etag } = await designer.get(PATH)
  const body = { title: 'Enquête suivie', content, tab: 'onglet' }
  const reply = await designer.put(`${PATH}/draft`, { headers: { 'if-match': etag }, body })
  expect(reply.status).toBe(200)
  return reply.etag
}
const publish = async (content: object) => {
  const reply = await designer.post(`${PATH}/versions`, { headers: { 'if-match': await save(content) } })
  expect([reply.status, reply.body.errors]).toEqual([201, undefined])
}
beforeAll(async () => {
  designer = await platform.as(DESIGNER)
  await designer.post('/forms', { body: { title: 'Enquête suivie', from: 'blank' } })
  await publish(first)
  await publish(second)
  await save(third)
})

const opened = async (): Promise<Person> => {
  const person = await open()
  await signIn(person, platform.local.origin, DESIGNER)
  await person.page.goto(`${platform.local.origin}/caf/questionnaires/versions/?formulaire=enquete-suivie`)
  await person.page.getByRole('heading', { name: 'Versions publiées' }).waitFor()
  return person
}
const shot = async ({ page }: Person, name: string) => {
  if (process.env.SHOTS)
    await page.screenshot({ path: join(process.env.SHOTS, `${name}.png`), fullPage: true })
}

describe.skipIf(!hasChromium)('the versions of a questionnaire', () => {
  it('are told with their proof, and what changes from one to another or to the draft', async () => {
    const person = await opened()
    const { page } = person
    const { versions } = (await designer.get(PATH)).body
    for (const { sha256 } of versions) await page.getByText(sha256).waitFor()
    await page.getByLabel('De', { exact: true }).selectOption('1')
    await page.getByLabel('À', { exact: true }).selectOption('2')
    await page.getByRole('button', { name: 'Voir les changements' }).press('Enter')
    const heading = page.getByRole('heading', { name: /^De la version 1 à la version 2 : \d changements$/ })
    await heading.waitFor()
    expect(await heading.evaluate((element) => element === document.activeElement)).toBe(true)
    const changes = page.getByRole('region', { name: /^De la version 1/ })
    await changes.getByText(/Ville/).first().waitFor()
    await changes
      .getByText(/obligatoire/)
      .first()
      .waitFor()
    await changes.getByText('Touche des réponses').first().waitFor()
    await changes.getByText(/^En JSON/).click()
    await changes.getByText('"op": "remove"').waitFor()
    await expectAccessible(person)
    await shot(person, 'versions')
    await page.setViewportSize(PHONE)
    await expectAccessible(person)
    await expectNoSidewaysScroll(person)
    await shot(person, 'versions-phone')
    await page.setViewportSize({ width: 320, height: 640 })
    await expectNoSidewaysScroll(person)
    await page.getByLabel('De', { exact: true }).selectOption('2')
    await page.getByLabel('À', { exact: true }).selectOption('draft')
    await page.getByRole('button', { name: 'Voir les changements' }).click()
    await page.getByRole('heading', { name: 'De la version 2 au brouillon : 1 changement' }).waitFor()
    await page
      .getByText(/Nom de famille/)
      .first()
      .waitFor()
    await page.getByLabel('À', { exact: true }).selectOption('2')
    await page.getByRole('button', { name: 'Voir les changements' }).click()
    await page.getByRole('heading', { name: /rien ne change$/ }).waitFor()
  })

  it('go out as the files that SurveyJS reads', async () => {
    const person = await opened()
    const { page } = person
    await page.getByRole('button', { name: 'Exporter… : version 1' }).click()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Télécharger' }).click(),
    ])
    expect(download.suggestedFilename()).toBe('enquete-suivie-v1.json')
    expect(JSON.parse(readFileSync(await download.path(), 'utf8'))).toEqual(first.definition)
  })

  it('are started again from, over a draft only once one is told what is lost', async () => {
    const person = await opened()
    const { page } = person
    await page.getByRole('button', { name: 'Repartir de cette version… : version 1' }).click()
    await page.getByText('Le brouillon actuel est remplacé').waitFor()
    await expectAccessible(person)
    await shot(person, 'versions-restart')
    await save(second)
    await page.getByRole('button', { name: 'Remplacer le brouillon' }).click()
    await page.getByText(/enregistré entre-temps/).waitFor()
    await page.reload()
    await page.getByRole('button', { name: 'Repartir de cette version… : version 1' }).click()
    await page.getByRole('button', { name: 'Remplacer le brouillon' }).click()
    await page.waitForURL(/\/caf\/questionnaire\/\?formulaire=enquete-suivie$/)
    const { draft } = (await designer.get(PATH)).body
    expect(draft.startedFrom).toEqual({ formId: 'enquete-suivie', version: 1 })
    expect(draft.content.definition).toEqual(first.definition)
  })
})
