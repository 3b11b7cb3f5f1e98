// Versions as the table keeps them: what was published, as JSON text, so that its bytes and the order of its keys are the
// same for ever. The table's own maps have no order.
import { createHash } from 'node:crypto'
import * as z from 'zod'
import { Content } from '../../forms/editing-wire.ts'
import { FormInfo, FormVersion } from '../../forms/nouns/form.ts'
import { withRules } from '../../forms/older-rules.ts'
import { keys, ranges } from './keys.ts'
import { queryRange } from './query-items.ts'
import { findItem } from './read-items.ts'
import { putItem } from './write-items.ts'

/** Versions of before they were kept as text are maps still. */
const JsonText = z.union([z.string(), z.record(z.string(), z.json()).transform((map) => JSON.stringify(map))])

const Kept = z
  .object({
    ...FormVersion.omit({ definition: true, info: true }).shape,
    definition: JsonText,
    info: JsonText,
    /** The revision of the draft it was made of, and who published it. Absent on what an operator published. */
    draftRevision: z.int().positive().optional(),
    publishedBy: z.object({ name: z.string(), email: z.string() }).optional(),
  })
  .transform((kept) => ({
    ...kept,
    info: JSON.stringify(withRules(Content.shape.info.parse(JSON.parse(kept.info)))),
    sha256: sha256OfText(kept.definition),
  }))

/**
 * A published version with its very texts: `definition` is byte for byte the static file of the version, and `sha256`,
 * in hex, is of those bytes.
 */
export type KeptVersion = z.infer<typeof Kept>

/** SHA-256 of a text in UTF-8, in lower-case hex. */
export const sha256OfText = (text: string): string => createHash('sha256').update(text).digest('hex')

/** A version with its texts; undefined when that number was never published. */
export const findKeptVersion = (formId: string, version: number): Promise<KeptVersion | undefined> =>
  findItem(keys.formVersion(formId, version), Kept)

/** The versions of a form with their texts, oldest first. */
export const listKeptVersions = async (formId: string): Promise<KeptVersion[]> =>
  (await queryRange(ranges.formVersions(formId))).map((row) => Kept.parse(row))

/** Keeps a version; false when that number was taken, and then nothing changed. */
export const keepVersion = (kept: KeptVersion): Promise<boolean> =>
  putItem(keys.formVersion(kept.formId, kept.version), kept, { condition: 'attribute_not_exists(pk)' })

/** A version as everything else reads it. */
export const formVersionOf = ({
  formId,
  version,
  definition,
  info,
  sha256,
  publishedAt,
}: KeptVersion): FormVersion => ({
  formId,
  version,
  definition: FormVersion.shape.definition.parse(JSON.parse(definition)),
  info: FormInfo.parse(JSON.parse(info)),
  sha256,
  publishedAt,
})

/** What a version was made of. */
export const versionContentOf = ({ definition, info }: KeptVersion): Content => ({
  definition: JSON.parse(definition),
  info: JSON.parse(info),
})

type Told = Pick<FormVersion, 'formId' | 'version' | 'definition' | 'publishedAt'> & { readonly info: object }

/** A version with its texts. */
export const keptOf = ({ formId, version, definition, info, publishedAt }: Told): KeptVersion => {
  const text = JSON.stringify(definition)
  return {
    formId,
    version,
    definition: text,
    info: JSON.stringify(info),
    sha256: sha256OfText(text),
    publishedAt,
  }
}
