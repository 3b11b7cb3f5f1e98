import { describe, expect, it } from 'vitest'
import { validAnswers } from '../support/answers.ts'
import { hasChromium, type Person, useBrowser } from '../support/browser.ts'
import { saveAll } from '../support/fill.ts'
import { usePlatform } from '../support/server.ts'

const platform = usePlatform({ now: '2026-06-10T09:00:00.000Z' })
const { open } = useBrowser()

const DOSSIER = 'bilan-2026-06-10-caf731.clas-des-bauges'
const MOST_STOPS = 120

/** Presses Tab until the element of this name has the focus, which must be seen, and answers how many it took. */
const tabTo = async ({ page }: Person, name: RegExp): Promise<number> => {
  for (let stops = 1; stops <= MOST_STOPS; stops++) {
    await page.keyboard.press('Tab')
    const focused = await page.evaluate(() => {
      const at = document.activeElement
      if (!(at instanceof HTMLElement)) return undefined
      const { outlineStyle, outlineWidth } = getComputedStyle(at)
      const after = getComputedStyle(at, '::after')
      const seen =
        [outlineStyle, after.outlineStyle].some((style) => style !== 'none') && outlineWidth !== '0px'
      const words = at.getAttribute('aria-label') ?? at.textContent ?? ''
      return { name: words.replaceAll(/\s+/g, ' ').trim(), seen }
    })
    expect(focused, 'every stop shows where it is').toMatchObject({ seen: true })
    if (focused && name.test(focused.name)) return stops
  }
  throw new Error(`${name} is not reached by Tab`)
}

describe.skipIf(!hasChromium)('without a mouse', () => {
  it('a partner signs in, reads again, transmits, and keeps the receipt', async () => {
    await saveAll(await platform.as('partenaire@asso-belledonne.test'), DOSSIER, validAnswers())
    const partner = await open()
    const { page } = partner
    await page.goto(platform.local.origin)
    await tabTo(partner, /^Se connecter$/)
    await page.keyboard.press('Enter')
    await page.waitForURL('**/oidc/**')
    await tabTo(partner, /^Camille Martin/)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'À faire' }).waitFor()
    await tabTo(partner, /^Reprendre/)

    await page.goto(`${platform.local.origin}/relire/?dossier=${DOSSIER}`)
    await page.locator('.review').waitFor()
    expect(await tabTo(partner, /^Aller au contenu$/)).toBe(1)
    await page.keyboard.press('Enter')
    await tabTo(partner, /^Modifier : Participants$/)
    await tabTo(partner, /^Transmettre$/)
    await page.keyboard.press('Enter')
    await page.getByText('C’est transmis.').waitFor()
    await tabTo(partner, /^Télécharger en PDF$/)
    const downloading = page.waitForEvent('download')
    await page.keyboard.press('Space')
    await downloading
    await tabTo(partner, /^Retour à mes démarches$/)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Mes démarches' }).waitFor()
  })

  it('an agent of the Caf filters a campaign, scrolls its table and opens a response', async () => {
    const agent = await open()
    const { page } = agent
    await page.goto(platform.local.origin)
    await tabTo(agent, /^Se connecter$/)
    await page.keyboard.press('Enter')
    await page.waitForURL('**/oidc/**')
    await tabTo(agent, /^Alix Bernard/)
    await page.keyboard.press('Enter')
    await page.getByRole('link', { name: 'Bilan qualitatif 2025-2026' }).waitFor()
    await tabTo(agent, /^Bilan qualitatif 2025-2026$/)
    await page.keyboard.press('Enter')
    await page.getByRole('table').waitFor()
    await tabTo(agent, /transmis, à lire/)
    await page.keyboard.press('Enter')
    await tabTo(agent, /^Dossiers de la campagne$/)
    await tabTo(agent, /^Clas du Lac$/)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Clas du Lac' }).waitFor()
  })
})
