// Documents given with a response, by real files in a real browser: what is taken, what is refused, who reads them.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import {
  expectAccessible,
  expectNoSidewaysScroll,
  hasChromium,
  type Person,
  PHONE,
  signIn,
  useBrowser,
} from '../support/browser.ts'
import { pdf, png, program } from '../support/documents.ts'
import { isSaved } from '../support/fill-page.ts'
import { eventually, file, give, givingOn, isGiven, question, shot } from '../support/giving.ts'
import { usePlatform } from '../support/server.ts'

const platform = usePlatform()
const browser = useBrowser()
const { open } = browser
const { addressOf, answersOf, begin, documentsOf, openPieces } = givingOn(platform, browser)

describe.skipIf(!hasChromium)('documents that are given', () => {
  it('are kept, told with their size and day, and part of the answers as they are saved', async () => {
    const id = await begin('Pièces déposées')
    const person = await openPieces(id)
    await give(person, 'avis_siret', file('avis.pdf', pdf()))
    await give(person, 'comptes', file('résultat.pdf', pdf('résultat', 5500)), file('bilan.png', png()))
    await isGiven(person, 'avis_siret', 'avis.pdf')
    await isGiven(person, 'comptes', 'résultat.pdf')
    await isGiven(person, 'comptes', 'bilan.png')
    await question(person, 'comptes')
      .getByText(/^PDF, 6\sKo, déposé le /)
      .waitFor()
    await isSaved(person)
    expect(await answersOf(id)).toMatchObject({
      avis_siret: [{ name: 'avis.pdf', type: 'application/pdf', content: expect.any(String) }],
      comptes: [{ name: 'résultat.pdf' }, { name: 'bilan.png', type: 'image/png' }],
    })
    await expectAccessible(person)
    await shot(person, 'given')
    await person.page.reload()
    await isGiven(person, 'comptes', 'bilan.png')
    await question(person, 'avis_siret')
      .getByText(/^PDF, .*, déposé le /)
      .waitFor()
  })

  it('are taken back, and replaced where one alone is asked', async () => {
    const id = await begin('Pièces retirées')
    const person = await openPieces(id)
    await give(person, 'rib', file('ancien.pdf', pdf()))
    await isGiven(person, 'rib', 'ancien.pdf')
    await give(person, 'rib', file('nouveau.pdf', pdf()))
    await isGiven(person, 'rib', 'nouveau.pdf')
    await expect.poll(() => question(person, 'rib').locator('.kept').count()).toBe(1)
    await eventually(async () => (await documentsOf(id)).length).toBe(1)
    await question(person, 'rib').getByRole('button', { name: 'Retirer nouveau.pdf' }).click()
    await question(person, 'rib').getByText('Choisir un fichier').waitFor()
    await eventually(() => documentsOf(id)).toEqual([])
    expect(await answersOf(id)).toEqual({})
    // The keyboard stays at the question whose button is gone.
    await expect
      .poll(() => person.page.evaluate(() => document.activeElement?.getAttribute('type')))
      .toBe('file')
  })

  it('have a harmless name, whatever they were called, and are saved under it as attachments', async () => {
    const id = await begin('Noms étranges')
    const person = await openPieces(id)
    await give(person, 'charte', file('../../etc/"l’été" 🎒.pdf', pdf()))
    await isGiven(person, 'charte', '"l’été" 🎒.pdf')
    const [download, served] = await Promise.all([
      person.page.waitForEvent('download'),
      person.page.waitForResponse(/\/storage\//),
      question(person, 'charte').getByRole('button', { name: 'Télécharger' }).click(),
    ])
    expect(readFileSync(await download.path())).toEqual(pdf())
    expect(download.suggestedFilename()).toMatch(/l’été.* 🎒\.pdf$/)
    const headers = await served.allHeaders()
    expect(headers).toMatchObject({ 'content-type': 'application/pdf', 'x-content-type-options': 'nosniff' })
    expect(headers['content-disposition']).toMatch(/^attachment; filename="[^"\\]*\.pdf"; filename\*=UTF-8''/)
    expect(headers['content-disposition']).not.toContain('..')
    // Its address alone, as a history or a log keeps it, opens nothing: to another person, nor to whoever finds it.
    expect((await fetch(served.url())).status).toBe(403)
    const other = await open()
    await signIn(other, platform.local.origin, 'partenaire@commune-lac.test')
    expect((await other.page.request.get(served.url())).status()).toBe(403)
  })
})

describe.skipIf(!hasChromium)('a file that cannot be taken', () => {
  it.each([
    ['of 0 byte', () => file('vide.pdf', Buffer.alloc(0)), 'est vide (0 octet).'],
    ['of 11 MB', () => file('lourd.pdf', pdf('', 11 * 1024 * 1024)), 'pèse 11 Mo : 10 Mo au plus.'],
    ['of a type that is not asked', () => file('jeu.exe', program()), 'n’est pas d’un type accepté ici.'],
    [
      'that is a program under the name of a PDF',
      () => file('facture.pdf', program()),
      'celui d’un programme',
    ],
  ])('%s is refused with a plain sentence, and leaves nothing', async (what, given, sentence) => {
    const id = await begin(`Refus ${what}`)
    const person = await openPieces(id)
    await give(person, 'rib', given())
    await question(person, 'rib').getByRole('alert').filter({ hasText: sentence }).waitFor()
    await expectAccessible(person)
    await shot(person, `refused-${what.replaceAll(' ', '-')}`)
    expect(await documentsOf(id)).toEqual([])
    await give(person, 'rib', file('rib.pdf', pdf()))
    await isGiven(person, 'rib', 'rib.pdf')
  })

  it('beyond the number that is asked is not sent', async () => {
    const person = await openPieces(await begin('Trop de pièces'))
    await give(
      person,
      'comptes',
      file('1.pdf', pdf()),
      file('2.pdf', pdf()),
      file('3.pdf', pdf()),
      file('4.pdf', pdf()),
    )
    await question(person, 'comptes').getByText('3 documents au plus sont attendus ici').waitFor()
    await give(person, 'comptes', file('1.pdf', pdf()), file('2.pdf', pdf()), file('3.pdf', pdf()))
    await isGiven(person, 'comptes', '3.pdf')
    await question(person, 'comptes').getByText('3 documents sur 3').waitFor()
    await expect.poll(() => question(person, 'comptes').locator('input[type=file]').count()).toBe(0)
  })
})

describe.skipIf(!hasChromium)('what the organisation gave before', () => {
  it('is offered where it is asked again, with its date, and taken in one press', async () => {
    const first = await openPieces(await begin('Première demande'))
    await give(first, 'rib', file('rib-2026.pdf', pdf('2026')))
    await isGiven(first, 'rib', 'rib-2026.pdf')
    await isSaved(first)
    const id = await begin('Deuxième demande')
    const person = await openPieces(id, PHONE)
    const offers = question(person, 'rib').locator('details')
    await offers.getByText('rib-2026.pdf').first().waitFor()
    await offers
      .getByText(/^Appel à projets .* · déposé le .* · \d+ octets$/)
      .first()
      .waitFor()
    await expectAccessible(person)
    await expectNoSidewaysScroll(person)
    await shot(person, 'folder-phone')
    await offers.getByRole('button', { name: 'Reprendre rib-2026.pdf' }).click()
    await isGiven(person, 'rib', 'rib-2026.pdf')
    await isSaved(person)
    expect((await answersOf(id)).rib).toMatchObject([{ name: 'rib-2026.pdf' }])

    const { page } = person
    await page.goto(`${platform.local.origin}/mon-organisation/`)
    const row = page.getByRole('row').filter({ hasText: 'rib-2026.pdf' })
    await row.getByText(/Relevé d’identité bancaire/).waitFor()
    await expectAccessible(person)
    await expectNoSidewaysScroll(person)
    await shot(person, 'organisation-documents-phone')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      row.getByRole('button', { name: 'Télécharger rib-2026.pdf' }).click(),
    ])
    expect(download.suggestedFilename()).toBe('rib-2026.pdf')
  })
})

describe.skipIf(!hasChromium)('by keyboard alone', () => {
  it('a file is chosen, taken back, and the page says so', async () => {
    const person = await openPieces(await begin('Au clavier'))
    const { page } = person
    const field = question(person, 'rib').locator('input[type=file]')
    // The browser is told to hand its chooser over before the key is pressed.
    const choosing = page.waitForEvent('filechooser')
    await field.focus()
    await eventually(() => field.evaluate((it) => it === document.activeElement)).toBe(true)
    await page.keyboard.press('Enter')
    await (await choosing).setFiles([file('rib.pdf', pdf())])
    await isGiven(person, 'rib', 'rib.pdf')
    const status = question(person, 'rib').getByRole('status')
    await eventually(() => status.textContent()).toBe('rib.pdf est déposé.')
    await field.focus()
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Enter')
    await eventually(() => status.textContent()).toBe('rib.pdf est retiré.')
  })
})

describe.skipIf(!hasChromium)('those who read', () => {
  it('the review, the Caf and a colleague who does not fill that part find the documents by their names', async () => {
    const id = await begin('Pièces lues')
    const person = await openPieces(id)
    await give(person, 'rib', file('rib.pdf', pdf('', 2500)))
    await isGiven(person, 'rib', 'rib.pdf')
    await isSaved(person)
    const saves = async (reader: Person) => {
      const [download] = await Promise.all([
        reader.page.waitForEvent('download'),
        question(reader, 'rib').getByRole('button', { name: 'Télécharger rib.pdf' }).click(),
      ])
      expect(readFileSync(await download.path())).toEqual(pdf('', 2500))
    }
    await person.page.goto(`${platform.local.origin}/relire/?dossier=${id}`)
    await question(person, 'rib').getByText('PDF, 3 Ko').waitFor()
    await saves(person)
    await shot(person, 'review')

    const agent = await open(PHONE)
    await signIn(agent, platform.local.origin, 'conseiller@caf731.test')
    await agent.page.goto(`${platform.local.origin}/caf/dossier/?id=${id}`)
    await question(agent, 'rib').getByText('PDF, 3 Ko').waitFor()
    await saves(agent)
    await expectAccessible(agent)
    await expectNoSidewaysScroll(agent)

    const finance = await open()
    await signIn(finance, platform.local.origin, 'finances@asso-belledonne.test')
    await finance.page.goto(await addressOf(id))
    await finance.page.getByText('En lecture seule.').waitFor()
    await saves(finance)
    await expect.poll(() => finance.page.locator('input[type=file]').count()).toBe(0)
    await finance.page.locator('#q-charte').getByText('Aucun document.').waitFor()
    await expectAccessible(finance)
    await shot(finance, 'read-only')
  })
})
