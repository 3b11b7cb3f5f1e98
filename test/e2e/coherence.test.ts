// A réel in the browser: what contradicts and what is unusual as it is filled, the explanation from the draft to the
// Caf, the estimate step by step, the forecast beside each line, and what was taken from it to be confirmed.
import { beforeAll, describe, expect, it } from 'vitest'
import { actualAnswers } from '../../infra/local/demo-money.ts'
import {
  expectAccessible,
  expectNoSidewaysScroll,
  hasChromium,
  type Person,
  PHONE,
  signIn,
  useBrowser,
} from '../support/browser.ts'
import { changed } from '../support/coherence-cases.ts'
import { goTo, isSaved, PARTNER, questionsAreLive } from '../support/fill-page.ts'
import { saveReel } from '../support/save-reel.ts'
import { type Caller, usePlatform } from '../support/server.ts'

// In the one school year whose rates are known.
const platform = usePlatform({ now: '2024-06-10T09:00:00.000Z' })
const { open } = useBrowser()

const YEAR = '2023-2024'
const DRAFT = 'reel-ouvert-caf731.clas-des-bauges'
const CALLED = 'reel-ouvert-caf731.clas-de-belledonne'
const why = 'Une intervenante est partie en mars.'

/** Four collectifs where the levels make three and three were notified, one of them with a single adult. */
const faulty = changed(actualAnswers(YEAR), {
  '/collectifs_total': 4,
  '/collectifs/0/intervenants': 1,
})

const fill = async (person: Person, id: string, section: string) => {
  await person.page.goto(`${platform.local.origin}/remplir/clas-reel/1/?dossier=${id}&partie=${section}`)
  await questionsAreLive(person)
}
const review = async ({ page }: Person, id: string) => {
  await page.goto(`${platform.local.origin}/relire/?dossier=${id}`)
  await page.locator('#transmettre').waitFor()
}
const coherence = ({ page }: Person) => page.getByRole('region', { name: 'Cohérence de vos réponses' })
const explanation = ({ page }: Person, rule: string) => page.locator(`#explication-${rule}`)

describe.skipIf(!hasChromium)('the coherence of a réel', () => {
  let partner: Person
  let api: Caller
  beforeAll(async () => {
    api = await platform.as(PARTNER)
    await saveReel(api, DRAFT, faulty)
    partner = await open()
    await signIn(partner, platform.local.origin, PARTNER)
  })

  it('tells where answers contradict one another, and leads to the very field', async () => {
    await fill(partner, DRAFT, 'activite')
    const { page } = partner
    const total = coherence(partner).getByRole('link', { name: 'Collectifs, en tout' }).first()
    await total.waitFor()
    await expectAccessible(partner)
    await total.click()
    await page.locator('#q-collectifs_total input:focus').waitFor()
    await page.locator('#q-collectifs_total .q-errors').waitFor()
    const parts = page.getByRole('navigation', { name: 'Parties' })
    await parts
      .getByText(/à corriger/)
      .first()
      .waitFor()
  })

  it('leads to the cell of a table', async () => {
    await fill(partner, DRAFT, 'collectifs')
    const { page } = partner
    await coherence(partner).getByRole('link', { name: 'Vos collectifs, ligne 1, Intervenants' }).click()
    const focused = page.locator('input:focus')
    await expect.poll(() => focused.inputValue()).toBe('1')
    expect(await focused.evaluate((input) => input.closest('td')?.dataset.title)).toContain('Intervenants')
  })

  it('stops the transmission, and its links lead from the review to the field', async () => {
    await review(partner, DRAFT)
    const { page } = partner
    await page.getByRole('button', { name: 'Transmettre' }).click()
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('contradictions')
    await expectAccessible(partner)
    expect((await api.get(`/responses/${DRAFT}`)).body.submission).toBeUndefined()
    const { body } = await api.get(`/responses/${DRAFT}/history`)
    expect(body.items.map(({ type }: { type: string }) => type)).not.toContain('attempt')
    await page.locator('#contradictions').getByRole('link', { name: 'Collectifs, en tout' }).first().click()
    await page.waitForURL(/partie=activite#collectifs_total/)
    await page.locator('#q-collectifs_total input:focus').waitFor()
    await page.locator('#q-collectifs_total input').fill('3')
    await isSaved(partner)
    await coherence(partner).getByText('Corrigez ou complétez').waitFor({ state: 'detached' })
  })

  it('keeps the explanation with the draft: it outlives a reload, and another person reads it', async () => {
    await fill(partner, DRAFT, 'collectifs')
    await explanation(partner, 'R9').fill(why)
    await isSaved(partner)
    await expectAccessible(partner)
    await partner.page.reload()
    await questionsAreLive(partner)
    await expect.poll(() => explanation(partner, 'R9').inputValue()).toBe(why)
    const colleague = await platform.as('saisie@asso-belledonne.test')
    expect((await colleague.get(`/responses/${DRAFT}`)).body.sections.justifications.answers.R9).toBe(why)
  })

  it('estimates the funding step by step, as the answers stand', async () => {
    const { page } = partner
    const estimate = page.getByRole('region', { name: 'Estimation de la prestation de service' })
    await estimate.getByText('Le calcul, étape par étape').click()
    const steps = await estimate.getByRole('row').allTextContents()
    expect(steps.find((step) => step.startsWith('Collectifs pris en compte'))).toContain(
      'dans la limite de la notification',
    )
    const before = await estimate.locator('.funding-total strong').textContent()
    await goTo(partner, 'Charges')
    await page.getByLabel(/64 – Frais de personnel/).fill('9 000')
    await expect.poll(() => estimate.locator('.funding-total strong').textContent()).not.toBe(before)
    await page.getByLabel(/64 – Frais de personnel/).fill('9 486')
    await isSaved(partner)
  })

  it('asks at the review for what is not explained yet, then sends the explanations with the answers', async () => {
    await review(partner, DRAFT)
    const { page } = partner
    await explanation(partner, 'R9').fill('')
    await page.getByRole('button', { name: 'Transmettre' }).click()
    const focused = () => page.evaluate(() => document.activeElement?.id)
    expect(await focused()).toMatch(/^explication-R/)
    for (const field of await page.locator('.checks textarea').all()) await field.fill(why)
    await page.getByRole('button', { name: 'Transmettre' }).click()
    await page.waitForURL(/\/recu\//)
    await page
      .getByRole('region', { name: 'Cohérence des réponses transmises' })
      .getByText(why)
      .first()
      .waitFor()
    await expectAccessible(partner)
    const { coherence: kept } = (await api.get(`/responses/${DRAFT}`)).body.submission
    expect(kept.ruleSet).toBe('clas-reel, version 1')
    expect(kept.findings.find(({ rule }: { rule: string }) => rule === 'R9').justification).toBe(why)
  })

  it('is read by the Caf, with the explanation, the estimate and the forecast', async () => {
    const agent = await open()
    await signIn(agent, platform.local.origin, 'conseiller@caf731.test')
    await agent.page.goto(`${platform.local.origin}/caf/dossier/?id=${DRAFT}`)
    const { page } = agent
    const told = page.getByRole('region', { name: 'Cohérence des réponses transmises' })
    await told.getByText(why).first().waitFor()
    await told.getByText('clas-reel, version 1').waitFor()
    await page.getByRole('region', { name: 'Estimation de la prestation de service' }).waitFor()
    const salaries = page.getByRole('row', { name: /64 – Frais de personnel/ })
    expect((await salaries.getByRole('cell').allTextContents()).map(plain)).toEqual([
      '9 486,00 €',
      '11 842,00 €',
      '−2 356,00 € (−20 %)',
    ])
    await expectAccessible(agent)
  })
})

describe.skipIf(!hasChromium)('a réel that the Caf corrects', () => {
  let agent: Person
  let api: Caller
  const obstacles = () => agent.page.locator('#a-regler')
  const checks = () => agent.page.getByRole('region', { name: 'Cohérence des réponses corrigées' })
  const number = () => api.get(`/responses/${DRAFT}`).then(({ body }) => body.submission.number)
  beforeAll(async () => {
    api = await platform.as('conseiller@caf731.test')
    agent = await open()
    await signIn(agent, platform.local.origin, 'conseiller@caf731.test')
    await agent.page.goto(
      `${platform.local.origin}/remplir/clas-reel/1/?dossier=${DRAFT}&corriger=1&partie=activite`,
    )
    await questionsAreLive(agent)
  })

  it('tells the agent at once what contradicts, beside the forecast and the estimate', async () => {
    const { page } = agent
    await page.getByRole('region', { name: 'Estimation de la prestation de service' }).waitFor()
    await page.locator('#q-semaines').getByText('Prévu : 32').waitFor()
    await page.locator('#q-collectifs_total input').fill('4')
    await checks().getByText('elles empêchent d’enregistrer').waitFor()
    await page.getByLabel('Motif de la correction').fill('Relevé au téléphone')
    await page.getByRole('button', { name: 'Enregistrer la correction' }).click()
    await page.locator('#a-regler:focus').waitFor()
    await obstacles().getByRole('link', { name: 'Activité' }).waitFor()
    await expectAccessible(agent)
    await page.setViewportSize(PHONE)
    await expectNoSidewaysScroll(agent)
    await expectAccessible(agent)
    await page.setViewportSize({ width: 1200, height: 900 })
    expect(await number()).toBe(1)
    await page.locator('#q-collectifs_total input').fill('3')
    await obstacles().waitFor({ state: 'detached' })
  })

  it('keeps what the partner explained, and asks the agent why of what is newly unusual', async () => {
    const { page } = agent
    await goTo(agent, 'Collectifs')
    await page.getByLabel('Explication du partenaire, gardée si vous n’y changez rien').first().waitFor()
    await goTo(agent, 'Produits')
    await page.getByLabel(/76 – /).fill('0,01')
    const field = explanation(agent, 'R13')
    await field.waitFor()
    await obstacles().getByText('1 à expliquer').waitFor()
    await page.getByRole('button', { name: 'Enregistrer la correction' }).click()
    await page.locator('#a-regler:focus').waitFor()
    await field.fill('Un arrondi de la banque.')
    await obstacles().waitFor({ state: 'detached' })
    await expectAccessible(agent)
    await page.reload()
    await questionsAreLive(agent)
    await expect.poll(() => field.inputValue()).toBe('Un arrondi de la banque.')
    await page.getByLabel('Motif de la correction').fill('Relevé au téléphone')
    await page.getByRole('button', { name: 'Enregistrer la correction' }).click()
    await page.waitForURL(/\/caf\/dossier\//)
    expect(await number()).toBe(2)
    const told = page.getByRole('region', { name: 'Cohérence des réponses transmises' })
    await told.getByText('Explication de la Caf : Un arrondi de la banque.').waitFor()
    await told.getByText(`Explication du partenaire : ${why}`).first().waitFor()
  })
})

describe.skipIf(!hasChromium)('a réel on a telephone', () => {
  let person: Person
  beforeAll(async () => {
    person = await open(PHONE)
    await signIn(person, platform.local.origin, PARTNER)
  })

  it('shows the forecast and the difference beside each line as it is typed', async () => {
    await fill(person, CALLED, 'charges')
    const { page } = person
    const row = (name: string) => page.getByRole('row', { name: new RegExp(name) })
    await page.getByLabel(/60 – Achats/).fill('1 000')
    await page.getByLabel(/65 – Autres charges/).fill('12,50')
    const read = async (name: string) => (await row(name).locator('.read').allTextContents()).map(plain)
    await expect.poll(() => read('60 – Achats')).toEqual(['845,30 €', '+154,70 € (+18 %)'])
    expect(await read('65 – Autres charges')).toEqual(['0,00 €', 'non comparable'])
    await expectNoSidewaysScroll(person)
    await expectAccessible(person)
    await goTo(person, 'Activité')
    await page.getByLabel(/Semaines d’activité/).fill('40')
    await page.locator('#q-semaines').getByText('Prévu : 32 · écart : +8 (+25 %)').waitFor()
    await isSaved(person)
    await expectNoSidewaysScroll(person)
  })

  it('marks what comes from the forecast until it is changed or confirmed, reload or not', async () => {
    await fill(person, CALLED, 'activite')
    const { page } = person
    const marks = () => page.locator('.carried').count()
    expect(await marks()).toBe(4)
    await page
      .locator('#q-collectifs_total')
      .getByRole('button', { name: /Confirmer/ })
      .click()
    await page.locator('#q-collectifs_lycee input').fill('1')
    await expect.poll(marks).toBe(2)
    await isSaved(person)
    await expectAccessible(person)
    await page.reload()
    await questionsAreLive(person)
    await expect.poll(marks).toBe(2)
    await review(person, CALLED)
    const left = page.locator('.missing').filter({ hasText: 'à confirmer' }).getByRole('listitem')
    await expect.poll(() => left.count()).toBe(5)
    await expectAccessible(person)
    await expectNoSidewaysScroll(person)
    await left.filter({ hasText: 'dont collectifs du collège' }).getByRole('link').click()
    await questionsAreLive(person)
    await page.getByRole('button', { name: 'Confirmer les 2 réponses' }).click()
    await expect.poll(marks).toBe(0)
    await isSaved(person)
    await page.reload()
    await questionsAreLive(person)
    await page.locator('#q-collectifs_lycee').waitFor()
    expect(await marks()).toBe(0)
  })
})

/** With plain spaces. */
const plain = (text: string): string => text.replaceAll(/\s/g, ' ')
