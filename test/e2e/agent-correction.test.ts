import { beforeAll, describe, expect, it } from 'vitest'
import { validAnswers } from '../support/answers.ts'
import {
  expectAccessible,
  expectNoSidewaysScroll,
  hasChromium,
  type Person,
  PHONE,
  signIn,
  useBrowser,
} from '../support/browser.ts'
import { goTo, questionsAreLive } from '../support/fill-page.ts'
import { type Caller, usePlatform } from '../support/server.ts'

const platform = usePlatform({ now: '2026-06-10T09:00:00.000Z' })
const { open } = useBrowser()

const CAMPAIGN = 'bilan-2026-06-10-caf731'
const ID = `${CAMPAIGN}.clas-des-bauges`
const PATH = `/responses/${ID}`
const answers = validAnswers()

const accessibleEverywhere = async (person: Person) => {
  const wide = person.page.viewportSize()
  await expectAccessible(person)
  await expectNoSidewaysScroll(person)
  await person.page.setViewportSize(PHONE)
  await expectAccessible(person)
  await expectNoSidewaysScroll(person)
  if (wide) await person.page.setViewportSize(wide)
}

describe.skipIf(!hasChromium)('a correction by the Caf', () => {
  let agent: Person
  let partner: Person
  let api: Caller
  let desk: Caller
  beforeAll(async () => {
    api = await platform.as('partenaire@asso-belledonne.test')
    desk = await platform.as('conseiller@caf731.test')
    const sent = await api.post(`${PATH}/submission`, {
      headers: { 'idempotency-key': 'un', 'if-match': (await api.get(PATH)).etag },
      body: { answers },
    })
    expect(sent.status).toBe(201)
    agent = await open()
    await signIn(agent, platform.local.origin, 'conseiller@caf731.test')
    partner = await open()
    await signIn(partner, platform.local.origin, 'partenaire@asso-belledonne.test')
  })

  const openDesk = async ({ page }: Person, query = '') => {
    await page.goto(`${platform.local.origin}/caf/dossier/?id=${ID}${query}`)
    await page.getByRole('heading', { level: 1, name: 'Clas des Bauges' }).waitFor()
  }
  const openCorrection = async (person: Person) => {
    await openDesk(person)
    await person.page.getByRole('link', { name: 'Corriger les réponses' }).click()
    await questionsAreLive(person)
  }

  it('is made in the questionnaire itself, and refused without a reason', async () => {
    const { page } = agent
    await openCorrection(agent)
    await page.getByText('Rien n’est modifié.', { exact: true }).waitFor()
    await goTo(agent, 'Lieu de l’action')
    await page.getByRole('textbox', { name: 'Quartier' }).fill('Faubourg Maché')
    const card = page.getByRole('region', { name: 'Enregistrer la correction' })
    await card.getByText('Faubourg Maché').waitFor()
    await page.getByText('1 modification, non enregistrée.').waitFor()
    await card.getByRole('button', { name: 'Enregistrer la correction' }).click()
    await card.getByText('Écrivez le motif de la correction').waitFor()
    await accessibleEverywhere(agent)
    expect((await desk.get(PATH)).body.submission.number).toBe(1)
  })

  it('is kept on the device until it is saved', async () => {
    const { page } = agent
    await page.reload()
    await questionsAreLive(agent)
    await page.getByText('1 modification, non enregistrée.').waitFor()
    await expect
      .poll(() => page.getByRole('textbox', { name: 'Quartier' }).inputValue())
      .toBe('Faubourg Maché')
  })

  it('is checked as at submission: a fault leads to its question', async () => {
    const { page } = agent
    await goTo(agent, 'Bonus et bilan')
    const text = page.locator('#q-bilan textarea')
    const told = await text.inputValue()
    await text.fill('')
    await page.getByLabel('Motif de la correction').fill('Erreur relevée au téléphone')
    await page.getByRole('button', { name: 'Enregistrer la correction' }).click()
    const faults = page.getByRole('region', { name: 'Des réponses sont à revoir' })
    await faults.getByRole('link').first().click()
    await page.locator('#q-bilan textarea:focus').waitFor()
    await page.locator('#q-bilan textarea').fill(told)
  })

  it('counts once saved: what it changed is told on the Caf’s desk, with why', async () => {
    const { page } = agent
    await page.getByLabel('Motif de la correction').fill('Erreur relevée au téléphone')
    await page.getByRole('button', { name: 'Enregistrer la correction' }).click()
    await page.waitForURL(/\/caf\/dossier\//)
    await page.getByText('La correction est enregistrée : c’est elle qui compte.').waitFor()
    const changes = page.getByRole('region', { name: 'Ce qui a changé depuis l’envoi n° 1' })
    await changes.getByText('Faubourg Maché').waitFor()
    await page
      .getByRole('region', { name: 'Historique' })
      .getByText('Réponses corrigées par la Caf')
      .waitFor()
    await accessibleEverywhere(agent)
  })

  it('is seen by the partner, before and after, who answers by a message', async () => {
    const { page } = partner
    await page.goto(`${platform.local.origin}/mes-demarches/`)
    await page.getByRole('link', { name: 'Voir ce que la Caf a corrigé' }).click()
    const seen = page.getByRole('region', { name: 'Corrigé par la Caf' })
    await seen.getByText('Faubourg Maché').waitFor()
    await seen.getByText('Erreur relevée au téléphone').first().waitFor()
    await seen.getByText('C’est cette version qui compte.').waitFor()
    await page
      .getByRole('region', { name: 'Envois et reçus' })
      .getByText('Envoi n° 1', { exact: true })
      .waitFor()
    await page.getByRole('button', { name: 'Envoyer le message' }).click()
    await page.getByText('Écrivez votre message.').waitFor()
    await page.getByLabel('Écrire à la Caf').fill('Le quartier est <b>Bissy</b>.')
    await page.reload()
    await expect.poll(() => page.getByLabel('Écrire à la Caf').inputValue()).toMatch(/^Le quartier/)
    await page.getByLabel('À propos d’une question').selectOption({ label: 'Quartier' })
    await page.getByRole('button', { name: 'Envoyer le message' }).click()
    await page.getByText('Message envoyé. La Caf est prévenue par mél.').waitFor()
    await page.getByText('Le quartier est <b>Bissy</b>.').waitFor()
    await expect.poll(() => page.getByLabel('Écrire à la Caf').inputValue()).toBe('')
    await accessibleEverywhere(partner)
  })

  it('leaves the receipt of what the partner sent to be downloaded, beside its own', async () => {
    const { page } = partner
    const row = page.getByRole('region', { name: 'Envois et reçus' }).getByRole('listitem')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      row.filter({ hasText: 'Envoi n° 1' }).getByRole('button', { name: 'Reçu signé' }).click(),
    ])
    expect(download.suggestedFilename()).toBe('recu-envoi-1.jws')
    await page.goto(`${platform.local.origin}/recu/?dossier=${ID}`)
    await page.getByRole('heading', { level: 1, name: /: corrigé par la Caf$/ }).waitFor()
    await page.getByText('La Caf a corrigé vos réponses.').waitFor()
  })

  it('tells the Caf of unread messages in its list, until they are read', async () => {
    const { page } = agent
    await page.goto(`${platform.local.origin}/caf/campagne/?id=${CAMPAIGN}`)
    await page.getByText('1 message non lu').waitFor()
    await page.getByRole('link', { name: 'Clas des Bauges' }).click()
    const messages = page.getByRole('region', { name: 'Messages' })
    await messages.getByText('nouveau', { exact: true }).waitFor()
    await messages.getByText('À propos de : Quartier').waitFor()
    for (;;) if ((await desk.get(PATH)).body.unread === 0) break
    await page.goBack()
    await page.getByRole('link', { name: 'Clas des Bauges' }).waitFor()
    await page.reload()
    await page.getByRole('link', { name: 'Clas des Bauges' }).waitFor()
    await expect.poll(() => page.getByText('1 message non lu').count()).toBe(0)
  })

  it('shows what somebody else changed meanwhile, and lets one choose', async () => {
    const { page } = agent
    await openCorrection(agent)
    await goTo(agent, 'Lieu de l’action')
    await page.getByRole('textbox', { name: 'Quartier' }).fill('Le mien')
    await page.getByLabel('Motif de la correction').fill('Deuxième motif')
    const other = await desk.put(`${PATH}/answers`, {
      headers: { 'if-match': (await desk.get(PATH)).etag },
      body: { answers: { ...answers, quartier: 'Le sien' }, reason: 'Autre agent' },
    })
    expect(other.status).toBe(200)
    await page.getByRole('button', { name: 'Enregistrer la correction' }).click()
    const notice = page.getByRole('region', { name: /a modifié ces réponses entre-temps/ })
    await notice.getByText('Le sien').waitFor()
    await accessibleEverywhere(agent)
    await page.getByRole('button', { name: 'Garder la vôtre' }).click()
    await page.getByRole('button', { name: 'Enregistrer la correction' }).click()
    await page.waitForURL(/\/caf\/dossier\//)
    const now = (await desk.get(PATH)).body.submission
    expect([now.number, now.answers.quartier]).toEqual([4, 'Le mien'])
  })

  it('goes through when only the draft of the partner moved, which the review then tells apart', async () => {
    const { page } = agent
    await openCorrection(agent)
    await goTo(agent, 'Lieu de l’action')
    await page.getByRole('textbox', { name: 'Quartier' }).fill('Corrigé encore')
    await page.getByLabel('Motif de la correction').fill('Troisième motif')
    const { sections } = (await api.get(PATH)).body
    const saved = await api.put(`${PATH}/sections/lieu`, {
      headers: { 'if-match': `"${sections.lieu?.revision ?? 0}"` },
      body: { answers: { quartier: 'Brouillon' } },
    })
    expect(saved.status).toBe(200)
    await page.getByRole('button', { name: 'Enregistrer la correction' }).click()
    await page.waitForURL(/\/caf\/dossier\//)
    await partner.page.goto(`${platform.local.origin}/relire/?dossier=${ID}`)
    await partner.page.getByText('votre brouillon remplacerait la correction de la Caf pour').waitFor()
    await accessibleEverywhere(partner)
  })

  it('asked of the partner is shown beside its questions, and comes back with what changed', async () => {
    await openDesk(agent)
    const { page } = agent
    await page.getByRole('button', { name: 'Demander une correction…' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('À corriger jusqu’à la fin du').fill('2026-06-20')
    await dialog.getByLabel('Ce qui est à corriger').fill('Précisez ces réponses.')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Demander une correction…' }).click()
    await expect.poll(() => dialog.getByLabel('Ce qui est').inputValue()).toBe('Précisez ces réponses.')
    await dialog.getByLabel('À corriger jusqu’à la fin du').fill('2026-06-20')
    await dialog.getByText('Lieu de l’action').click()
    await dialog.getByLabel('Quartier', { exact: true }).check()
    await accessibleEverywhere(agent)
    await dialog.getByRole('button', { name: 'Demander la correction' }).click()
    await page.getByText('La correction est demandée').waitFor()

    await partner.page.goto(`${platform.local.origin}/remplir/clas-bilan/1/?dossier=${ID}&partie=lieu`)
    await questionsAreLive(partner)
    await partner.page.getByRole('textbox', { name: 'Quartier À corriger, demande la Caf' }).waitFor()
    await partner.page.getByText('Questions concernées : Quartier.').waitFor()
    await accessibleEverywhere(partner)

    const back = await api.post(`${PATH}/submission`, {
      headers: { 'idempotency-key': 'retour', 'if-match': (await api.get(PATH)).etag },
      body: { answers: { ...answers, quartier: 'Précisé' } },
    })
    expect(back.status).toBe(201)
    await openDesk(agent)
    const changes = page.getByRole('region', { name: /Ce qui a changé depuis l’envoi/ })
    await changes.getByText('La correction demandée est revenue').waitFor()
    await changes.getByText('Précisé').waitFor()
  })
})

describe.skipIf(!hasChromium)('two agents on one dossier', () => {
  const validate = async ({ page }: Person) => {
    await page.getByRole('button', { name: 'Valider…' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Valider' }).click()
  }
  const readIt = async (person: Person) => {
    await person.page.goto(`${platform.local.origin}/caf/dossier/?id=${ID}`)
    await person.page.getByRole('button', { name: 'Valider…' }).waitFor()
  }

  it('the second is told what the first changed, nothing of theirs is done, and they choose', async () => {
    const agent = await open()
    await signIn(agent, platform.local.origin, 'conseiller@caf731.test')
    const { page } = agent
    await readIt(agent)
    const desk = await platform.as('conseiller@caf731.test')
    const corrected = await desk.put(`${PATH}/answers`, {
      headers: { 'if-match': (await desk.get(PATH)).etag },
      body: { answers: { ...answers, quartier: 'De l’autre agent' }, reason: 'Vu avec le partenaire' },
    })
    expect(corrected.status).toBe(200)
    await validate(agent)
    const told = page.getByRole('region', { name: 'Ce dossier a changé pendant que vous le lisiez' })
    await told.getByText('Réponses corrigées par la Caf').waitFor()
    await told.getByText('Vu avec le partenaire').waitFor()
    expect(await page.getByRole('dialog').count()).toBe(0)
    expect((await desk.get(PATH)).body.status).toBe('submitted')
    await page
      .getByRole('region', { name: /Ce qui a changé depuis/ })
      .getByText('De l’autre agent')
      .waitFor()
    await accessibleEverywhere(agent)
    await told.getByRole('button', { name: 'J’en ai pris connaissance' }).click()
    await told.waitFor({ state: 'detached' })
  })

  it('a draft that the partner saves meanwhile keeps nobody from validating what was transmitted', async () => {
    const agent = await open()
    await signIn(agent, platform.local.origin, 'conseiller@caf731.test')
    await readIt(agent)
    const partner = await platform.as('partenaire@asso-belledonne.test')
    const { sections } = (await partner.get(PATH)).body
    const saved = await partner.put(`${PATH}/sections/lieu`, {
      headers: { 'if-match': `"${sections.lieu?.revision ?? 0}"` },
      body: { answers: { quartier: 'Un autre brouillon' } },
    })
    expect(saved.status).toBe(200)
    await validate(agent)
    await agent.page.getByText('Le dossier est validé. Le partenaire est prévenu par mél.').waitFor()
  })
})

describe.skipIf(!hasChromium)('the list of a campaign', () => {
  it('travels with its filter and order from dossier to dossier, and back', async () => {
    const agent = await open()
    await signIn(agent, platform.local.origin, 'conseiller@caf731.test')
    const { page } = agent
    await page.goto(`${platform.local.origin}/caf/campagne/?id=${CAMPAIGN}&tri=-projet`)
    await page.getByRole('link', { name: 'Clas du Val' }).click()
    const ways = page.getByRole('navigation', { name: 'Dossiers de la liste' })
    await ways.getByText('Dossier 1 sur 4 de la liste').waitFor()
    await ways.getByRole('link', { name: 'Suivant : Clas du Lac' }).click()
    await ways.getByText('Dossier 2 sur 4 de la liste').waitFor()
    await page
      .getByRole('link', { name: /^Bilan qualitatif/ })
      .first()
      .click()
    await page.waitForURL(/tri=-projet/)
  })
})
