import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { putFormVersion } from '../../functions/store/forms.ts'
import { callResponse } from '../../functions/store/responses.ts'
import { writeStaticFiles } from '../../infra/local/static-files.ts'
import { expectAccessible, hasChromium, signIn, useBrowser } from '../support/browser.ts'
import { everyTypeForm } from '../support/every-type.ts'
import { goTo, isSaved, PARTNER, pressAtLength, questionsAreLive } from '../support/fill-page.ts'
import { hasKeyboard } from '../support/hands.ts'
import { calledResponse } from '../support/response.ts'
import { usePlatform } from '../support/server.ts'

describe.skipIf(!hasChromium)('a questionnaire with every type of question', () => {
  const platform = usePlatform()
  const browser = useBrowser()
  const { formId } = everyTypeForm
  const closesAt = '2026-06-30T22:00:00.000Z'
  const response = calledResponse('types.clas-des-bauges', { formId, closesAt })
  beforeAll(async () => {
    await putFormVersion(everyTypeForm)
    await writeStaticFiles(formId, join(platform.dataDir, 'site'))
    await callResponse(response)
  })

  test('is answered, saved as it is meant, and read again', async () => {
    const person = await browser.open()
    const { page } = person
    const sections = async () =>
      (await (await platform.as(PARTNER)).get(`/responses/${response.id}`)).body.sections
    await signIn(person, platform.local.origin, PARTNER)
    await page.goto(`${platform.local.origin}/remplir/${formId}/1/?dossier=${response.id}`)
    await questionsAreLive(person)
    const at = (question: string) => page.locator(`#q-${question}`)
    await at('entier').locator('input').fill('12')
    await at('montant').locator('input').fill('2.5')
    await at('jour').locator('input').fill('2024-10-02')
    await at('mel').locator('input').fill('a@b.fr')
    await at('choix').getByRole('radio', { name: 'Autre' }).check()
    await at('choix').locator('textarea, input[type=text]').fill('Tout autre chose')
    await at('liste').locator('select').selectOption('y')
    await at('plusieurs').getByLabel('q', { exact: true }).check()
    await at('etiquettes').getByLabel('2').check()
    await at('etiquettes').getByLabel('3').check()
    await at('vrai').getByLabel('Oui').check()
    await at('note').getByLabel('3').check()
    await at('ordre').getByRole('button', { name: 'Monter iii' }).click()
    await expect
      .poll(() => at('curseur').getByRole('slider').getAttribute('aria-valuetext'))
      .toBe('Sans réponse')
    await at('curseur').getByRole('textbox').fill('17')
    await at('curseur').getByRole('textbox').press('Tab')
    await at('curseur').getByText('de 10 en 10 à partir de 5').waitFor()
    await at('curseur').getByRole('textbox').fill('15')
    await at('curseur').getByRole('slider').press('ArrowRight')
    await expect.poll(() => at('curseur').getByRole('textbox').inputValue()).toBe('25')
    await at('entre').getByRole('slider', { name: 'De' }).press('ArrowRight')
    await at('entre').getByRole('textbox', { name: 'à' }).fill('8')
    await at('image').getByRole('radio', { name: 'Une montagne' }).check()
    await at('images').getByRole('checkbox', { name: 'Vue w' }).check()
    await at('images').getByRole('checkbox', { name: 'Vue u' }).check()
    await expect.poll(() => at('image').locator('canvas').first().getAttribute('width')).toBe('1')
    await at('heure').locator('input').fill('09:30')
    await at('moment').locator('input').fill('2024-10-02T14:05')
    await expect.poll(() => at('somme').textContent()).toContain('14,5')
    await isSaved(person)
    expect((await sections()).simples.answers).toEqual({
      entier: 12,
      montant: 2.5,
      jour: '2024-10-02',
      mel: 'a@b.fr',
      choix: 'other',
      'choix-Comment': 'Tout autre chose',
      liste: 'y',
      plusieurs: ['q'],
      etiquettes: [2, 3],
      vrai: true,
      note: 3,
      ordre: ['i', 'iii', 'ii'],
      curseur: 25,
      entre: [1, 8],
      image: 'mont',
      images: ['w', 'u'],
      heure: '09:30',
      moment: '2024-10-02T14:05',
    })

    await expectAccessible(person)
    await goTo(person, 'tables')
    await page.getByRole('radio', { name: 'r1 : bien' }).check()
    await at('tableau').locator('input.num').first().fill('4')
    await at('lignes').getByRole('button', { name: 'Ajouter' }).click()
    const addPlace = at('lieux').getByRole('button', { name: 'Ajouter' })
    const places = at('lieux').locator('.q-panel')
    await addPlace.click()
    await places.getByRole('radio', { name: 'oui' }).check()
    const takeAway = async (answer: 'accept' | 'dismiss'): Promise<void> => {
      page.once('dialog', (asked) => asked[answer]())
      await places.locator('button').click()
    }
    await takeAway('dismiss')
    expect(await places.count()).toBe(1)
    await takeAway('accept')
    await at('lieux').getByText('retrait fait').waitFor()
    expect(await places.count()).toBe(0)
    await expect.poll(() => hasKeyboard(addPlace)).toBe(true)
    await page.keyboard.press('Enter')
    await expect.poll(() => hasKeyboard(places.locator('input').first())).toBe(true)
    await at('contacts').getByLabel('nom').fill('Noor')
    await expectAccessible(person)
    await isSaved(person)
    expect((await sections()).tables.answers).toMatchObject({
      grille: { r1: 'bien' },
      tableau: { l1: { n: 4 } },
      contacts: { nom: 'Noor' },
    })
    await page.reload()
    await questionsAreLive(person)
    await expect.poll(() => page.getByRole('radio', { name: 'r1 : bien' }).isChecked()).toBe(true)
    await expect.poll(() => at('contacts').getByLabel('nom').inputValue()).toBe('Noor')
  })

  test('keeps what cannot be taken, says so, and sends nothing before it is corrected', async () => {
    const person = await browser.open()
    const { page } = person
    await signIn(person, platform.local.origin, PARTNER)
    await page.goto(`${platform.local.origin}/remplir/${formId}/1/?dossier=${response.id}`)
    await questionsAreLive(person)
    const price = page.locator('#q-prix input')
    await price.fill('douze')
    await goTo(person, 'Tables')
    const cell = page.locator('#q-tableau input.num').first()
    await cell.fill('3,5')
    const rows = page.locator('#q-lignes tbody tr')
    const before = await rows.count()
    await pressAtLength(person, page.locator('#q-lignes').getByRole('button', { name: 'Ajouter' }))
    await expect.poll(() => rows.count()).toBe(before + 1)
    await page.locator('#q-tableau').getByText('Écrivez un nombre entier').waitFor()
    const age = page.locator('#q-contacts').getByLabel('age')
    await age.fill('beaucoup')
    await age.press('Tab')
    await page.getByText('3 réponses à corriger ne sont pas enregistrées').first().waitFor()
    await page.reload()
    await questionsAreLive(person)
    await expect.poll(() => cell.inputValue()).toBe('3,5')
    await expect.poll(() => age.inputValue()).toBe('beaucoup')
    await page.getByText('3 réponses à corriger ne sont pas enregistrées').first().waitFor()

    await page.goto(`${platform.local.origin}/relire/?dossier=${response.id}`)
    const notice = page.locator('#saisies-a-corriger')
    await notice.getByText('3 réponses n’ont pas pu être enregistrées').waitFor()
    await notice.getByText(/«.douze.» n’est pas un nombre/).waitFor()
    await notice.getByText(/«.3,5.» n’est pas enregistré/).waitFor()
    await expectAccessible(person)
    await page.getByRole('button', { name: 'Transmettre', exact: true }).click()
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('saisies-a-corriger')
    await notice.getByRole('link', { name: 'prix' }).click()
    await questionsAreLive(person)
    await expect.poll(() => price.inputValue()).toBe('douze')
    await price.fill('')
    await price.press('Tab')
    await page.getByText('2 réponses à corriger ne sont pas enregistrées').first().waitFor()
    await goTo(person, 'Tables')
    await cell.fill('4')
    await age.fill('')
    await age.press('Tab')
    await isSaved(person)
  })

  test('asks only the sections that the answers call for', async () => {
    const person = await browser.open()
    const { page } = person
    await signIn(person, platform.local.origin, PARTNER)
    await page.goto(`${platform.local.origin}/remplir/${formId}/1/?dossier=${response.id}`)
    await questionsAreLive(person)
    const tables = page.getByRole('navigation', { name: 'Parties' }).getByRole('link', { name: 'tables' })
    await tables.waitFor()
    await page.getByRole('radio', { name: 'c', exact: true }).check()
    await tables.waitFor({ state: 'detached' })
    await expect.poll(() => page.getByRole('link', { name: /^Continuer/ }).count()).toBe(0)
  })

  test('cleans the HTML of a definition, and that of an answer put into it', async () => {
    const [first, ...others] = z.array(z.record(z.string(), z.json())).parse(everyTypeForm.definition.pages)
    const html = '<p id="mot">Bonjour <b>{mel}</b> <a href="javascript:alert(1)">ici</a></p>'
    const elements = [{ type: 'html', name: 'mot', html }, ...z.array(z.json()).parse(first?.elements)]
    const definition = { ...everyTypeForm.definition, pages: [{ ...first, elements }, ...others] }
    await putFormVersion({ ...everyTypeForm, version: 2, definition })
    await writeStaticFiles(formId, join(platform.dataDir, 'site'))
    await callResponse(calledResponse('html.clas-des-bauges', { formId, formVersion: 2, closesAt }))

    const person = await browser.open()
    const { page } = person
    await signIn(person, platform.local.origin, PARTNER)
    await page.goto(`${platform.local.origin}/remplir/${formId}/2/?dossier=html.clas-des-bauges`)
    await questionsAreLive(person)
    await page.locator('#q-mel input').fill('<a href="javascript:alert(2)">Noor</a>')
    await page.locator('#q-mot a', { hasText: 'Noor' }).waitFor()
    expect(await page.locator('#q-mot').innerHTML()).not.toContain('javascript')
  })
})
