import { NetworkFailure } from './api.ts'

/** Reads a published definition: a static file that anybody may read. Throws NetworkFailure when it is out of reach. */
export const publishedDefinition = async (url: string, signal: AbortSignal): Promise<unknown> => {
  const reply = await fetch(url, { signal }).catch((cause) => {
    if (signal.aborted) throw cause
    throw new NetworkFailure('Le questionnaire n’a pas pu être chargé.', { cause })
  })
  if (!reply.ok) throw new Error(`${url}: ${reply.status}`)
  return reply.json()
}
