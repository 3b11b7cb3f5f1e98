import type { Page } from 'playwright-core'
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
import { saveAll } from '../support/fill.ts'
import { usePlatform } from '../support/server.ts'
import { runAt } from '../support/work.ts'

const platform = usePlatform({ now: '2026-06-10T09:00:00.000Z' })
const { open } = useBrowser()

const OPEN = 'bilan-ouvert-caf731'
const UPCOMING = 'bilan-a-venir-caf731'
const CLOSED = 'bilan-clos-caf731'
const PROPOSED = 'bilan-propose-caf731'

const signedIn = async (email: string, viewport?: typeof PHONE): Promise<Person> => {
  const person = await open(viewport)
  await signIn(person, platform.local.origin, email)
  return person
}
const go = (page: Page, path: string) => page.goto(platform.local.origin + path)
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

/** Fills the days of the form of a campaign. */
const fillDays = async (page: Page, firstDay: string, lastDay: string) => {
  await page.getByLabel('Premier jour', { exact: true }).fill(firstDay)
  await page.getByLabel('Dernier jour, compris', { exact: true }).fill(lastDay)
}

describe.skipIf(!hasChromium)('the one who runs campaigns', () => {
  let agent: Person
  let partner: Person
  let campaign = ''
  beforeAll(async () => {
    agent = await signedIn('campagne@caf731.test')
    partner = await signedIn('partenaire@asso-belledonne.test')
  })
  const card = (project: string) =>
    partner.page
      .getByRole('article', { name: 'Bilan qualitatif 2027-2028' })
      .filter({ hasText: `Projet «\u00a0${project}\u00a0»` })

  it('fills in a campaign and reads at once when it opens, closes, reminds, and whom it calls', async () => {
    const { page } = agent
    await page.getByRole('link', { name: 'Nouvelle campagne' }).click()
    await page.getByLabel('Questionnaire', { exact: true }).selectOption('clas-bilan')
    await page.getByLabel('Année scolaire', { exact: true }).selectOption('2027-2028')
    await expect.poll(() => page.getByLabel('Titre').inputValue()).toBe('Bilan qualitatif 2027-2028')
    await fillDays(page, '2026-06-10', '2026-06-30')
    await page.getByLabel('Rappels, en jours').fill('7, 0')
    await page.getByLabel('Une liste de projets').check()
    await page.getByLabel('Importer une liste').setInputFiles({
      name: 'projets.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('Projet;Commune\nClas du Val;Bourg\nClas inconnu;Nulle part\n'),
    })
    await page.getByText('Un projet du fichier est choisi.').waitFor()
    await page.getByText('ligne 3 : « Clas inconnu »').waitFor()
    await page.getByLabel('Clas du Val').uncheck()
    await page.getByLabel('Rechercher un projet ou une organisation').fill('belledonne')
    await page.getByRole('button', { name: 'Choisir tous ceux affichés' }).click()
    await page.getByText('2 projets choisis sur 4').waitFor()
    await page.getByLabel('Ce que coûte une absence').fill('Sans bilan, pas de versement de PS.')
    const preview = page.getByRole('region', { name: 'Ce que fera la campagne' })
    await preview.getByText('dès la publication').waitFor()
    await preview.getByText('mardi 30 juin 2026 à 23 h 59 (heure de Paris)').waitFor()
    await preview.getByText('mardi 23 juin 2026 à 9 h 00').waitFor()
    await preview.getByText('2 projets').waitFor()
    await expectAccessible(agent)
  })

  it('publishes it once told who is called and when', async () => {
    const { page } = agent
    await page.getByRole('button', { name: 'Publier…' }).click()
    const dialog = page.getByRole('dialog', { name: 'Publier «\u00a0Bilan qualitatif 2027-2028\u00a0» ?' })
    await dialog.getByText('2 projets seront appelés tout de suite').waitFor()
    await dialog.getByText('mardi 30 juin 2026 à 23 h 59 (heure de Paris)').waitFor()
    await expectAccessible(agent)
    await dialog.getByRole('button', { name: 'Publier' }).click()
    await page.getByText('La campagne est publiée.').waitFor()
    await page.getByText('2 dossiers', { exact: true }).waitFor()
    campaign = new URL(page.url()).searchParams.get('id') ?? ''
    expect(campaign).not.toBe('')
    await page.getByText('2 dossiers appelés').waitFor()
  })

  it('is followed by the partner, who sees what is due, for when, and what missing it costs', async () => {
    await go(partner.page, '/mes-demarches/')
    await card('Clas des Bauges').getByText('mardi 30 juin 2026 à 23 h 59 (heure de Paris)').waitFor()
    await card('Clas des Bauges').getByText('Sans bilan, pas de versement de PS.').waitFor()
    await expect.poll(() => card('Clas de Belledonne').count()).toBe(1)
  })

  it('gives one response more time, with a reason that the partner reads', async () => {
    const { page } = agent
    await go(page, `/caf/campagne/?id=${campaign}`)
    await page.getByRole('link', { name: 'Clas des Bauges' }).click()
    await page.getByRole('button', { name: 'Prolonger l’échéance…' }).click()
    const dialog = page.getByRole('dialog', { name: 'Prolonger l’échéance de ce dossier' })
    await button(page, 'Prolonger').click()
    await dialog.getByText('Choisissez un jour.').waitFor()
    await dialog.getByText('Écrivez le motif : le partenaire le lira.').waitFor()
    await dialog.getByLabel('Nouveau dernier jour').fill('2026-06-20')
    await dialog.getByText('C’est avant l’échéance actuelle').waitFor()
    await dialog.getByLabel('Motif').fill('inondation des locaux')
    await button(page, 'Prolonger').click()
    await dialog.locator('.field.faulty').getByText('Ce dossier est déjà ouvert jusqu’au').waitFor()
    await dialog.getByLabel('Nouveau dernier jour').fill('2026-07-05')
    await dialog.getByText('Ouvert jusqu’au dimanche 5 juillet 2026 à 23 h 59 (heure de Paris).').waitFor()
    await button(page, 'Prolonger').click()
    await page.getByText('L’échéance est prolongée jusqu’au dimanche 5 juillet 2026').waitFor()
    const history = page.getByRole('region', { name: 'Historique' })
    await history.getByText('Échéance prolongée').waitFor()
    await history.getByText('Jusqu’au dimanche 5 juillet 2026 à 23 h 59 (heure de Paris).').waitFor()
    await history.getByText('inondation des locaux').waitFor()
    await go(partner.page, '/mes-demarches/')
    await card('Clas des Bauges')
      .getByText('Échéance prolongée au dimanche 5 juillet 2026 par votre Caf : inondation des locaux.')
      .waitFor()
    await expect.poll(() => card('Clas de Belledonne').getByText('prolongée').count()).toBe(0)
  })

  it('extends the whole campaign, for those too that had more time already', async () => {
    const { page } = agent
    await go(page, `/caf/campagne/?id=${campaign}`)
    await page.getByRole('button', { name: 'Prolonger…' }).click()
    const dialog = page.getByRole('dialog', { name: 'Prolonger la campagne' })
    await dialog.getByLabel('Nouveau dernier jour').fill('2026-06-29')
    await dialog.getByLabel('Motif').fill('grève des transports')
    await button(page, 'Prolonger').click()
    await dialog.locator('.field.faulty').getByText('ne peut être que reportée').waitFor()
    await dialog.getByLabel('Nouveau dernier jour').fill('2026-07-12')
    await button(page, 'Prolonger').click()
    await page.getByText('L’échéance est reportée.').waitFor()
    await page.getByText('Du mardi 30 juin 2026 à 23 h 59 (heure de Paris) au').waitFor()
    await go(partner.page, '/mes-demarches/')
    for (const project of ['Clas des Bauges', 'Clas de Belledonne']) {
      await card(project)
        .getByText('Échéance prolongée au dimanche 12 juillet 2026 par votre Caf : grève des transports.')
        .waitFor()
    }
  })

  it('reminds those that were chosen, then finds that in their history', async () => {
    const { page } = agent
    await go(page, `/caf/campagne/?id=${campaign}`)
    await page.getByRole('button', { name: 'Relancer 2 partenaires…' }).waitFor()
    await page.getByLabel('Choisir Clas des Bauges').check()
    await page.getByRole('button', { name: 'Relancer 1 partenaire…' }).click()
    const dialog = page.getByRole('dialog', { name: 'Relancer 1 partenaire' })
    await dialog.getByText('1 n’a pas commencé').waitFor()
    await dialog.getByLabel('Un mot à ajouter').fill('Pensez au nouveau délai.')
    await button(page, 'Relancer').click()
    await page.getByText('1 partenaire relancé.').waitFor()
    await page.getByText('relancé le 10 juin 2026').waitFor()
    await page.getByRole('link', { name: 'Clas des Bauges' }).click()
    const history = page.getByRole('region', { name: 'Historique' })
    await history.getByText('Rappel envoyé').waitFor()
    await history.getByText('Pensez au nouveau délai.').waitFor()
  })

  it('prepares the next year: a draft with dates to come, that may be deleted', async () => {
    const { page } = agent
    await go(page, `/caf/campagne/?id=${campaign}`)
    await page.getByRole('button', { name: 'Préparer l’année suivante' }).click()
    await page.getByRole('heading', { level: 1, name: 'Bilan qualitatif 2028-2029' }).waitFor()
    await page.getByText('Un brouillon est prêt pour l’année suivante').waitFor()
    await page
      .getByRole('main')
      .getByText('lundi 12 juillet 2027 à 23 h 59 (heure de Paris)')
      .first()
      .waitFor()
    await page.getByRole('button', { name: 'Supprimer…' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Supprimer' }).click()
    await page.getByText('Le brouillon est supprimé.').waitFor()
    await expect.poll(() => page.getByRole('link', { name: 'Bilan qualitatif 2028-2029' }).count()).toBe(0)
  })

  it('reads again what was proposed for next year, changes it and publishes it', async () => {
    const { page } = agent
    await go(page, `/caf/campagne/?id=${PROPOSED}`)
    await page.getByText('Proposée pour l’année suivante.').waitFor()
    await page.getByRole('link', { name: 'Modifier' }).click()
    await page.getByLabel('Rappels, en jours').fill('14, 3')
    await page.getByRole('button', { name: 'Publier…' }).click()
    await page.getByRole('dialog').getByText('3 projets seront appelés le samedi 29 mai 2027').waitFor()
    await button(page, 'Publier').click()
    await page.getByText('La campagne est publiée.').waitFor()
    await page.getByText('lundi 14 juin 2027 à 9 h 00 · à venir').waitFor()
    await page.getByText('Ouvre dans 353 jours').waitFor()
  })

  it('opens a closed campaign again with a new deadline and a reason', async () => {
    const { page } = agent
    await go(page, `/caf/campagne/?id=${CLOSED}`)
    await page.getByRole('button', { name: 'Rouvrir…' }).click()
    const dialog = page.getByRole('dialog', { name: 'Rouvrir la campagne' })
    await dialog.getByLabel('Nouveau dernier jour').fill('2026-06-09')
    await dialog.getByLabel('Motif').fill('décision du conseil')
    await button(page, 'Rouvrir').click()
    await dialog.locator('.field.faulty').getByText('Ce jour est déjà passé').waitFor()
    await dialog.getByLabel('Nouveau dernier jour').fill('2026-06-19')
    await button(page, 'Rouvrir').click()
    await page.getByText('La campagne est rouverte.').waitFor()
    await page.getByText('Se termine dans 9 jours').waitFor()
    expect(agent.faults).toEqual([])
    expect(partner.faults).toEqual([])
  })
})

describe.skipIf(!hasChromium)('the form of a campaign', () => {
  let agent: Person
  beforeAll(async () => {
    agent = await signedIn('campagne@caf731.test')
  })

  it.each([
    ['the last day before the first', '2026-07-02', '2026-07-01', '7', 'Dernier jour', /avant le premier/],
    ['a past deadline', '2026-05-01', '2026-06-09', '7', 'Dernier jour', /est déjà passée/],
    ['a year far off', '2026-07-01', '2062-07-15', '7', 'Dernier jour', /trop lointain/],
    ['a reminder before the opening', '2026-07-01', '2026-07-15', '30', 'Rappels', /avant l’ouverture/],
  ])('refuses %s with a sentence at its field', async (_, firstDay, lastDay, reminders, label, sentence) => {
    const { page } = agent
    await go(page, '/caf/campagne/modifier/')
    await fillDays(page, firstDay, lastDay)
    await page.getByLabel('Rappels, en jours').fill(reminders)
    await page.getByRole('button', { name: 'Enregistrer le brouillon' }).click()
    const summary = page.getByRole('alert')
    await summary.getByText(sentence).waitFor()
    await summary.getByRole('link', { name: label }).click()
    const field = page.locator(':focus')
    expect(await field.getAttribute('aria-invalid')).toBe('true')
    const described = (await field.getAttribute('aria-describedby'))?.split(' ').at(-1)
    await expect.poll(() => page.locator(`#${described}`).textContent()).toMatch(sentence)
    await expectAccessible(agent)
  })

  it('refuses a day that does not exist and an empty list, before anything is sent', async () => {
    const { page } = agent
    await go(page, '/caf/campagne/modifier/')
    await page.getByLabel('Une liste de projets').check()
    await page.getByRole('button', { name: 'Publier…' }).click()
    await page.getByRole('alert').getByText('Choisissez le premier jour.').waitFor()
    await page.getByRole('alert').getByText('Aucun projet n’est choisi.').waitFor()
    expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('alert')
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0)
  })

  it('keeps what was typed when the network is gone, and says that nothing is known to be done', async () => {
    const { page, context } = agent
    await go(page, '/caf/campagne/modifier/')
    await fillDays(page, '2026-07-01', '2026-07-15')
    await context.setOffline(true)
    await page.getByRole('button', { name: 'Enregistrer le brouillon' }).click()
    await page.getByText('Pas de connexion au serveur.').waitFor()
    await context.setOffline(false)
    await expect.poll(() => page.getByLabel('Dernier jour, compris').inputValue()).toBe('2026-07-15')
    await page.getByRole('button', { name: 'Enregistrer le brouillon' }).click()
    await page.getByText('Le brouillon est enregistré.').waitFor()
  })

  it('says what no longer changes once the campaign is open', async () => {
    const { page } = agent
    await go(page, `/caf/campagne/modifier/?id=${OPEN}`)
    await page.getByText('La campagne est ouverte : son titre, ses dates et son public').waitFor()
    await expect.poll(() => page.getByLabel('Titre').count()).toBe(0)
    await page.getByLabel('Rappels, en jours').fill('3')
    await page.getByRole('button', { name: 'Enregistrer les modifications' }).click()
    await page.getByText('Les modifications sont enregistrées.').waitFor()
    await page.getByText('jeudi 25 juin 2026 à 9 h 00 · à venir').waitFor()
  })

  it('tells that somebody else changed the campaign meanwhile', async () => {
    const { page } = agent
    const { page: other } = await signedIn('campagne@caf731.test')
    for (const one of [page, other]) {
      await go(one, `/caf/campagne/modifier/?id=${UPCOMING}`)
      await one.getByLabel('Titre').waitFor()
    }
    await other.getByLabel('Titre').fill('Bilan de l’autre')
    await other.getByRole('button', { name: 'Enregistrer les modifications' }).click()
    await other.getByText('Les modifications sont enregistrées.').waitFor()
    await page.getByLabel('Titre').fill('Bilan de l’un')
    await page.getByRole('button', { name: 'Enregistrer les modifications' }).click()
    await page.getByRole('alert').getByText('relisez, puis recommencez').waitFor()
  })
})

describe.skipIf(!hasChromium)('a campaign of the Caf', () => {
  it('says that it grants no more time before one tries', async () => {
    const { page } = await signedIn('campagne@caf731.test')
    await go(page, `/caf/campagne/?id=${UPCOMING}`)
    await page.getByText('Pas de délai supplémentaire accordé : cette échéance ne se reporte').waitFor()
    await expect.poll(() => page.getByRole('button', { name: 'Prolonger…' }).count()).toBe(0)
  })

  it('is read, not changed, by an adviser, who asks for corrections', async () => {
    const { page } = await signedIn('conseiller@caf731.test')
    await go(page, '/caf/')
    await page.getByRole('heading', { name: 'En cours' }).waitFor()
    await expect.poll(() => page.getByRole('link', { name: 'Nouvelle campagne' }).count()).toBe(0)
    await go(page, '/caf/campagne/modifier/')
    await page.getByRole('heading', { name: 'Vos droits ne permettent pas' }).waitFor()
    await go(page, `/caf/campagne/?id=${OPEN}`)
    await page.getByRole('table').waitFor()
    await expect.poll(() => page.getByRole('button', { name: 'Prolonger…' }).count()).toBe(0)
    await expect.poll(() => page.getByRole('button', { name: /^Relancer/ }).count()).toBe(0)
    await go(page, '/caf/dossier/?id=bilan-2026-06-10-caf731.clas-du-lac')
    await page.getByRole('button', { name: 'Demander une correction…' }).click()
    const dialog = page.getByRole('dialog', { name: 'Demander une correction' })
    const day = dialog.getByLabel('À corriger jusqu’à la fin du')
    await day.fill('2026-06-09')
    await dialog.getByLabel('Ce qui est à corriger').fill('Précisez le nombre de séances.')
    await button(page, 'Demander la correction').click()
    await dialog.getByText('Ce jour est déjà passé : choisissez un jour à partir d’aujourd’hui.').waitFor()
    await expect.poll(() => day.evaluate((field) => field === document.activeElement)).toBe(true)
    await day.fill('2026-06-24')
    await button(page, 'Demander la correction').click()
    await page.getByText('La correction est demandée jusqu’au mercredi 24 juin 2026').waitFor()
    await page.getByText('par Alix Bernard : « Précisez le nombre de séances. »').waitFor()
    const partner = await signedIn('partenaire@commune-lac.test')
    await partner.page
      .getByText('La Caf demande une correction : «\u00a0Précisez le nombre de séances.\u00a0»')
      .waitFor()
  })

  it('points out the drafts that look complete and were not sent, and shows them', async () => {
    const api = await platform.as('partenaire@asso-belledonne.test')
    await saveAll(api, 'bilan-2026-06-10-caf731.clas-de-belledonne', validAnswers())
    const close = { campaignId: 'bilan-2026-06-10-caf731', job: 'close' }
    await runAt('close-campaign', '2026-06-10T22:01:00.000Z', close)
    const { page } = await signedIn('conseiller@caf731.test')
    await go(page, '/caf/campagne/?id=bilan-2026-06-10-caf731')
    await page.getByText('1 brouillon semble complet, mais n’a pas été transmis').waitFor()
    await page.getByRole('button', { name: 'Le voir' }).click()
    const rows = page.getByRole('table').getByRole('row')
    await rows.getByText('semble complet').waitFor()
    await expect.poll(() => rows.count()).toBe(2)
    await rows.getByText('Clas de Belledonne').waitFor()
  })

  it('is worked on by keyboard: a dialog keeps the focus, Escape gives it back', async () => {
    const { page } = await signedIn('campagne@caf731.test')
    await go(page, `/caf/campagne/?id=${OPEN}`)
    await page.getByRole('button', { name: 'Prolonger…' }).focus()
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog', { name: 'Prolonger la campagne' })
    await dialog.waitFor()
    const isInside = () => page.evaluate(() => document.activeElement?.closest('dialog') !== null)
    for (let i = 0; i < 4; i++) {
      expect(await isInside()).toBe(true)
      await page.keyboard.press('Tab')
    }
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    await page.waitForFunction(() => document.activeElement?.textContent === 'Prolonger…')
  })

  it('that changed meanwhile is read again, so that one may go on in the same dialog', async () => {
    const { page } = await signedIn('campagne@caf731.test')
    await go(page, `/caf/campagne/?id=${OPEN}`)
    await page.getByRole('button', { name: 'Prolonger…' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Nouveau dernier jour').fill('2026-07-02')
    await dialog.getByLabel('Motif').fill('fermeture estivale')
    const other = await platform.as('campagne@caf731.test')
    expect((await other.patch(`/campaigns/${OPEN}`, { body: { reminderDays: [5] } })).status).toBe(200)
    await button(page, 'Prolonger').click()
    await dialog.getByRole('alert').getByText('relisez, puis recommencez').waitFor()
    await page.getByText('mardi 23 juin 2026 à 9 h 00').waitFor()
    await button(page, 'Prolonger').click()
    await page.getByText('L’échéance est reportée.').waitFor()
  })

  it('is told of another Caf by nothing', async () => {
    const { page } = await signedIn('conseiller@caf741.test')
    for (const path of [`/caf/campagne/?id=${OPEN}`, `/caf/campagne/modifier/?id=${OPEN}`]) {
      await go(page, path)
      await page.getByRole('heading', { name: 'Cette page ou ce dossier n’existe pas' }).waitFor()
    }
  })

  it.each([
    ['the campaigns', '/caf/', 'En cours'],
    ['a new campaign', '/caf/campagne/modifier/', 'Quand'],
    ['an open campaign', `/caf/campagne/?id=${OPEN}`, 'Les règles de la campagne'],
    ['a campaign to come', `/caf/campagne/?id=${UPCOMING}`, 'Les règles de la campagne'],
    ['a response', `/caf/dossier/?id=${CLOSED}.clas-du-val`, 'Historique'],
  ])('fits a telephone and axe finds nothing: %s', async (_, path, heading) => {
    const agent = await signedIn('campagne@caf731.test', PHONE)
    await go(agent.page, path)
    await agent.page.getByRole('heading', { name: heading }).waitFor()
    await expectAccessible(agent)
    await expectNoSidewaysScroll(agent)
    const dialogs = agent.page.getByRole('button', { name: /^(Prolonger|Relancer).*…$/ })
    if ((await dialogs.count()) > 0) {
      await dialogs.first().click()
      await agent.page.getByRole('dialog').waitFor()
      await expectAccessible(agent)
    }
    expect(agent.faults).toEqual([])
  })
})
