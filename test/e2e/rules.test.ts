// A concepteur makes a coherence rule by the plan alone, and sees a trial refuse what contradicts it; and says what the
// questionnaire as a whole is to the platform.
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
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
import { draftOf, preview } from '../support/editor.ts'
import { isSaved, questionsAreLive, trialFrom } from '../support/fill-page.ts'
import { mouseOn } from '../support/hands.ts'
import { contentWith, DESIGNER, makeForm } from '../support/made-form.ts'
import { addEntries, addQuestion, openPlan, properties, row } from '../support/plan.ts'
import { usePlatform } from '../support/server.ts'

const platform = usePlatform({ now: '2026-06-10T09:00:00.000Z' })
const { open } = useBrowser()

const number = (name: string, title: string) => ({
  ...{ type: 'text', name, title, inputType: 'number', min: 0, step: 1 },
})
const content = contentWith(
  number('filles', 'Filles'),
  number('garcons', 'Garçons'),
  number('enfants', 'Enfants, en tout'),
)

const look = async (person: Person, name: string) => {
  const { page } = person
  for (const viewport of [PHONE, { width: 640, height: 450 }, DESKTOP]) {
    await page.setViewportSize(viewport)
    await page.evaluate(() => scrollTo(0, 0))
    await expectNoSidewaysScroll(person)
    await expectAccessible(person, { frames: false })
    if (process.env.SHOTS)
      await page.screenshot({
        path: join(process.env.SHOTS, `${name}-${viewport.width}.png`),
        fullPage: true,
      })
  }
}

describe.skipIf(!hasChromium)('a coherence rule made by the plan', () => {
  it('stops a trial whose answers contradict it, in the words that were chosen', async () => {
    const { id } = await makeForm(await platform.as(DESIGNER), content)
    const person = await open(DESKTOP)
    const { page } = person
    await signIn(person, platform.local.origin, DESIGNER)
    await page.goto(`${platform.local.origin}/caf/questionnaire/?formulaire=${id}`)
    const pane = properties(page)
    await row(page, 'Enquête de rentrée').click()
    await pane.getByRole('button', { name: 'Ajouter une règle' }).click()
    await pane.getByRole('heading', { name: 'Règle R1' }).waitFor()
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('champ-plan-title')
    const left = pane.getByRole('button', { name: /^Premier nombre :/ })
    await left.click()
    await pane.getByRole('button', { name: 'Ajouter une question' }).click()
    await pane.getByRole('group', { name: 'Premier nombre' }).getByLabel('Question').nth(1).waitFor()
    await pane.getByRole('button', { name: /^Second nombre :/ }).click()
    await pane
      .getByRole('group', { name: 'Second nombre' })
      .getByLabel('Question')
      .selectOption('Enfants, en tout')
    const sentence = 'La somme de « Filles » et « Garçons » égale « Enfants, en tout »'
    const titled = async () =>
      (await pane.getByLabel('Titre de la règle').inputValue()).replaceAll('\u00a0', ' ')
    await expect.poll(titled).toBe(sentence)
    await pane.getByRole('radio', { name: /^Bloquante/ }).check()
    await look(person, 'rule')
    const message = pane.getByLabel('Ce qu’on lit alors')
    await message.fill('Vous comptez ')
    await pane.getByRole('button', { name: /le premier nombre/ }).click()
    await page.keyboard.type(' enfants, et en tout ')
    await pane.getByRole('button', { name: /le second nombre/ }).click()
    await pane.getByText('Vous comptez 30 enfants, et en tout 28').waitFor()

    await pane.getByRole('button', { name: 'Toutes les règles' }).click()
    // Coming back from a rule, the keyboard is where that rule was opened.
    const opener = (rule: string) => pane.locator('.rule-open:focus').getByText(`Règle ${rule} :`)
    await opener('R1').waitFor({ state: 'attached' })
    await pane.getByRole('button', { name: 'Ajouter une règle' }).click()
    await pane.getByRole('heading', { name: 'Règle R2' }).waitFor()
    // One that nobody has said yet must stop nobody.
    expect(await pane.getByRole('radio', { name: /^À justifier/ }).isChecked()).toBe(true)
    await pane.getByRole('button', { name: 'Toutes les règles' }).click()
    await opener('R2').waitFor({ state: 'attached' })
    await page.keyboard.press('Alt+ArrowUp')
    const ids = () => pane.locator('.rule-row > .rule-id').allInnerTexts()
    await expect.poll(ids).toEqual(['R2', 'R1'])
    await look(person, 'rules')
    await pane.getByRole('button', { name: 'Retirer « la règle R2 »' }).click()
    await expect.poll(ids).toEqual(['R1'])

    await row(page, 'Garçons').click()
    await pane.getByText('Dans la plateforme').click()
    await pane.getByRole('button', { name: `Ouvrir la règle R1 : ${sentence}` }).click()
    await pane.getByRole('heading', { name: 'Règle R1' }).waitFor()

    await page.goto(await trialFrom(page.getByRole('button', { name: 'Essayer' })))
    await questionsAreLive(person)
    await page.getByLabel('Filles').fill('12')
    await page.getByLabel('Garçons').fill('8')
    await page.getByLabel('Enfants, en tout').fill('21')
    await isSaved(person)
    await page.getByRole('link', { name: 'Relire et transmettre' }).last().click()
    await page.waitForURL(/\/relire\//)
    await page.getByRole('button', { name: 'Transmettre (essai)' }).click()
    await page.getByText('Vous comptez 20 enfants, et en tout 21').first().waitFor()
    expect(await page.getByText('Ceci n’est pas un reçu :').count()).toBe(0)
    await page.goBack()
    await questionsAreLive(person)
    await page.getByLabel('Enfants, en tout').fill('20')
    await isSaved(person)
    await page.getByRole('link', { name: 'Relire et transmettre' }).last().click()
    await page.getByRole('button', { name: 'Transmettre (essai)' }).click()
    await page.getByText('Ceci n’est pas un reçu :').waitFor()
  })
})

describe.skipIf(!hasChromium)('what is said of the questionnaire as a whole', () => {
  it('is chosen on its page, shown where it acts, saved, and there after a reload', async () => {
    const person = await open(DESKTOP)
    const { page } = person
    const hand = mouseOn(page)
    await signIn(person, platform.local.origin, DESIGNER)
    const id = await openPlan(person, platform, 'Marques')
    const pane = properties(page)
    const usual = 'N’indiquez ni nom d’enfant'
    await addQuestion(hand, 'Texte long', 'Bilan libre')
    await pane.getByLabel('Avertissement à côté du champ').selectOption({ index: 1 })
    await preview(page).getByText(usual).waitFor()
    await addQuestion(hand, 'Montant en euros', 'Charges')
    await addQuestion(hand, 'Nombre', 'Collectifs')
    await addQuestion(hand, 'Texte court', 'Nom de votre action')
    await addQuestion(hand, 'Choix unique', 'Statut')
    await addEntries(hand, 'Ajouter : choix', ['Association', 'Commune'])

    // What the plan offers is followed by the page that is filled.
    await addQuestion(hand, 'Liste déroulante', 'Ville')
    await addEntries(hand, 'Ajouter : choix', ['Annecy'])
    await pane.getByLabel('Proposer « Autre », avec une précision').check()
    await addQuestion(hand, 'Bloc répété', 'Lieux')
    await pane.getByLabel('Comment appeler un élément ?').fill('un lieu')
    await addQuestion(hand, 'Texte court', 'Adresse')
    await row(page, 'Première partie').click()
    await pane.getByLabel('Précision', { exact: true }).fill('Une page courte.')
    await preview(page).getByText('Une page courte.').waitFor()
    await preview(page).getByRole('button', { name: 'Ajouter un lieu' }).click()
    await preview(page).getByText('Lieu 1', { exact: true }).waitFor()
    await preview(page).getByLabel('Ville').selectOption('Autre (préciser)')
    await preview(page).getByLabel('Autre (préciser)').fill('Chambéry')

    const openWhole = async () => {
      await row(page, 'Marques').click()
      for (const title of GROUPS) await pane.getByText(title, { exact: true }).click()
    }
    await openWhole()
    await pane.getByLabel('Texte', { exact: true }).fill('Ne nommez personne.')
    await preview(page).getByText('Ne nommez personne.').waitFor()
    await pane.getByLabel('Comparé au questionnaire').selectOption('Données prévisionnelles')
    await pane.getByRole('button', { name: 'Retirer Charges' }).click()
    await pane.getByRole('button', { name: 'Choisir ce qui est lu : Les charges' }).click()
    await pane.getByRole('button', { name: 'Choisir ce qui est lu : Les collectifs' }).click()
    const facts = pane.getByRole('group', { name: 'Les collectifs' })
    await facts.getByLabel('Question', { exact: true }).selectOption('Collectifs')
    await pane.getByRole('checkbox', { name: 'La validation inscrit un projet' }).check()
    await pane.getByLabel('Nom du projet').selectOption('Nom de votre action')
    await pane.getByLabel('Nombre d’années').selectOption('4')
    await pane.getByLabel('Ajouter un filtre selon la réponse à').selectOption('Statut')
    await pane.getByLabel('Dit', { exact: true }).selectOption('Qui répond')

    await pane.getByRole('button', { name: 'Ajouter une règle' }).click()
    await pane.getByRole('button', { name: /^Second nombre :/ }).click()
    const source = pane.getByRole('group', { name: 'Second nombre' })
    await source
      .getByLabel('Second nombre : d’où il vient')
      .selectOption('Une réponse d’un autre questionnaire')
    await source.getByLabel('Second nombre : questionnaire').selectOption('Données réelles')
    await pane.getByRole('button', { name: /dans le questionnaire «.Données réelles.»/ }).waitFor()
    await isSaved(person)
    await page.getByText(/rien n’empêche de publier|Rien à corriger/).waitFor()

    await page.reload()
    await row(page, 'Marques').waitFor()
    const { info } = await draftOf(platform, id)
    expect(info).toMatchObject({
      notices: [{ text: 'Ne nommez personne.', questions: ['bilan_libre'] }],
      compared: { with: 'clas-previsionnel', values: [{ pointer: '/collectifs' }] },
      funding: { charges: { sum: ['/charges'] }, collectifs: { sum: ['/collectifs'] } },
      onValidation: { project: { name: 'nom_de_votre_action', years: 4 } },
      results: { filters: [{ label: 'Statut', by: 'organisation', at: '/statut' }] },
      coherence: [{ checks: [{ check: 'compare', right: { form: 'clas-reel' } }] }],
    })
    await openWhole()
    expect(await pane.getByLabel('Texte', { exact: true }).inputValue()).toBe('Ne nommez personne.')
    expect(await pane.getByLabel('Comparé au questionnaire').inputValue()).toBe('clas-previsionnel')
    expect(await facts.getByLabel('Question', { exact: true }).inputValue()).toBe('collectifs')
    expect(await pane.getByLabel('Nombre d’années').inputValue()).toBe('4')
    expect(await pane.getByLabel('Nom du filtre 1').inputValue()).toBe('Statut')
    await preview(page).getByText('Ne nommez personne.').waitFor()
  })
})

const GROUPS = [
  'Avertissements à côté des champs',
  'Comparaison avec un autre questionnaire',
  'Estimation de la prestation de service',
  'Ce qu’ouvre la validation',
  'Filtres des résultats',
]
