// A call for projects, from « Démarches ouvertes à tous » to the project: typed, its documents taken from the folder,
// completed when the Caf asks, validated.
import { readFileSync } from 'node:fs'
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
import { publishedForm } from '../support/definitions.ts'
import { give, pdf } from '../support/documents.ts'
import { goTo, isSaved, PARTNER, questionsAreLive } from '../support/fill-page.ts'
import { type Caller, usePlatform } from '../support/server.ts'
import { typeSection } from '../support/type-answers.ts'

const platform = usePlatform({ now: '2026-06-10T09:00:00.000Z' })
const { open } = useBrowser()

const year = (elementaire: number) => ({
  collectifs_elementaire: elementaire,
  collectifs_college: 1,
  collectifs_lycee: 0,
  enfants: 30,
})
const money = (charges: number) => ({ charges, ps_demandee: 500_000, autres_financements: charges - 500_000 })
const text = 'Nous travaillons avec les familles du quartier.'
const project = {
  siret: '73282932000074',
  statut_juridique: 'association',
  contact_nom: 'Camille Martin',
  contact_fonction: 'Coordinatrice',
  mel: 'contact@asso-belledonne.test',
  telephone: '+33479123456',
  projet_nom: 'Clas du Revard',
  commune: '73008',
  qpv: 'non',
  niveaux: ['elementaire', 'college'],
  besoins: text,
  activites: ['aide_devoirs'],
  axe_enfants: text,
  axe_parents: text,
  axe_ecole: text,
  axe_territoire: text,
  annees: { annee_1: year(1), annee_2: year(1), annee_3: year(2), annee_4: year(2) },
  budget: {
    annee_1: money(1_500_050),
    annee_2: money(1_500_000),
    annee_3: money(1_800_000),
    annee_4: money(500_000),
  },
}

const FORM = 'clas-appel-a-projets'
const GIVEN_BEFORE = ['statuts', 'recepisse', 'liste_ca', 'avis_siret', 'rib', 'comptes', 'charte']
const LATE = 'La charte n’est pas signée.'

/** What the association gave with an earlier request: a document for each question. */
const giveBefore = async (by: Caller): Promise<void> => {
  const body = { organisationId: 'asso-belledonne', projectName: 'Première demande' }
  const { id } = (await by.post('/campaigns/appel-a-projets-caf731/responses', { body })).body
  for (const question of GIVEN_BEFORE) {
    const bytes = pdf(question, 700)
    const { status } = await give(by, `/responses/${id}`, { question, name: `${question}.pdf`, bytes })
    expect(status).toBe(200)
  }
}

describe.skipIf(!hasChromium)('a deposit to the call for projects', () => {
  let partner: Person
  let agent: Person
  let api: Caller
  let id: string
  const dossier = async () => (await api.get(`/responses/${id}`)).body
  beforeAll(async () => {
    api = await platform.as(PARTNER)
    await giveBefore(api)
    partner = await open(PHONE)
    await signIn(partner, platform.local.origin, PARTNER)
    agent = await open()
    await signIn(agent, platform.local.origin, 'conseiller@caf731.test')
  })

  it('is typed on a telephone through four axes, four years and their budget', async () => {
    const { page } = partner
    const { definition } = publishedForm(FORM)
    const openToAll = page.getByRole('region', { name: 'Démarches ouvertes à tous' })
    await openToAll.getByRole('button', { name: /^Commencer… : Appel à projets Clas/ }).click()
    await page.getByRole('button', { name: 'Commencer', exact: true }).click()
    await page.waitForURL(/\/remplir\/clas-appel-a-projets\//)
    await questionsAreLive(partner)
    id = new URL(page.url()).searchParams.get('dossier') ?? ''
    for (const section of ['structure', 'projet', 'axes', 'annees', 'budget']) {
      await typeSection(partner, definition, section, project)
      await expectAccessible(partner)
      await expectNoSidewaysScroll(partner)
    }
    await expect
      .poll(() => page.locator('#q-budget tfoot').textContent())
      .toMatch(/53\s000,50\s€.*20\s000,00\s€.*33\s000,50\s€/)
    await goTo(partner, 'Quatre années')
    await expect.poll(() => page.locator('#q-annees tbody tr').nth(2).textContent()).toContain('3')
  })

  it('is refused as it is filled when it is of homework help alone', async () => {
    const { page } = partner
    await goTo(partner, 'Projet')
    const activities = page.locator('#q-activites')
    const alone = activities.getByText(/^Un projet d’aide aux devoirs seule n’est pas un Clas/)
    await activities.getByRole('checkbox', { name: 'Aide aux devoirs' }).focus()
    await page.keyboard.press('Tab')
    await page.locator('#q-besoins textarea').focus()
    await alone.waitFor()
    await activities.getByRole('checkbox', { name: 'Activités culturelles' }).check()
    await alone.waitFor({ state: 'detached' })
    await isSaved(partner)
    const { sections } = await dossier()
    expect(sections.budget.answers.budget).toEqual(project.budget)
    expect(sections.projet.answers.activites).toEqual(['aide_devoirs', 'culturelles'])
  })

  it('takes its documents from the folder of the organisation, and is transmitted', async () => {
    const { page } = partner
    await goTo(partner, 'Pièces à joindre')
    for (const name of GIVEN_BEFORE) {
      const question = page.locator(`#q-${name}`)
      await question.getByRole('button', { name: `Reprendre ${name}.pdf` }).click()
      await question
        .locator('.kept')
        .filter({ hasText: `${name}.pdf` })
        .waitFor()
    }
    await isSaved(partner)
    await expectAccessible(partner)
    await expectNoSidewaysScroll(partner)
    await page.locator('.fill-actions').getByRole('link', { name: 'Relire et transmettre' }).click()
    await page.locator('#q-charte').getByText('charte.pdf').waitFor()
    await expectAccessible(partner)
    await page.getByRole('button', { name: 'Transmettre', exact: true }).click()
    await page.getByText('C’est transmis.').waitFor()
    const { submission } = await dossier()
    expect(submission.answers).toMatchObject({
      statuts: [{ name: 'statuts.pdf' }],
      activites: ['aide_devoirs', 'culturelles'],
    })
  })

  it('is read by the Caf, which asks for a complement', async () => {
    const { page } = agent
    await page.goto(`${platform.local.origin}/caf/`)
    const todo = page.getByRole('region', { name: /^À faire/ })
    const item = todo.getByRole('listitem').filter({ hasText: 'Dépôt à valider' })
    await todo.getByRole('button', { name: /^Afficher les/ }).click()
    await item.getByRole('link').click()
    await page.waitForURL(/\/caf\/dossier\//)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Télécharger charte.pdf' }).click(),
    ])
    expect(readFileSync(await download.path())).toEqual(pdf('charte', 700))
    await expectAccessible(agent)
    await page.getByRole('button', { name: 'Demander une correction…' }).click()
    await page.getByLabel('À corriger jusqu’à la fin du').fill('2026-07-31')
    await page.getByLabel('Ce qui est à corriger').fill(LATE)
    await page.getByRole('button', { name: 'Demander la correction' }).click()
    await page.getByText('La correction est demandée jusqu’au vendredi 31 juillet 2026').waitFor()
  })

  it('is completed by the partner and transmitted again', async () => {
    const { page } = partner
    await page.goto(`${platform.local.origin}/mes-demarches/`)
    await page.getByText(LATE).first().waitFor()
    await page.getByRole('link', { name: /^Corriger : Appel à projets/ }).click()
    await page.waitForURL(/\/remplir\//)
    await questionsAreLive(partner)
    await page.getByText(LATE).first().waitFor()
    await goTo(partner, 'Pièces à joindre')
    const charter = page.locator('#q-charte')
    const buffer = pdf('charte signée', 800)
    await charter
      .locator('input[type=file]')
      .setInputFiles({ name: 'charte-signée.pdf', mimeType: 'application/pdf', buffer })
    await charter.locator('.kept').filter({ hasText: 'charte-signée.pdf' }).waitFor()
    await isSaved(partner)
    await expectAccessible(partner)
    await page.locator('.fill-actions').getByRole('link', { name: 'Relire et transmettre' }).click()
    await page.getByText('Correction demandée par la Caf, non transmise.').waitFor()
    await page.getByRole('button', { name: 'Transmettre', exact: true }).click()
    await page.getByText('C’est transmis.').waitFor()
    await page.locator('#q-charte').getByText('charte-signée.pdf').waitFor()
    expect(await dossier()).toMatchObject({ status: 'submitted', submission: { number: 2 } })
  })

  it('is validated, and the project is there with the years of its convention', async () => {
    const caf = agent.page
    await caf.goto(`${platform.local.origin}/caf/dossier/?id=${id}`)
    await caf.locator('#q-charte').getByText('charte-signée.pdf').waitFor()
    await caf.getByRole('button', { name: 'Valider…' }).click()
    await caf.getByText('Le projet est inscrit, avec les années de sa convention').waitFor()
    await caf.getByRole('button', { name: 'Valider', exact: true }).click()
    await caf.getByText('Le dossier est validé : le projet est inscrit.').waitFor()

    const { page } = partner
    await page.goto(`${platform.local.origin}/mon-organisation/`)
    const own = page.getByRole('article', { name: 'Clas du Revard' })
    await own.getByText('Convention d’objectifs et de financement de 2026-2027 à 2029-2030').waitFor()
    const years = own.getByRole('row').filter({ hasText: 'pas encore notifiés' })
    await expect
      .poll(() => years.getByRole('rowheader').allTextContents())
      .toEqual(['2026-2027', '2027-2028', '2028-2029', '2029-2030'])
    await expectAccessible(partner)
    await expectNoSidewaysScroll(partner)
  })
})
