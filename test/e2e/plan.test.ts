// A questionnaire made by its plan, by people who see, point or type: from nothing to the answers in the cockpit.
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
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
import { preview } from '../support/editor.ts'
import { PARTNER } from '../support/fill-page.ts'
import { type Hand, keyboardOn, mouseOn } from '../support/hands.ts'
import {
  addEntries,
  addQuestion,
  buildForm,
  DESIGNER,
  fillAndTransmit,
  letRunCampaigns,
  openPlan,
  outlineOf,
  properties,
  publishAndOpen,
  readInCockpit,
  row,
  TITLES,
  typed,
  typeTitle,
} from '../support/plan.ts'
import { usePlatform } from '../support/server.ts'

const platform = usePlatform({ now: '2026-06-10T09:00:00.000Z' })
const { open } = useBrowser()

let designer: Person
let partner: Person
beforeAll(async () => {
  if (!hasChromium) return
  await letRunCampaigns(platform)
  designer = await open()
  partner = await open()
  await signIn(designer, platform.local.origin, DESIGNER)
  await signIn(partner, platform.local.origin, PARTNER)
})

describe.skipIf(!hasChromium).each([
  ['the mouse', 'Enquête à la souris', mouseOn],
  ['the keyboard alone', 'Enquête au clavier', keyboardOn],
])('a questionnaire built, published, asked, filled and read with %s', (_, title, handOn) => {
  let hand: Hand
  let form = ''

  it('has ten questions, a condition, a table with totals and a repeated block, without a line of JSON', async () => {
    form = await openPlan(designer, platform, title)
    hand = handOn(designer.page)
    await buildForm(hand)
    expect((await outlineOf(designer.page)).slice(1)).toEqual(TITLES)
    expect(hand.clicks()).toBeLessThanOrEqual(40)
  })

  it('is published, and asked by a campaign opened from there', () => publishAndOpen(hand, form))

  it('is filled and transmitted by a partner', async () => {
    await partner.page.goto(`${platform.local.origin}/mes-demarches/`)
    await fillAndTransmit(handOn(partner.page), partner, title)
  })

  it('is seen in the cockpit with its answers', () => readInCockpit(hand, title))
})

describe.skipIf(!hasChromium)('what is renamed while a campaign asks it', () => {
  it('says so where it is done, and leads to the responses with nothing left to guess', async () => {
    const { page } = designer
    const form = 'enquete-a-la-souris'
    await page.goto(`${platform.local.origin}/caf/questionnaire/?formulaire=${form}`)
    await page.getByRole('button', { name: 'Modifier à partir de la version 1' }).click()
    const pane = properties(page)
    await row(page, 'Lieux d’accueil').click()
    await pane.locator('summary', { hasText: 'Nom technique' }).click()
    await pane.getByLabel('Nom technique').fill('sites')
    await pane.getByText(/Enquête à la souris .* garde des réponses sous «\slieux_d_accueil\s»/).waitFor()
    await pane.getByRole('button', { name: 'Renommer partout' }).click()
    await row(page, 'Statut juridique').click()
    await pane.getByRole('button', { name: 'Modifier « Autre »' }).click()
    await pane.getByLabel('Code enregistré').fill('autre_statut')
    await page.keyboard.press('Tab')
    await pane.getByText(/sont sous «\sautre\s»/).waitFor()
    await row(page, 'Enfants accueillis').click()
    const settings = pane.getByRole('button', { name: 'Régler « Filles »' })
    await settings.click()
    await pane.getByRole('button', { name: 'Revenir à « Enfants accueillis »' }).click()
    await expect.poll(() => settings.evaluate((button) => button === document.activeElement)).toBe(true)
    await row(page, 'Statut juridique').click()
    await pane.getByRole('button', { name: 'Modifier « Autre »' }).click()
    await expectAccessible(designer, { frames: false })
    await page.getByText(/rien n’empêche de publier|peut être publié/).waitFor()
    await page.getByRole('button', { name: 'Publier…' }).click()
    await page.getByRole('link', { name: /Essayer sur les dossiers de/ }).waitFor()
    await expectAccessible(designer, { frames: false })
    await page.getByRole('dialog').getByRole('button', { name: 'Annuler' }).click()
    await pane.getByRole('link', { name: /Essayer le changement sur les dossiers/ }).click()
    await page.waitForURL(/\/passage\//)
    const follower = page.getByLabel(/^Lieux d’accueil/)
    expect(await follower.inputValue()).toBe('sites')
    await follower.getByText('renommé dans l’éditeur').waitFor({ state: 'attached' })
    expect(await page.getByLabel(/^«.Autre.», de/).inputValue()).toBe('autre_statut')
    await page.getByRole('button', { name: 'Essayer le changement sur les dossiers' }).click()
    await page
      .getByText(/aucun(e)? (dossier|réponse|valeur)|rien/i)
      .first()
      .waitFor()
    await expectAccessible(designer)
  })
})

describe.skipIf(!hasChromium)('the plan by the keyboard alone', () => {
  const press = async ({ page }: Person, ...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key)
  }
  const focusedRow = async ({ page }: Person) =>
    typed(
      await page
        .locator('.plan-row:focus .plan-title')
        .evaluateAll(([title]) => title?.firstChild?.nodeValue ?? ''),
    )
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

  it('adds, renames, duplicates, moves, deletes and takes back, and says each', async () => {
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
    await said(designer, /Nom du quartier\s»\s: maintenant 3 sur 3/)
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
    await press(designer, 'Home')
    // A title that no row begins with is searched for, and typed nowhere.
    await page.keyboard.type('action nouvelle date')
    await expect.poll(() => focusedRow(designer)).toBe('Action en QPV ?')
  })

  it('asks before deleting what a condition uses, says which, and mends it in one step', async () => {
    const { page } = designer
    await press(designer, 'ArrowDown')
    await expect.poll(() => focusedRow(designer)).toBe('Nom du quartier')
    await press(designer, 'Enter')
    // The keyboard comes to the title by itself: whoever goes on before would be brought back.
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('champ-plan-title')
    const pane = properties(page)
    await pane.getByText('Conditions', { exact: true }).focus()
    await press(designer, 'Enter', 'Tab', 'Enter')
    await pane.getByText("{action_en_qpv} = 'oui'").waitFor()
    // Taking the last condition out leaves the keyboard on what adds one.
    await pane.getByRole('button', { name: 'Retirer la condition 1' }).focus()
    await press(designer, 'Enter')
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.textContent))
      .toBe('Ajouter une condition')
    await press(designer, 'Enter')
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
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('champ-plan-title')
    expect(await pane.getByText('{action_en_qpv}').count()).toBe(0)
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
    // What is said of it goes as one types: the field that one types in stays where it is.
    const untitled = properties(page).getByText('Donnez un titre à cette question')
    await untitled.waitFor()
    const field = properties(page).getByLabel('Titre', { exact: true })
    const before = await field.boundingBox()
    await typeTitle(page, 'Mois')
    await untitled.waitFor({ state: 'detached' })
    expect(await field.boundingBox()).toEqual(before)
    await properties(page)
      .getByLabel('Ajouter : choix', { exact: true })
      .evaluate((field) => {
        const clipboardData = new DataTransfer()
        const rows = Array.from({ length: 5_000 }, (_, i) => `m${i}\tMois ${i}`)
        clipboardData.setData('text', rows.join('\n'))
        field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
      })
    await page.getByText(/5.000 lignes à ajouter/).waitFor()
    await expectAccessible(designer, { frames: false })
    await page.getByRole('button', { name: 'Ajouter ces lignes' }).click()
    await page.getByText(/autres, sur 5000/).waitFor()
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
    const { page } = designer
    await page.setViewportSize(DESKTOP)
    await openPlan(designer, platform, 'À la souris')
    const mouse = mouseOn(page)
    for (const title of ['Un', 'Deux', 'Trois']) await addQuestion(mouse, 'Texte court', title)
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

  it('opens the menu of a row beside its button, which a double press does not close nor choose in', async () => {
    const { page } = designer
    await row(page, 'Deux').click()
    const more = page.getByRole('button', { name: 'Actions sur « Deux »' })
    await more.dblclick()
    const menu = page.getByRole('menu')
    const isBeside = async () => {
      const [button, shown] = [await more.boundingBox(), await menu.boundingBox()]
      if (!button || !shown) throw new Error('no menu')
      return shown.y >= button.y + button.height || shown.y + shown.height <= button.y
    }
    // The page may move between the two looks.
    await expect.poll(isBeside).toBe(true)
    expect(await page.locator('.plan-rename').count()).toBe(0)
    await more.click()
    await expect.poll(() => menu.count()).toBe(0)
    expect((await outlineOf(page)).slice(2)).toEqual(['Trois', 'Un', 'Deux'])
  })
})

describe.skipIf(!hasChromium)('images and numbers to choose', () => {
  it('are asked by files of the agent’s, made small, and by a line; the preview answers to both', async () => {
    const { page } = designer
    await openPlan(designer, platform, 'Images et curseurs')
    const hand = mouseOn(page)
    await addQuestion(hand, 'Choix d’images', 'Quel lieu ?')
    await addEntries(hand, 'Ajouter : choix', ['Une salle', 'Un jardin'])
    const fileOf = (choice: string) => properties(page).getByLabel(`Choisir une image : ${choice}`)
    await fileOf('Une salle').setInputFiles({
      name: 'texte.png',
      mimeType: 'image/png',
      buffer: Buffer.from('rien'),
    })
    await properties(page).getByText('ne se lit pas comme une image').waitFor()
    const screenshot = join(import.meta.dirname, '../../web/screenshot.png')
    for (const choice of ['Une salle', 'Un jardin']) await fileOf(choice).setInputFiles(screenshot)
    await expect.poll(() => properties(page).locator('canvas[width]').count()).toBe(2)
    await addQuestion(hand, 'Curseur', 'Combien de séances ?')
    await addEntries(hand, 'Ajouter : repère, un nombre', ['0', '10'])
    await properties(page).getByLabel('Texte du repère 10').fill('beaucoup')
    await preview(page).getByText('10 : beaucoup').waitFor()
    // What the bar that stays in sight covers by half is too small to be pressed there.
    await page.evaluate(() => scrollTo(0, 0))
    await expectAccessible(designer)
    const shown = preview(page)
    await shown.getByRole('radio', { name: 'Un jardin' }).check()
    // The question takes its name from its title once one has left it, and the preview begins anew.
    const answer = async () => {
      await shown.getByRole('slider').press('ArrowRight')
      return shown.getByRole('textbox', { name: 'Combien de séances' }).inputValue()
    }
    await expect.poll(answer).toMatch(/^[1-9]/)
    await expect.poll(() => shown.locator('canvas[width]').count()).toBe(2)
    await page.getByText('Rien à corriger : le questionnaire peut être publié.').waitFor()
  })
})
