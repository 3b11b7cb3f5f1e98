import { createHash } from 'node:crypto'
import { canonicalJson } from '../../forms/canonical.ts'
import { Problem } from '../../forms/problems.ts'
import type { Request } from './http.ts'

type Headers = Request['headers']

/** The revision of a section, or of a draft, that a person has seen, from `If-Match: "3"`; 0 when it did not exist yet. */
export const seenRevision = (headers: Headers): number => {
  const match = /^"(\d{1,9})"$/.exec(
    required(headers, 'if-match', 'la révision que vous avez lue, par exemple "0"'),
  )
  if (!match)
    throw badHeader('If-Match', 'attend la révision que vous avez lue entre guillemets, par exemple "0".')
  return Number(match[1])
}

/** The same where saying it is not required. */
export const seenIfTold = (headers: Headers): number | undefined =>
  headers['if-match'] === undefined ? undefined : seenRevision(headers)

/** Throws `stale` unless `If-Match` names the current version, told as `etag`. */
export const assertSeen = (headers: Headers, etag: string): void => {
  const seen = required(headers, 'if-match', 'l’ETag du dossier relu').split(',')
  if (seen.some((tag) => tag.trim() === etag)) return
  throw new Problem(
    'stale',
    'Ceci a changé depuis que vous l’avez relu. Rien n’a été transmis ni enregistré : relisez, puis recommencez.',
    {
      extra: { etag },
    },
  )
}

/** The key of a request that may be repeated: 1 to 64 printable ASCII characters. */
export const idempotencyKeyOf = (headers: Headers): string => {
  const key = required(headers, 'idempotency-key', 'une clé choisie par l’appelant pour cet envoi')
  if (/^[\x21-\x7e](?:[\x20-\x7e]{0,62}[\x21-\x7e])?$/.test(key)) return key
  throw badHeader('Idempotency-Key', 'attend 1 à 64 caractères ASCII imprimables.')
}

/** A digest of the request's key and of what it is about, when it has a key. */
export const optionalKeyOf = (headers: Headers, about: string): string | undefined =>
  headers['idempotency-key'] === undefined
    ? undefined
    : createHash('sha256')
        .update(`${about} ${idempotencyKeyOf(headers)}`)
        .digest('hex')
        .slice(0, 32)

/** The key of a request by what it says and of which version: sent again after a lost reply, it is the same. */
export const requestKeyOf = (headers: Headers, about: unknown): string =>
  createHash('sha256')
    .update(canonicalJson([required(headers, 'if-match', 'l’ETag du dossier relu'), about]))
    .digest('hex')

/** As `assertSeen`, where saying what one has seen is not required. */
export const assertSeenIfTold = (headers: Headers, etag: string): void => {
  if (headers['if-match'] !== undefined && headers['if-match'] !== '*') assertSeen(headers, etag)
}

const required = (headers: Headers, name: string, meaning: string): string => {
  const value = headers[name]
  if (value) return value
  throw badHeader(name, `est obligatoire : ${meaning}.`)
}

const badHeader = (name: string, rule: string): Problem =>
  new Problem('invalid-request', `L’en-tête ${name} ${rule} Rien n’a été enregistré.`)
