// Two ways to work a page: with the mouse, whose presses are counted, and with the keyboard alone, which reaches things by
// Tab as somebody does who cannot point.
import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'

export type Hand = {
  readonly page: Page
  /** Presses a button, a link, or what unfolds. */
  readonly press: (what: Locator) => Promise<void>
  /** Ticks a box, or chooses a radio button. */
  readonly check: (what: Locator) => Promise<void>
  /** Chooses in a list, by what is read there. */
  readonly choose: (what: Locator, option: string) => Promise<void>
  readonly write: (what: Locator, text: string) => Promise<void>
  /** A day, as `2026-06-30`. */
  readonly date: (what: Locator, day: string) => Promise<void>
  /** Opens the palette of the plan, from wherever one is in it. */
  readonly openPalette: () => Promise<void>
  /** How many times the mouse was pressed. */
  readonly clicks: () => number
}

export const mouseOn = (page: Page): Hand => {
  let clicks = 0
  const press = async (what: Locator): Promise<void> => {
    clicks += 1
    await what.click()
  }
  const write = async (what: Locator, text: string): Promise<void> => {
    clicks += 1
    await what.fill(text)
  }
  return {
    page,
    press,
    check: press,
    choose: async (what, option) => {
      // One press opens the list, another chooses.
      clicks += 2
      await what.selectOption({ label: option })
    },
    write,
    date: write,
    openPalette: () => press(page.getByRole('button', { name: 'Ajouter une question' })),
    clicks: () => clicks,
  }
}

export const keyboardOn = (page: Page): Hand => {
  const { keyboard } = page
  const press = async (what: Locator): Promise<void> => {
    await tabTo(page, what)
    await keyboard.press('Enter')
  }
  const write = async (what: Locator, text: string): Promise<void> => {
    await tabTo(page, what)
    await keyboard.press('Control+a')
    await keyboard.type(text)
  }
  return {
    page,
    press,
    check: async (what) => {
      await tabTo(page, what)
      // In a group of radio buttons the keyboard comes to one of them, and goes on by arrows.
      for (let i = 0; i < 10 && !(await hasKeyboard(what)); i += 1) await keyboard.press('ArrowDown')
      if (!(await what.isChecked())) await keyboard.press('Space')
      await expect.poll(() => what.isChecked()).toBe(true)
    },
    choose: async (what, option) => {
      await tabTo(page, what)
      await keyboard.type(option)
      await expect.poll(() => what.evaluate(chosenText)).toBe(option)
    },
    write,
    date: async (what, day) => {
      await tabTo(page, what)
      const [year = '', month = '', date = ''] = day.split('-')
      // The parts of a day stand in the order of the browser's own language: they are written over in the other.
      for (const typed of [date + month + year, month + date + year]) {
        await keyboard.type(typed)
        if ((await what.inputValue()) === day) return
        for (let i = 0; i < 2; i += 1) await keyboard.press('ArrowLeft')
      }
      expect(await what.inputValue()).toBe(day)
    },
    openPalette: async () => {
      const isInProperties = await page.evaluate(
        () => document.activeElement?.closest('.plan-properties') != null,
      )
      if (isInProperties) await keyboard.press('Escape')
      await tabTo(page, page.locator('.plan [role="treeitem"][tabindex="0"]'))
      await keyboard.press('Insert')
    },
    clicks: () => 0,
  }
}

const MOST_TABS = 150

/** Presses Tab, back or forth, until the keyboard is on this, or on a radio button of its group. */
const tabTo = async (page: Page, what: Locator): Promise<void> => {
  await what.first().waitFor()
  for (let i = 0; i < MOST_TABS; i += 1) {
    const key = await what.first().evaluate(keyTowards)
    if (key === '') return
    await page.keyboard.press(key)
  }
  throw new Error(`Tab never reaches ${what}`)
}

/** Whether the keyboard is on it. */
export const hasKeyboard = (what: Locator): Promise<boolean> =>
  what.evaluate((element) => element === document.activeElement)

/** In the page: the key that goes towards an element, or nothing once the keyboard is on it. */
const keyTowards = (element: Element): string => {
  const at = document.activeElement
  const isGroup =
    element instanceof HTMLInputElement &&
    at instanceof HTMLInputElement &&
    element.type === 'radio' &&
    at.type === 'radio' &&
    element.name === at.name
  if (at === element || isGroup) return ''
  const isBefore =
    at !== null && (at.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING) !== 0
  return isBefore && at !== document.body ? 'Shift+Tab' : 'Tab'
}

const chosenText = (element: Element): string =>
  element instanceof HTMLSelectElement
    ? (element.selectedOptions[0]?.textContent?.replaceAll(/\s+/g, ' ').trim() ?? '')
    : ''
