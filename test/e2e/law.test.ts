// What the law asks of a Caf, on its pages: how long answers are kept, who read them, and what it says of both.
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
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
import { usePlatform } from '../support/server.ts'

const platform = usePlatform({ now: '2026-06-10T09:00:00.000Z' })
const { open } = useBrowser()
const ADMIN = 'administrateur@caf731.test'
const DOSSIER = 'bilan-2026-06-10-caf731.clas-du-lac'

const at = async (email: string | undefined, path: string, viewport = DESKTOP): Promise<Person> => {
  const person = await open(viewport)
  if (email) await signIn(person, platform.local.origin, email)
  await person.page.goto(platform.local.origin + path)
  return person
}
const sound = async (person: Person, name: string) => {
  await expectAccessible(person)
  await expectNoSidewaysScroll(person)
  if (process.env.SHOTS)
    await person.page.screenshot({ path: join(process.env.SHOTS, `${name}.png`), fullPage: true })
}

describe.skipIf(!hasChromium)('the home page', () => {
  it('says how far the site conforms, as the Cafs say; other pages claim nothing', async () => {
    const { page } = await at(undefined, '/')
    const footer = page.getByRole('contentinfo')
    await footer.getByRole('link', { name: 'Accessibilité : non conforme' }).waitFor()
    await page.goto(`${platform.local.origin}/verifier/`)
    await footer.getByRole('link', { name: 'Accessibilité', exact: true }).waitFor()
  })
})

describe.skipIf(!hasChromium).each([
  ['a desk', DESKTOP],
  ['a telephone', PHONE],
])('on %s', (where, viewport) => {
  it('a campaign says how long answers are kept, and its form what that means', async () => {
    const manager = await at(
      'campagne@caf731.test',
      '/caf/campagne/modifier/?id=bilan-ouvert-caf731',
      viewport,
    )
    const { page } = manager
    const months = page.getByLabel('Conservation des réponses, en mois')
    await months.fill('2')
    await page.getByRole('button', { name: 'Enregistrer les modifications' }).click()
    await page.getByText('Donnez un nombre de mois entier, de 3 à 120.').first().waitFor()
    await months.fill('30')
    await page.getByText(/Les réponses sont gardées 2 ans et 6 mois, soit jusqu’au/).waitFor()
    await sound(manager, `kept-form ${where}`)
    await page.getByRole('button', { name: 'Enregistrer les modifications' }).click()
    await page.waitForURL(/\/caf\/campagne\/\?id=/)
    await page.getByText(/2 ans et 6 mois, jusqu’au/).waitFor()
    await sound(manager, `kept-campaign ${where}`)
    const partner = await at(
      'partenaire@asso-belledonne.test',
      '/recu/?dossier=bilan-ouvert-caf731.clas-de-belledonne',
      viewport,
    )
    await partner.page.getByText(/Ce dossier est gardé jusqu’au/).waitFor()
    await sound(partner, `kept-receipt ${where}`)
  })

  it('the administrateur finds who read a dossier', async () => {
    const agent = await at('conseiller@caf731.test', `/caf/dossier/?id=${DOSSIER}`, viewport)
    await agent.page.getByRole('heading', { name: 'Historique' }).waitFor()
    const administrator = await at(ADMIN, '/caf/agents/', viewport)
    const { page } = administrator
    await page.getByRole('link', { name: 'Journal des accès' }).click()
    await page.getByLabel('Personne').fill('conseiller@caf731')
    await page.getByRole('button', { name: 'Chercher' }).click()
    await page.getByRole('status').filter({ hasText: 'ligne' }).waitFor()
    await page.getByRole('button', { name: 'Chercher', disabled: false }).waitFor()
    await page.getByRole('row').filter({ hasText: 'a lu un dossier' }).first().waitFor()
    await sound(administrator, `log ${where}`)
    await page.getByLabel('Depuis le').fill('2026-06-09')
    await page.getByLabel('Jusqu’au').fill('2026-06-08')
    await page.getByRole('button', { name: 'Chercher' }).click()
    await page.getByText('Le dernier jour est avant le premier').waitFor()
    await page.getByLabel('Depuis le').fill('2026-06-01')
    await page.getByRole('button', { name: 'Chercher' }).click()
    await page.getByRole('heading', { name: 'Aucun accès à montrer' }).waitFor()
    await page.getByRole('button', { name: 'Chercher', disabled: false }).waitFor()
    await sound(administrator, `log-empty ${where}`)
  })

  it('what the administrateur writes is what everybody reads', async () => {
    const administrator = await at(ADMIN, '/caf/mentions/', viewport)
    const { page } = administrator
    await page.getByLabel('Adresse de contact').fill('personne')
    await page.getByRole('button', { name: 'Enregistrer' }).click()
    await page.getByText('Donnez une adresse électronique').first().waitFor()
    await page.getByLabel('Adresse de contact').fill('acces@caf731.test')
    await page.getByLabel('Finalités et base légale').fill(`Instruire, dit depuis ${where}.`)
    await page.getByLabel('État de conformité au RGAA').selectOption('partial')
    await page.getByRole('button', { name: 'Enregistrer' }).click()
    await page.getByText('C’est enregistré').waitFor()
    await page.getByRole('button', { name: 'Enregistrer', disabled: false }).waitFor()
    await sound(administrator, `notices ${where}`)

    const reader = await at(undefined, '/donnees-personnelles/', viewport)
    await reader.page.getByRole('link', { name: 'Caf de la Savoie' }).click()
    await reader.page.getByText(`Instruire, dit depuis ${where}.`).waitFor()
    await sound(reader, `privacy ${where}`)
    await reader.page.goto(`${platform.local.origin}/accessibilite/?caf=caf731`)
    await reader.page.getByText('partiellement conforme').waitFor()
    await reader.page.getByRole('link', { name: 'acces@caf731.test' }).waitFor()
    await expect
      .poll(() => reader.page.getByRole('heading', { level: 1 }).textContent())
      .toBe('Déclaration d’accessibilité')
    await sound(reader, `accessibility ${where}`)
  })
})
