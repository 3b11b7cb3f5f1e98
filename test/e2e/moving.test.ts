// A Caf renames a question that has answers while its campaign runs: it tries the change, says what was renamed, makes it;
// the partner goes on in their dossier.
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Campaign } from '../../forms/nouns/campaign.ts'
import { writeStaticFiles } from '../../infra/local/static-files.ts'
import { DESKTOP, expectAccessible, hasChromium, PHONE, signIn, useBrowser } from '../support/browser.ts'
import { isSaved, PARTNER, questionsAreLive } from '../support/fill-page.ts'
import { campaignInTwo, saved, startedBy } from '../support/moving-form.ts'
import { usePlatform } from '../support/server.ts'

const FORM = 'change-de-version'

describe.skipIf(!hasChromium)('a question renamed while a campaign runs', () => {
  const platform = usePlatform({ now: '2026-06-10T09:00:00.000Z' })
  const browser = useBrowser()
  let campaign: Campaign
  let path: string
  beforeAll(async () => {
    campaign = await campaignInTwo(FORM)
    await writeStaticFiles(FORM, join(platform.dataDir, 'site'))
    const partner = await platform.as(PARTNER)
    path = await startedBy(partner, campaign, 'un')
    const answers = { lieu: 'École Jean Jaurès', jours: ['lundi', 'mardi'], note: 'À revoir' }
    expect((await saved(partner, path, 'activite', { seen: 0, version: 1 }, answers)).status).toBe(200)
  })

  test('is tried, mapped and made; the partner goes on', async () => {
    const { origin } = platform.local
    const partner = await browser.open(PHONE)
    await signIn(partner, origin, PARTNER)
    await partner.page.goto(
      `${origin}/remplir/${FORM}/1/?dossier=${path.slice('/responses/'.length)}&partie=activite`,
    )
    await questionsAreLive(partner)

    const editor = await browser.open(DESKTOP)
    const { page } = editor
    await signIn(editor, origin, 'concepteur@caf731.test')
    await page.goto(`${origin}/caf/campagne/?id=${campaign.id}`)
    await page.getByRole('link', { name: 'Changer de version' }).click()
    await page.getByRole('heading', { level: 1, name: 'Changer de version en cours de campagne' }).waitFor()
    const follower = page.getByLabel(/^lieu/)
    await follower.selectOption('site')
    await page.getByLabel(/^note/).selectOption('')
    await page.getByLabel(/^«.lundi.»/).selectOption('')
    await page.getByRole('button', { name: 'Essayer le changement sur les dossiers' }).click()
    await page.getByText('1 brouillon à compléter, 1 dossier où une valeur ne serait pas reprise.').waitFor()
    await page.getByText('Dépôt un').click()
    await page.getByText('« effectif » : une réponse est attendue.').waitFor()
    await expectAccessible(editor)
    const go = page.getByRole('button', { name: /^Passer .* à la version 2…$/ })
    expect(await go.isDisabled()).toBe(true)
    await page.getByLabel(/^Ne pas reprendre «.Jours.»/).check()
    await page.getByLabel(/^Ne pas reprendre «.note.»/).check()
    // One click changes nothing: what it does is said first.
    await go.click()
    const asked = page.getByRole('dialog', { name: /^Passer .* à la version 2.\?$/ })
    await asked.getByText('1 dossier va de la version 1 à la version 2.').waitFor()
    await asked.getByText(/^«.Jours.» \(1 dossier\)$/).waitFor()
    await asked.getByText('La campagne ne revient pas à la version 1.').waitFor()
    await page.keyboard.press('Escape')
    const { body: still } = await (await platform.as('concepteur@caf731.test')).get(
      `/campaigns/${campaign.id}`,
    )
    expect(still.formVersion).toBe(1)
    await go.click()
    await asked.getByRole('button', { name: 'Passer à la version 2' }).click()
    await page.getByText('La campagne est à la version 2.').waitFor()
    await page.getByText('Elle a la version 2.').waitFor()
    expect(await page.getByText('Rien n’a changé').count()).toBe(0)
    expect(await page.getByRole('link', { name: 'Voir la campagne' }).getAttribute('href')).toMatch(
      /^\/caf\/campagne\/\?id=/,
    )

    // The page that the partner had open goes on in its version, with what is typed there.
    await partner.page.locator('#q-lieu input').fill('Gymnase')
    await isSaved(partner)
    await partner.page.reload()
    // In the part where they were.
    await partner.page.waitForURL(/\/remplir\/change-de-version\/2\/\?dossier=.*&partie=activite$/)
    await questionsAreLive(partner)
    expect(await partner.page.locator('#q-site input').inputValue()).toBe('Gymnase')
    await partner.page.getByRole('heading', { name: /^Le questionnaire a changé le/ }).waitFor()
    await partner.page.getByRole('link', { name: '« effectif » : une réponse est attendue.' }).waitFor()
    await partner.page.getByText('À revoir').waitFor()
    await expectAccessible(partner)
    await partner.page.locator('#q-effectif input').fill('12')
    await isSaved(partner)
    const api = await platform.as(PARTNER)
    const { body } = await api.get(path)
    expect(body.working).toMatchObject({ site: 'Gymnase', effectif: '12', jours: ['mardi'] })
  })

  test('is told to who has it open, once somebody saved in the new version; what they typed is taken over', async () => {
    const { origin } = platform.local
    const api = await platform.as(PARTNER)
    const old = await campaignInTwo(`${FORM}-bis`)
    await writeStaticFiles(`${FORM}-bis`, join(platform.dataDir, 'site'))
    const dossier = await startedBy(api, old, 'deux')
    await saved(api, dossier, 'activite', { seen: 0, version: 1 }, { lieu: 'École' })
    const person = await browser.open(DESKTOP)
    await signIn(person, origin, PARTNER)
    await person.page.goto(
      `${origin}/remplir/${FORM}-bis/1/?dossier=${dossier.slice('/responses/'.length)}&partie=activite`,
    )
    await questionsAreLive(person)
    const editor = await platform.as('concepteur@caf731.test')
    const body = { version: 2, mapping: { questions: { '/lieu': 'site' }, choices: {}, rows: {} } }
    expect((await editor.post(`/campaigns/${old.id}/version`, { body })).status).toBe(200)
    await expect.poll(async () => (await api.get(dossier)).body.form.version).toBe(2)
    await saved(api, dossier, 'activite', { seen: 1, version: 2 }, { site: 'École', effectif: '8' })
    await person.page.locator('#q-lieu input').fill('Médiathèque')
    await person.page.getByText('Le questionnaire a changé pendant que vous le remplissiez.').waitFor()
    await expectAccessible(person)
    await person.page.getByRole('button', { name: 'Recharger la page' }).click()
    await person.page.waitForURL(/-bis\/2\//)
    await questionsAreLive(person)
    await expect
      .poll(async () => (await api.get(dossier)).body.working)
      .toEqual({ site: 'Médiathèque', effectif: '8' })
  })
})
