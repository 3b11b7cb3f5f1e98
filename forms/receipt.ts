// What a receipt says, and the short names by which people quote it.
import * as z from 'zod'
import { sha256 } from './canonical.ts'
import { Id, Instant, ResponseId } from './nouns/scalars.ts'

/** The claims that are signed. `sha256` is that of the canonical (RFC 8785) answers. */
export const ReceiptClaims = z.object({
  /** The site that issued it. */
  iss: z.string(),
  reference: z.string(),
  response: ResponseId,
  organisation: z.string(),
  /** What was asked and for which project, as the dossier is called; not on receipts of before 27 November 2026. */
  title: z.string().optional(),
  project: z.string().optional(),
  form: Id,
  formVersion: z.int().positive(),
  number: z.int().positive(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  receivedAt: Instant,
  closesAt: Instant,
  /** On a correction that the Caf made: the reference of what it corrects. */
  corrects: z.string().optional(),
})
export type ReceiptClaims = z.infer<typeof ReceiptClaims>

/** What a receipt says, without any check of who says it; undefined when it is not a receipt. */
export const readClaims = (jws: string): ReceiptClaims | undefined => {
  const [header, payload] = jws.split('.').map(decoded)
  if (!Header.safeParse(header).success) return undefined
  return ReceiptClaims.safeParse(payload).data
}

/** The `typ` keeps a token of another kind, signed with the same key, from passing for a receipt (RFC 8725 §3.11). */
const Header = z.object({ alg: z.literal('ES256'), typ: z.literal('receipt+jwt'), kid: z.string() })

const decoded = (part: string): unknown => {
  try {
    const bytes = Uint8Array.from(atob(part.replaceAll('-', '+').replaceAll('_', '/')), (letter) =>
      letter.charCodeAt(0),
    )
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return undefined
  }
}

/** Crockford's base 32: no I, L, O or U, so that a reference can be read out on the telephone. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** « BQ-4M2X-81TZ »: the form's prefix and eight characters that follow from the submission's id. */
export const referenceOf = async (prefix: string, submissionId: string): Promise<string> => {
  const letters = await shortHash(submissionId, 8)
  return `${prefix}-${letters.slice(0, 4)}-${letters.slice(4)}`
}

/** The id of the submission that this key makes: the same request sent twice has the same id. */
export const submissionIdOf = (responseId: string, number: number, idempotencyKey: string): Promise<string> =>
  shortHash(JSON.stringify([responseId, number, idempotencyKey]), 16)

const shortHash = async (text: string, length: number): Promise<string> =>
  [...(await sha256(text)).slice(0, length)].map((byte) => ALPHABET[byte % 32]).join('')

/** The address that verifies a receipt: it stands after the #, which no browser sends to a server. */
export const verifyUrl = (origin: string, jws: string): string => `${origin}/verifier/#${jws}`
