// Somebody building a questionnaire by its plan, as one who never saw it does, and what follows: it is published, asked by
// a campaign, filled by a partner and read by the Caf. By pages alone.
import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Person } from './browser.ts'
import { isSaved, questionsAreLive } from './fill-page.ts'
import type { Hand } from './hands.ts'
import type { Platform } from './server.ts'

export const DESIGNER = 'concepteur@caf731.test'

/** Makes an empty questionnaire, and opens it on its plan, for somebody who is signed in. */
export const openPlan = async ({ page }: Person, platform: Platform, title: string): Promise<string> => {
  const { body } = await (await platform.as(DESIGNER)).post('/forms', { body: { title, from: 'blank' } })
  await page.goto(`${platform.local.origin}/caf/questionnaire/?formulaire=${body.id}`)
  await page.getByRole('tree', { name: 'Plan du questionnaire' }).waitFor()
  return body.id
}

/** Lets who edits questionnaires run campaigns too. */
export const letRunCampaigns = async (platform: Platform): Promise<void> => {
  const admin = await platform.as('administrateur@caf731.test')
  const { items } = (await admin.get('/agents')).body
  const { id } = items.find((agent: { email: string }) => agent.email === DESIGNER)
  const roles = ['concepteur', 'gestionnaire-campagne']
  const { status, text } = await admin.put(`/agents/${id}`, { body: { roles } })
  if (status !== 200) throw new Error(text)
}

/** A text as it was typed: pages put a space that no line ends at before « ? » and its like. */
export const typed = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ')

/** The rows of the outline, by their titles. */
export const outlineOf = async (page: Page): Promise<string[]> =>
  // Rows out of sight are not drawn: they have a text, and none that is seen.
  (
    await page
      .locator('.plan-row .plan-title')
      .evaluateAll((titles) => titles.map(({ firstChild }) => firstChild?.nodeValue ?? ''))
  ).map(typed)

export const row = (page: Page, title: string): Locator =>
  page.getByRole('treeitem').filter({ has: page.locator('.plan-title', { hasText: title }) })

export const properties = (page: Page): Locator => page.getByRole('region', { name: 'Propriétés' })

/** Waits until the title of what is selected is being typed, and types it. */
export const typeTitle = async (page: Page, title: string): Promise<void> => {
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('champ-plan-title')
  await page.keyboard.type(title)
}

/** Adds a question by the palette, and types its title. */
export const addQuestion = async (hand: Hand, kind: string, title: string, where?: string): Promise<void> => {
  const { page } = hand
  await hand.openPalette()
  const dialog = page.getByRole('dialog', { name: 'Ajouter une question' })
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('palette-recherche')
  if (where) await hand.check(dialog.getByRole('radio', { name: where }))
  await hand.press(dialog.getByRole('button').filter({ has: page.getByText(kind, { exact: true }) }))
  await typeTitle(page, title)
}

/** Types entries in the field that adds to a list. */
export const addEntries = async (hand: Hand, label: string, texts: readonly string[]): Promise<void> => {
  const field = properties(hand.page).getByLabel(label, { exact: true })
  for (const [i, text] of texts.entries()) {
    if (i === 0) await hand.write(field, text)
    else await hand.page.keyboard.type(text)
    await hand.page.keyboard.press('Enter')
  }
}

export const TITLES = [
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

/** From blank: ten questions, a condition, a table with totals and a repeated block. */
export const buildForm = async (hand: Hand): Promise<void> => {
  const { page } = hand
  const pane = properties(page)
  await addQuestion(hand, 'Texte court', 'Nom de la structure')
  await hand.check(pane.getByLabel('Réponse obligatoire'))
  await addQuestion(hand, 'Numéro SIRET', 'Numéro SIRET')
  await addQuestion(hand, 'Choix unique', 'Statut juridique')
  await addEntries(hand, 'Ajouter : choix', ['Association', 'Commune', 'Autre'])
  await addQuestion(hand, 'Texte court', 'Précisez le statut')
  await hand.press(pane.getByText('Conditions', { exact: true }))
  const shown = pane.getByRole('group', { name: 'Afficher si' })
  await hand.press(shown.getByRole('button', { name: 'Ajouter une condition' }))
  await hand.choose(shown.getByLabel('Valeur de la condition 1'), 'Autre')
  await shown.getByText("{statut_juridique} = 'autre'").waitFor()
  await addQuestion(hand, 'Date', 'Date de début')
  await addQuestion(hand, 'Nombre', 'Nombre de séances')
  await addQuestion(hand, 'Tableau', 'Enfants accueillis')
  await hand.choose(pane.getByLabel('Ce qu’on met dans les cases'), 'Nombre')
  await addEntries(hand, 'Ajouter : colonne', ['Filles', 'Garçons'])
  await hand.check(pane.getByLabel('Ajouter une ligne de total'))
  await pane.getByText('total : somme').nth(1).waitFor()
  await addEntries(hand, 'Ajouter : ligne', ['Élémentaire', 'Collège'])
  await addQuestion(hand, 'Bloc répété', 'Lieux d’accueil')
  await hand.write(pane.getByLabel('Comment appeler un élément ?'), 'un lieu')
  await addQuestion(hand, 'Texte court', 'Adresse du lieu')
  await addQuestion(hand, 'Nombre', 'Places')
  await addQuestion(hand, 'Texte long', 'Bilan de l’année', 'Après le bloc « Lieux d’accueil »')
  await addQuestion(hand, 'Oui ou non', 'Reconduisez-vous le projet ?')
}

/** Publishes the first version, and opens a campaign that asks it, from where publishing leads. */
export const publishAndOpen = async (hand: Hand, form: string): Promise<void> => {
  const { page } = hand
  await page.getByText(/rien n’empêche de publier|peut être publié/).waitFor()
  await hand.press(page.getByRole('button', { name: 'Publier…' }))
  await page
    .getByRole('dialog')
    .getByText(/Les numéros de reçu commenceront par «.E[SC].»/)
    .waitFor()
  await hand.press(page.getByRole('button', { name: 'Publier la version 1' }))
  await hand.press(page.getByRole('link', { name: 'Créer une campagne avec la version 1' }))
  await page.waitForURL(/\/caf\/campagne\/modifier\//)
  const asked = page.getByLabel('Questionnaire', { exact: true })
  await expect.poll(() => asked.inputValue()).toBe(form)
  expect(await page.getByLabel('Version', { exact: true }).inputValue()).toBe('1')
  await hand.date(page.getByLabel('Premier jour', { exact: true }), '2026-06-10')
  await hand.date(page.getByLabel('Dernier jour, compris', { exact: true }), '2026-06-30')
  await hand.press(page.getByRole('button', { name: 'Publier…' }))
  await hand.press(page.getByRole('dialog').getByRole('button', { name: 'Publier', exact: true }))
  await page.getByText('La campagne est publiée.').waitFor()
}

/** Fills it from the partner's page on, reviews it and transmits it: the condition opens, the table adds up, the block repeats. */
export const fillAndTransmit = async (hand: Hand, partner: Person, title: string): Promise<void> => {
  const { page } = hand
  const card = page.getByRole('article', { name: title }).first()
  await hand.press(card.getByRole('link', { name: /Commencer/ }))
  await page.waitForURL(/\/remplir\//)
  await questionsAreLive(partner)
  await hand.write(page.getByLabel('Nom de la structure'), 'Les Amis du Lac')
  await expect.poll(() => page.getByLabel('Précisez le statut').count()).toBe(0)
  await hand.check(page.getByLabel('Autre', { exact: true }))
  await hand.write(page.getByLabel('Précisez le statut'), `Coopérative ${title}`)
  const table = page.getByRole('table', { name: /Enfants accueillis/ })
  const cells = table.getByRole('textbox')
  for (const [i, value] of ['3', '4', '5', '6'].entries()) await hand.write(cells.nth(i), value)
  await cells.nth(3).press('Tab')
  await expect.poll(() => table.locator('tfoot').textContent()).toMatch(/8.*10/s)
  for (const count of [1, 2]) {
    await hand.press(page.getByRole('button', { name: 'Ajouter un lieu' }))
    await expect.poll(() => page.getByLabel('Adresse du lieu').count()).toBe(count)
  }
  await page.getByRole('group', { name: 'Lieu 2' }).waitFor()
  await hand.write(page.getByLabel('Adresse du lieu').first(), '12 rue du Lac')
  await isSaved(partner)
  await hand.press(page.locator('.fill-actions').getByRole('link', { name: /Relire/ }))
  await hand.press(page.getByRole('button', { name: /^Transmettre/ }))
  await page.waitForURL(/\/recu\//)
}

/** Reads in the cockpit, where the page is, what was transmitted. */
export const readInCockpit = async (hand: Hand, title: string): Promise<void> => {
  const { page } = hand
  await page.reload()
  const transmitted = page.getByRole('row').filter({ has: page.getByText('Transmis', { exact: true }) })
  await hand.press(transmitted.getByRole('link').first())
  await page.getByText(`Coopérative ${title}`).first().waitFor()
  await page.getByText('12 rue du Lac').first().waitFor()
}
