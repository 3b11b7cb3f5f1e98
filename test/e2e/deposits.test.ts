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
import { goTo, isSaved, PARTNER, questionsAreLive } from '../support/fill-page.ts'
import { type Caller, usePlatform } from '../support/server.ts'
import { typeSection } from '../support/type-answers.ts'

const platform = usePlatform()
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

describe.skipIf(!hasChromium)('a deposit on a telephone', () => {
  let partner: Person
  let api: Caller
  const start = async (campaign: string, body: unknown, form: string): Promise<string> => {
    const started = await api.post(`/campaigns/${campaign}-caf731/responses`, { body })
    expect(started.status).toBe(201)
    await partner.page.goto(`${platform.local.origin}/remplir/${form}/1/?dossier=${started.body.id}`)
    await questionsAreLive(partner)
    return started.body.id
  }
  beforeAll(async () => {
    api = await platform.as(PARTNER)
    partner = await open(PHONE)
    await signIn(partner, platform.local.origin, PARTNER)
  })

  it('to the call for projects is typed through four axes, four years and their budget', async () => {
    const { page } = partner
    const { definition } = publishedForm('clas-appel-a-projets')
    const id = await start('appel-a-projets', { organisationId: 'asso-belledonne' }, 'clas-appel-a-projets')
    for (const section of ['structure', 'projet', 'axes', 'annees', 'budget']) {
      await typeSection(partner, definition, section, project)
      await expectNoSidewaysScroll(partner)
    }
    expect(await page.locator('#q-budget tfoot').textContent()).toMatch(
      /53\s000,50\s€.*20\s000,00\s€.*33\s000,50\s€/,
    )
    await expectAccessible(partner)
    await goTo(partner, 'Quatre années')
    expect(await page.locator('#q-annees tbody tr').nth(2).textContent()).toContain('3')

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
    const { sections } = (await api.get(`/responses/${id}`)).body
    expect(sections.budget.answers.budget).toEqual(project.budget)
    expect(sections.projet.answers.activites).toEqual(['aide_devoirs', 'culturelles'])
  })

  it('of an habilitation asks for the documents of its case, and no others', async () => {
    const { page } = partner
    await start('habilitation', { organisationName: 'Les Petits Cahiers' }, 'habilitation')
    const documents = async (): Promise<string[]> => {
      await goTo(partner, 'Documents à joindre')
      const titles = await page.locator('.questions .q-file .q-title').allTextContents()
      await goTo(partner, 'Votre situation')
      return titles.map((title) => title.replace(' (obligatoire)', ''))
    }
    const answer = async (question: string, word: 'Oui' | 'Non', named: string) => {
      await page.locator(`#q-${question}`).getByRole('radio', { name: word }).check()
      await expect.poll(() => page.locator('#q-cas .computed').textContent()).toBe(named)
    }
    const afas = [
      'Bulletin d’adhésion AFAS',
      'Pièce jointe 1 (PJ 1)',
      'Pièce jointe 2 (PJ 2)',
      'Pièce jointe 3 (PJ 3)',
    ]
    await goTo(partner, 'Votre situation')
    await answer('convention_signee', 'Non', 'A')
    expect(await page.locator('#q-bulletin_signe').count()).toBe(0)
    expect(await documents()).toEqual(['Fiche d’identification', 'Convention signée', ...afas])
    await answer('convention_signee', 'Oui', '–')
    await answer('bulletin_signe', 'Non', 'B')
    expect(await documents()).toEqual(afas)
    await answer('bulletin_signe', 'Oui', 'C')
    expect(await documents()).toEqual(['Pièce jointe 3 (PJ 3)'])
    await expectAccessible(partner)

    await page.reload()
    await questionsAreLive(partner)
    await goTo(partner, 'Votre situation')
    expect(await page.locator('#q-cas .computed').textContent()).toBe('C')
  })

  it('of an habilitation never duplicates an address with a row', async () => {
    const { page } = partner
    await goTo(partner, 'Personnes à habiliter')
    await page.getByLabel('ligne 1, colonne Prénom et nom').fill('Noor Diallo')
    await page.getByLabel('ligne 1, colonne Mél').fill('noor@cahiers.test')
    await page.getByRole('checkbox', { name: /^Saisie de l’activité/ }).check()
    await page.getByRole('button', { name: 'Dupliquer la ligne 1' }).click()
    expect(await page.getByLabel('ligne 2, colonne Prénom et nom').inputValue()).toBe('Noor Diallo')
    expect(await page.getByLabel('ligne 2, colonne Mél').inputValue()).toBe('')
    expect(
      await page
        .getByRole('checkbox', { name: /^Saisie de l’activité/ })
        .nth(1)
        .isChecked(),
    ).toBe(true)
    await expectNoSidewaysScroll(partner)
    await expectAccessible(partner)
  })
})
