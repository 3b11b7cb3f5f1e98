// The questionnaires of a Caf, for those who write them: the list, new ones, files in and out, drafts given up.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { AgentRole } from '../../forms/nouns/people.ts'
import { putAgency } from '../../functions/store/members.ts'
import {
  DESKTOP,
  expectAccessible,
  expectNoSidewaysScroll,
  hasChromium,
  type Person,
  PHONE,
  signIn,
  useBrowser,
} from '../support/browser.ts'
import { definitionsElsewhere } from '../support/definitions-elsewhere.ts'
import { usePlatform } from '../support/server.ts'

const platform = usePlatform({ now: '2026-06-10T09:00:00.000Z' })
const { open } = useBrowser()
const DESIGNER = 'concepteur@caf731.test'

const NEW = 'bonjour@nouvelle-association.test'

const asDesigner = (email: string, ...more: AgentRole[]) =>
  putAgency(email, { cafId: 'caf731', cafName: 'Caf de la Savoie', roles: ['concepteur', ...more] })

const at = async (email: string, path: string, viewport = DESKTOP): Promise<Person> => {
  const person = await open(viewport)
  await signIn(person, platform.local.origin, email)
  await person.page.goto(platform.local.origin + path)
  return person
}
const shot = async ({ page }: Person, name: string) => {
  if (process.env.SHOTS)
    await page.screenshot({ path: join(process.env.SHOTS, `${name}.png`), fullPage: true })
}
const cardOf = ({ page }: Person, title: string) =>
  page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: title, exact: true }) })
const json = (name: string, text: string) => ({
  name,
  mimeType: 'application/json',
  buffer: Buffer.from(text),
})
/** The file that a person saves by doing something. */
const saved = async ({ page }: Person, act: () => Promise<void>) => {
  const [download] = await Promise.all([page.waitForEvent('download'), act()])
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') }
}
const draftOf = async (id: string) => {
  const designer = await platform.as(DESIGNER)
  return (await designer.get(`/forms/${id}`)).body.draft
}

describe.skipIf(!hasChromium)('the questionnaires of a Caf', () => {
  it('are listed with what is published, what is being changed, when, by whom, and by whom right now', async () => {
    const designer = await platform.as(DESIGNER)
    const { body } = await designer.post('/forms', { body: { title: 'Enquête de rentrée', from: 'blank' } })
    const person = await at(DESIGNER, '/caf/')
    const { page } = person
    await page.getByRole('heading', { name: 'Campagnes' }).waitFor()
    await designer.put(`/forms/${body.id}/lock`, { body: { tab: 'un-autre-onglet' } })
    await page.getByRole('link', { name: 'Questionnaires', exact: true }).click()
    const fresh = cardOf(person, 'Enquête de rentrée')
    await fresh.getByText('Jamais publié', { exact: true }).waitFor()
    await fresh.getByText(/^Brouillon modifié le mercredi 10\sjuin\s2026 à 11\sh\s\d\d par/).waitFor()
    await fresh.getByText('Vous le modifiez en ce moment, dans un autre onglet.').waitFor()
    const published = cardOf(person, 'Bilan qualitatif')
    await published.getByText(/^Version 1, publiée le .*\s202\d\.$/).waitFor()
    expect(await published.getByRole('link', { name: /^Modifier/ }).getAttribute('href')).toBe(
      '/caf/questionnaire/?formulaire=clas-bilan',
    )
    await expectAccessible(person)
    await expectNoSidewaysScroll(person)
    await shot(person, 'questionnaires')
    await page.setViewportSize(PHONE)
    await expectAccessible(person)
    await expectNoSidewaysScroll(person)
    await shot(person, 'questionnaires-phone')
    await page.setViewportSize({ width: 320, height: 640 })
    await expectNoSidewaysScroll(person)
  })

  it('grow by one from a version, made with the keyboard alone', async () => {
    const person = await at(DESIGNER, '/caf/questionnaires/')
    const { page } = person
    await page.getByRole('button', { name: 'Nouveau questionnaire…' }).press('Enter')
    await page.getByRole('dialog', { name: 'Nouveau questionnaire' }).waitFor()
    await page.getByRole('button', { name: 'Créer' }).press('Enter')
    await page.getByText('Écrivez un titre d’au moins 3 caractères.').waitFor()
    expect(await page.evaluate(() => document.activeElement?.getAttribute('id'))).toBe('champ-title')
    await expectAccessible(person)
    await page.keyboard.type('Bilan 2027')
    await page.keyboard.press('Tab')
    await page.keyboard.press('ArrowDown')
    await page
      .getByLabel('Questionnaire et version')
      .selectOption({ label: 'Bilan qualitatif, version 1 (la dernière)' })
    await expectAccessible(person)
    await shot(person, 'questionnaires-new')
    await page.setViewportSize(PHONE)
    await expectNoSidewaysScroll(person)
    await shot(person, 'questionnaires-new-phone')
    await page.getByRole('button', { name: 'Créer' }).press('Enter')
    await page.waitForURL(/\/caf\/questionnaire\/\?formulaire=bilan-2027$/)
    expect((await draftOf('bilan-2027')).startedFrom).toEqual({ formId: 'clas-bilan', version: 1 })
  })

  it('come from a file made elsewhere, whose faults are told, and go out as the same file', async () => {
    const definition = definitionsElsewhere['every type at once'] ?? {}
    const person = await at(DESIGNER, '/caf/questionnaires/')
    const { page } = person
    await page.getByRole('button', { name: 'Nouveau questionnaire…' }).click()
    await page.getByLabel('À partir d’un fichier JSON').check()
    const file = page.getByLabel('Fichier JSON', { exact: true })
    await page.getByRole('button', { name: 'Créer' }).click()
    await page.getByText('Choisissez un fichier qui se lit.').waitFor()
    await file.setInputFiles(json('faux.json', '{\n  "pages": [,]\n}'))
    await page.getByText('À la ligne 2, caractère 13').waitFor()
    await file.setInputFiles(json('gros.json', `{"pages":[],"logo":"${'x'.repeat(230_000)}"}`))
    await page.getByText('Un questionnaire pèse 220 Ko au plus.').waitFor()
    await file.setInputFiles(json('film.json', 'x'.repeat(5_000_000)))
    await page.getByText('Ce fichier pèse 5 Mo').waitFor()
    await expectAccessible(person)
    await shot(person, 'questionnaires-import-fault')
    await file.setInputFiles(json('enquete.json', JSON.stringify(definition, null, 2)))
    await page.getByText(/^Ce fichier se lit\s: 2 pages, \d+ questions\.$/).waitFor()
    expect(await page.getByLabel('Titre').inputValue()).toBe('Enquête')
    await page.getByLabel('Titre').fill('Enquête importée')
    await page.getByRole('button', { name: 'Créer' }).click()
    await page.waitForURL(/\/caf\/questionnaire\/\?formulaire=enquete-importee$/)

    await page.goto(`${platform.local.origin}/caf/questionnaires/`)
    await cardOf(person, 'Enquête importée')
      .getByRole('button', { name: /^Exporter/ })
      .click()
    await expectAccessible(person)
    await shot(person, 'questionnaires-export')
    const download = page.getByRole('button', { name: 'Télécharger' })
    const alone = await saved(person, () => download.click())
    expect(alone.name).toBe('enquete-importee-brouillon.json')
    expect(alone.text).toBe(`${JSON.stringify(definition, null, 2)}\n`)
    await cardOf(person, 'Enquête importée')
      .getByRole('button', { name: /^Exporter/ })
      .click()
    await page.getByLabel('Questionnaire complet').check()
    const whole = await saved(person, () => download.click())
    expect(JSON.parse(whole.text)).toEqual((await draftOf('enquete-importee')).content)
  })

  it('lose a draft by who has read what is lost, unless somebody saved it since', async () => {
    const designer = await platform.as(DESIGNER)
    const { body } = await designer.post('/forms', { body: { title: 'Enquête à jeter', from: 'blank' } })
    const person = await at(DESIGNER, '/caf/questionnaires/')
    const { page } = person
    const giveUp = () =>
      cardOf(person, 'Enquête à jeter')
        .getByRole('button', { name: /^Abandonner le brouillon/ })
        .click()
    await giveUp()
    await page.getByText('Ce questionnaire n’a jamais été publié').waitFor()
    await expectAccessible(person)
    await shot(person, 'questionnaires-give-up')
    const { content } = await draftOf(body.id)
    await asDesigner(NEW)
    const colleague = await platform.as(NEW)
    await colleague.put(`/forms/${body.id}/draft`, {
      headers: { 'if-match': '"1"' },
      body: { title: 'Enquête à jeter', content, tab: 'ailleurs' },
    })
    await page.getByRole('button', { name: 'Abandonner le brouillon', exact: true }).click()
    await page.getByText(/enregistré entre-temps/).waitFor()
    await page.getByRole('button', { name: 'Annuler' }).click()
    const { name } = (await colleague.get('/me')).body
    await cardOf(person, 'Enquête à jeter').getByText(`par ${name}.`).waitFor()
    await giveUp()
    await page.getByRole('button', { name: 'Abandonner le brouillon', exact: true }).click()
    await page.getByText('Le brouillon de « Enquête à jeter » est abandonné.').waitFor()
    await cardOf(person, 'Enquête à jeter').waitFor({ state: 'detached' })
    expect((await designer.get(`/forms/${body.id}`)).status).toBe(404)
  })

  it('are not for other agents, who are told so, nor in their navigation', async () => {
    const person = await at('conseiller@caf731.test', '/caf/questionnaires/')
    const { page } = person
    await page.getByRole('heading', { name: 'Réservé aux concepteurs' }).waitFor()
    expect(await page.getByRole('link', { name: 'Questionnaires', exact: true }).count()).toBe(0)
    expect(await page.getByRole('button', { name: 'Nouveau questionnaire…' }).count()).toBe(0)
    await page.goto(`${platform.local.origin}/caf/questionnaires/versions/?formulaire=clas-bilan`)
    await page.getByText(/demande le rôle «\sconcepteur\s»/).waitFor()
    await expectAccessible(person)
  })

  it('are asked by a campaign once they are published, and not before', async () => {
    await asDesigner(NEW, 'gestionnaire-campagne')
    const designer = await platform.as(NEW)
    await designer.post('/forms', { body: { title: 'Enquête pas prête', from: 'blank' } })
    const person = await at(NEW, '/caf/campagne/modifier/')
    const options = person.page.getByLabel('Questionnaire', { exact: true }).getByRole('option')
    await options.filter({ hasText: 'Bilan qualitatif' }).waitFor({ state: 'attached' })
    expect(await options.filter({ hasText: 'Enquête pas prête' }).count()).toBe(0)
  })

  it('stay shown when the server cannot be reached, and say so when nothing was shown yet', async () => {
    const person = await at(DESIGNER, '/caf/questionnaires/')
    const { page, context } = person
    await cardOf(person, 'Bilan qualitatif').waitFor()
    await page.route('**/api/forms', (route) => route.abort())
    await page.getByRole('button', { name: 'Nouveau questionnaire…' }).click()
    await page.getByLabel('Titre').fill('Sans réseau')
    await page.getByRole('button', { name: 'Créer' }).click()
    await page.getByText('Pas de connexion au serveur.').waitFor()
    await page.reload()
    await page.getByRole('heading', { name: 'Pas de connexion au serveur' }).waitFor()
    await page.unroute('**/api/forms')
    await page.getByRole('button', { name: 'Réessayer' }).click()
    await cardOf(person, 'Bilan qualitatif').waitFor()
    await context.clearCookies()
  })
})
