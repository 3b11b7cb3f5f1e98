// Somebody building a questionnaire by its plan, as one who never saw it does.
import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { type Person, signIn } from './browser.ts'
import type { Platform } from './server.ts'

const DESIGNER = 'concepteur@caf731.test'

/** Makes an empty questionnaire, and opens it on its plan. */
export const openPlan = async (person: Person, platform: Platform, title: string): Promise<string> => {
  const { body } = await (await platform.as(DESIGNER)).post('/forms', { body: { title, from: 'blank' } })
  await signIn(person, platform.local.origin, DESIGNER)
  await person.page.goto(`${platform.local.origin}/caf/questionnaire/?formulaire=${body.id}`)
  await person.page.getByRole('tree', { name: 'Plan du questionnaire' }).waitFor()
  return body.id
}

/** The rows of the outline, by their titles. */
export const outlineOf = async (page: Page): Promise<string[]> =>
  (await page.locator('.plan-row .plan-title').allInnerTexts()).map(
    (text) => text.split('\n')[0]?.replace(/,.*/, '') ?? '',
  )

export const row = (page: Page, title: string): Locator =>
  page.getByRole('treeitem').filter({ has: page.locator('.plan-title', { hasText: title }) })

export const properties = (page: Page): Locator => page.getByRole('region', { name: 'Propriétés' })

/** Waits until the title of what is selected is being typed, and types it. */
export const typeTitle = async (page: Page, title: string): Promise<void> => {
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('champ-plan-title')
  await page.keyboard.type(title)
}

/** A mouse that counts. */
export const countingMouse = (page: Page) => {
  let clicks = 0
  const click = async (what: Locator): Promise<void> => {
    clicks += 1
    await what.click()
  }
  return {
    clicks: () => clicks,
    click,
    choose: async (what: Locator, option: string): Promise<void> => {
      // One press opens the list, another chooses.
      clicks += 2
      await what.selectOption(option)
    },
    add: async (kind: string, title: string, where?: string): Promise<void> => {
      await click(page.getByRole('button', { name: 'Ajouter une question' }))
      const dialog = page.getByRole('dialog', { name: 'Ajouter une question' })
      if (where) await click(dialog.getByRole('radio', { name: where }))
      await click(dialog.getByRole('button').filter({ has: page.getByText(kind, { exact: true }) }))
      await typeTitle(page, title)
    },
    /** Types entries in the field that adds to a list. */
    fill: async (label: string, texts: readonly string[]): Promise<void> => {
      await click(properties(page).getByLabel(label, { exact: true }))
      for (const text of texts) {
        await page.keyboard.type(text)
        await page.keyboard.press('Enter')
      }
    },
  }
}
