import { readFileSync } from 'node:fs'
import type { Request } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { keys } from '../../functions/store/keys.ts'
import { updateItem } from '../../functions/store/write-items.ts'
import { validAnswers } from '../support/answers.ts'
import { expectAccessible, hasChromium, type Person, signIn, useBrowser } from '../support/browser.ts'
import { saveAll, saveSection } from '../support/fill.ts'
import { type Caller, usePlatform } from '../support/server.ts'

const platform = usePlatform({ now: '2026-06-10T09:00:00.000Z' })
const { open } = useBrowser()

const TODAY = 'bilan-2026-06-10-caf731.clas-de-belledonne'
const OTHER = 'bilan-2026-06-10-caf731.clas-des-bauges'
const LATER = 'bilan-ouvert-caf731.clas-des-bauges'
const CORRECTION = 'bilan-ouvert-caf731.clas-de-belledonne'
const answers = validAnswers()
const REFERENCE = /BQ-[0-9A-Z]{4}-[0-9A-Z]{4}/

const visit = async ({ page }: Person, place: 'relire' | 'recu', id: string) => {
  await page.goto(`${platform.local.origin}/${place}/?dossier=${id}`)
}
const transmit = ({ page }: Person) => page.getByRole('button', { name: 'Transmettre' }).click()
const submissions = (requests: readonly Request[]) =>
  requests.map((request) => request.headers()).map((sent) => [sent['idempotency-key'], sent['if-match']])

describe.skipIf(!hasChromium)('transmitting', () => {
  let partner: Person
  let api: Caller
  const view = async (id: string) => (await api.get(`/responses/${id}`)).body
  beforeAll(async () => {
    api = await platform.as('partenaire@asso-belledonne.test')
    partner = await open()
    await signIn(partner, platform.local.origin, 'partenaire@asso-belledonne.test')
  })

  it('gives a receipt: reference, server time, project, version, hash, and the answers', async () => {
    await saveAll(api, TODAY, answers)
    await visit(partner, 'relire', TODAY)
    await transmit(partner)
    const { page } = partner
    await page.getByText('C’est transmis.').waitFor()
    const { submission } = await view(TODAY)
    const receipt = page.getByRole('article')
    const fact = (name: string) => receipt.locator('dt', { hasText: name }).locator('+ dd').textContent()
    await expect.poll(() => receipt.getByText(REFERENCE).textContent()).toContain(submission.reference)
    expect(await fact('Reçu par le serveur')).toMatch(
      /^mercredi 10\sjuin\s2026 à 11\sh\s\d\d\smin\s\d\d\ss \(heure de Paris\)$/,
    )
    expect(await fact('Projet')).toBe('Clas de Belledonne')
    expect(await fact('Questionnaire')).toMatch(/, version 1$/)
    expect(await fact('Empreinte')).toBe(submission.sha256)
    await receipt.getByText('C’est cet envoi qui compte').waitFor()
    await receipt.getByText('avant la fin du mercredi 10 juin 2026 à 23 h 59 (heure de Paris)').waitFor()
    await page.getByRole('region', { name: 'Lieu de l’action' }).getByText('Aix-les-Bains').waitFor()
  })

  it('lets the signed receipt be downloaded, as the server keeps it', async () => {
    await visit(partner, 'recu', TODAY)
    const downloading = partner.page.waitForEvent('download')
    await partner.page.getByText('Pour les spécialistes').click()
    await partner.page.getByRole('button', { name: 'Télécharger le reçu signé' }).click()
    const download = await downloading
    expect(download.suggestedFilename()).toMatch(new RegExp(`^recu-${REFERENCE.source}\\.jws$`))
    const jws = (await api.get(`/responses/${TODAY}/receipt`)).text
    expect(readFileSync(await download.path(), 'utf8')).toBe(jws)

    const printed = partner.page.waitForEvent('download')
    await partner.page.getByRole('button', { name: 'Télécharger en PDF' }).click()
    expect(
      readFileSync(await (await printed).path())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-')
  })

  it('is said to be still modifiable, and a change to be not transmitted until it is', async () => {
    const before = (await view(TODAY)).submission
    await visit(partner, 'relire', TODAY)
    const { page } = partner
    await page.getByText('Rien n’a changé depuis : il n’y a rien à transmettre.').waitFor()
    await expect.poll(() => page.getByRole('button', { name: 'Transmettre' }).count()).toBe(0)

    await saveSection(api, TODAY, 'lieu', { ...answers, quartier: 'Marlioz' })
    await page.reload()
    await page.getByText('Modifications non transmises.').waitFor()
    expect((await view(TODAY)).submission).toEqual(before)
    await transmit(partner)
    await page.getByText('C’est transmis.').waitFor()
    await page.getByText('Il remplace les envois précédents.').waitFor()
    await page.locator('#q-quartier').getByText('Marlioz').waitFor()
    const after = (await view(TODAY)).submission
    expect(after).toMatchObject({ number: 2, answers: { quartier: 'Marlioz' } })
    expect(after.reference).not.toBe(before.reference)
  })

  it('says in words which answers were not part of it', async () => {
    await saveSection(api, TODAY, 'lieu', { ...answers, qpv: 'non', qpv_nom: 'Les Hauts' })
    await visit(partner, 'relire', TODAY)
    await transmit(partner)
    const removed = partner.page.getByRole('region', { name: 'Des réponses n’ont pas été transmises' })
    await removed.waitFor()
    await expectAccessible(partner)
    await expect
      .poll(() => removed.getByRole('listitem').allTextContents())
      .toEqual(['Nom du quartier prioritaire (Lieu de l’action)'])
    expect((await view(TODAY)).submission.answers).not.toHaveProperty('qpv_nom')
  })

  it('retries a try whose reply was lost as the same request, counted once', async () => {
    await saveAll(api, LATER, answers)
    await visit(partner, 'relire', LATER)
    const { page } = partner
    const requests: Request[] = []
    await page.route('**/submission?*', async (route) => {
      requests.push(route.request())
      const reply = await route.fetch()
      if (requests.length === 1) await route.abort('connectionreset')
      else await route.fulfill({ response: reply })
    })
    await transmit(partner)
    await page.getByText('Votre envoi est peut-être arrivé, peut-être pas.').waitFor()
    const first = (await view(LATER)).submission
    expect(first.number).toBe(1)

    await page.getByRole('button', { name: 'Réessayer l’envoi' }).click()
    await page.getByText('C’est transmis.').waitFor()
    await page.unroute('**/submission?*')
    expect((await view(LATER)).submission).toEqual(first)
    const [one, two] = submissions(requests)
    expect(two).toEqual(one)
  })

  it('keeps the key of a try that never arrived, over a reload, for the same answers only', async () => {
    await saveSection(api, LATER, 'lieu', { ...answers, quartier: 'Nord' })
    await visit(partner, 'relire', LATER)
    const { page } = partner
    const requests: Request[] = []
    await page.route('**/submission?*', async (route) => {
      requests.push(route.request())
      await route.abort('internetdisconnected')
    })
    const tryAndLose = async () => {
      await transmit(partner)
      await page.getByText('Nous n’avons pas reçu de réponse du serveur.').waitFor()
    }
    await tryAndLose()
    await page.reload()
    await tryAndLose()
    await saveSection(api, LATER, 'lieu', { ...answers, quartier: 'Sud' })
    await page.reload()
    await tryAndLose()
    await page.unroute('**/submission?*')
    const [one, two, three] = submissions(requests)
    expect(two).toEqual(one)
    expect(three?.[0]).not.toBe(one?.[0])
    expect((await view(LATER)).submission.number).toBe(1)
  })

  it('refuses what changed since it was read, shows what did, and takes it once read again', async () => {
    const sacha = await platform.as('saisie@asso-belledonne.test')
    await visit(partner, 'relire', LATER)
    const { page } = partner
    await page.getByRole('button', { name: 'Transmettre' }).waitFor()
    await saveSection(sacha, LATER, 'lieu', { ...answers, quartier: 'Est' })
    await transmit(partner)
    const notice = page.getByRole('region', { name: 'Rien n’a été transmis : le dossier a changé' })
    await notice.getByText(/^Modifiée à 11\sh\s\d\d par /).waitFor()
    await expect.poll(() => notice.getByRole('link').allTextContents()).toEqual(['Quartier'])
    await page.locator('#q-quartier').getByText('Est').waitFor()
    expect((await view(LATER)).submission.number).toBe(1)
    await expectAccessible(partner)

    await transmit(partner)
    await page.getByText('C’est transmis.').waitFor()
    expect((await view(LATER)).submission).toMatchObject({ number: 2, answers: { quartier: 'Est' } })
  })

  it('says that nothing was transmitted when the session has expired, and comes back to it', async () => {
    const dominique = await open()
    await signIn(dominique, platform.local.origin, 'partenaire@centre-social-isere.test')
    const id = 'bilan-ouvert-caf731.clas-du-val'
    await saveAll(await platform.as('partenaire@centre-social-isere.test'), id, answers)
    await visit(dominique, 'relire', id)
    const { page, context } = dominique
    await page.getByRole('button', { name: 'Transmettre' }).waitFor()
    await context.clearCookies()
    await page.route('**/submission?*', (route) => route.fulfill({ status: 401 }), { times: 1 })
    await transmit(dominique)
    await page.getByText('Rien n’a été transmis. Votre session a expiré.').waitFor()
    await page.getByRole('button', { name: 'Se connecter' }).click()
    await page.locator('button[value="partenaire@centre-social-isere.test"]').click()
    await transmit(dominique)
    await page.getByText('C’est transmis.').waitFor()
  })

  it('shows what the Caf asks to correct until a correction is transmitted', async () => {
    await visit(partner, 'relire', CORRECTION)
    const { page } = partner
    await page.getByText('Correction demandée par la Caf, non transmise.').waitFor()
    await page.getByText('Précisez le nombre de séances proposées aux parents.').first().waitFor()
    await transmit(partner)
    await page.getByText('C’est transmis.').waitFor()
    expect((await view(CORRECTION)).status).toBe('submitted')
  })

  it('tells the truth when the deadline passes between reading and sending', async () => {
    await saveAll(api, OTHER, answers)
    await visit(partner, 'relire', OTHER)
    const { page } = partner
    await page.getByRole('button', { name: 'Transmettre' }).waitFor()
    await closeNow(OTHER)
    await transmit(partner)
    await page.getByRole('region', { name: 'Rien n’a été transmis : l’échéance est passée' }).waitFor()
    await page.getByText('Ce brouillon ne compte pas ; il est gardé en lecture seule.').waitFor()
    await expect.poll(() => page.getByRole('button', { name: 'Transmettre' }).count()).toBe(0)
    await expect.poll(() => page.getByRole('link', { name: /^Modifier/ }).count()).toBe(0)
    expect((await view(OTHER)).submission).toBeUndefined()
    const { items } = (await api.get(`/responses/${OTHER}/history`)).body
    expect(items.at(-1)).toMatchObject({ type: 'attempt', by: 'Camille Martin' })
    await visit(partner, 'relire', OTHER)
    await page.getByText('Envoi refusé').first().waitFor()
  })

  it('keeps counting after the deadline, and says that it cannot change any more', async () => {
    await saveSection(api, LATER, 'lieu', { ...answers, quartier: 'Trop tard' })
    await closeNow(LATER)
    await visit(partner, 'recu', LATER)
    const { page } = partner
    await page.getByText('Les modifications faites depuis n’ont pas été transmises.').waitFor()
    await page.locator('#q-quartier').getByText('Est').waitFor()
    await expect.poll(() => page.getByRole('link', { name: /modif/i }).count()).toBe(0)
  })

  /** Moves the deadline of a response and its campaign to now, as a shifted clock would move now to the deadline. */
  const closeNow = async (id: string) => {
    const now = new Date(platform.local.now()).toISOString()
    for (const key of [keys.campaign(id.split('.')[0] ?? ''), keys.response(id)])
      await updateItem(key, 'SET closesAt = :now', {
        condition: 'attribute_exists(pk)',
        values: { ':now': now },
      })
  }
})

describe.skipIf(!hasChromium)('the review, left open over its deadline', () => {
  it('stops saying that it is open, by the server’s clock and without being asked', async () => {
    const partner = await open()
    await partner.page.clock.install()
    await signIn(partner, platform.local.origin, 'partenaire@centre-social-isere.test')
    await visit(partner, 'relire', 'bilan-2026-06-10-caf731.clas-du-val')
    await partner.page.getByText('À transmettre avant la fin du mercredi 10 juin 2026').waitFor()
    await partner.page.clock.fastForward('14:00:00')
    await partner.page
      .getByText('L’échéance est passée (c’était le mercredi 10 juin 2026 à 23 h 59')
      .waitFor()
    await expect.poll(() => partner.page.getByRole('button', { name: 'Transmettre' }).count()).toBe(0)
  })
})
