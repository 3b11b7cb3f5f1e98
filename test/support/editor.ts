// Somebody editing a questionnaire in a browser.
import type { Page } from 'playwright-core'
import type { Content } from '../../forms/editing-wire.ts'
import { type Person, signIn } from './browser.ts'
import { isSaved } from './fill-page.ts'
import type { Platform } from './server.ts'

export const DESIGNER = 'concepteur@caf731.test'
export const OTHER_DESIGNER = 'campagne@caf731.test'

/** A small questionnaire of two pages, right in every way. */
export const smallContent = (): Content => ({
  definition: {
    locale: 'fr',
    title: 'Enquête',
    clearInvisibleValues: 'onComplete',
    pages: [
      {
        name: 'accueil',
        title: 'Accueil du public',
        elements: [
          {
            ...{ type: 'text', name: 'lieu', title: 'Où accueillez-vous ?', maxLength: 200 },
            ...{ isRequired: true, requiredErrorText: 'Dites où vous accueillez.' },
          },
          { type: 'boolean', name: 'ouvert', title: 'Ouvert l’été ?' },
        ],
      },
      {
        name: 'suite',
        title: 'La suite',
        elements: [{ type: 'comment', name: 'projet', title: 'Votre projet', maxLength: 2000 }],
      },
    ],
  },
  info: {
    id: 'enquete',
    title: 'Enquête',
    referencePrefix: 'EN',
    estimatedMinutes: 5,
    sections: [
      { name: 'accueil', title: 'Accueil du public', role: 'saisie-activite' },
      { name: 'suite', title: 'La suite', role: 'saisie-activite' },
    ],
    prefilled: {},
    notices: [
      {
        text: 'N’indiquez ni nom d’enfant, ni information sur sa santé ou son origine.',
        questions: ['projet'],
      },
    ],
    toPrepare: [],
  },
})

/** A questionnaire with a draft; answers its id. */
export const createForm = async (
  platform: Platform,
  title: string,
  content = smallContent(),
): Promise<string> => {
  const reply = await (await platform.as(DESIGNER)).post('/forms', { body: { title, from: { content } } })
  if (reply.status !== 201) throw new Error(reply.text)
  return reply.body.id
}

/** Gives the role of concepteur to somebody who has another. */
export const makeDesigner = async (platform: Platform, email: string): Promise<void> => {
  const admin = await platform.as('administrateur@caf731.test')
  const { items } = (await admin.get('/agents')).body
  const { id } = items.find((agent: { email: string }) => agent.email === email)
  const { status, text } = await admin.put(`/agents/${id}`, { body: { roles: ['concepteur'] } })
  if (status !== 200) throw new Error(text)
}

export const openEditor = async (person: Person, origin: string, form: string, email = DESIGNER) => {
  await signIn(person, origin, email)
  await goToEditor(person.page, origin, form)
}

const goToEditor = async (page: Page, origin: string, form: string): Promise<void> => {
  await page.goto(`${origin}/caf/questionnaire/?formulaire=${form}`)
  await openJson(page)
}

/** Opens the tab of the JSON, and waits for its editor. */
export const openJson = async (page: Page): Promise<void> => {
  await page.getByRole('tab', { name: 'JSON' }).click()
  await code(page).waitFor()
}

export const code = (page: Page) => page.getByRole('textbox', { name: 'JSON du questionnaire' })
export const titleField = (page: Page) => page.getByLabel('Titre du questionnaire')
export const preview = (page: Page) => page.frameLocator('iframe[title="Aperçu du questionnaire"]')

/** Takes the place of all the text, as a paste does. */
export const typeJson = async (page: Page, text: string): Promise<void> => {
  await code(page).click()
  await page.keyboard.press('Control+a')
  await page.keyboard.insertText(text)
}

/** Waits until the server has the draft as the page shows it. */
export const draftIsSaved = isSaved

/** The draft as the server has it. */
export const draftOf = async (platform: Platform, form: string): Promise<Content> =>
  (await (await platform.as(DESIGNER)).get(`/forms/${form}`)).body.draft.content
