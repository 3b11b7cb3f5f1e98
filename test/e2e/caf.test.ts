import { beforeAll, describe, expect, it } from 'vitest'
import { hasChromium, type Person, signIn, useBrowser } from '../support/browser.ts'
import { usePlatform } from '../support/server.ts'

const platform = usePlatform({ now: '2026-06-10T09:00:00.000Z' })
const { open } = useBrowser()

const CAMPAIGN = 'bilan-2026-06-10-caf731'

describe.skipIf(!hasChromium)('an agent of the Caf', () => {
  let agent: Person
  beforeAll(async () => {
    agent = await open()
    await signIn(agent, platform.local.origin, 'conseiller@caf731.test')
  })

  it('finds the campaign of the day, where its responses stand, and filters them', async () => {
    const { page } = agent
    await page.getByRole('link', { name: 'Bilan qualitatif 2025-2026' }).click()
    await page.getByRole('heading', { level: 1, name: 'Bilan qualitatif 2025-2026' }).waitFor()
    await page.getByText('4 dossiers', { exact: true }).waitFor()
    await page
      .getByRole('img', { name: '4 dossiers : 1 transmis, à lire, 1 brouillon, 2 non commencés' })
      .waitFor()
    await page.getByRole('button', { name: '1 brouillon' }).click()
    const rows = page.getByRole('table').getByRole('row')
    await expect.poll(() => rows.count()).toBe(2)
    await rows.getByText('Clas des Bauges').waitFor()
    await page.getByRole('button', { name: 'Tout afficher' }).click()
    await page.getByRole('searchbox').fill('lac')
    await rows.getByText('Clas du Lac').waitFor()
    await expect.poll(() => rows.count()).toBe(2)
  })

  it('opens a response: its last submission, its facts, its history, and what may be done about it', async () => {
    const { page } = agent
    await page.goto(`${platform.local.origin}/caf/dossier/?id=${CAMPAIGN}.clas-du-lac`)
    await page.getByRole('heading', { level: 1, name: 'Clas du Lac' }).waitFor()
    await page.getByRole('region', { name: 'Lieu de l’action' }).getByText('Aix-les-Bains').waitFor()
    await page.getByRole('region', { name: 'Envoi' }).getByText(/^BQ-/).waitFor()
    const history = page.getByRole('region', { name: 'Historique' })
    const happened = await history.locator('strong').allTextContents()
    expect(happened.filter((words) => words !== 'Message envoyé')).toEqual([
      'Réponses transmises',
      'Brouillon commencé',
      'Partenaire appelé',
    ])
    await expect
      .poll(() => page.getByRole('main').getByRole('button').allTextContents())
      .toEqual(['Valider…', 'Demander une correction…', 'Envoyer le message'])
    await expect.poll(() => page.getByRole('link', { name: /modifier/i }).count()).toBe(0)
  })

  it('reads a draft as one: it does not count', async () => {
    const { page } = agent
    await page.goto(`${platform.local.origin}/caf/dossier/?id=${CAMPAIGN}.clas-des-bauges`)
    await page.getByText('Les réponses ci-dessous sont un brouillon : elles ne comptent pas').waitFor()
  })

  it.each([
    ['the response', `/caf/dossier/?id=${CAMPAIGN}.clas-du-lac`],
    ['the campaign', `/caf/campagne/?id=${CAMPAIGN}`],
    ['the review', `/relire/?dossier=${CAMPAIGN}.clas-du-lac`],
    ['the receipt', `/recu/?dossier=${CAMPAIGN}.clas-du-lac`],
  ])('of another Caf finds %s nowhere', async (_, path) => {
    const other = await open()
    await signIn(other, platform.local.origin, 'conseiller@caf741.test')
    await other.page.goto(platform.local.origin + path)
    await other.page.getByRole('heading', { name: 'Cette page ou ce dossier n’existe pas' }).waitFor()
    await other.page.getByText('Maxime Perrin').waitFor()
    await expect.poll(() => other.page.getByText('Clas du Lac').count()).toBe(0)
  })
})
