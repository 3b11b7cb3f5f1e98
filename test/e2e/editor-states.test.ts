// axe on every state of the editor, one table walked through on one page: what changed alone is looked at. The states
// of a person who has lost something (a text that is no JSON, findings, offline, a session that has ended, a lock, two
// versions, what publishing says) are looked at where editor.test.ts comes to them.
import type { Page } from 'playwright-core'
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
import { createForm, DESIGNER, preview } from '../support/editor.ts'
import { everything, KINDS, RULES, type State, state, titleOf } from '../support/editor-states.ts'
import { openPlan, properties, row } from '../support/plan.ts'
import { usePlatform } from '../support/server.ts'

const platform = usePlatform({ now: '2026-06-10T09:00:00.000Z' })
const { open } = useBrowser()

let person: Person
let page: Page
beforeAll(async () => {
  if (!hasChromium) return
  const form = await createForm(platform, 'Tout ce qui se modifie', everything())
  person = await open()
  page = person.page
  await signIn(person, platform.local.origin, DESIGNER)
  await page.goto(`${platform.local.origin}/caf/questionnaire/?formulaire=${form}`)
  await preview(page).getByText(titleOf('comment')).first().waitFor()
})

/** Selects a row of the plan, and waits for what it is. */
const select = async (title: string): Promise<void> => {
  await row(page, title).first().click()
  await page
    .locator('[role="treeitem"][aria-selected="true"]', { hasText: title })
    .waitFor({ state: 'attached' })
}
const press = (name: string | RegExp) => properties(page).getByRole('button', { name }).first().click()
const inside = (title: string, name: string | RegExp) => async () => {
  await select(title)
  await press(name)
  await properties(page)
    .getByRole('button', { name: `Revenir à « ${title} »` })
    .waitFor()
}
const WHOLE = 'Tout ce qui se modifie'
const PANE = '.plan-properties'
const OUTLINE = '.plan-outline'
const DIALOG = 'dialog[open]'

const openGroups = () =>
  page.evaluate(() => {
    for (const group of document.querySelectorAll('.plan-properties details')) group.setAttribute('open', '')
    scrollTo(0, 0)
  })
const close = () => page.keyboard.press('Escape')
const cancel = () => page.getByRole('dialog').getByRole('button', { name: 'Annuler' }).click()
const key =
  (title: string, ...keys: string[]) =>
  async () => {
    await select(title)
    await row(page, title).first().focus()
    for (const one of keys) await page.keyboard.press(one)
  }
const dialog =
  (...[title, ...keys]: Parameters<typeof key>) =>
  async () => {
    await key(title, ...keys)()
    await page.getByRole('dialog').waitFor()
  }

/** Each with all its groups of properties open. */
const selected: readonly State[] = [
  state('the whole questionnaire and its marks', () => select(WHOLE), PANE),
  state('a page', () => select('Première page'), PANE),
  state('a repeated panel', () => select('Bloc de lieux'), PANE),
  state('a question of a repeated panel', () => select('Adresse du lieu'), PANE),
  state('a panel', () => select('Groupe de contact'), PANE),
  state('a question of a panel', () => select('Personne à joindre'), PANE),
  ...KINDS.map((kind) => state(`a question: ${kind}`, () => select(titleOf(kind)), PANE)),
  state('a choice', inside(titleOf('radiogroup'), 'Modifier « Association »'), PANE),
  state('a choice of several', inside(titleOf('checkbox'), 'Modifier « Jeux »'), PANE),
  state('an image to choose', inside(titleOf('imagepicker'), 'Modifier « Salle »'), PANE),
  state('a note', inside(titleOf('rating'), 'Modifier « Bas »'), PANE),
  state('a row', inside(titleOf('matrixdropdown'), 'Modifier « Filles »'), PANE),
  state('a column', inside(titleOf('matrixdropdown'), 'Régler « Effectif »'), PANE),
  state('a column of free rows', inside(titleOf('matrixdynamic'), 'Régler « Nom du lieu »'), PANE),
  state('a choice of a grid', inside(titleOf('matrix'), 'Modifier « Oui »'), PANE),
  state('one text of several', inside(titleOf('multipletext'), 'Régler « Fonction »'), PANE),
]

/** A rule of each kind of check, with each part of its sentence open one after the other. */
const rules = RULES.map((rule) =>
  state(
    `the rule ${rule}`,
    async () => {
      await select(WHOLE)
      await press(new RegExp(`^Règle ${rule} :`))
      await properties(page)
        .getByRole('heading', { name: `Règle ${rule}` })
        .waitFor()
    },
    PANE,
  ),
)

const others: readonly State[] = [
  state('the palette', dialog(titleOf('text'), 'Insert'), DIALOG, close),
  state(
    'the palette, nothing found',
    async () => {
      await dialog(titleOf('text'), 'Insert')()
      await page.keyboard.type('zzz')
      await page.getByText('Aucun type ne correspond').waitFor()
    },
    DIALOG,
    cancel,
  ),
  state(
    'rows to paste',
    async () => {
      await select(titleOf('radiogroup'))
      await press('Coller depuis un tableur')
      await page.getByRole('dialog').getByLabel('Lignes copiées').fill('a\nb')
      await page.getByText('2 lignes à ajouter').waitFor()
    },
    DIALOG,
    close,
  ),
  state('deleting what others use', dialog(titleOf('radiogroup'), 'Delete'), DIALOG, close),
  state('deleting what has questions inside', dialog('Groupe de contact', 'Delete'), DIALOG, close),
  state('a title typed in the outline', key('Bilan libre', 'F2'), OUTLINE, close),
  state('the menu of a row', key('Bilan libre', 'Shift+F10'), OUTLINE, close),
  state('a search of the outline', () => page.getByLabel('Chercher dans le plan').fill('note'), OUTLINE),
  state(
    'a search that finds nothing',
    async () => {
      await page.getByLabel('Chercher dans le plan').fill('zzz')
      await page.getByText('Rien dans le plan ne correspond').first().waitFor()
    },
    OUTLINE,
    () => page.getByLabel('Chercher dans le plan').fill(''),
  ),
  state(
    'the outline closed',
    () => page.getByRole('button', { name: 'Tout fermer' }).click(),
    OUTLINE,
    () => page.getByRole('button', { name: 'Tout ouvrir' }).click(),
  ),
  state(
    'a condition as an expression',
    async () => {
      await select(titleOf('text'))
      await openGroups()
      await press('Écrire l’expression')
    },
    PANE,
  ),
  state(
    'a question dragged',
    async () => {
      await select('Bilan libre')
      const [from, to] = [
        await row(page, 'Bilan libre').boundingBox(),
        await row(page, 'Seconde page').boundingBox(),
      ]
      if (!from || !to) throw new Error('no rows')
      await page.mouse.move(from.x + 80, from.y + from.height / 2)
      await page.mouse.down()
      await page.mouse.move(to.x + 80, to.y - 4, { steps: 4 })
      await page.locator('.plan-drop').waitFor()
    },
    OUTLINE,
    async () => {
      await page.keyboard.press('Escape')
      await page.mouse.up()
    },
  ),
  state(
    'the preview over the page',
    async () => {
      await page.getByRole('button', { name: 'Agrandir l’aperçu' }).click()
      await page.getByRole('dialog').waitFor()
    },
    DIALOG,
    close,
  ),
  state(
    'publishing',
    async () => {
      await page.getByRole('button', { name: 'Publier…' }).click()
      await page.getByRole('dialog').waitFor()
    },
    DIALOG,
    close,
  ),
]

describe.skipIf(!hasChromium)('the editor, whatever it shows', () => {
  it.each([...selected, ...rules, ...others])('$state is accessible', async ({ reach, within, leave }) => {
    await reach()
    await openGroups()
    await expectAccessible(person, { within })
    const parts = properties(page).locator('.rule-part')
    for (let i = 0; within === PANE && i < (await parts.count()); i += 1) {
      await parts.nth(i).click()
      await expectAccessible(person, { within: '.rule-checks' })
    }
    await leave()
    await expect.poll(() => page.locator(`${DIALOG}, .plan-menu, .plan-rename`).count()).toBe(0)
  })

  it('shows in the preview what is selected in the plan, and leaves the keyboard there', async () => {
    const shown = preview(page)
    await select('Seconde page')
    await shown.getByRole('heading', { name: /Seconde page/ }).waitFor()
    await select(titleOf('comment'))
    await shown.getByRole('heading', { name: /Première page/ }).waitFor()
    const question = shown.locator('.q', { hasText: titleOf('comment') }).first()
    const isInView = () =>
      question.evaluate((element) => {
        const { top, bottom } = element.getBoundingClientRect()
        return bottom > 0 && top < innerHeight
      })
    await expect.poll(isInView).toBe(true)
    expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('treeitem')
  })

  it('in another tab, which only reads, is accessible', async () => {
    const [copy] = await Promise.all([
      person.context.waitForEvent('page'),
      page.evaluate(() => {
        window.open(location.href)
      }),
    ])
    const reader = { ...person, page: copy }
    await copy.getByText('Vous modifiez ce questionnaire dans un autre onglet.').waitFor()
    for (const title of [titleOf('radiogroup'), WHOLE]) {
      await row(copy, title).first().click()
      await properties(copy).waitFor()
      await expectAccessible(reader, { within: '.editor' })
    }
    await copy.close()
  })

  it('is accessible on a telephone and at 200 % of zoom, and never scrolls sideways', async () => {
    for (const viewport of [PHONE, { width: 640, height: 450 }, DESKTOP]) {
      await page.setViewportSize(viewport)
      for (const title of [WHOLE, titleOf('text'), titleOf('matrixdropdown')]) {
        const back = page.getByRole('button', { name: 'Retour au plan' })
        if (await back.isVisible()) await back.click()
        await select(title)
        await openGroups()
        await expectNoSidewaysScroll(person)
        await expectAccessible(person, { within: '.editor' })
      }
    }
  })

  it('is accessible when nothing is asked yet', async () => {
    await page.setViewportSize(DESKTOP)
    await openPlan(person, platform, 'Vide')
    await properties(page)
      .getByText(/^Commencez par|^1 page/)
      .waitFor()
    await expectAccessible(person, { within: '.editor' })
  })
})
