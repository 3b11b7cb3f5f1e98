import { describe, expect, test } from 'vitest'
import { hasChromium, useBrowser } from '../support/browser.ts'
import { goTo, isOffline, isSaved, openResponse, PARTNER, questionsAreLive } from '../support/fill-page.ts'
import { usePlatform } from '../support/server.ts'

describe.skipIf(!hasChromium)('what somebody writes is kept', () => {
  const platform = usePlatform()
  const browser = useBrowser()
  const savedQuartier = async () => {
    const partner = await platform.as(PARTNER)
    const { body } = await partner.get('/responses')
    const draft = body.items.find(({ status }: { status: string }) => status === 'draft')
    return (await partner.get(`/responses/${draft.id}`)).body.sections.lieu.answers.quartier
  }
  const open = async () => {
    const person = await browser.open()
    await openResponse(person, platform.local.origin, PARTNER, /^Reprendre/)
    await goTo(person, 'Lieu de l’action')
    return { person, quartier: person.page.getByLabel('Quartier', { exact: true }) }
  }

  test('is saved as it is written, and is there after a reload', async () => {
    const { person, quartier } = await open()
    await quartier.fill('Les Épinettes')
    await isSaved(person)
    expect(await savedQuartier()).toBe('Les Épinettes')
    await person.page.reload()
    await questionsAreLive(person)
    expect(person.page.url()).toContain('partie=lieu')
    await expect.poll(() => quartier.inputValue()).toBe('Les Épinettes')
  })

  test('waits on the device while there is no network, and is sent when it comes back', async () => {
    const { person, quartier } = await open()
    await person.context.setOffline(true)
    await quartier.fill('De retour')
    await isOffline(person)
    await person.context.setOffline(false)
    await isSaved(person)
    expect(await savedQuartier()).toBe('De retour')
  })

  test('survives an expired session: one goes on writing, signs in again, and nothing is lost', async () => {
    const { person, quartier } = await open()
    await person.context.clearCookies()
    await person.page.clock.setSystemTime(Date.now() + 20 * 60_000)
    await quartier.fill('Session')
    await person.page.getByRole('button', { name: 'Se reconnecter' }).waitFor()
    await quartier.fill('Session expirée')
    await person.page.getByRole('button', { name: 'Se reconnecter' }).click()
    await person.page.locator(`button[value="${PARTNER}"]`).click()
    await person.page.waitForURL(/partie=lieu/)
    await questionsAreLive(person)
    await expect.poll(() => quartier.inputValue()).toBe('Session expirée')
    await isSaved(person)
    expect(await savedQuartier()).toBe('Session expirée')
  })
})
