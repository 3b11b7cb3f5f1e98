// What a Caf says of a change of version that the definitions alone do not: which question, row or choice of the old
// version goes on under another name in the new one.
import * as z from 'zod'
import type { Question } from '../definition.ts'
import { pointer } from '../problems.ts'

/** A question of a version: `/budget`, or `/budget/montant` for a column, a field, or a question of a panel. */
export const QuestionPath = z
  .string()
  .regex(/^\/.{1,400}$/, 'Donnez l’adresse d’une question, comme /effectif.')

const Name = z.string().min(1).max(200)
const Renamed = z.record(Name, Name)

/** Old to new, by the path of the question in the old version; what is not told keeps its name. */
export const Mapping = z
  .strictObject({
    /** The new name; of a column or a field, in the question that its own one becomes. */
    questions: z.record(QuestionPath, Name).default({}),
    /** By value, as text; of a simple matrix, its columns. */
    choices: z.record(QuestionPath, Renamed).default({}),
    /** The rows of a matrix, by value. */
    rows: z.record(QuestionPath, Renamed).default({}),
  })
  .refine((mapping) => JSON.stringify(mapping).length <= 50_000, 'Ces correspondances sont trop nombreuses.')
export type Mapping = z.infer<typeof Mapping>

export const noMapping: Mapping = { questions: {}, choices: {}, rows: {} }

/** The path of a question inside another. */
export const inside = (path: string, name: string): string => path + pointer(name)

const own = <V>(record: Readonly<Record<string, V>>, key: string): V | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined

/** The question among `next` that the one at `path` becomes, if any. */
export const questionFor = (
  { questions }: Mapping,
  path: string,
  name: string,
  next: readonly Question[],
): Question | undefined => {
  const wanted = own(questions, path) ?? name
  return next.find((question) => question.name === wanted)
}

/** The row that a row becomes. */
export const rowFor = ({ rows }: Mapping, path: string, row: string): string =>
  own(own(rows, path) ?? {}, row) ?? row

/** The name, as text, of the choice that a choice becomes. */
export const choiceFor = ({ choices }: Mapping, path: string, choice: string): string =>
  own(own(choices, path) ?? {}, choice) ?? choice
