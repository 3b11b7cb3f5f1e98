// A questionnaire as a concepteur makes it through the API: created, edited, published.
import { expect } from 'vitest'
import type { Caller } from './server.ts'

export const DESIGNER = 'concepteur@caf731.test'
const TITLE = 'Enquête de rentrée'

/** A short text that must not be answered. */
export const question = (name: string, more: Record<string, unknown> = {}) => ({
  type: 'text',
  name,
  title: `Question ${name}`,
  maxLength: 200,
  ...more,
})

/** A content of one page with these questions. */
export const contentWith = (...elements: unknown[]) => ({
  definition: { locale: 'fr', pages: [{ name: 'projet', title: 'Le projet', elements }] },
  info: { title: TITLE },
})

/** A new form with this draft; answers its id and the draft's ETag. */
export const makeForm = async (caller: Caller, content: unknown): Promise<{ id: string; etag: string }> => {
  const { status, body } = await caller.post('/forms', { body: { title: TITLE, from: { content } } })
  expect([status, body.detail]).toEqual([201, undefined])
  return { id: body.id, etag: (await caller.get(`/forms/${body.id}`)).etag }
}

/** Saves other content in the draft, begun from the latest version if there is none; answers its ETag. */
export const editForm = async (caller: Caller, id: string, content: unknown): Promise<string> => {
  const { body } = await caller.get(`/forms/${id}`)
  if (!body.draft)
    await caller.post(`/forms/${id}/draft`, { body: { from: { formId: id, version: body.latestVersion } } })
  const { etag } = await caller.get(`/forms/${id}`)
  const saved = await caller.put(`/forms/${id}/draft`, {
    headers: { 'if-match': etag },
    body: { title: TITLE, content, tab: 'onglet' },
  })
  expect([saved.status, saved.body.detail]).toEqual([200, undefined])
  return saved.etag
}

/** Publishes the draft of that ETag. */
export const publishForm = (caller: Caller, id: string, etag: string) =>
  caller.post(`/forms/${id}/versions`, { headers: { 'if-match': etag } })

/** Saves and publishes; answers the version's number. */
export const publishNext = async (caller: Caller, id: string, content: unknown): Promise<number> => {
  const { status, body } = await publishForm(caller, id, await editForm(caller, id, content))
  expect([status, body.detail]).toEqual([201, undefined])
  return body.version
}
