import { describe, expect, it } from 'vitest'
import { hasChromium, signInByPage, useBrowser } from '../support/browser.ts'
import { usePlatform } from '../support/server.ts'

const platform = usePlatform({ now: '2026-06-10T09:00:00.000Z' })
const { open } = useBrowser()

describe.skipIf(!hasChromium)('a signed-in person', () => {
  it('stays signed in over a reload, a new page and a link from elsewhere', async () => {
    const person = await open()
    await signInByPage(person, platform.local.origin, 'partenaire@asso-belledonne.test')
    await person.page.reload()
    await person.page.getByText('Camille Martin', { exact: true }).waitFor()

    const other = await person.context.newPage()
    await other.goto(`${platform.local.origin}/mes-demarches/`)
    await other.getByText('Camille Martin', { exact: true }).waitFor()
    await other.goto(platform.local.origin)
    await other.waitForURL('**/mes-demarches/')
  })

  it('leaves no token where a script of another day could find it', async () => {
    const person = await open()
    await signInByPage(person, platform.local.origin, 'partenaire@asso-belledonne.test')
    const kept = await person.page.evaluate(() => JSON.stringify([{ ...localStorage }, document.cookie]))
    expect(kept).toBe('[{},""]')
  })

  it('is out everywhere after signing out', async () => {
    const person = await open()
    await signInByPage(person, platform.local.origin, 'conseiller@caf731.test')
    expect(new URL(person.page.url()).pathname).toBe('/caf/')
    await person.page.getByRole('button', { name: 'Se déconnecter' }).click()
    await person.page.getByRole('heading', { name: 'Vos démarches Clas, rendues à temps' }).waitFor()
    await person.page.goBack()
    await person.page.getByRole('heading', { name: 'Connectez-vous pour continuer' }).waitFor()
    await person.page.goto(`${platform.local.origin}/caf/`)
    await person.page.getByRole('heading', { name: 'Connectez-vous pour continuer' }).waitFor()
  })

  it('comes back to the page they asked for', async () => {
    const person = await open()
    const asked = `${platform.local.origin}/recu/?dossier=bilan-clos-caf731.clas-des-bauges`
    await person.page.goto(asked)
    await person.page.getByRole('button', { name: 'Se connecter' }).click()
    await person.page.locator('button[value="partenaire@asso-belledonne.test"]').click()
    await person.page.waitForURL(asked)
    await person.page.getByText('C’est cet envoi qui compte').waitFor()
  })
})
