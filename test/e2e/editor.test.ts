// A questionnaire edited as text: saved as one goes, undone after a reload, checked, shown, taken over, published.
import { beforeAll, describe, expect, it } from 'vitest'
import {
  expectAccessible,
  expectNoSidewaysScroll,
  hasChromium,
  type Person,
  PHONE,
  signIn,
  useBrowser,
} from '../support/browser.ts'
import {
  code,
  createForm,
  DESIGNER,
  draftIsSaved,
  draftOf,
  makeDesigner,
  OTHER_DESIGNER,
  openEditor,
  openJson,
  preview,
  smallContent,
  titleField,
  typeJson,
} from '../support/editor.ts'
import { usePlatform } from '../support/server.ts'

const platform = usePlatform({ now: '2026-06-10T09:00:00.000Z' })
const { open } = useBrowser()
const json = (content: unknown): string => JSON.stringify(content, null, 2)
/** The questionnaire as it was made, under another title. */
const withTitle = (title: string) => {
  const { definition, info } = smallContent()
  return { definition, info: { ...info, id: 'enquete-sur-l-accueil', title } }
}

describe.skipIf(!hasChromium)('the editor of a questionnaire', () => {
  let person: Person
  let form = ''
  beforeAll(async () => {
    form = await createForm(platform, 'Enquête sur l’accueil')
    person = await open()
    await openEditor(person, platform.local.origin, form)
  })
  const button = (name: string | RegExp) => person.page.getByRole('button', { name })

  it('saves what is typed as text, and shows it in the preview at once', async () => {
    const { page } = person
    const changed = json(withTitle('Enquête')).replace('Où accueillez-vous ?', 'Dans quelle <b>salle</b> ?')
    await typeJson(page, changed)
    await preview(page).getByText('Dans quelle <b>salle</b> ?').waitFor()
    await draftIsSaved(person)
    expect(JSON.stringify(await draftOf(platform, form))).toBe(JSON.stringify(JSON.parse(changed)))
  })

  it('keeps in the preview the page shown and what was typed there', async () => {
    const { page } = person
    await preview(page).getByRole('textbox', { name: 'Dans quelle' }).fill('La grande salle')
    await titleField(page).fill('Enquête 2026')
    await preview(page).getByRole('heading', { name: 'Enquête 2026' }).waitFor()
    await preview(page).getByRole('button', { name: 'Continuer' }).click()
    await preview(page).getByRole('heading', { name: '2. La suite' }).waitFor()
    await typeJson(page, json(withTitle('Enquête 2026')).replace('Votre projet', 'Votre beau projet'))
    await preview(page).getByText('Votre beau projet').waitFor()
    await preview(page).getByRole('button', { name: 'Précédent' }).click()
    expect(await preview(page).getByRole('textbox', { name: 'Où accueillez-vous ?' }).inputValue()).toBe(
      'La grande salle',
    )
  })

  it('undoes and redoes by the keyboard in the text, and by the buttons after a reload', async () => {
    const { page } = person
    await draftIsSaved(person)
    await code(page).click()
    await page.keyboard.press('Control+z')
    await preview(page).getByText('Où accueillez-vous ?').waitFor()
    await preview(page)
      .getByText('Dans quelle')
      .waitFor({ state: 'detached' })
      .catch(() => undefined)
    await expect.poll(async () => JSON.stringify(await draftOf(platform, form))).not.toContain('beau projet')
    await page.reload()
    await openJson(page)
    expect(await titleField(page).inputValue()).toBe('Enquête 2026')
    await button(/^Annuler « Modifier le titre/).click()
    await expect.poll(() => titleField(page).inputValue()).toBe('Enquête')
    await button(/^Rétablir/).click()
    await button(/^Rétablir/).click()
    await expect.poll(async () => JSON.stringify(await draftOf(platform, form))).toContain('beau projet')
    await draftIsSaved(person)
    expect(await titleField(page).inputValue()).toBe('Enquête 2026')
  })

  it('keeps a text that is no JSON across a reload, says where it is wrong, and sends nothing of it', async () => {
    const { page } = person
    const before = await draftOf(platform, form)
    const broken = json(before).replace('"pages": [', '"pages": [[')
    await typeJson(page, broken)
    await page.getByText('Ce texte n’est pas encore valide.').waitFor()
    await page.locator('.cm-lint-marker-error').waitFor()
    await expectAccessible(person)
    await page.reload()
    await openJson(page)
    await page.getByText('Ce texte n’est pas encore valide.').waitFor()
    await expect.poll(() => code(page).textContent()).toContain('"pages": [[')
    expect(await draftOf(platform, form)).toEqual(before)
    await button(/^Annuler/).click()
    await page.getByText('Ce texte n’est pas encore valide.').waitFor({ state: 'detached' })
  })

  it('tells what stands in the way of publishing, and goes there', async () => {
    const { page } = person
    const twice = withTitle('Enquête 2026')
    await typeJson(
      page,
      json(twice).replace('"name": "ouvert"', '"name": "lieu"').replace('"boolean"', '"signaturepad"'),
    )
    await draftIsSaved(person)
    const checks = page.getByRole('region', { name: 'Contrôles' })
    await checks.getByText('À corriger').first().waitFor()
    await expectAccessible(person)
    await checks
      .getByRole('button', { name: /signaturepad/ })
      .first()
      .click()
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.classList.contains('code')))
      .toBe(true)
    await checks.getByRole('button', { name: 'Corriger : Le renommer « lieu_2 »' }).click()
    await checks
      .getByText(/donnez un nom qui ne sert qu’ici/)
      .first()
      .waitFor({ state: 'detached' })
    expect(await code(page).textContent()).toContain('"name": "lieu_2"')
    await button('Publier…').click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText(/à corriger avant de publier/).waitFor()
    expect(await dialog.getByRole('button', { name: /^Publier/ }).count()).toBe(0)
    await expectAccessible(person, { within: 'dialog[open]' })
    await dialog.getByRole('button', { name: 'Fermer' }).click()
    await typeJson(page, json(twice))
    await draftIsSaved(person)
    await checks.getByText('Rien à corriger').waitFor()
  })

  it('proposes what may be written where the cursor is, with its meaning', async () => {
    const { page } = person
    await typeJson(
      page,
      json(withTitle('Enquête 2026')).replace('"isRequired": true,', '"": 1, "isRequired": true,'),
    )
    await page.keyboard.press('Control+Home')
    await page.keyboard.press('Control+f')
    await page.getByRole('textbox', { name: 'Chercher' }).pressSequentially('"": 1')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Escape')
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Control+Space')
    const option = page.getByRole('option', { name: 'inputType' })
    await option.waitFor()
    expect(await page.getByRole('option', { name: 'isRequired' }).count()).toBe(0)
    await page.keyboard.press('Escape')
    await typeJson(page, json(withTitle('Enquête 2026')))
    await draftIsSaved(person)
  })

  it('lets the keyboard out by Escape then Tab', async () => {
    const { page } = person
    await code(page).click()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.classList.contains('code'))).toBe(false)
  })

  it('refuses five million characters in words, and goes on', async () => {
    const { page } = person
    const before = await code(page).textContent()
    await code(page).click()
    await page.evaluate(() => {
      const data = new DataTransfer()
      data.setData('text/plain', `"${'x'.repeat(5_000_000)}"`)
      const target = document.querySelector('.code')?.shadowRoot?.querySelector('.cm-content')
      target?.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      )
    })
    await page.getByText('Ce texte est trop long : il n’a pas été pris.').waitFor()
    await expectAccessible(person, { within: '.tab-panel' })
    expect(await code(page).textContent()).toBe(before)
  })

  it('goes on without network, and sends what was typed when it is back', async () => {
    const { page, context } = person
    await context.setOffline(true)
    await titleField(page).fill('Tapé hors connexion')
    await page.getByText('Hors connexion : gardé sur cet appareil').first().waitFor()
    await expectAccessible(person)
    await context.setOffline(false)
    await draftIsSaved(person)
    expect((await draftOf(platform, form)).info.title).toBe('Tapé hors connexion')
  })

  it('does not take a copy of its tab for itself', async () => {
    const { page, context } = person
    const [copy] = await Promise.all([
      context.waitForEvent('page'),
      page.evaluate(() => {
        window.open(location.href)
      }),
    ])
    await copy.getByText('Vous modifiez ce questionnaire dans un autre onglet.').waitFor()
    await copy.close()
    await titleField(page).fill('Tapé dans le premier onglet')
    await draftIsSaved(person)
    expect((await draftOf(platform, form)).info.title).toBe('Tapé dans le premier onglet')
  })

  it('keeps what is typed once the session has ended, and sends it after signing in again', async () => {
    const { page, context } = person
    await context.clearCookies()
    await page.route('**/api/**', async (route) => {
      const headers = { ...route.request().headers(), authorization: 'Bearer perdu' }
      await route.continue({ headers })
    })
    await titleField(page).fill('Tapé sans session')
    await page.getByText('Session expirée : gardé sur cet appareil').first().waitFor()
    await expectAccessible(person, { within: '.editor' })
    await page.unroute('**/api/**')
    await page.getByRole('button', { name: 'Se reconnecter' }).click()
    await page.locator(`button[value="${DESIGNER}"]`).click()
    await openJson(page)
    await draftIsSaved(person)
    expect(await titleField(page).inputValue()).toBe('Tapé sans session')
    await expect.poll(async () => (await draftOf(platform, form)).info.title).toBe('Tapé sans session')
  })

  it('publishes a version, says what changes and what follows', async () => {
    const { page } = person
    await button('Publier…').click()
    await page.getByRole('dialog').getByText('C’est la première version').waitFor()
    await expectAccessible(person, { frames: false })
    await page.getByRole('button', { name: 'Publier la version 1' }).click()
    await page.getByRole('heading', { name: 'Version 1 publiée' }).waitFor()
    await expectAccessible(person, { within: 'dialog[open]' })
    await page.goto(`${platform.local.origin}/caf/questionnaire/?formulaire=${form}`)
    await button('Modifier à partir de la version 1').waitFor()
    await expectAccessible(person)
    await button('Modifier à partir de la version 1').click()
    await openJson(page)
    await titleField(page).fill('Enquête, deuxième version')
    await draftIsSaved(person)
    await button('Publier…').click()
    await page.getByRole('dialog').getByText('Enquête, deuxième version').first().waitFor()
    await page.getByRole('heading', { name: 'Ce qui change depuis la version 1' }).waitFor()
    await expectAccessible(person, { within: 'dialog[open]' })
    await page.getByRole('button', { name: 'Publier la version 2' }).click()
    await page.getByRole('heading', { name: 'Version 2 publiée' }).waitFor()
  })
})

describe.skipIf(!hasChromium)('two who edit one questionnaire', () => {
  it('are told of each other, take over, and lose nothing', async () => {
    const form = await createForm(platform, 'À deux')
    await makeDesigner(platform, OTHER_DESIGNER)
    const [first, second] = [await open(), await open()]
    await openEditor(first, platform.local.origin, form)
    await openEditor(second, platform.local.origin, form, OTHER_DESIGNER)
    const locked = second.page.getByText(/modifie ce questionnaire/)
    await locked.waitFor()
    expect(await titleField(second.page).getAttribute('readonly')).not.toBeNull()
    await expectAccessible(second)

    await first.context.setOffline(true)
    await titleField(first.page).fill('De la première, non envoyé')
    await first.page.getByText('Hors connexion').first().waitFor()
    await second.page.getByRole('button', { name: 'Prendre la main' }).click()
    await locked.waitFor({ state: 'detached' })
    await titleField(second.page).fill('De la seconde')
    await draftIsSaved(second)

    await first.context.setOffline(false)
    await first.page.getByText(/a pris la main/).waitFor()
    await first.page.getByText('gardées ici').waitFor()
    await expectAccessible(first, { within: '.editor' })
    expect(await titleField(first.page).inputValue()).toBe('De la première, non envoyé')
    expect((await draftOf(platform, form)).info.title).toBe('De la seconde')

    await first.page.getByRole('button', { name: 'Prendre la main' }).click()
    await first.page.getByRole('heading', { name: 'Deux versions du brouillon à départager' }).waitFor()
    await expectAccessible(first)
    await first.page.getByRole('button', { name: /^Prendre la version/ }).click()
    await expect.poll(() => titleField(first.page).inputValue()).toBe('De la seconde')
    await first.page.getByRole('button', { name: /^Annuler « Prendre la version/ }).click()
    await draftIsSaved(first)
    expect((await draftOf(platform, form)).info.title).toBe('De la première, non envoyé')
  })
})

describe.skipIf(!hasChromium)('on a telephone', () => {
  it('the editor is accessible and never scrolls sideways', async () => {
    const form = await createForm(platform, 'Sur un téléphone')
    const person = await open(PHONE)
    await openEditor(person, platform.local.origin, form)
    await preview(person.page).getByText('Où accueillez-vous ?').waitFor()
    await expectAccessible(person)
    await expectNoSidewaysScroll(person)
    await person.page.setViewportSize({ width: 320, height: 640 })
    await expectNoSidewaysScroll(person)
  })
})

describe.skipIf(!hasChromium)('who edits no questionnaire', () => {
  it('is told so, and a partner finds nothing there', async () => {
    const form = await createForm(platform, 'À personne d’autre')
    const [agent, partner] = [await open(), await open()]
    await signIn(agent, platform.local.origin, 'conseiller@caf731.test')
    await agent.page.goto(`${platform.local.origin}/caf/questionnaire/?formulaire=${form}`)
    await agent.page.getByRole('alert').waitFor()
    await signIn(partner, platform.local.origin, 'partenaire@asso-belledonne.test')
    await partner.page.goto(`${platform.local.origin}/caf/questionnaire/?formulaire=${form}`)
    await partner.page
      .getByRole('heading', { name: 'Cette page est réservée aux agents de la Caf' })
      .waitFor()
  })
})
