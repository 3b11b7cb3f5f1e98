import { describe, expect, test } from 'vitest'
import info from '../../forms/definitions/clas-bilan/form.json' with { type: 'json' }
import {
  DESKTOP,
  expectAccessible,
  expectNoSidewaysScroll,
  hasChromium,
  PHONE,
  signIn,
  useBrowser,
} from '../support/browser.ts'
import { goTo, openResponse, PARTNER, questionsAreLive } from '../support/fill-page.ts'
import { usePlatform } from '../support/server.ts'

describe.skipIf(!hasChromium)('the fill page for everybody', () => {
  const platform = usePlatform()
  const browser = useBrowser()
  for (const [screen, size] of [
    ['a screen', DESKTOP],
    ['a telephone', PHONE],
  ] as const) {
    test(`every section, blank and at fault, is accessible on ${screen}`, async () => {
      const person = await browser.open(size)
      await openResponse(person, platform.local.origin, PARTNER, /^Commencer/)
      for (const [at, { title }] of info.sections.entries()) {
        await goTo(person, title)
        await expectAccessible(person)
        await expectNoSidewaysScroll(person)
        // Somebody who comes back to a section is told what it lacks.
        await goTo(person, info.sections.at(at - 1)?.title ?? '')
        await goTo(person, title)
        await person.page.locator('.q-errors').first().waitFor()
        await expectAccessible(person)
        await expectNoSidewaysScroll(person)
      }
    })
  }

  test('a link of the review leads to its question, and puts the keyboard on it', async () => {
    const person = await browser.open()
    await openResponse(person, platform.local.origin, PARTNER, /^Commencer/)
    for (const question of ['commune', 'milieu']) {
      await person.page.goto(`${person.page.url().replace(/&partie.*/, '')}&partie=lieu#${question}`)
      await person.page.reload()
      await questionsAreLive(person)
      await person.page.locator(`#q-${question} :focus`).waitFor()
      await person.page.locator(`#q-${question} .q-errors`).waitFor()
    }
  })

  test('nothing has to be scrolled sideways at 320 px, nor at 200 % on a screen', async () => {
    const person = await browser.open({ width: 320, height: 700 })
    await openResponse(person, platform.local.origin, PARTNER, /^Commencer/)
    for (const width of [320, 600]) {
      await person.page.setViewportSize({ width, height: 700 })
      for (const { title } of info.sections) {
        await goTo(person, title)
        await expectNoSidewaysScroll(person)
      }
    }
  })

  test('a section is read-only for who may not fill it, and says who may', async () => {
    const person = await browser.open()
    const partner = await platform.as(PARTNER)
    const { items } = (await partner.get('/responses')).body
    const draft = items.find(({ status }: { status: string }) => status === 'draft')
    await signIn(person, platform.local.origin, 'conseiller@caf731.test')
    await person.page.goto(platform.local.origin + draft.fillUrl)
    await questionsAreLive(person)
    await person.page
      .getByText(/ont le rôle «\s?saisie activité\s?» dans l’organisation Association Belledonne/)
      .waitFor()
    expect(await person.page.getByLabel('Fonction').isEditable()).toBe(false)
    await expect.poll(() => person.page.getByRole('radio').first().isDisabled()).toBe(true)
    await expectAccessible(person)
  })

  test('what was validated can be read and not changed', async () => {
    const person = await browser.open()
    const partner = await platform.as('partenaire@commune-lac.test')
    const { items } = (await partner.get('/responses')).body
    const validated = items.find(({ status }: { status: string }) => status === 'validated')
    await signIn(person, platform.local.origin, 'partenaire@commune-lac.test')
    await person.page.goto(platform.local.origin + validated.fillUrl)
    await questionsAreLive(person)
    await expect
      .poll(() => person.page.locator('.standing').textContent())
      .toMatch(/Validé par la Caf\..*ne change plus/)
    await expect.poll(() => person.page.getByLabel('Fonction').inputValue()).toBe('Coordinatrice')
    expect(await person.page.getByLabel('Fonction').isEditable()).toBe(false)
    await expectAccessible(person)
  })
})
