import { beforeAll, describe, expect, it } from 'vitest'
import { callResponse } from '../../functions/store/responses.ts'
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
import { calledResponse } from '../support/response.ts'
import { type Caller, usePlatform } from '../support/server.ts'
import { typeSection } from '../support/type-answers.ts'

const formId = 'clas-previsionnel'
const { definition, info } = publishedForm(formId)
const FORECAST = 'declare.clas-des-bauges'
const LONG = 'long.clas-des-bauges'

describe.skipIf(!hasChromium)('a prévisionnel on a telephone', () => {
  const platform = usePlatform()
  const { open } = useBrowser()
  let partner: Person
  let api: Caller
  const draft = async (id: string, section: string) =>
    (await api.get(`/responses/${id}`)).body.sections[section]?.answers ?? {}
  const visit = async (id: string, section: string) => {
    await partner.page.goto(`${platform.local.origin}/remplir/${formId}/1/?dossier=${id}&partie=${section}`)
    await questionsAreLive(partner)
  }
  beforeAll(async () => {
    const closesAt = '2026-06-30T22:00:00.000Z'
    const more = { formId, formTitle: info.title, schoolYear: '2026-2027', closesAt }
    for (const id of [FORECAST, LONG]) await callResponse(calledResponse(id, more))
    api = await platform.as(PARTNER)
    partner = await open(PHONE)
    await signIn(partner, platform.local.origin, PARTNER)
  })

  it('has its budget typed by keyboard alone, with a total at each amount', async () => {
    const { page } = partner
    await visit(FORECAST, 'charges')
    const fields = page.locator('#q-charges input')
    await fields.first().focus()
    for (let n = 0; n < 12; n += 1) {
      await page.keyboard.type(n === 0 ? '1 234,56' : '10,5')
      expect(await fields.nth(n).evaluate((it) => it === document.activeElement)).toBe(true)
      await page.keyboard.press('Tab')
    }
    await expect.poll(() => fields.first().inputValue()).toMatch(/^1\s234,56$/)
    await expect.poll(() => fields.nth(11).inputValue()).toBe('10,50')
    await expect.poll(() => page.locator('#q-charges tfoot').textContent()).toMatch(/^Total1\s350,06\s€$/)
    await isSaved(partner)
    expect((await draft(FORECAST, 'charges')).charges).toMatchObject({
      c60: { montant: 123_456 },
      c86: { montant: 1_050 },
    })
    await expectAccessible(partner)
    await expectNoSidewaysScroll(partner)
    await page.setViewportSize({ width: 320, height: 700 })
    for (const title of ['Activité', 'Collectifs', 'Charges', 'Produits']) {
      await goTo(partner, title)
      await expectNoSidewaysScroll(partner)
    }
    await page.setViewportSize(PHONE)
  })

  it.each([
    ['abc', /^Écrivez un montant en euros/],
    ['12,345', /^Écrivez un montant en euros/],
    ['-5', /^Un montant ne peut pas être négatif\s: vérifiez-le\.$/],
    ['99999999999', /^Ce montant dépasse 100\smillions d’euros/],
  ])(
    'says beside an amount why « %s » is not taken, keeps it there and stores nothing of it',
    async (typed, words) => {
      const { page } = partner
      await visit(FORECAST, 'charges')
      const field = page.locator('#q-charges input').nth(5)
      const cell = page.locator('#q-charges tbody tr').nth(5)
      await field.fill(typed)
      await field.press('Tab')
      await cell.getByText(words).waitFor()
      expect(await field.getAttribute('aria-invalid')).toBe('true')
      await expect.poll(() => field.inputValue()).toBe(typed)
      await page.locator('#q-charges input').nth(6).fill('7')
      await page.getByText('Une réponse à corriger n’est pas enregistrée').first().waitFor()
      await expect
        .poll(async () => {
          const { charges } = await draft(FORECAST, 'charges')
          return [charges.c64, charges.c65]
        })
        .toEqual([undefined, { montant: 700 }])
      await expect.poll(() => field.inputValue()).toBe(typed)
      await field.fill('0')
      await field.press('Tab')
      await cell.getByText(words).waitFor({ state: 'detached' })
      await isSaved(partner)
      expect((await draft(FORECAST, 'charges')).charges.c64).toEqual({ montant: 0 })
    },
  )

  it.each([
    ['collectifs_total', '3.5', 'Écrivez un nombre entier, sans virgule.'],
    ['collectifs_total', '41', 'Écrivez un nombre de 40 au plus.'],
    ['semaines', 'beaucoup', 'Écrivez un nombre en chiffres, par exemple 12.'],
    ['benevoles', '-1', 'Un nombre ne peut pas être négatif : vérifiez-le.'],
    ['etp_salaries', '0,355', 'Écrivez un nombre avec 2 décimales au plus.'],
  ])('says beside %s why « %s » is not taken', async (question, typed, words) => {
    const { page } = partner
    await visit(FORECAST, 'activite')
    const field = page.locator(`#q-${question} input`)
    await field.fill(typed)
    await field.press('Tab')
    await page.locator(`#q-${question}`).getByText(words, { exact: true }).waitFor()
    await expect.poll(() => field.inputValue()).toBe(typed)
    await page.locator('#q-parents input').fill(String(typed.length))
    // Until that is there: what was saved before may still be shown as such.
    await expect.poll(async () => (await draft(FORECAST, 'activite')).parents).toBe(typed.length)
    expect((await draft(FORECAST, 'activite'))[question]).toBeUndefined()
  })

  it('keeps a text of 100,000 characters in its field, says by how much to shorten it, and stores none of it', async () => {
    const { page } = partner
    await visit(LONG, 'collectifs')
    await page.getByLabel('ligne 1, colonne Bonus enfants').selectOption('oui')
    const place = page.locator('#q-bonus_enfants_projet')
    await place.locator('textarea').fill('Un atelier.')
    await isSaved(partner)
    const before = await draft(LONG, 'collectifs')
    expect(before.bonus_enfants_projet).toBe('Un atelier.')
    await place.locator('textarea').fill('a'.repeat(100_000))
    await place.locator('textarea').press('Tab')
    await place.getByText(/trop long\s: retirez-en 96\s000 caractères \(4\s000 au plus\)/).waitFor()
    await page.getByText('Vos réponses n’ont pas pu être enregistrées.').first().waitFor()
    expect(await draft(LONG, 'collectifs')).toEqual(before)
    await page.reload()
    await questionsAreLive(partner)
    expect((await place.locator('textarea').inputValue()).length).toBe(100_000)
    await place.locator('textarea').fill('Deux ateliers.')
    await place.locator('textarea').press('Tab')
    await isSaved(partner)
    expect((await draft(LONG, 'collectifs')).bonus_enfants_projet).toBe('Deux ateliers.')
  })

  it('is filled and transmitted', async () => {
    const { page } = partner
    await visit(FORECAST, 'activite')
    const answers = forecastAnswers('2026-2027')
    for (const section of ['activite', 'collectifs', 'charges', 'produits']) {
      await typeSection(partner, definition, section, answers)
      await expectAccessible(partner)
      await expectNoSidewaysScroll(partner)
      await page.getByRole('button', { name: 'Confirmer cette partie' }).click()
      await page.getByText(/^Confirmée par Camille Martin/).waitFor()
    }
    await expect.poll(() => page.locator('#q-resultat').textContent()).toMatch(/donne 0\.0,00\s€$/)
    await page.goto(`${platform.local.origin}/relire/?dossier=${FORECAST}`)
    await page.getByRole('button', { name: 'Transmettre' }).waitFor()
    await expectAccessible(partner)
    await page.getByRole('button', { name: 'Transmettre' }).click()
    await page.getByText('C’est transmis.').waitFor()
    await page
      .locator('#q-produits')
      .getByText(/^5\s850,00\s€$/)
      .first()
      .waitFor()
    await expectAccessible(partner)
    await expectNoSidewaysScroll(partner)
  })
})
