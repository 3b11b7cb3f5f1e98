// An agent reads what the answers to a campaign come to: a chart and its table a question, narrowed, printed, published.
import { beforeAll, describe, expect, it } from 'vitest'
import type { Campaign } from '../../forms/nouns/campaign.ts'
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
import { campaignOf, dossier } from '../support/exported.ts'
import { variedCampaign } from '../support/results-campaign.ts'
import { usePlatform } from '../support/server.ts'
import { twoRoleForm } from '../support/two-roles.ts'

const platform = usePlatform({ now: '2026-06-10T09:00:00.000Z' })
const { open } = useBrowser()
const AGENT = 'conseiller@caf731.test'

let bilan: Campaign
let every: Campaign
let reel: Campaign
beforeAll(async () => {
  if (!hasChromium) return
  bilan = await variedCampaign('bilan', 40)
  every = await variedCampaign('every', 12)
  reel = await variedCampaign('reel', 12)
})

describe.skipIf(!hasChromium).each([
  { screen: 'a desk', viewport: DESKTOP },
  { screen: 'a telephone', viewport: PHONE },
])('results on $screen', ({ viewport }) => {
  let agent: Person
  beforeAll(async () => {
    agent = await open(viewport)
    await signIn(agent, platform.local.origin, AGENT)
  })
  const shot = async (name: string, fullPage = true) =>
    process.env.SHOTS
      ? agent.page.screenshot({ path: `${process.env.SHOTS}/${name}-${viewport.width}.png`, fullPage })
      : undefined
  const cardOf = (title: string) =>
    agent.page
      .getByRole('article')
      .filter({ has: agent.page.getByRole('heading', { name: title, exact: true, level: 3 }) })
  const goTo = async (campaign: Campaign, query = '') => {
    await agent.page.goto(`${platform.local.origin}/caf/resultats/?campagne=${campaign.id}${query}`)
    await agent.page.getByRole('heading', { level: 2 }).first().waitFor()
  }

  it('are reached from the campaign, and say how many answered each question', async () => {
    const { page } = agent
    await page.goto(`${platform.local.origin}/caf/campagne/?id=${bilan.id}`)
    await page.getByRole('link', { name: 'Voir les résultats' }).click()
    await page.getByRole('heading', { name: `Résultats : ${bilan.title}` }).waitFor()
    await expect.poll(() => page.getByText('40 dossiers transmis comptent ici').count()).toBe(1)
    await shot('bilan')
    const milieu = cardOf('Milieu')
    await expect.poll(() => milieu.getByText('40 répondants sur 40 dossiers').count()).toBe(1)
    expect(await milieu.getByRole('list', { name: 'Graphique : Milieu' }).textContent()).toMatch(/37 · 93\s%/)
    expect(await cardOf('Nom du quartier prioritaire').textContent()).toContain(
      '14 répondants sur 14 dossiers à qui elle était posée, de 40',
    )
    await expectAccessible(agent)
    await expectNoSidewaysScroll(agent)
  })

  it('have a table behind each chart, opened by keyboard', async () => {
    await goTo(bilan)
    const { page } = agent
    const familles = cardOf('Familles accompagnées')
    await familles.getByText('Voir le tableau').focus()
    await page.keyboard.press('Enter')
    await familles.getByRole('table').waitFor()
    expect(await familles.getByRole('row', { name: /^Médiane/ }).textContent()).toContain('29')
    const participants = cardOf('Enfants accueillis, par niveau')
    await participants.getByText('Voir le tableau').click()
    await participants.getByRole('table').waitFor()
    await shot('tableau')
    await expectAccessible(agent)
    await expectNoSidewaysScroll(agent)
  })

  it('of every kind of question are accessible and fit', async () => {
    await goTo(every)
    for (const summary of await agent.page.getByText(/^(Voir le tableau|Lire les)/).all())
      await summary.click()
    await shot('tous')
    await expectAccessible(agent)
    await expectNoSidewaysScroll(agent)
    await goTo(reel)
    await shot('reel')
    await expectAccessible(agent)
    await expectNoSidewaysScroll(agent)
  })

  it('are narrowed by filters that stay in the address', async () => {
    await goTo(bilan)
    const { page } = agent
    await page.getByLabel('Quartier prioritaire (QPV)').selectOption('oui')
    await expect.poll(() => page.getByText('14 dossiers sur 40 transmis.').count()).toBe(1)
    await page.getByLabel('Niveau scolaire').selectOption('college')
    await expect.poll(() => page.getByText('7 dossiers sur 40 transmis.').count()).toBe(1)
    expect(new URL(page.url()).search).toBe(`?campagne=${bilan.id}&qpv=oui&niveau=college`)
    await page.reload()
    await expect.poll(() => page.getByText('7 dossiers sur 40 transmis.').count()).toBe(1)
    await page.getByRole('button', { name: 'Tous les dossiers' }).click()
    await expect.poll(() => page.getByText('40 dossiers transmis comptent ici').count()).toBe(1)
  })

  it('list what was written, with the way to each dossier, and the rest when asked', async () => {
    await goTo(bilan)
    const texts = cardOf('Bilan qualitatif de l’activité')
    await texts.getByText('Lire les 40 textes').click()
    expect(await texts.getByRole('listitem').count()).toBe(8)
    await texts.getByRole('button', { name: 'Lire la suite' }).click()
    await expect.poll(() => texts.getByRole('listitem').count()).toBe(40)
    await expect.poll(() => texts.getByRole('button', { name: 'Lire la suite' }).count()).toBe(0)
    expect(await texts.getByRole('link', { name: 'Projet 07' }).getAttribute('href')).toBe(
      `/caf/dossier/?id=${bilan.id}.projet-7`,
    )
  })

  it('have a version to publish, without texts and without what few have in common', async () => {
    await goTo(bilan)
    const { page } = agent
    await page.getByLabel('Version à publier').check()
    await page.getByText('Ce qui porte sur moins de cinq dossiers est masqué').waitFor()
    expect(new URL(page.url()).searchParams.get('publier')).toBe('oui')
    expect(await cardOf('Milieu').getByRole('list').textContent()).toBe('UrbainmasquéRuralmasqué')
    expect(
      await page.getByText('Les textes écrits par les partenaires ne sont pas publiés.').count(),
    ).toBeGreaterThan(0)
    expect(await page.getByText('Projet 0').count()).toBe(0)
    await shot('publier')
    await expectAccessible(agent)
    await expectNoSidewaysScroll(agent)
  })

  it('print with their tables there, and without what is for the screen', async () => {
    await goTo(bilan, '&publier=oui')
    const { page } = agent
    await page.emulateMedia({ media: 'print' })
    await expect.poll(() => page.getByRole('search').isVisible()).toBe(false)
    const table = cardOf('Type de structure').getByRole('table')
    await expect.poll(async () => (await table.boundingBox())?.height ?? 0).toBeGreaterThan(50)
    if (process.env.SHOTS) await page.pdf({ path: `${process.env.SHOTS}/print-${viewport.width}.pdf` })
    // As wide as a sheet of paper between its margins.
    await page.setViewportSize({ width: 673, height: 900 })
    const cut = await page.evaluate(
      () =>
        [...document.querySelectorAll('.result table, .result svg')].filter(
          (one) => one.getBoundingClientRect().right > document.documentElement.clientWidth,
        ).length,
    )
    expect(cut).toBe(0)
    await page.setViewportSize(viewport)
    await page.emulateMedia({ media: 'screen' })
    await expect.poll(() => table.isVisible()).toBe(false)
  })

  it('say that nothing was transmitted yet, and what is wrong with an address', async () => {
    const empty = await campaignOf([twoRoleForm('sans-envoi')])
    await dossier(empty, 'rien')
    const { page } = agent
    await page.goto(`${platform.local.origin}/caf/resultats/?campagne=${empty.id}`)
    await page.getByRole('heading', { name: 'Aucun dossier transmis pour l’instant' }).waitFor()
    await expectAccessible(agent)
    await expectNoSidewaysScroll(agent)
    await page.goto(`${platform.local.origin}/caf/resultats/?campagne=${bilan.id}&couleur=bleu`)
    await page.getByText('« couleur » n’est pas un filtre de ce questionnaire.').waitFor()
    await page.goto(`${platform.local.origin}/caf/resultats/?campagne=nulle-part`)
    await page.getByRole('heading', { name: 'Cette page ou ce dossier n’existe pas' }).waitFor()
    await expectAccessible(agent)
  })
})
