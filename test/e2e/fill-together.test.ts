import { describe, expect, test } from 'vitest'
import { hasChromium, type Person, useBrowser } from '../support/browser.ts'
import { COLLEAGUE, goTo, isSaved, openResponse, PARTNER, questionsAreLive } from '../support/fill-page.ts'
import { usePlatform } from '../support/server.ts'

describe.skipIf(!hasChromium)('two people on one response', () => {
  const platform = usePlatform()
  const browser = useBrowser()
  const open = async (email: string, section: string) => {
    const person = await browser.open()
    await openResponse(person, platform.local.origin, email, /^Reprendre/)
    await goTo(person, section)
    return person
  }
  const quartierOf = ({ page }: Person) => page.getByLabel('Quartier', { exact: true })
  const sections = async () => {
    const partner = await platform.as(PARTNER)
    const { body } = await partner.get('/responses')
    const draft = body.items.find(({ status }: { status: string }) => status === 'draft')
    return (await partner.get(`/responses/${draft.id}`)).body.sections
  }

  test('never meet in two sections', async () => {
    const [camille, sacha] = [await open(PARTNER, 'Lieu de l’action'), await open(COLLEAGUE, 'Structure')]
    await Promise.all([
      quartierOf(camille).fill('Les Moulins'),
      sacha.page.getByLabel('Fonction').fill('Animatrice'),
    ])
    await Promise.all([isSaved(camille), isSaved(sacha)])
    const { lieu, structure } = await sections()
    expect(lieu.answers.quartier).toBe('Les Moulins')
    expect(structure.answers.contact_fonction).toBe('Animatrice')
  })

  test('see each other’s answers to other questions of one section merged', async () => {
    const [camille, sacha] = [
      await open(PARTNER, 'Lieu de l’action'),
      await open(COLLEAGUE, 'Lieu de l’action'),
    ]
    await camille.page.getByRole('radio', { name: 'Rural' }).check()
    await isSaved(camille)
    await quartierOf(sacha).fill('Le Bourg')
    await isSaved(sacha)
    await expect.poll(() => sacha.page.getByRole('radio', { name: 'Rural' }).isChecked()).toBe(true)
    expect((await sections()).lieu.answers).toMatchObject({ milieu: 'rural', quartier: 'Le Bourg' })
  })

  test('choose between two answers to one question, even after the page was closed', async () => {
    const [camille, sacha] = [
      await open(PARTNER, 'Lieu de l’action'),
      await open(COLLEAGUE, 'Lieu de l’action'),
    ]
    await quartierOf(camille).fill('Celui de Camille')
    await isSaved(camille)
    await quartierOf(sacha).fill('Celui de Sacha')
    const conflict = sacha.page.getByRole('group', { name: 'Quartier' })
    await conflict.waitFor()
    await expect
      .poll(() => conflict.textContent())
      .toMatch(/La vôtre.*Celui de Sacha.*Celle de Camille Martin.*Celui de Camille/)
    await expect.poll(() => quartierOf(sacha).inputValue()).toBe('Celui de Camille')
    expect((await sections()).lieu.answers.quartier).toBe('Celui de Camille')

    await sacha.page.reload()
    await questionsAreLive(sacha)
    await conflict.getByRole('button', { name: 'Garder la vôtre' }).click()
    await isSaved(sacha)
    await expect.poll(() => quartierOf(sacha).inputValue()).toBe('Celui de Sacha')
    expect((await sections()).lieu.answers.quartier).toBe('Celui de Sacha')
    await expect.poll(() => conflict.count()).toBe(0)
  })
})
