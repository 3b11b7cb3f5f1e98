// Documents on their way when the network goes, the page is closed or the session ends: none is lost, none twice.
import { describe, expect, it } from 'vitest'
import { expectAccessible, hasChromium, type Person, useBrowser } from '../support/browser.ts'
import { pdf } from '../support/documents.ts'
import { isSaved, PARTNER } from '../support/fill-page.ts'
import { eventually, file, give, givingOn, isGiven, question, shot } from '../support/giving.ts'
import { usePlatform } from '../support/server.ts'

const { answersOf, begin, documentsOf, openPieces } = givingOn(usePlatform(), useBrowser())

describe.skipIf(!hasChromium)('a document that is cut on its way', () => {
  /** Makes the way to the server slow, then cuts it once some of the document has left. */
  const cutInTheMiddle = async (person: Person) => {
    const devtools = await person.context.newCDPSession(person.page)
    const speed = { latency: 0, downloadThroughput: -1, uploadThroughput: 400_000 }
    await devtools.send('Network.emulateNetworkConditions', { offline: false, ...speed })
    await give(person, 'rib', file('rib.pdf', pdf('', 4_000_000)))
    const progress = person.page.getByRole('progressbar', { name: 'Envoi de rib.pdf' })
    await eventually(() => progress.evaluate((it: HTMLProgressElement) => it.value)).toBeGreaterThan(0)
    await shot(person, 'sending')
    await devtools.send('Network.emulateNetworkConditions', { offline: true, ...speed })
    await question(person, 'rib').getByText('L’envoi a été coupé').waitFor()
    return () =>
      devtools.send('Network.emulateNetworkConditions', {
        offline: false,
        latency: 0,
        downloadThroughput: -1,
        uploadThroughput: -1,
      })
  }

  it('says so, and goes by itself when the network is back', async () => {
    const id = await begin('Coupure')
    const person = await openPieces(id)
    const restore = await cutInTheMiddle(person)
    await expectAccessible(person)
    await shot(person, 'cut')
    await restore()
    await isGiven(person, 'rib', 'rib.pdf')
    await isSaved(person)
    expect((await answersOf(id)).rib).toHaveLength(1)
    expect(await documentsOf(id)).toHaveLength(1)
  })

  it('is tried again by its button, or given up', async () => {
    const id = await begin('Reprise')
    const person = await openPieces(id)
    await person.page.route('**/storage/**', (route) => route.abort())
    await give(person, 'rib', file('rib.pdf', pdf()))
    await give(person, 'charte', file('charte.pdf', pdf()))
    await question(person, 'charte').getByText('L’envoi a été coupé').waitFor()
    await question(person, 'charte').getByRole('button', { name: 'Annuler : charte.pdf' }).click()
    await question(person, 'charte').getByText('Choisir un fichier').waitFor()
    await person.page.unroute('**/storage/**')
    await question(person, 'rib').getByRole('button', { name: 'Réessayer : rib.pdf' }).click()
    await isGiven(person, 'rib', 'rib.pdf')
    await eventually(async () => (await documentsOf(id)).length).toBe(1)
  })

  it('is still on the device after a reload, and goes on its way', async () => {
    const id = await begin('Rechargement')
    const person = await openPieces(id)
    await person.page.route('**/storage/**', (route) => route.abort())
    await give(person, 'rib', file('rib.pdf', pdf()))
    await question(person, 'rib').getByText('L’envoi a été coupé').waitFor()
    await person.page.unroute('**/storage/**')
    await person.page.reload()
    await isGiven(person, 'rib', 'rib.pdf')
    await eventually(async () => (await documentsOf(id)).length).toBe(1)
  })

  it('waits for the person to sign in again when the session has expired', async () => {
    const id = await begin('Session')
    const person = await openPieces(id)
    await person.context.clearCookies()
    await person.page.clock.setSystemTime(Date.now() + 20 * 60_000)
    await give(person, 'rib', file('rib.pdf', pdf()))
    await question(person, 'rib').getByText('Votre session a expiré').waitFor()
    await question(person, 'rib').getByRole('button', { name: 'Se reconnecter' }).click()
    await person.page.locator(`button[value="${PARTNER}"]`).click()
    await person.page.waitForURL(/partie=pieces/)
    await isGiven(person, 'rib', 'rib.pdf')
    await eventually(async () => (await documentsOf(id)).length).toBe(1)
  })
})
