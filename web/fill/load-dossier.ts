import { definitionUrl } from '../../forms/addresses.ts'
import type { FormVersion } from '../../forms/schemas.ts'
import type { Me, ResponseView } from '../../forms/wire.ts'
import { NetworkFailure, request } from '../shared/api.ts'
import { loadMe } from '../shared/me.ts'
import { readResponse } from './read-response.ts'

export type Dossier = {
  readonly me: Me
  readonly response: ResponseView
  readonly definition: FormVersion['definition']
  /** What the Caf asks to correct, while it does. */
  readonly correction: ResponseView['correction']
}

/** Loads what a fill page shows, all at once: who, the response of `?dossier=`, the definition of this document. */
export const loadDossier = async (): Promise<Dossier> => {
  const id = new URLSearchParams(location.search).get('dossier') ?? ''
  const [me, response, definition] = await Promise.all([loadMe(), loadResponse(id), loadDefinition()])
  // The version is the response's to say: an address of another one goes to the right document.
  if (!response.fillUrl.startsWith(location.pathname)) {
    location.replace(response.fillUrl + (asksToCorrect() ? '&corriger=1' : ''))
  }
  return { me, response, definition, correction: response.correction }
}

/** The response as it is now. Throws what `request` throws. */
export const loadResponse = async (id: string): Promise<ResponseView> =>
  (await request(`/responses/${encodeURIComponent(id)}`, { read: readResponse })).body

/** The same, with the version that it is. */
export const loadVersion = async (id: string): Promise<{ response: ResponseView; etag: string }> => {
  const { body, etag } = await request(`/responses/${encodeURIComponent(id)}`, { read: readResponse })
  if (!etag) throw new Error('GET /responses/{id} told no ETag')
  return { response: body, etag }
}

/** Whether the address is that where an agent corrects. */
export const asksToCorrect = (): boolean => new URLSearchParams(location.search).has('corriger')

const loadDefinition = async (): Promise<FormVersion['definition']> => {
  const [, formId = '', formVersion = ''] = /^\/remplir\/([^/]+)\/(\d+)\//.exec(location.pathname) ?? []
  const url = definitionUrl({ formId, formVersion: Number(formVersion) })
  const reply = await fetch(url).catch((cause) => {
    throw new NetworkFailure('Le questionnaire n’a pas pu être chargé.', { cause })
  })
  if (!reply.ok) throw new Error(`${url}: ${reply.status}`)
  return reply.json()
}
