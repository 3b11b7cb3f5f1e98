// PUT /responses/{id}/notes/{name}: what is written beside the answers, and what each kind of note may be.
import * as z from 'zod'
import { Justifications } from './findings.ts'
import { CARRIED, JUSTIFICATIONS, type NoteName, ORGANISATION } from './note-names.ts'
import type { FormInfo } from './nouns/form.ts'
import { SchoolYear } from './nouns/scalars.ts'
import { Problem, pointer } from './problems.ts'

/** `answers`: as those of a section are sent, a text each. A note left out is dropped. */
export const SaveNotes = z.strictObject({ answers: z.record(z.string().max(80), z.string().max(1_000)) })
export type SaveNotes = z.infer<typeof SaveNotes>

/** Throws `invalid-request` unless each note is one that this form can have. */
export const assertNotes = (
  name: NoteName,
  { answers }: SaveNotes,
  info: Pick<FormInfo, 'carriedOver'>,
): void => {
  const carried = new Set(info.carriedOver.flatMap(({ questions }) => questions))
  const fits = {
    [JUSTIFICATIONS]: ([rule, text]: [string, string]) => Justifications.safeParse({ [rule]: text }).success,
    [CARRIED]: ([question, from]: [string, string]) =>
      carried.has(question) && (from === ORGANISATION || SchoolYear.safeParse(from).success),
  }[name]
  const errors = Object.entries(answers)
    .filter((note) => !fits(note))
    .map(([key]) => ({ pointer: pointer('answers', key), detail: 'Cette note n’a pas de place ici.' }))
  if (errors.length > 0) throw new Problem('invalid-request', undefined, { errors })
}
