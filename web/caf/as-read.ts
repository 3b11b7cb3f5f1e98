// What an agent asks of a dossier is asked of what they have read: when what counts has changed since, nothing is done
// and they are told. A draft that the partner saves meanwhile does not count: the same is asked again.
import { ResponseView } from '../../forms/response-wire.ts'
import { ApiProblem, request } from '../shared/api.ts'
import { isStale } from '../shared/refusal.tsx'

const MAX_TRIES = 5

export type Read = { readonly response: ResponseView; readonly etag: string }

/** Sends what is asked, under the version that was read; `overtaken` when somebody changed what counts. Throws as `request`. */
export const askAsRead = async <T>(
  { response, etag }: Read,
  send: (etag: string) => Promise<T>,
): Promise<{ readonly reply: T } | 'overtaken'> => {
  for (let [version, attempt] = [etag, 1]; ; attempt += 1) {
    try {
      return { reply: await send(version) }
    } catch (error) {
      if (!(error instanceof ApiProblem) || ![409, 412].includes(error.document.status)) throw error
      const latest = await request(`/responses/${encodeURIComponent(response.id)}`, {
        read: (body) => ResponseView.parse(body),
      })
      if (countsOtherwise(response, latest.body)) return 'overtaken'
      if (!isStale(error) || attempt === MAX_TRIES) throw error
      version = latest.etag ?? ''
    }
  }
}

const countsOtherwise = (read: ResponseView, now: ResponseView): boolean =>
  read.status !== now.status || read.submission?.number !== now.submission?.number
