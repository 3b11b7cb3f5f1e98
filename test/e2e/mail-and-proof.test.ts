import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
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
import { lettersTo } from '../support/mailbox.ts'
import { usePlatform } from '../support/server.ts'

const PARTNER = 'partenaire@asso-belledonne.test'
const DOSSIER = 'bilan-2026-06-10-caf731.clas-de-belledonne'

describe.runIf(hasChromium)('mail, calendar and proof', () => {
  const platform = usePlatform({ now: '2026-06-10T09:00:00.000Z' })
  const { open } = useBrowser()

  const receipt = async (): Promise<string> => {
    const partner = await platform.as(PARTNER)
    const path = `/responses/${DOSSIER}`
    const { etag, body } = await partner.get(path)
    if (!body.submission) {
      await partner.post(`${path}/submission`, {
        headers: { 'if-match': etag, 'idempotency-key': 'preuve' },
        body: { answers: validAnswers() },
      })
    }
    return (await partner.get(`${path}/receipt`)).text
  }

  const fits = async (person: Person, options = { frames: true }) => {
    await expectAccessible(person, options)
    await person.page.setViewportSize(PHONE)
    await expectNoSidewaysScroll(person)
    await expectAccessible(person, options)
    await person.page.setViewportSize(DESKTOP)
  }

  it('shows a mail as it is sent, with its attachment, without letting it run anything', async () => {
    await receipt()
    await lettersTo(platform, PARTNER, 'clas-de-belledonne')
    const person = await open()
    const { page, faults } = person
    await page.goto(`${platform.local.origin}/boite-aux-lettres/`)
    await fits(person)
    await page
      .getByRole('link', { name: /Transmis, référence .* Clas de Belledonne/ })
      .first()
      .click()
    await page.getByRole('link', { name: /^recu-.*\.jws$/ }).waitFor()
    await page.getByTitle('Le message tel qu’il est envoyé').waitFor()
    await page.getByRole('link', { name: /\/recu\/\?dossier=/ }).waitFor()
    await fits(person, { frames: false })
    expect(faults).toEqual([])
  })

  it('lists what is due by month, gives a calendar address that works, and takes it back', async () => {
    const person = await open()
    const { page, faults } = person
    await signIn(person, platform.local.origin, PARTNER)
    await page.getByRole('link', { name: 'Calendrier' }).click()
    await page.getByRole('heading', { name: 'juin 2026' }).waitFor()
    await page.getByText('mercredi 10 juin 2026 à 23 h 59 (heure de Paris)').first().waitFor()
    await page.getByRole('button', { name: 'Créer mon adresse d’agenda' }).click()
    const url = await page.getByLabel('Adresse à donner à votre agenda').inputValue()
    expect((await fetch(url)).status).toBe(200)
    await fits(person)
    await page.getByRole('button', { name: 'Révoquer l’adresse' }).click()
    await page.getByText('L’adresse est révoquée').waitFor()
    expect((await fetch(url)).status).toBe(404)
    expect(faults).toEqual([])
  })

  it('lists the campaigns of a Caf by month', async () => {
    const person = await open()
    await signIn(person, platform.local.origin, 'campagne@caf731.test')
    await person.page.getByRole('link', { name: 'Calendrier' }).click()
    await person.page.getByRole('link', { name: /Bilan d’étape 2026-2027/ }).waitFor()
    await fits(person)
    expect(person.faults).toEqual([])
  })

  it('verifies a receipt pasted, scanned or dropped as PDF, and refuses one that was changed', async () => {
    const jws = await receipt()
    const partner = await platform.as(PARTNER)
    const { body } = await partner.get(`/responses/${DOSSIER}`)
    const person = await open()
    const { page, faults } = person
    await page.goto(`${platform.local.origin}/verifier/#${jws}`)
    await page.getByRole('heading', { name: 'Reçu authentique' }).waitFor()
    await page.getByText(body.submission.reference).waitFor()
    await fits(person)

    await page.getByLabel('Ou texte du reçu signé').fill(`${jws.slice(0, -2)}AA`)
    await page.getByRole('button', { name: 'Vérifier' }).click()
    await page.getByRole('heading', { name: 'Ce reçu a été modifié' }).waitFor()
    await fits(person)
    await page.getByLabel('Ou texte du reçu signé').fill('un texte')
    await page.getByRole('button', { name: 'Vérifier' }).click()
    await page.getByRole('heading', { name: 'Ce n’est pas un reçu' }).waitFor()

    const file = join(mkdtempSync(join(tmpdir(), 'recu-')), 'recu.pdf')
    const pdf = await fetch(`${platform.local.origin}/api/responses/${DOSSIER}/receipt.pdf`, {
      headers: { authorization: `Bearer ${await platform.local.tokenFor(PARTNER)}` },
    })
    writeFileSync(file, new Uint8Array(await pdf.arrayBuffer()))
    await page.getByLabel('Fichier du reçu, en .jws ou en PDF').setInputFiles(file)
    await page.getByRole('heading', { name: 'Reçu authentique' }).waitFor()

    // The button checks what was given last: the file, until another text is typed.
    const keys = page.waitForResponse('**/.well-known/jwks.json')
    await page.getByRole('button', { name: 'Vérifier' }).click()
    await keys
    await page.getByRole('heading', { name: 'Reçu authentique' }).waitFor()
    await page.getByLabel('Ou texte du reçu signé').fill('un texte')
    await page.getByRole('button', { name: 'Vérifier' }).click()
    await page.getByRole('heading', { name: 'Ce n’est pas un reçu' }).waitFor()
    expect(faults).toEqual([])
  })
})
