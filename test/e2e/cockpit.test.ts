// An agent's morning: who is late, one press to remind them; what others do shows without losing one's place.
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { getResponse } from '../../functions/store/responses.ts'
import { putBusyCampaign } from '../bench/cockpit-rows.ts'
import { validAnswers } from '../support/answers.ts'
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
import { saveSection } from '../support/fill.ts'
import { mailsOwedBy } from '../support/owed.ts'
import { usePlatform } from '../support/server.ts'

const now = '2026-06-10T09:00:00.000Z'
const platform = usePlatform({ now })
const { open } = useBrowser()
const MANAGER = 'campagne@caf731.test'

/** What has the focus, by its id or its name. */
const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.id || document.activeElement?.ariaLabel)

describe.skipIf(!hasChromium)('an agent who follows a campaign', () => {
  let campaign: string
  let agent: Person
  beforeAll(async () => {
    const manager = await platform.as(MANAGER)
    const { body } = await manager.post('/campaigns', {
      body: {
        formId: 'clas-bilan',
        title: 'Bilan à suivre',
        schoolYear: '2025-2026',
        firstDay: '2026-06-10',
        lastDay: '2026-06-16',
      },
    })
    campaign = body.id
    const partner = await platform.as('partenaire@asso-belledonne.test')
    await saveSection(partner, `${campaign}.clas-des-bauges`, 'lieu', { quartier: 'Biollay' })
    const sent = `${campaign}.clas-de-belledonne`
    const { etag } = await partner.get(`/responses/${sent}`)
    const { status } = await partner.post(`/responses/${sent}/submission`, {
      headers: { 'if-match': etag, 'idempotency-key': 'cle' },
      body: { answers: validAnswers() },
    })
    expect(status).toBe(201)
    agent = await open()
    await signIn(agent, platform.local.origin, MANAGER)
  })

  it('finds the late ones and reminds them: those, and no other', async () => {
    const { page } = agent
    await page.goto(`${platform.local.origin}/caf/campagne/?id=${campaign}`)
    const attention = page.getByRole('region', { name: 'À suivre' })
    await attention.getByRole('button', { name: /^3 Derniers jours/ }).click()
    await page.getByText('3 sur 4 · derniers jours').waitFor()
    expect(new URL(page.url()).searchParams.get('cas')).toBe('urgent')
    const rows = page.getByRole('table', { name: /dossiers? sur/ }).getByRole('row')
    await expect.poll(() => rows.count()).toBe(4)
    await attention.getByRole('button', { name: /^Relancer.*derniers jours/ }).click()
    const dialog = page.getByRole('dialog', { name: 'Relancer 3 partenaires' })
    await dialog.getByText('2 n’ont pas commencé, 1 a un brouillon non transmis').waitFor()
    await expectAccessible(agent)
    await dialog.getByLabel('Un mot à ajouter').fill('Plus que six jours.')
    await dialog.getByRole('button', { name: 'Relancer' }).click()
    await page.getByText('3 partenaires relancés.').waitFor()
    await rows.getByText('relancé le 10 juin 2026').first().waitFor()
    expect(await mailsOwedBy(`${campaign}.clas-des-bauges`)).toContain('reminder-draft')
    expect(await mailsOwedBy(`${campaign}.clas-de-belledonne`)).not.toContain('reminder-draft')
  })

  it('reads how the campaign came along, day by day', async () => {
    const { page } = agent
    const progress = page.getByRole('region', { name: 'Avancement', exact: true })
    // On its first day there is nothing to draw yet.
    await progress.getByText('La courbe commencera demain').waitFor()
    await progress.getByText('Les chiffres, jour par jour').click()
    await progress.getByRole('row', { name: '10 juin 2026 0 1 0 1 2 0' }).waitFor()
  })

  it('gives those chosen more time, and learns of each refusal why', async () => {
    const { page } = agent
    await page.getByRole('button', { name: 'Tout afficher' }).press('Enter')
    // What was pressed is gone: the keyboard goes on from the search above the list.
    await expect.poll(() => focused(page)).toBe('recherche')
    await page.getByRole('button', { name: 'Échéance', exact: true }).press('Enter')
    await page
      .getByText('Liste triée par échéance, ordre croissant', { exact: true })
      .waitFor({ state: 'attached' })
    await page.getByRole('button', { name: 'Choisir tous les dossiers' }).press('Enter')
    await expect.poll(() => focused(page)).toBe('Dossiers choisis')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.getByLabel('Choisir Clas des Bauges').check()
    const all = page.getByLabel('Choisir tous les dossiers de cette page')
    await expect.poll(() => all.evaluate((box: HTMLInputElement) => box.indeterminate)).toBe(true)
    await page.getByLabel('Choisir Clas du Val').check()
    await page.getByText('2 dossiers choisis').waitFor()
    await page.getByRole('button', { name: 'Prolonger 2 dossiers…' }).click()
    const dialog = page.getByRole('dialog', { name: 'Prolonger 2 dossiers' })
    await dialog.getByRole('button', { name: 'Prolonger' }).click()
    await dialog.getByText('Choisissez un jour.').waitFor()
    // Meanwhile a colleague gives one of them more.
    const colleague = await platform.as(MANAGER)
    await colleague.put(`/responses/${campaign}.clas-du-val/deadline`, {
      body: { lastDay: '2026-06-30', reason: 'Déménagement.' },
    })
    await dialog.getByLabel('Nouveau dernier jour').fill('2026-06-23')
    await dialog.getByLabel('Motif').fill('Crue de l’Isère.')
    await dialog.getByRole('button', { name: 'Prolonger' }).click()
    const over = page.getByRole('dialog', { name: '1 dossier prolongé' })
    await over.getByText('Ce dossier est déjà ouvert jusqu’au mardi 30 juin 2026').waitFor()
    await expectAccessible(agent)
    await over.getByRole('button', { name: 'Fermer' }).click()
    await page.getByText('1 dossier prolongé.').waitFor()
    expect((await getResponse(`${campaign}.clas-des-bauges`)).closesAt).toBe('2026-06-23T22:00:00.000Z')
    expect((await getResponse(`${campaign}.clas-du-val`)).closesAt).toBe('2026-06-30T22:00:00.000Z')
  })

  it('sees what others do without losing their place: what is typed, chosen, and in view', async () => {
    const { page } = agent
    await page.getByRole('button', { name: '1 brouillon' }).click()
    const rows = page.getByRole('table', { name: /dossiers? sur/ }).getByRole('row')
    await rows.getByText('Clas des Bauges').waitFor()
    await page.getByLabel('Choisir Clas des Bauges').check()
    await page.getByRole('button', { name: 'Relancer 1 partenaire…' }).click()
    const word = page.getByRole('dialog').getByLabel('Un mot à ajouter')
    await word.fill('Je vous écris')
    const partner = await platform.as('partenaire@asso-belledonne.test')
    const id = `${campaign}.clas-des-bauges`
    const { etag } = await partner.get(`/responses/${id}`)
    const read = page.waitForResponse((reply) => reply.url().endsWith(`/${campaign}/responses`))
    await partner.post(`/responses/${id}/submission`, {
      headers: { 'if-match': etag, 'idempotency-key': 'cle' },
      body: { answers: validAnswers() },
    })
    // As when one comes back to the tab: what others did is read.
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
    await read
    await page.getByText('La liste a changé (1 dossier).').waitFor({ state: 'attached' })
    await expect.poll(() => word.inputValue()).toBe('Je vous écris')
    await page.getByRole('dialog').getByRole('button', { name: 'Annuler' }).click()
    await rows.getByText('Clas des Bauges').waitFor()
    await expect.poll(() => page.getByLabel('Choisir Clas des Bauges').isChecked()).toBe(true)
    await page.getByRole('button', { name: 'Remettre la liste en ordre' }).click()
    await page.getByText('Aucun dossier ne correspond').waitFor()
  })

  it('validates several at once as an adviser, and finds the list as it was in the address', async () => {
    const adviser = await open()
    await signIn(adviser, platform.local.origin, 'conseiller@caf731.test')
    const { page } = adviser
    await page.goto(`${platform.local.origin}/caf/campagne/?id=${campaign}&etat=submitted&tri=-transmis`)
    await page.getByRole('button', { name: 'Valider 2 dossiers…' }).click()
    const dialog = page.getByRole('dialog', { name: 'Valider 2 dossiers' })
    await dialog.getByText('Clas de Belledonne').waitFor()
    await dialog.getByRole('button', { name: 'Valider' }).click()
    await page.getByText('2 dossiers validés.').waitFor()
    expect((await getResponse(`${campaign}.clas-des-bauges`)).status).toBe('validated')
    expect(new URL(page.url()).search).toBe(`?id=${campaign}&etat=submitted&tri=-transmis`)
  })
})

describe.skipIf(!hasChromium)('a campaign of hundreds', () => {
  beforeAll(() => putBusyCampaign('suivi-long', 230, { now, formId: 'clas-bilan' }))

  it.each([
    ['a desk', DESKTOP],
    ['a telephone', PHONE],
  ])('is gone through by the page on %s, where axe finds nothing', async (_, viewport) => {
    const agent = await open(viewport)
    await signIn(agent, platform.local.origin, MANAGER)
    const { page } = agent
    await page.goto(`${platform.local.origin}/caf/campagne/?id=suivi-long`)
    const pages = page.getByRole('navigation', { name: 'Pages de la liste' })
    await pages.getByText('1 à 100 sur 230').waitFor()
    await pages.getByRole('button', { name: 'Page suivante' }).press('Enter')
    await pages.getByText('101 à 200 sur 230').waitFor()
    // What state each is in is read without scrolling sideways.
    for (const state of await page.locator('.rows tbody .col-status .tag').all()) {
      const { x = 0, width = 0 } = (await state.boundingBox()) ?? {}
      expect(x + width).toBeLessThanOrEqual(viewport.width)
    }
    await page.getByText('Les chiffres, jour par jour').click()
    await expectAccessible(agent)
    await expectNoSidewaysScroll(agent)
    await page.reload()
    await pages.getByText('101 à 200 sur 230').waitFor()
    await page.getByRole('searchbox').fill('isère')
    await page.getByText(/^\d+ sur 230$/).waitFor()
    expect(new URL(page.url()).searchParams.get('page')).toBeNull()
  })
})
