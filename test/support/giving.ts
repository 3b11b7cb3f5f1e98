// Somebody giving documents with a response, in a browser: the part of a demo deposit that asks for some.
import { join } from 'node:path'
import { expect } from 'vitest'
import { type Person, type PHONE, signIn, type useBrowser } from './browser.ts'
import { PARTNER, questionsAreLive } from './fill-page.ts'
import type { Platform } from './server.ts'

/** A page and a server take what time they need. */
export const eventually = <T>(seen: () => T) => expect.poll(seen, { timeout: 30_000 })

/** A file as a browser is given one. */
export const file = (name: string, buffer: Buffer) => ({ name, mimeType: 'application/pdf', buffer })

export const question = ({ page }: Person, name: string) => page.locator(`#q-${name}`)

export const give = (person: Person, name: string, ...files: ReturnType<typeof file>[]) =>
  question(person, name).locator('input[type=file]').setInputFiles(files)

export const isGiven = (person: Person, name: string, file: string) =>
  question(person, name).locator('.kept').filter({ hasText: file }).waitFor()

/** A picture of the page, where `SHOTS` names a folder for some. */
export const shot = async ({ page }: Person, name: string) => {
  if (process.env.SHOTS)
    await page.screenshot({ path: join(process.env.SHOTS, `${name}.png`), fullPage: true })
}

/** The deposits of the association on a platform, and the pages that fill them. */
export const givingOn = (platform: Platform, { open }: ReturnType<typeof useBrowser>) => {
  const read = async (path: string) => (await (await platform.as(PARTNER)).get(path)).body
  return {
    /** Begins a deposit, and answers its id. */
    begin: async (projectName: string): Promise<string> => {
      const body = { organisationId: 'asso-belledonne', projectName }
      const partner = await platform.as(PARTNER)
      const reply = await partner.post('/campaigns/appel-a-projets-caf731/responses', { body })
      expect(reply.status).toBe(201)
      return reply.body.id
    },
    documentsOf: async (id: string) => (await read(`/responses/${id}/documents`)).items,
    /** What the server has of the part that asks for documents. */
    answersOf: async (id: string) => (await read(`/responses/${id}`)).sections.pieces?.answers ?? {},
    /** The address of that part. */
    addressOf: async (id: string): Promise<string> =>
      `${platform.local.origin}${(await read(`/responses/${id}`)).fillUrl}&partie=pieces`,
    /** Opens that part, as somebody who fills it. */
    openPieces: async (id: string, viewport?: typeof PHONE): Promise<Person> => {
      const person = await open(viewport)
      person.page.on('dialog', (dialog) => dialog.accept())
      await signIn(person, platform.local.origin, PARTNER)
      const { fillUrl } = await read(`/responses/${id}`)
      await person.page.goto(`${platform.local.origin}${fillUrl}&partie=pieces`)
      await questionsAreLive(person)
      await question(person, 'charte').getByText('Choisir un fichier').waitFor()
      return person
    },
  }
}
