// Somebody filling a response in a browser.
import type { Locator } from 'playwright-core'
import { expect } from 'vitest'
import { type Person, signIn } from './browser.ts'

export const PARTNER = 'partenaire@asso-belledonne.test'
export const COLLEAGUE = 'saisie@asso-belledonne.test'

/** Signs in and opens a response by what its card says to do; waits until its questions are live. */
export const openResponse = async (person: Person, origin: string, email: string, action: RegExp) => {
  await signIn(person, origin, email)
  await person.page.getByRole('link', { name: action }).first().click()
  await person.page.waitForURL(/\/remplir\//)
  await questionsAreLive(person)
}

/** Waits until the questions of the open section can be answered. */
export const questionsAreLive = async ({ page }: Person): Promise<void> => {
  await page.locator('.questions .q:not([inert] .q)').first().waitFor()
}

/** Presses « Essayer » ; answers the address of the trial, which opens in a tab of its own. */
export const trialFrom = async (button: Locator): Promise<string> => {
  const [tab] = await Promise.all([button.page().waitForEvent('popup'), button.click()])
  await tab.waitForURL(/\/essai\//)
  const url = tab.url()
  await tab.close()
  return url
}

/** Goes to a section by the navigation. */
export const goTo = async (person: Person, title: string): Promise<void> => {
  const { page } = person
  const toggle = page.getByRole('button', { name: /^Partie \d sur \d/ })
  if (await toggle.isVisible()) await toggle.click()
  await page.getByRole('navigation', { name: 'Parties' }).getByRole('link', { name: title }).click()
  await page.getByRole('heading', { level: 2, name: title }).waitFor()
  await questionsAreLive(person)
}

/** Presses a button at its upper edge and holds it for two frames, as a hand does; it must not have moved meanwhile. */
export const pressAtLength = async ({ page }: Person, button: Locator): Promise<void> => {
  await button.scrollIntoViewIfNeeded()
  const box = await button.boundingBox()
  if (!box) throw new Error('What is to be pressed is not there')
  await page.mouse.move(box.x + box.width / 2, box.y + 3)
  await page.mouse.down()
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
  expect(await button.boundingBox()).toEqual(box)
  await page.mouse.up()
}

/** Waits until the page says that what was just written is saved. */
export const isSaved = async ({ page }: Person): Promise<void> => {
  // What was written is shown as such with the next frame.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
  await page.locator('.saved .saved').waitFor()
}

/** Waits until the page says that the network is gone and the answers are kept here. */
export const isOffline = async ({ page }: Person): Promise<void> => {
  await page.getByText('Hors connexion : vos réponses sont gardées sur cet appareil').first().waitFor()
}
