import { describe, expect, it } from 'vitest'
import {
  expectAccessible,
  expectNoSidewaysScroll,
  hasChromium,
  type Person,
  PHONE,
  signIn,
  useBrowser,
} from '../support/browser.ts'
import { isSaved, questionsAreLive } from '../support/fill-page.ts'
import { countingMouse, openPlan, outlineOf, properties, row, typeTitle } from '../support/plan.ts'
import { usePlatform } from '../support/server.ts'

const platform = usePlatform({ now: '2026-06-10T09:00:00.000Z' })
const { open } = useBrowser()

const TITLES = [
  'Première partie',
  'Nom de la structure',
  'Numéro SIRET',
  'Statut juridique',
  'Précisez le statut',
  'Date de début',
  'Nombre de séances',
  'Enfants accueillis',
  'Lieux d’accueil',
  'Adresse du lieu',
  'Places',
  'Bilan de l’année',
  'Reconduisez-vous le projet ?',
]

describe.skipIf(!hasChromium)('a questionnaire built by its plan, with the mouse', () => {
  let designer: Person
  let form = ''
  let campaign = ''

  it('has ten questions, a condition, a table with totals and a repeated block, without a line of JSON', async () => {
    designer = await open()
    form = await openPlan(designer, platform, 'Enquête de rentrée')
    const { page } = designer
    const mouse = countingMouse(page)
    const pane = properties(page)
    await mouse.add('Texte court', 'Nom de la structure')
    await mouse.click(pane.getByLabel('Réponse obligatoire'))
    await mouse.add('Numéro SIRET', 'Numéro SIRET')
    await mouse.add('Choix unique', 'Statut juridique')
    await mouse.fill('Ajouter : choix', ['Association', 'Commune', 'Autre'])
    await mouse.add('Texte court', 'Précisez le statut')
    await mouse.click(pane.getByText('Conditions', { exact: true }))
    const shown = pane.getByRole('group', { name: 'Afficher si' })
    await mouse.click(shown.getByRole('button', { name: 'Ajouter une condition' }))
    await mouse.choose(shown.getByLabel('Valeur de la condition 1'), 'Autre')
    await shown.getByText("{statut_juridique} = 'autre'").waitFor()
    await mouse.add('Date', 'Date de début')
    await mouse.add('Nombre', 'Nombre de séances')
    await mouse.add('Tableau', 'Enfants accueillis')
    await mouse.fill('Ajouter : colonne', ['Filles'])
    await mouse.click(pane.getByRole('button', { name: 'Filles', exact: true }))
    await mouse.choose(pane.getByLabel('Ce qu’on saisit'), 'Nombre')
    await mouse.choose(pane.getByLabel('Total de la colonne'), 'Somme')
    await mouse.click(pane.getByRole('button', { name: 'Revenir à « Enfants accueillis »' }))
    await mouse.fill('Ajouter : colonne', ['Garçons'])
    await pane.getByText('Nombre, total : somme').nth(1).waitFor()
    await mouse.fill('Ajouter : ligne', ['Élémentaire', 'Collège'])
    await mouse.add('Bloc répété', 'Lieux d’accueil')
    await mouse.add('Texte court', 'Adresse du lieu')
    await mouse.add('Nombre', 'Places')
    await mouse.add('Texte long', 'Bilan de l’année', 'Après « Lieux d’accueil »')
    await mouse.add('Oui ou non', 'Reconduisez-vous le projet ?')
    expect((await outlineOf(page)).slice(1)).toEqual(TITLES)
    expect(mouse.clicks()).toBeLessThanOrEqual(50)
    await expectAccessible(designer, { frames: false })
  })

  it('is published, and opened as a campaign', async () => {
    const { page } = designer
    await page.getByText('rien n’empêche de publier').waitFor()
    await page.getByRole('button', { name: 'Publier…' }).click()
    await page.getByRole('button', { name: 'Publier la version 1' }).click()
    await page
      .getByRole('dialog')
      .getByText(/version 1/i)
      .first()
      .waitFor()
    await expect
      .poll(
        async () =>
          (await (await platform.as('concepteur@caf731.test')).get(`/forms/${form}`)).body.latestVersion,
      )
      .toBe(1)
    const { body } = await (await platform.as('campagne@caf731.test')).post('/campaigns', {
      body: {
        formId: form,
        title: 'Enquête de rentrée',
        schoolYear: '2026-2027',
        firstDay: '2026-06-10',
        lastDay: '2026-06-30',
      },
    })
    campaign = body.id
    expect(campaign).toBeTruthy()
  })

  it('is filled by a partner: the condition opens, the table adds up, the block repeats', async () => {
    const partner = await open()
    const { page } = partner
    await signIn(partner, platform.local.origin, 'partenaire@asso-belledonne.test')
    const card = page.getByRole('article', { name: 'Enquête de rentrée' }).first()
    await card.getByRole('link', { name: /Commencer/ }).click()
    await page.waitForURL(/\/remplir\//)
    await questionsAreLive(partner)
    await page.getByLabel('Nom de la structure').fill('Les Amis du Lac')
    await expect.poll(() => page.getByLabel('Précisez le statut').count()).toBe(0)
    await page.getByLabel('Autre', { exact: true }).check()
    await page.getByLabel('Précisez le statut').fill('Coopérative')
    const table = page.getByRole('table', { name: /Enfants accueillis/ })
    const cells = table.getByRole('textbox')
    for (const [i, value] of ['3', '4', '5', '6'].entries()) await cells.nth(i).fill(value)
    await cells.nth(3).blur()
    await expect.poll(() => table.locator('tfoot').textContent()).toMatch(/8.*10/s)
    await page.getByRole('button', { name: 'Ajouter un bloc' }).click()
    await expect.poll(() => page.getByLabel('Adresse du lieu').count()).toBe(2)
    await page.getByLabel('Adresse du lieu').first().fill('12 rue du Lac')
    await isSaved(partner)
    await page
      .getByRole('link', { name: /Relire/ })
      .first()
      .click()
    await page.getByRole('button', { name: /^Transmettre/ }).click()
    await page.waitForURL(/\/recu\//)
  })

  it('is seen in the cockpit with its answers', async () => {
    const agent = await open()
    const { page } = agent
    await signIn(agent, platform.local.origin, 'conseiller@caf731.test')
    await page.goto(`${platform.local.origin}/caf/campagne/?id=${campaign}`)
    await page
      .getByRole('row')
      .filter({ has: page.getByText('Transmis', { exact: true }) })
      .getByRole('link')
      .first()
      .click()
    await page.getByText('Coopérative').first().waitFor()
    await page.getByText('12 rue du Lac').first().waitFor()
  })
})

describe.skipIf(!hasChromium)('the plan by the keyboard alone', () => {
  const press = async ({ page }: Person, ...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key)
  }
  const focusedRow = ({ page }: Person) =>
    page.locator('.plan-row:focus .plan-title').evaluateAll(([title]) => title?.firstChild?.nodeValue ?? '')
  const said = ({ page }: Person, words: string | RegExp) =>
    page.locator('.plan > [role="status"]').getByText(words).waitFor({ state: 'attached' })
  const add = async (person: Person, type: string, title: string) => {
    await press(person, 'Insert')
    await expect.poll(() => person.page.evaluate(() => document.activeElement?.id)).toBe('palette-recherche')
    await person.page.keyboard.type(type)
    await press(person, 'Enter')
    await typeTitle(person.page, title)
    await press(person, 'Escape')
    await expect.poll(() => focusedRow(person)).toBe(title)
  }
  let designer: Person

  it('adds, renames, duplicates, moves, deletes and takes back, and says each', async () => {
    designer = await open()
    await openPlan(designer, platform, 'Au clavier')
    const { page } = designer
    await row(page, 'Au clavier').focus()
    await press(designer, 'ArrowDown')
    await add(designer, 'oui ou non', 'Action en QPV ?')
    await add(designer, 'texte court', 'Nom du quartier')
    await add(designer, 'groupe', 'Équipe')
    await press(designer, 'F2')
    await page.keyboard.type('Votre équipe')
    await press(designer, 'Enter')
    await expect.poll(() => focusedRow(designer)).toBe('Votre équipe')
    await press(designer, 'ArrowUp', 'Control+ArrowDown')
    await said(designer, /Nom du quartier\s» : maintenant 3 sur 3/)
    await press(designer, 'Control+ArrowRight')
    await said(designer, /dans «\sVotre équipe\s»/)
    await press(designer, 'Control+ArrowLeft', 'Control+ArrowUp', 'Control+d')
    await said(designer, /copie ajoutée/)
    expect((await outlineOf(page)).slice(2)).toEqual([
      'Action en QPV ?',
      'Nom du quartier',
      'Nom du quartier (copie)',
      'Votre équipe',
    ])
    await press(designer, 'Delete')
    await said(designer, /suppression faite/)
    expect(await outlineOf(page)).not.toContain('Nom du quartier (copie)')
    await press(designer, 'Control+z')
    await expect.poll(() => outlineOf(page)).toContain('Nom du quartier (copie)')
    await press(designer, 'Home', 'a')
    await expect.poll(() => focusedRow(designer)).toBe('Action en QPV ?')
  })

  it('asks before deleting what a condition uses, says which, and mends it in one step', async () => {
    const { page } = designer
    await press(designer, 'ArrowDown')
    await expect.poll(() => focusedRow(designer)).toBe('Nom du quartier')
    await press(designer, 'Enter')
    const pane = properties(page)
    await pane.getByText('Conditions', { exact: true }).focus()
    await press(designer, 'Enter', 'Tab', 'Enter')
    await pane.getByText("{action_en_qpv} = 'oui'").waitFor()
    await press(designer, 'Escape')
    await expect.poll(() => focusedRow(designer)).toBe('Nom du quartier')
    await press(designer, 'ArrowUp')
    await expect.poll(() => focusedRow(designer)).toBe('Action en QPV ?')
    await press(designer, 'Delete')
    const dialog = page.getByRole('dialog', { name: /Supprimer «\sAction en QPV \?/ })
    await dialog.getByText('la condition d’affichage de « Nom du quartier »').waitFor()
    await expectAccessible(designer, { frames: false })
    await dialog.getByRole('button', { name: 'Supprimer et corriger' }).focus()
    await press(designer, 'Enter')
    await said(designer, /suppression faite/)
    await row(page, 'Nom du quartier').first().click()
    await press(designer, 'Enter')
    await expect.poll(() => pane.getByText('{action_en_qpv}').count()).toBe(0)
    await press(designer, 'Escape')
    await expect.poll(() => focusedRow(designer)).toBe('Nom du quartier')
    await press(designer, 'Control+z')
    await expect.poll(() => outlineOf(page)).toContain('Action en QPV ?')
  })

  it('shows each way to edit so that all can use it', async () => {
    const { page } = designer
    await row(page, 'Votre équipe').click()
    await press(designer, 'Shift+F10')
    await page.getByRole('menu').waitFor()
    // Half a button under the bar that stays above is too small a target.
    await page.evaluate(() => scrollTo(0, 0))
    await expectAccessible(designer, { frames: false })
    await press(designer, 'Escape')
    await expect.poll(() => focusedRow(designer)).toBe('Votre équipe')
    await press(designer, 'Insert')
    await page.getByRole('dialog', { name: 'Ajouter une question' }).waitFor()
    await expectAccessible(designer, { frames: false })
    await page.keyboard.type('choix unique')
    await press(designer, 'Enter')
    await typeTitle(page, 'Mois')
    await properties(page)
      .getByLabel('Ajouter : choix', { exact: true })
      .evaluate((field) => {
        const clipboardData = new DataTransfer()
        const rows = Array.from({ length: 5_000 }, (_, i) => `m${i}\tMois ${i}`)
        clipboardData.setData('text', rows.join('\n'))
        field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
      })
    await page.getByText(/4.000 lignes dépassent/).waitFor()
    await expectAccessible(designer, { frames: false })
    await page.getByRole('button', { name: 'Ajouter ces lignes' }).click()
    await page.getByText(/autres, sur 1000/).waitFor()
    await page.locator('.undo button').first().click()
    await page.getByText('Aucun choix pour le moment.').waitFor()
  })

  it('is one step after the other on a telephone, and at 200 % of zoom', async () => {
    const { page } = designer
    for (const viewport of [PHONE, { width: 640, height: 450 }]) {
      await page.setViewportSize(viewport)
      await page.getByRole('button', { name: 'Retour au plan' }).click()
      await row(page, 'Votre équipe').click()
      await properties(page).getByLabel('Titre', { exact: true }).waitFor()
      await expectNoSidewaysScroll(designer)
      await expectAccessible(designer, { frames: false })
    }
  })
})

describe.skipIf(!hasChromium)('the plan by dragging', () => {
  it('shows where a question would go, and puts it there', async () => {
    const designer = await open()
    await openPlan(designer, platform, 'À la souris')
    const { page } = designer
    const mouse = countingMouse(page)
    for (const title of ['Un', 'Deux', 'Trois']) await mouse.add('Texte court', title)
    const from = await row(page, 'Trois').boundingBox()
    const to = await row(page, 'Un').boundingBox()
    if (!from || !to) throw new Error('no rows')
    await page.mouse.move(from.x + 80, from.y + from.height / 2)
    await page.mouse.down()
    await page.mouse.move(to.x + 80, to.y + 4, { steps: 6 })
    await page.locator('.plan-drop').waitFor()
    await page.mouse.up()
    await expect.poll(async () => (await outlineOf(page)).slice(2)).toEqual(['Trois', 'Un', 'Deux'])
    await expect.poll(() => page.locator('.plan-drop').count()).toBe(0)
  })
})
