import { beforeAll, describe, expect, it } from 'vitest'
import { expectAccessible, hasChromium, type Person, signIn, useBrowser } from '../support/browser.ts'
import { usePlatform } from '../support/server.ts'

const platform = usePlatform({ now: '2026-06-10T09:00:00.000Z' })
const { open } = useBrowser()

const card = ({ page }: Person, form: string, project: string) =>
  page.getByRole('article', { name: form }).filter({ hasText: `Projet «\u00a0${project}\u00a0»` })

describe.skipIf(!hasChromium)('« Mes démarches »', () => {
  let partner: Person
  beforeAll(async () => {
    partner = await open()
    await signIn(partner, platform.local.origin, 'partenaire@asso-belledonne.test')
  })

  it('says how many are due, and the next deadline in words with the time left', async () => {
    await partner.page
      .getByText(
        '6 démarches à faire pour 2 projets. La prochaine échéance est mercredi 10 juin 2026 à 23 h 59 (heure de Paris), c’est aujourd’hui.',
      )
      .waitFor()
  })

  it.each([
    [
      'Bilan qualitatif 2025-2026',
      'Clas de Belledonne',
      'À commencer',
      'Commencer',
      '/remplir/clas-bilan/1/',
    ],
    [
      'Bilan qualitatif 2025-2026',
      'Clas des Bauges',
      'Brouillon, non transmis',
      'Reprendre',
      '/remplir/clas-bilan/1/',
    ],
    ['Bilan d’étape 2026-2027', 'Clas de Belledonne', 'À corriger', 'Corriger', '/remplir/clas-bilan/1/'],
    ['Bilan qualitatif 2024-2025', 'Clas des Bauges', 'Transmis', 'Voir le reçu', '/recu/'],
    ['Bilan qualitatif 2024-2025', 'Clas de Belledonne', 'Validé par la Caf', 'Voir le reçu', '/recu/'],
  ])('%s of %s is « %s », with one action: « %s »', async (form, project, status, action, path) => {
    const found = card(partner, form, project)
    await found.getByText(status, { exact: true }).waitFor()
    const links = found.locator('a.btn')
    await expect.poll(() => links.count()).toBe(1)
    await expect
      .poll(() => links.textContent())
      .toMatch(new RegExp(`^${action}\\s: ${form}, projet ${project}`))
    expect(await links.getAttribute('href')).toMatch(new RegExp(`^${path}\\?dossier=`))
  })

  it('says what a missed deadline costs, and for when each is', async () => {
    const found = card(partner, 'Bilan qualitatif 2025-2026', 'Clas des Bauges')
    await found.getByText('la prestation de service (PS) n’est pas versée').waitFor()
    await found
      .getByText('À transmettre avant la fin du mercredi 10 juin 2026 à 23 h 59 (heure de Paris)')
      .waitFor()
    await card(partner, 'Bilan d’étape 2026-2027', 'Clas des Bauges').getByText('dans 18 jours').waitFor()
  })

  it('shows each organisation its own', async () => {
    const other = await open()
    await signIn(other, platform.local.origin, 'partenaire@centre-social-isere.test')
    await card(other, 'Bilan qualitatif 2025-2026', 'Clas du Val').waitFor()
    await expect.poll(() => other.page.getByText('Clas des Bauges').count()).toBe(0)
  })

  it('lets a draft begun by mistake be deleted from its card: it is to begin again', async () => {
    const { page } = partner
    const mine = () => card(partner, 'Bilan qualitatif 2025-2026', 'Clas des Bauges')
    await mine().getByRole('link', { name: 'Supprimer ce brouillon' }).click()
    const dialog = page.getByRole('dialog', { name: /Supprimer le brouillon de/ })
    await dialog.getByText('seront effacés').waitFor()
    await expectAccessible(partner)
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Supprimer ce brouillon' }).click()
    await dialog.getByRole('button', { name: 'Supprimer ce brouillon' }).click()
    await page.waitForURL(/mes-demarches/)
    await mine().getByText('À commencer', { exact: true }).waitFor()
  })
})
