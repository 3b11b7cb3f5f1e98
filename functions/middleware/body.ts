// The body of a request: small enough, JSON, and what its schema says; each refusal says what to do.
import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import * as z from 'zod'
import { cleanText } from '../../forms/clean-text.ts'
import { FRENCH } from '../../forms/french-issues.ts'
import { Problem, pointer } from '../../forms/problems.ts'

const MAX_BODY_BYTES = 256 * 1024
/** What nests deeper was not made for people, and would exhaust the stack of whatever walks it. */
const MAX_DEPTH = 100

type Expected<B> = { readonly body: z.ZodType<B>; readonly tooLarge?: string | undefined }

/** The body, read. Throws `too-large`, `malformed-json` or `invalid-request`. */
export const parseBody = <B>(event: APIGatewayProxyEventV2, { body: schema, tooLarge }: Expected<B>): B => {
  const raw = event.isBase64Encoded ? Buffer.from(event.body ?? '', 'base64').toString() : (event.body ?? '')
  if (Buffer.byteLength(raw) > MAX_BODY_BYTES) throw new Problem('too-large', tooLarge)
  const parsed = schema.safeParse(schema instanceof z.ZodUndefined ? undefined : parseJson(raw), FRENCH)
  if (parsed.success) return parsed.data
  throw new Problem('invalid-request', undefined, {
    errors: parsed.error.issues.map((issue) => ({ pointer: pointer(...issue.path), detail: issue.message })),
  })
}

const parseJson = (raw: string): unknown => {
  if (depthOf(raw) > MAX_DEPTH)
    throw new Problem(
      'malformed-json',
      `Le JSON est imbriqué sur plus de ${MAX_DEPTH} niveaux. Rien n’a été enregistré. Simplifiez-le et renvoyez-le.`,
    )
  try {
    const parsed: unknown = JSON.parse(raw)
    return DOUBTFUL.test(raw) ? legible(parsed) : parsed
  } catch {
    throw new Problem('malformed-json')
  }
}

/**
 * The same without what makes a text be read as another (clean-text.ts), wherever it stands; and without halves of
 * characters, which a text cut in the middle of an emoji may end with: they are kept as « � », since neither the table
 * nor the hash of what is transmitted can hold them.
 */
const legible = (value: unknown): unknown => {
  if (typeof value === 'string') return cleanText(value).toWellFormed()
  if (Array.isArray(value)) return value.map(legible)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [cleanText(key).toWellFormed(), legible(inner)]),
  )
}

/** Characters of those kinds, or told by their codes as JSON may: the halves of one can be told in no other way. */
const DOUBTFUL =
  /[\u007f-\u009f\u200b\u202a-\u202e\u2060-\u206f\ufeff]|\\u(?:d[89a-f]|00[0189]|007f|20[0-6]|feff)|\\[bf]/i

/** How deep the objects and lists of a JSON text nest, read once from left to right. */
const depthOf = (raw: string): number => {
  let depth = 0
  let deepest = 0
  let inString = false
  for (let at = 0; at < raw.length; at += 1) {
    const mark = raw[at]
    if (inString && mark === '\\') at += 1
    else if (mark === '"') inString = !inString
    else if (!inString && (mark === '{' || mark === '[')) deepest = Math.max(deepest, ++depth)
    else if (!inString && (mark === '}' || mark === ']')) depth -= 1
  }
  return deepest
}
