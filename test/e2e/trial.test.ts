// A concepteur tries a draft from the list; a colleague fills it, reviews it and sees what would have been received.
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
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
import { isSaved, questionsAreLive, trialFrom } from '../support/fill-page.ts'
import { contentWith, DESIGNER, makeForm, question } from '../support/made-form.ts'
import { usePlatform } from '../support/server.ts'

const platform = usePlatform({ now: '2026-06-10T09:00:00.000Z' })
const { open } = useBrowser()

const content = contentWith(
  question('nom', { title: 'Nom du lieu', isRequired: true }),
  { type: 'radiogroup', name: 'suite', title: 'Et ensuite ?', choices: ['oui', 'non'] },
  question('laquelle', { title: 'Laquelle ?', visibleIf: "{suite} = 'oui'" }),
  {
    type: 'file',
    name: 'preuve',
    title: 'Preuve',
    isRequired: true,
    storeDataAsText: false,
    acceptedTypes: '.pdf',
  },
)

/** Looks at a page at both widths. */
const look = async (person: Person, name: string) => {
  const { page } = person
  for (const [width, viewport] of Object.entries({ desktop: DESKTOP, phone: PHONE })) {
    await page.setViewportSize(viewport)
    await expectAccessible(person)
    await expectNoSidewaysScroll(person)
    if (process.env.SHOTS)
      await page.screenshot({ path: join(process.env.SHOTS, `${name}-${width}.png`), fullPage: true })
  }
  await page.setViewportSize(DESKTOP)
}

describe.skipIf(!hasChromium)('a trial of a questionnaire', () => {
  it('is asked for on its card, given to a colleague, filled, reviewed, sent to nobody', async () => {
    await makeForm(await platform.as(DESIGNER), content)
    const designer = await open(DESKTOP)
    await signIn(designer, platform.local.origin, DESIGNER)
    await designer.page.goto(`${platform.local.origin}/caf/questionnaires/`)
    const link = await trialFrom(designer.page.getByRole('button', { name: /^Essayer : Enquête de rentrée/ }))
    expect(await designer.page.getByRole('dialog').count()).toBe(0)

    const person = await open(DESKTOP)
    const { page } = person
    await signIn(person, platform.local.origin, 'conseiller@caf731.test')
    await page.goto(link)
    await questionsAreLive(person)
    await page.getByText('Essai : rien n’est transmis.').waitFor()
    await page.getByText(/^Dans un essai, aucun document ne se donne/).waitFor()
    await page.getByLabel('oui', { exact: true }).check()
    await page.getByLabel('Laquelle ?').fill('Une autre')
    await page.getByLabel('non', { exact: true }).check()
    await isSaved(person)
    await look(person, 'trial-fill')
    await page.getByRole('link', { name: 'Relire et transmettre' }).last().click()
    await page.waitForURL(/\/relire\//)
    await page.getByRole('button', { name: 'Transmettre (essai)' }).click()
    await page
      .getByRole('heading', { name: 'Une réponse est à corriger ou à donner. Rien n’a été transmis.' })
      .waitFor()
    await look(person, 'trial-faults')
    await page
      .getByRole('link', { name: /Nom du lieu/ })
      .first()
      .click()
    await page.waitForURL(/\/essai\//)
    await questionsAreLive(person)
    await page.getByLabel('Nom du lieu').fill('Bauges')
    await isSaved(person)
    await page.getByRole('link', { name: 'Relire et transmettre' }).last().click()
    await page.getByRole('button', { name: 'Transmettre (essai)' }).click()
    await page.getByText('Ceci n’est pas un reçu :').waitFor()
    await page.getByText(/ESSAI-\w{4}-\w{4}$/).waitFor()
    await page.getByText('Bauges').waitFor()
    expect(await page.getByRole('button', { name: /Télécharger/ }).count()).toBe(0)
    await look(person, 'trial-end')
    await page.getByRole('link', { name: 'Modifier les réponses' }).click()
    await questionsAreLive(person)
    expect(await page.getByLabel('Nom du lieu').inputValue()).toBe('Bauges')
  })

  it('is asked for where the draft is edited too, of all that was typed', async () => {
    const { id } = await makeForm(await platform.as(DESIGNER), content)
    const person = await open(DESKTOP)
    const { page } = person
    await signIn(person, platform.local.origin, DESIGNER)
    await page.goto(`${platform.local.origin}/caf/questionnaire/?formulaire=${id}`)
    await page.getByLabel('Titre', { exact: false }).first().fill('Enquête essayée')
    await page.goto(await trialFrom(page.getByRole('button', { name: 'Essayer' })))
    await page.getByRole('heading', { level: 1, name: /^Enquête essayée/ }).waitFor()
  })

  it('says what stands in its way, and is nothing to a partner', async () => {
    const caller = await platform.as(DESIGNER)
    const from = { content: contentWith(question('nom'), question('nom')) }
    await caller.post('/forms', { body: { title: 'Deux fois le même nom', from } })
    const designer = await open(PHONE)
    await signIn(designer, platform.local.origin, DESIGNER)
    await designer.page.goto(`${platform.local.origin}/caf/questionnaires/`)
    await designer.page.getByRole('button', { name: /^Essayer : Deux fois/ }).click()
    await designer.page.getByText(/Ce questionnaire ne peut pas encore être essayé/).waitFor()
    await designer.page
      .getByRole('dialog')
      .getByText(/«\snom\s»/)
      .first()
      .waitFor()
    await expectAccessible(designer)
    const { id } = await makeForm(caller, content)
    const { url } = (await caller.post(`/forms/${id}/trials`)).body
    const partner = await open(PHONE)
    await signIn(partner, platform.local.origin, 'partenaire@asso-belledonne.test')
    await partner.page.goto(platform.local.origin + url)
    await partner.page.getByText('Cette page ou ce dossier n’existe pas').first().waitFor()
  })
})
