// The people around the forms: an administrator invites, two roles fill one form, an access ends.
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { invite, organisationHouse } from '../../functions/store/members.ts'
import { writeStaticFiles } from '../../infra/local/static-files.ts'
import {
  expectAccessible,
  expectNoSidewaysScroll,
  hasChromium,
  type Person,
  PHONE,
  signIn,
  useBrowser,
} from '../support/browser.ts'
import { goTo, isSaved, questionsAreLive } from '../support/fill-page.ts'
import { usePlatform } from '../support/server.ts'
import { openCampaign, twoRoleForm } from '../support/two-roles.ts'

const platform = usePlatform({ now: '2026-06-10T09:00:00.000Z' })
const { open } = useBrowser()
const OWNER = 'partenaire@asso-belledonne.test'
const NEWCOMER = 'bonjour@nouvelle-association.test'

const at = async (email: string, path: string, viewport?: typeof PHONE): Promise<Person> => {
  const person = await open(viewport)
  await signIn(person, platform.local.origin, email)
  await person.page.goto(platform.local.origin + path)
  return person
}
const answer = async (person: Person, label: string, text: string) => {
  await person.page.getByLabel(label).first().fill(text)
  await isSaved(person)
}
const shot = async ({ page }: Person, name: string) => {
  if (process.env.SHOTS)
    await page.screenshot({ path: join(process.env.SHOTS, `${name}.png`), fullPage: true })
}

beforeAll(async () => {
  await openCampaign(twoRoleForm('deux-roles'), { title: 'Appel à projets' })
  await writeStaticFiles('deux-roles', join(platform.dataDir, 'site'))
})

describe.skipIf(!hasChromium)('an invitation', () => {
  it('that ran out is told to its person, who is told whom to ask, and to who administers', async () => {
    const access = {
      email: NEWCOMER,
      roles: ['saisie-activite' as const],
      organisationId: 'commune-lac',
      organisationName: 'Commune du Lac',
    }
    await invite(organisationHouse('commune-lac'), access, {
      at: '2026-05-01T09:00:00.000Z',
      by: 'Claude Favre',
    })
    const noa = await at(NEWCOMER, '/mes-demarches/')
    await noa.page.getByText('Une invitation a expiré :').waitFor()
    await noa.page.getByText('Commune du Lac. Demandez à la personne qui vous a invité').waitFor()
    await expectAccessible(noa)
    await noa.page.goto(`${platform.local.origin}/mon-organisation/`)
    await noa.page.getByRole('heading', { name: 'Aucune organisation' }).waitFor()
    await expectAccessible(noa)
    const claude = await at('partenaire@commune-lac.test', '/mon-organisation/')
    const row = claude.page.getByRole('listitem').filter({ hasText: NEWCOMER })
    await row.getByText('Invitation expirée').waitFor()
    await expectAccessible(claude)
  })
})

describe.skipIf(!hasChromium)('an administrator', () => {
  it('invites, changes roles and removes, in words', async () => {
    const camille = await at(OWNER, '/mon-organisation/')
    const { page } = camille
    await page.getByRole('heading', { level: 1, name: 'Association Belledonne' }).waitFor()
    await expectAccessible(camille)
    await shot(camille, 'organisation')
    await page.getByRole('button', { name: 'Inviter une personne…' }).click()
    await page.getByRole('button', { name: 'Inviter', exact: true }).click()
    await page.getByText('Cochez au moins un rôle.').waitFor()
    await page.getByText('Écrivez l’adresse comme nom@exemple.fr.').waitFor()
    await page.getByLabel('Son adresse électronique').fill('claude@asso-belledonne')
    await page.getByRole('button', { name: 'Inviter', exact: true }).click()
    await page.getByText('Écrivez l’adresse comme nom@exemple.fr.').waitFor()
    await page.getByLabel('Son adresse électronique').fill('claude@asso-belledonne.test')
    await page.getByRole('checkbox', { name: /^Approbateur/ }).check()
    await expectAccessible(camille)
    await shot(camille, 'invite')
    await page.getByRole('button', { name: 'Inviter', exact: true }).click()
    await page.getByText('claude@asso-belledonne.test est invité.').waitFor()
    const row = page.getByRole('listitem').filter({ hasText: 'claude@asso-belledonne.test' })
    await row.getByText('Invitation en attente').waitFor()
    await shot(camille, 'invited')

    await row.getByRole('button', { name: /^Changer les rôles/ }).click()
    await page.getByRole('checkbox', { name: /^Saisie financière/ }).check()
    await page.getByRole('button', { name: 'Enregistrer' }).click()
    await row.getByText('Saisie financière').waitFor()
    await row.getByRole('button', { name: /^Retirer l’accès/ }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Retirer l’accès' }).click()
    await page.getByText('claude@asso-belledonne.test n’a plus d’accès.').waitFor()
    await row.waitFor({ state: 'detached' })

    const self = page.getByRole('listitem').filter({ hasText: '(vous)' })
    await self.getByRole('button', { name: /^Retirer l’accès/ }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Retirer l’accès' }).click()
    await page.getByText('Il faut au moins un administrateur.').waitFor()
    await expectAccessible(camille)
    await page.keyboard.press('Escape')
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0)
  })

  it('is the only one to be offered it; a member reads who may', async () => {
    const sacha = await at('saisie@asso-belledonne.test', '/mon-organisation/', PHONE)
    await sacha.page.getByText(/Les accès sont donnés et retirés par .*Camille Martin/).waitFor()
    await expect
      .poll(() => sacha.page.getByRole('button', { name: /Inviter|Retirer|Changer/ }).count())
      .toBe(0)
    await expectAccessible(sacha)
    await expectNoSidewaysScroll(sacha)
    await shot(sacha, 'organisation-phone')
  })

  it('of a Caf does the same for its agents', async () => {
    const morgan = await at('administrateur@caf731.test', '/caf/agents/')
    await morgan.page.getByRole('heading', { level: 1, name: 'Agents' }).waitFor()
    await morgan.page.getByRole('heading', { name: 'campagne@caf731.test' }).waitFor()
    await expectAccessible(morgan)
    await shot(morgan, 'agents')
    await morgan.page.getByRole('button', { name: 'Inviter une personne…' }).click()
    await morgan.page.getByLabel('Son adresse électronique').fill('nouvel.agent@caf731.test')
    await morgan.page.getByRole('checkbox', { name: /^Concepteur/ }).check()
    await morgan.page.getByRole('button', { name: 'Inviter', exact: true }).click()
    await morgan.page.getByText('nouvel.agent@caf731.test est invité.').waitFor()
  })
})

describe.skipIf(!hasChromium)('two people with two roles', () => {
  it('fill and confirm each their part; one of them transmits', async () => {
    const camille = await at(OWNER, '/mes-demarches/')
    await camille.page.getByRole('button', { name: 'Commencer… : Appel à projets', exact: true }).click()
    await camille.page.getByRole('button', { name: 'Commencer', exact: true }).click()
    await camille.page.waitForURL(/\/remplir\/deux-roles\//)
    const url = camille.page.url().split('#')[0]?.replace(platform.local.origin, '') ?? ''

    const [sacha, andrea] = [
      await at('saisie@asso-belledonne.test', url),
      await at('finances@asso-belledonne.test', url),
    ]
    await questionsAreLive(sacha)
    // Each begins at the part that is theirs.
    await andrea.page.getByRole('heading', { level: 2, name: /Budget/ }).waitFor()
    await goTo(andrea, 'Activité')
    await andrea.page.getByText('En lecture seule.').waitFor()
    await andrea.page
      .getByText(/Camille Martin, Sacha Petit|Sacha Petit, Camille Martin/)
      .first()
      .waitFor()
    await expectAccessible(andrea)
    await shot(andrea, 'read-only')
    await goTo(andrea, 'Budget')
    await sacha.page.getByRole('button', { name: 'Confirmer cette partie' }).click()
    await sacha.page.getByText(/^Cette partie n’est pas confirmée/).waitFor()
    await sacha.page.locator('#q-actions :focus[aria-invalid=true]').waitFor()
    await Promise.all([
      answer(sacha, 'actions (obligatoire)', 'Lecture'),
      answer(andrea, 'Montant (obligatoire)', '1200'),
    ])

    await sacha.page.getByRole('button', { name: 'Confirmer cette partie' }).click()
    await sacha.page.getByText(/^Confirmée par Sacha Petit/).waitFor()
    await sacha.page.locator('#confirmation:focus').waitFor()
    await expectAccessible(sacha)
    await shot(sacha, 'confirmed')
    await answer(sacha, 'actions (obligatoire)', 'Lecture et jeux')
    await sacha.page.getByRole('button', { name: 'Confirmer cette partie' }).waitFor()

    const review = url.replace(/^.*dossier=([^&]*).*$/, '/relire/?dossier=$1')
    const page = sacha.page
    await page.goto(platform.local.origin + review)
    await page.getByText('Vous ne pouvez pas transmettre vous-même.').waitFor()
    await page.getByRole('heading', { name: 'À confirmer par les personnes qui les remplissent' }).waitFor()
    await expectAccessible(sacha)
    await shot(sacha, 'unconfirmed')
    await camille.page.goto(platform.local.origin + review)
    await camille.page.getByRole('button', { name: 'Transmettre', exact: true }).click()
    await camille.page.waitForURL(/\/recu\//)
  })

  it('of whom one is removed while typing: told so, nothing more is taken, the text stays on the page', async () => {
    const owner = await platform.as(OWNER)
    const started = await owner.post('/campaigns/deux-roles-2026/responses', {
      body: { organisationId: 'asso-belledonne', projectName: 'Retrait' },
    })
    const { fillUrl } = (await owner.get(`/responses/${started.body.id}`)).body
    const andrea = await at('finances@asso-belledonne.test', `${fillUrl}&partie=budget`)
    await questionsAreLive(andrea)
    await answer(andrea, 'Montant (obligatoire)', '1200')
    const { people } = (await owner.get('/organisations/asso-belledonne')).body
    const own = people.find(({ email }: { email: string }) => email === 'finances@asso-belledonne.test')
    expect((await owner.del(`/organisations/asso-belledonne/members/${own.id}`)).status).toBe(204)
    const remark = andrea.page.getByLabel('remarque')
    await remark.fill('Encore une chose')
    await andrea.page.getByText('Vous n’avez plus accès à ce dossier, ou plus le rôle').waitFor()
    await expect.poll(() => remark.inputValue()).toBe('Encore une chose')
    await expectAccessible(andrea)
    await shot(andrea, 'removed')
    const { sections } = (await owner.get(`/responses/${started.body.id}`)).body
    expect(sections.budget.answers).toEqual({ montant: 1200 })
    await andrea.page.goto(`${platform.local.origin}/mon-organisation/`)
    await andrea.page.getByRole('heading', { name: 'Aucune organisation' }).waitFor()
  })
})

describe.skipIf(!hasChromium)('what a partner will be asked', () => {
  it('is told before it opens, with the projects it asks and what a missed deadline costs', async () => {
    const camille = await at(OWNER, '/mes-demarches/')
    const coming = camille.page.getByRole('region', { name: 'À venir' })
    await coming.getByText('Clas des Bauges').first().waitFor()
    await coming
      .getByText(/À venir, dès le/)
      .first()
      .waitFor()
    await coming
      .getByText(/la prestation de service \(PS\) n’est pas versée/)
      .first()
      .waitFor()
    await expectAccessible(camille)
    await shot(camille, 'coming')
    const phone = await at(OWNER, '/mes-demarches/', PHONE)
    await phone.page.getByRole('heading', { name: 'À venir' }).waitFor()
    await expectNoSidewaysScroll(phone)
    await shot(phone, 'coming-phone')
  })
})
