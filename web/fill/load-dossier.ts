import { definitionUrl } from '../../forms/addresses.ts'
import type { FormVersion } from '../../forms/nouns/form.ts'
import type { ResponseView } from '../../forms/response-wire.ts'
import type { Me } from '../../forms/session-wire.ts'
import { isTrial } from '../../forms/trial-names.ts'
import { ApiProblem, NetworkFailure, request } from '../shared/api.ts'
import { syncClock } from '../shared/clock.ts'
import { forgetDossiers } from '../shared/forget-dossiers.ts'
import { dropDossier, keepDossier, keptDossier } from '../shared/kept-dossiers.ts'
import { loadMe } from '../shared/me.ts'
import { readResponse } from './read-response.ts'

export type Dossier = {
  readonly me: Me
  readonly response: ResponseView
  readonly definition: FormVersion['definition']
  /** What the Caf asks to correct, while it does. */
  readonly correction: ResponseView['correction']
  /** When the server told all this, where it is not told anew but kept on this device: there is no network. */
  readonly keptAt?: string
}

/** Loads what a fill page shows, all at once: who, the response of `?dossier=`, the definition of this document. */
export const loadDossier = async (): Promise<Dossier> => {
  const id = idAsked()
  if (isTrial(id)) return loadTrial(id)
  const [me, response, definition] = await Promise.all([loadMe(), readNow(id), loadDefinition()])
  // The version is the response's to say: an address of another one goes to the right document. What is corrected is
  // so in the version that it was sent in.
  const fillUrl = (asksToCorrect() ? response.submission?.made?.fillUrl : undefined) ?? response.fillUrl
  if (!fillUrl.startsWith(location.pathname)) location.replace(addressUnder(fillUrl))
  else if (asksToCorrect() && response.submission?.made)
    return {
      me,
      response: await loadResponse({ id, form: { version: pageForm().formVersion } }),
      definition,
      correction: response.correction,
    }
  return { me, response, definition, correction: response.correction }
}

/** The same place under another version: the part, the question, and whether it is corrected. */
const addressUnder = (fillUrl: string): string => {
  const asked = new URLSearchParams(location.search)
  asked.delete('dossier')
  return `${fillUrl}${asked.size > 0 ? `&${asked}` : ''}${location.hash}`
}

/**
 * The dossier of the address as this device keeps it, where `failure` is that there is no network: throws it where the
 * device keeps none. Of somebody who has lost it since, or whose session is over, nothing stays.
 */
export const keptHere = async (failure: unknown): Promise<Dossier> => {
  const id = idAsked()
  const status = failure instanceof ApiProblem ? failure.document.status : 0
  if (status === 401) await forgetDossiers()
  if (status === 403 || status === 404) await dropDossier(id)
  const kept = failure instanceof NetworkFailure ? await keptDossier(id) : undefined
  if (!kept?.response.fillUrl.startsWith(location.pathname) || asksToCorrect()) throw failure
  const { me, response, toldAt, readAt } = kept
  // The server's clock, as far as this device's own can tell it.
  syncClock(new Date(Date.now() + Date.parse(toldAt) - Date.parse(readAt)).toISOString())
  return { me, response, definition: await loadDefinition(), correction: response.correction, keptAt: toldAt }
}

/**
 * Keeps on the device what somebody fills: not what they only read, nor what is tried. Done as the page opens and not
 * later: a page left open in another tab must not put back what signing out has taken away.
 */
export const keepHere = async ({ me, response }: Dossier): Promise<void> => {
  if (response.may.save.length > 0 && !response.trial) await keepDossier(me, response)
}

/** What is tried is published nowhere: it comes with the trial. */
const loadTrial = async (id: string): Promise<Dossier> => {
  const [me, response] = await Promise.all([loadMe(), readNow(id)])
  return { me, response, definition: response.trial?.definition ?? {}, correction: undefined }
}

type Shown = { readonly id: string; readonly form: { readonly version: number } }

/** The response as it is now, in the version of the questionnaire shown here. Throws what `request` throws. */
export const loadResponse = async (shown: Shown): Promise<ResponseView> => (await loadVersion(shown)).response

/** The response in the version it has now. */
export const readNow = async (id: string): Promise<ResponseView> =>
  (await request(`/responses/${encodeURIComponent(id)}`, { read: readResponse })).body

/** The same, under its ETag. */
export const loadVersion = async ({ id, form }: Shown): Promise<{ response: ResponseView; etag: string }> => {
  const path = `/responses/${encodeURIComponent(id)}?version=${form.version}`
  const { body, etag } = await request(path, { read: readResponse })
  if (!etag) throw new Error('GET /responses/{id} told no ETag')
  return { response: body, etag }
}

const idAsked = (): string => new URLSearchParams(location.search).get('dossier') ?? ''

/** Whether the address is that where an agent corrects. */
export const asksToCorrect = (): boolean => new URLSearchParams(location.search).has('corriger')

/** The questionnaire, and its version, that this document is. */
const pageForm = (): { formId: string; formVersion: number } => {
  const [, formId = '', formVersion = ''] = /^\/remplir\/([^/]+)\/(\d+)\//.exec(location.pathname) ?? []
  return { formId, formVersion: Number(formVersion) }
}

const loadDefinition = async (): Promise<FormVersion['definition']> => {
  const url = definitionUrl(pageForm())
  const reply = await fetch(url).catch((cause) => {
    throw new NetworkFailure('Le questionnaire n’a pas pu être chargé.', { cause })
  })
  if (!reply.ok) throw new Error(`${url}: ${reply.status}`)
  return reply.json()
}
