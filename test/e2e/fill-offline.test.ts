import { describe, expect, test } from 'vitest'
import { problems } from '../../forms/problems.ts'
import { expectAccessible, hasChromium, type Person, signIn, useBrowser } from '../support/browser.ts'
import { goTo, isOffline, isSaved, openResponse, PARTNER, questionsAreLive } from '../support/fill-page.ts'
import { usePlatform } from '../support/server.ts'

const OTHER = 'partenaire@centre-social-isere.test'
const NOT_FOUND = problems['not-found'].title

describe.skipIf(!hasChromium)('a page without network', () => {
  const platform = usePlatform()
  const browser = useBrowser()

  /** Waits until the service worker keeps a page whole. */
  const isKept = ({ page }: Person, path: string) =>
    expect.poll(() => page.evaluate(async (name) => Boolean(await caches.match(name)), path)).toBe(true)
  const keptNames = ({ page }: Person) =>
    page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name))

  test('opens again with what this device keeps, and sends it when the network is back', async () => {
    const person = await browser.open(undefined, { keeps: true })
    const { page, context } = person
    await openResponse(person, platform.local.origin, PARTNER, /^Reprendre/)
    const { pathname } = new URL(page.url())
    const id = new URL(page.url()).searchParams.get('dossier') ?? ''
    await goTo(person, 'Structure et contacts')
    await page.getByLabel('Fonction').fill('Avant la coupure')
    await isSaved(person)
    // The list was left at once by what signed in: it is kept once it has been read.
    await page.goto(`${platform.local.origin}/mes-demarches/`)
    await isKept(person, '/mes-demarches/')
    await page.goto(`${platform.local.origin}${pathname}?dossier=${id}`)
    await questionsAreLive(person)
    await goTo(person, 'Lieu de l’action')
    const quartier = page.getByLabel('Quartier', { exact: true })
    await isKept(person, pathname)

    await context.setOffline(true)
    await quartier.fill('Pendant la coupure')
    await isOffline(person)
    await page.reload()
    await questionsAreLive(person)
    await page.getByText('Hors connexion : ce dossier est ouvert avec ce que cet appareil en garde').waitFor()
    await expect.poll(() => quartier.inputValue()).toBe('Pendant la coupure')
    await isOffline(person)
    await expectAccessible(person)
    await quartier.fill('Après le rechargement')
    // What the server had acknowledged is there too.
    await goTo(person, 'Structure et contacts')
    await expect.poll(() => page.getByLabel('Fonction').inputValue()).toBe('Avant la coupure')

    await page.goto(`${platform.local.origin}/mes-demarches/`)
    await page.getByRole('heading', { name: 'Ce que cet appareil garde' }).waitFor()
    await page.goto(`${platform.local.origin}/calendrier/`)
    await page.getByText('cette page n’est pas gardée sur cet appareil').waitFor()
    await page.goBack()
    await page.locator('section', { hasText: 'Ce que cet appareil garde' }).getByRole('link').first().click()
    await questionsAreLive(person)
    await goTo(person, 'Lieu de l’action')
    await expect.poll(() => quartier.inputValue()).toBe('Après le rechargement')

    await context.setOffline(false)
    await isSaved(person)
    await page.getByText('Hors connexion : ce dossier').waitFor({ state: 'detached' })
    const partner = await platform.as(PARTNER)
    const { body } = await partner.get(`/responses/${id}`)
    expect(body.sections.lieu.answers.quartier).toBe('Après le rechargement')

    // Who signs out leaves nothing of theirs: the page of ours says that there is nothing to open.
    await page.getByRole('button', { name: 'Se déconnecter' }).click()
    await page.waitForURL(`${platform.local.origin}/`)
    expect(await keptNames(person)).not.toContain('echeance-dossiers')
    await context.setOffline(true)
    await page.goto(`${platform.local.origin}${pathname}?dossier=${id}`)
    await page.getByRole('heading', { name: 'Pas de connexion au serveur' }).waitFor()
    expect(await page.getByText('rechargement').count()).toBe(0)
  })

  test('sends nothing for somebody else who is signed in when the network is back', async () => {
    const person = await browser.open(undefined, { keeps: true })
    const { page, context } = person
    await openResponse(person, platform.local.origin, PARTNER, /^Reprendre/)
    const { pathname } = new URL(page.url())
    const id = new URL(page.url()).searchParams.get('dossier') ?? ''
    await goTo(person, 'Lieu de l’action')
    await isKept(person, pathname)
    await context.setOffline(true)
    await page.reload()
    await questionsAreLive(person)
    await page.getByLabel('Quartier', { exact: true }).fill('À personne d’autre')
    await isOffline(person)

    // In another browser, so that the network of this one stays cut: its session is put here as it comes back.
    const other = await browser.open()
    await signIn(other, platform.local.origin, OTHER)
    await context.clearCookies()
    await context.addCookies(await other.context.cookies())
    await context.setOffline(false)
    await page.getByRole('heading', { name: NOT_FOUND }).waitFor()
    const partner = await platform.as(PARTNER)
    const { body } = await partner.get(`/responses/${id}`)
    expect(body.sections.lieu?.answers.quartier).not.toBe('À personne d’autre')
  })
})
