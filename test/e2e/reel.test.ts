import { beforeAll, describe, expect, it } from 'vitest'
import { forecastAnswers } from '../../infra/local/demo-money.ts'
import {
  expectAccessible,
  expectNoSidewaysScroll,
  hasChromium,
  type Person,
  PHONE,
  signIn,
  useBrowser,
} from '../support/browser.ts'
import { publishedForm } from '../support/definitions.ts'
import { goTo, isSaved, PARTNER, questionsAreLive } from '../support/fill-page.ts'
import { type Caller, usePlatform } from '../support/server.ts'
import { typeSection } from '../support/type-answers.ts'

const platform = usePlatform({ now: '2026-06-10T09:00:00.000Z' })
const { open } = useBrowser()

const REEL = 'reel-ouvert-caf731.clas-de-belledonne'
const FULL = 'reel-ouvert-caf731.clas-des-bauges'
const { definition } = publishedForm('clas-reel')
const SECTIONS = { activite: 'Activité', collectifs: 'Collectifs', charges: 'Charges', produits: 'Produits' }

describe.skipIf(!hasChromium)('a réel', () => {
  let partner: Person
  let api: Caller
  beforeAll(async () => {
    api = await platform.as(PARTNER)
    partner = await open()
    await signIn(partner, platform.local.origin, PARTNER)
    await partner.page.goto(`${platform.local.origin}/remplir/clas-reel/1/?dossier=${REEL}`)
    await questionsAreLive(partner)
  })

  it('is typed in euros, section after section, and confirmed', async () => {
    const { page } = partner
    const { schoolYear } = (await api.get(`/responses/${REEL}`)).body
    const answers = forecastAnswers(schoolYear)
    for (const [section, title] of Object.entries(SECTIONS)) {
      await typeSection(partner, definition, section, answers)
      await expectAccessible(partner)
      await page.getByRole('button', { name: 'Confirmer cette partie' }).click()
      await page.getByText(/^Confirmée par Camille Martin/).waitFor()
      await expect.poll(() => page.getByRole('heading', { level: 2 }).first().textContent()).toContain(title)
    }
    const { sections } = (await api.get(`/responses/${REEL}`)).body
    expect(sections.charges.answers.charges).toEqual(answers.charges)
    expect(sections.produits.answers.produits).toEqual(answers.produits)
    expect(sections.activite.answers).toMatchObject({ etp_salaries: 0.35, enfants: answers.enfants })
    expect(sections.collectifs.answers.collectifs).toEqual(answers.collectifs)
  })

  it('shows its totals as they are typed, and again when it is opened', async () => {
    const { page } = partner
    const total = page.locator('#q-charges tfoot')
    for (const again of [false, true]) {
      if (again) await page.reload()
      await questionsAreLive(partner)
      await goTo(partner, 'Charges')
      await expect.poll(() => total.textContent()).toMatch(/17\s636,55\s€/)
      await expect
        .poll(() => page.locator('#q-charges_hors_contributions').textContent())
        .toMatch(/14\s536,55\s€/)
      await expect.poll(() => page.locator('#q-charges input').first().inputValue()).toBe('845,30')
      await goTo(partner, 'Collectifs')
      await expect.poll(() => page.locator('#q-collectifs_bonus_enfants').textContent()).toMatch(/enfants2$/)
      await expect
        .poll(() => page.locator('#q-bonus_enfants_projet textarea').inputValue())
        .toMatch(/^Un atelier/)
    }
    await expectAccessible(partner)
  })

  it('duplicates a row by keyboard, and goes on in the copy', async () => {
    const { page } = partner
    await goTo(partner, 'Collectifs')
    const rows = page.locator('#q-collectifs tbody tr')
    await page.getByRole('button', { name: 'Dupliquer la ligne 2' }).focus()
    await page.keyboard.press('Enter')
    const copy = page.getByLabel('ligne 4, colonne Lieu')
    await expect.poll(() => copy.evaluate((it) => it === document.activeElement)).toBe(true)
    await expect.poll(() => copy.inputValue()).toBe('École du Centre')
    await expect.poll(() => rows.nth(3).locator('select').first().inputValue()).toBe('elementaire')
    await page.getByRole('status').getByText('Ligne 2 dupliquée : la copie est la ligne 4.').waitFor()
    await expect.poll(() => page.locator('#q-collectifs_bonus_enfants').textContent()).toMatch(/enfants3$/)

    page.once('dialog', (dialog) => dialog.accept())
    await page.getByRole('button', { name: 'Retirer la ligne 4' }).click()
    await page.getByRole('status').getByText('Ligne 4 retirée.').waitFor()
    await expect.poll(() => rows.count()).toBe(3)
    await isSaved(partner)
  })

  it('is read in euros at the review, transmitted, and read so by the Caf', async () => {
    const { page } = partner
    await page.setViewportSize(PHONE)
    const confirm = page.getByRole('button', { name: 'Confirmer cette partie' })
    if (await confirm.isVisible()) await confirm.click()
    await page.getByText(/^Confirmée par/).waitFor()
    await page.goto(`${platform.local.origin}/relire/?dossier=${REEL}`)
    const charges = page.getByRole('region', { name: 'Charges', exact: true })
    await charges.getByText(/^14\s536,55\s€$/).waitFor()
    await expect.poll(() => charges.textContent()).not.toContain('84530')
    await expectAccessible(partner)
    await expectNoSidewaysScroll(partner)
    await page.getByRole('button', { name: 'Transmettre' }).click()
    await page.getByText('C’est transmis.').waitFor()
    await page
      .locator('#q-charges')
      .getByText(/^845,30\s€$/)
      .first()
      .waitFor()
    const { submission } = (await api.get(`/responses/${REEL}`)).body
    expect(submission.answers).toMatchObject({
      charges: { c60: { montant: 84_530 }, c63b: { montant: 0 } },
      'charges-total': { montant: 1_763_655 },
      charges_hors_contributions: 1_453_655,
      resultat: 0,
    })

    const agent = await open()
    await signIn(agent, platform.local.origin, 'conseiller@caf731.test')
    await agent.page.goto(`${platform.local.origin}/caf/dossier/?id=${REEL}`)
    await agent.page
      .locator('#q-charges')
      .getByText(/^845,30\s€$/)
      .first()
      .waitFor()
    await expect.poll(() => agent.page.locator('#q-charges tfoot').textContent()).toMatch(/17\s636,55\s€/)
    await expectAccessible(agent)
  })

  it('tells how many collectifs it takes once they are all there', async () => {
    const { schoolYear, sections } = (await api.get(`/responses/${FULL}`)).body
    const [first] = [forecastAnswers(schoolYear).collectifs].flat()
    const saved = await api.put(`/responses/${FULL}/sections/collectifs`, {
      headers: { 'if-match': `"${sections.collectifs?.revision ?? 0}"` },
      body: { answers: { collectifs: Array.from({ length: 39 }, () => first) } },
    })
    expect(saved.status).toBe(200)
    const person = await open()
    const { page } = person
    await signIn(person, platform.local.origin, PARTNER)
    await page.goto(`${platform.local.origin}/remplir/clas-reel/1/?dossier=${FULL}&partie=collectifs`)
    await questionsAreLive(person)
    await page.getByRole('button', { name: 'Dupliquer la ligne 39' }).click()
    await page.getByText('40 lignes au plus : vous y êtes.').waitFor()
    await expect.poll(() => page.getByRole('button', { name: /^Dupliquer|^Ajouter/ }).count()).toBe(0)
    await expectAccessible(person)
    page.once('dialog', (dialog) => dialog.accept())
    await page.getByRole('button', { name: 'Retirer la ligne 40' }).click()
    await page.getByRole('button', { name: 'Ajouter un collectif' }).waitFor()
    await expect.poll(() => page.locator('#q-collectifs tbody tr').count()).toBe(39)
  })
})
