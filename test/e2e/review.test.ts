import { beforeAll, describe, expect, it } from 'vitest'
import type { Answers } from '../../forms/nouns/scalars.ts'
import { validAnswers } from '../support/answers.ts'
import {
  DESKTOP,
  expectAccessible,
  hasChromium,
  type Person,
  PHONE,
  signIn,
  useBrowser,
} from '../support/browser.ts'
import { saveAll, saveSection } from '../support/fill.ts'
import { type Caller, usePlatform } from '../support/server.ts'

const platform = usePlatform({ now: '2026-06-10T09:00:00.000Z' })
const { open } = useBrowser()

const DRAFT = 'bilan-2026-06-10-caf731.clas-des-bauges'
const CALLED = 'bilan-2026-06-10-caf731.clas-de-belledonne'
const answers = validAnswers()

const review = async ({ page }: Person, id: string) => {
  await page.goto(`${platform.local.origin}/relire/?dossier=${id}`)
  await page.getByRole('heading', { level: 1, name: /^Relire/ }).waitFor()
  await page.locator('.review').waitFor()
}
const editUrl = (id: string, section: string, question?: string) =>
  `/remplir/clas-bilan/1/?dossier=${id}&partie=${section}${question ? `#${question}` : ''}`

describe.skipIf(!hasChromium)('the review', () => {
  let partner: Person
  let api: Caller
  beforeAll(async () => {
    api = await platform.as('partenaire@asso-belledonne.test')
    partner = await open()
    await signIn(partner, platform.local.origin, 'partenaire@asso-belledonne.test')
  })

  it('says that nothing is transmitted, until when, and which parts nobody began', async () => {
    await review(partner, DRAFT)
    const { page } = partner
    await page
      .getByText(
        'Non transmis. À transmettre avant la fin du mercredi 10 juin 2026 à 23 h 59 (heure de Paris)',
      )
      .waitFor()
    const begun = page.getByRole('complementary').getByRole('listitem').filter({ hasText: 'pas commencée' })
    await expect
      .poll(() => begun.getByRole('link').allTextContents())
      .toEqual([
        'Participants',
        'Type d’activités',
        'Actions réalisées',
        'Origine de la demande d’inscription',
        'Bonus et bilan',
      ])
  })

  it('reads the answers in words, each section with a link to change it', async () => {
    await review(partner, DRAFT)
    const section = partner.page.getByRole('region', { name: 'Lieu de l’action' })
    await section.getByText('Aix-les-Bains').waitFor()
    const edit = section.getByRole('link', { name: 'Modifier : Lieu de l’action' })
    expect(await edit.getAttribute('href')).toBe(editUrl(DRAFT, 'lieu'))
  })

  it('links what a begun part surely lacks to its question, before anything is sent', async () => {
    await saveSection(api, DRAFT, 'lieu', { ...answers, milieu: '', quartier: 'Centre' })
    await review(partner, DRAFT)
    const lacking = partner.page
      .locator('#q-milieu')
      .getByRole('link', { name: 'Choisissez urbain ou rural.' })
    expect(await lacking.getAttribute('href')).toBe(editUrl(DRAFT, 'lieu', 'milieu'))
    await partner.page.getByRole('complementary').getByText('1 réponse', { exact: true }).waitFor()
  })

  it('shows every fault of a refused submission, linked to its question, and moves there', async () => {
    await saveAll(api, CALLED, { ...answers, qpv: 'oui', mel: 'pas une adresse' })
    await review(partner, CALLED)
    const { page } = partner
    await page.setViewportSize(PHONE)
    await page.getByRole('button', { name: 'Transmettre' }).click()
    const notice = page.getByRole('region', {
      name: '2 réponses sont à corriger ou à donner. Rien n’a été transmis.',
    })
    await notice.waitFor()
    expect(await notice.evaluate((node) => node === document.activeElement)).toBe(true)
    expect(await notice.evaluate((node) => node.getBoundingClientRect().top >= 0)).toBe(true)
    const hrefs = await notice
      .getByRole('link')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')))
    expect(hrefs).toEqual([editUrl(CALLED, 'structure', 'mel'), editUrl(CALLED, 'lieu', 'qpv_nom')])
    expect(await page.locator('#q-qpv_nom .fault a').getAttribute('href')).toBe(
      editUrl(CALLED, 'lieu', 'qpv_nom'),
    )
    await page.getByText('Non transmis.').first().waitFor()
    expect((await api.get(`/responses/${CALLED}`)).body.status).toBe('draft')
    await expectAccessible(partner)
    await page.setViewportSize(DESKTOP)
  })

  it('tells a person who may not transmit who can', async () => {
    const sacha = await open()
    await signIn(sacha, platform.local.origin, 'saisie@asso-belledonne.test')
    await review(sacha, CALLED)
    await sacha.page.getByText('Vous ne pouvez pas transmettre vous-même.').waitFor()
    await sacha.page
      .getByText('Dans votre organisation (Association Belledonne), une personne qui a le rôle')
      .waitFor()
    await expect.poll(() => sacha.page.getByRole('button', { name: 'Transmettre' }).count()).toBe(0)
    await sacha.page.getByText('Non transmis.').first().waitFor()
  })

  it('saves first what only this device has, then shows it', async () => {
    const { revision } = await keepOnDevice(partner, 'public', { tranches_age: ['17_plus'] })
    await review(partner, DRAFT)
    await partner.page.locator('#q-tranches_age').getByText('17 ans et plus').waitFor()
    const saved = (await api.get(`/responses/${DRAFT}`)).body.sections.public
    expect(saved).toMatchObject({ revision: revision + 1, answers: { tranches_age: ['17_plus'] } })
    await partner.page.getByText('gardées sur cet appareil seulement').waitFor({ state: 'detached' })
  })

  it('does not transmit while answers are on this device only, and says so', async () => {
    await keepOnDevice(partner, 'public', { tranches_age: ['6_10'] })
    await partner.page.route('**/sections/public?*', (route) => route.abort())
    await review(partner, DRAFT)
    const { page } = partner
    await page.getByText('Hors connexion : vos réponses sont gardées sur cet appareil').waitFor()
    const button = page.getByRole('button', { name: 'Transmettre' })
    expect(await button.getAttribute('aria-disabled')).toBe('true')

    await page.unroute('**/sections/public?*')
    await button.click()
    await page.getByText('gardées sur cet appareil seulement').waitFor({ state: 'detached' })
    expect(await button.getAttribute('aria-disabled')).toBe('false')
    await page.locator('#q-tranches_age').getByText('6 à 10 ans').waitFor()
  })

  it('leaves two different answers to a person, in the questionnaire', async () => {
    await keepOnDevice(partner, 'public', { tranches_age: ['11_16'] })
    await saveSection(api, DRAFT, 'public', { ...answers, tranches_age: ['17_plus'] })
    await review(partner, DRAFT)
    await partner.page.getByText('Des réponses sont à départager').waitFor()
    await partner.page.getByRole('link', { name: 'Ouvrir le questionnaire' }).waitFor()
  })

  /** Leaves in the browser what the questionnaire leaves there when a save is not acknowledged. */
  const keepOnDevice = async ({ page }: Person, section: string, change: Answers) => {
    const base = (await api.get(`/responses/${DRAFT}`)).body.sections[section]
    const copy = {
      owner: 'partenaire@asso-belledonne.test',
      response: DRAFT,
      section,
      tab: 'un-autre-onglet',
      base: { answers: base.answers, revision: base.revision },
      mine: { ...base.answers, ...change },
      conflicts: [],
      changedAt: '2026-06-10T09:00:00.000Z',
      unacknowledged: [],
    }
    await page.goto(`${platform.local.origin}/mes-demarches/`)
    await page.evaluate(putCopy, JSON.stringify(copy))
    return base
  }
})

/** Runs in the page. */
const putCopy = (copy: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const opening = indexedDB.open('echeance', 1)
    opening.onupgradeneeded = () =>
      opening.result.createObjectStore('copies', { keyPath: ['owner', 'response', 'section', 'tab'] })
    opening.onerror = () => reject(opening.error)
    opening.onsuccess = () => {
      const writing = opening.result.transaction('copies', 'readwrite')
      writing.objectStore('copies').put(JSON.parse(copy))
      writing.oncomplete = () => {
        opening.result.close()
        resolve()
      }
    }
  })
