import { describe, expect, test } from 'vitest'
import { hasChromium, useBrowser } from '../support/browser.ts'
import { goTo, openResponse, PARTNER, questionsAreLive } from '../support/fill-page.ts'
import { usePlatform } from '../support/server.ts'

describe.skipIf(!hasChromium)('a deadline that passes while somebody writes', () => {
  const platform = usePlatform({ now: '2024-07-12T21:59:10Z' })
  const browser = useBrowser()

  test('makes the page read-only, says so, and keeps what was written in sight', async () => {
    const person = await browser.open()
    const { page } = person
    await openResponse(person, platform.local.origin, PARTNER, /^Reprendre/)
    await goTo(person, 'Lieu de l’action')
    await expect
      .poll(() => page.locator('.standing').textContent())
      .toMatch(
        /Non transmis\..*À transmettre avant la fin du vendredi 12\sjuillet\s2024 à 23\sh\s59 \(heure de Paris\)\. Il reste \d+\ss\./,
      )
    const quartier = page.getByLabel('Quartier', { exact: true })
    await quartier.fill('Quartier ')
    while (await quartier.isEditable()) {
      await page.keyboard.type('a')
      await page.waitForTimeout(300)
    }
    await page.getByText('Non transmis, échéance passée.').waitFor()
    expect(platform.local.now()).toBeGreaterThanOrEqual(Date.parse('2024-07-12T22:00:00.000Z'))
    const kept = await quartier.inputValue()
    expect(kept).toMatch(/^Quartier a+$/)
    await expect.poll(() => page.getByRole('link', { name: 'Relire et transmettre' }).count()).toBe(0)

    const partner = await platform.as(PARTNER)
    const id = new URL(page.url()).searchParams.get('dossier') ?? ''
    const { body } = await partner.get(`/responses/${encodeURIComponent(id)}`)
    expect(kept.startsWith(body.sections.lieu.answers.quartier)).toBe(true)

    await page.reload()
    await questionsAreLive(person)
    await expect.poll(() => quartier.inputValue()).toBe(kept)
    expect(await quartier.isEditable()).toBe(false)
  })
})
