// The plain values everything is made of: instants, days, identifiers, school years.
import * as z from 'zod'

/** An instant, ISO 8601 in UTC with milliseconds; such strings sort as time does. */
export const Instant = z.iso.datetime({ precision: 3 })
/** A calendar day without zone, `2024-07-12`. */
export const PlainDate = z.iso.date('Ce jour n’existe pas. Donnez un jour du calendrier, comme 2024-07-12.')
/** An identifier we chose: lower case words joined by hyphens. */
export const Id = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
  .max(80)
/** `<campaign>.<subject>` */
export const ResponseId = z.string().regex(/^[a-z0-9-]{1,80}\.[a-z0-9-]{1,80}$/)
/** The name of a section, which is the name of a page of the definition. */
export const SectionName = z
  .string()
  .regex(/^[a-z][a-z0-9_]*$/)
  .max(60)

/** Answers by question name. What a value may be is the definition's matter: see shape.ts. */
export const Answers = z.record(z.string(), z.json())
export type Answers = z.infer<typeof Answers>

/** `2023-2024` */
export const SchoolYear = z
  .string()
  .refine(
    (text) => /^\d{4}-\d{4}$/.test(text) && Number(text.slice(5)) === Number(text.slice(0, 4)) + 1,
    'Donnez une année scolaire, comme 2024-2025.',
  )
