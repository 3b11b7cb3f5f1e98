import type { Answers } from '../../forms/nouns/scalars.ts'
import type { Field, SectionOutline } from '../shared/outline.ts'

type Json = Answers[string]

/** The keys that a section's answers may have: its questions', and the text beside their choices. */
export const keysOf = ({ blocks }: SectionOutline): string[] =>
  blocks.flatMap(({ fields }) => fields).flatMap(({ name }) => [name, commentKey(name)])

export const commentKey = (question: string): string => `${question}-Comment`

/**
 * The draft of a section: what a person answered in it, `answerOf` giving the value of a key. Computed values and
 * those of `serverSet` are not theirs, and an empty value is no answer.
 */
export const draftOf = (
  section: SectionOutline,
  answerOf: (key: string) => Json | undefined,
  serverSet: Answers,
): Answers => {
  const fields = section.blocks.flatMap((block) => block.fields)
  const answered = fields
    .filter(({ name, type }) => type !== 'expression' && !Object.hasOwn(serverSet, name))
    .flatMap((field): [string, Json | undefined][] => [
      [field.name, typedIn(field, answerOf(field.name))],
      [commentKey(field.name), answerOf(commentKey(field.name))],
    ])
  return Object.fromEntries(answered.filter((entry): entry is [string, Json] => isAnswer(entry[1])))
}

/** A value without what is computed inside it: the totals of rows. */
const typedIn = (field: Field, value: Json | undefined): Json | undefined => {
  const computed = field.fields.filter(({ type }) => type === 'expression').map(({ name }) => name)
  if (computed.length === 0 || value === undefined) return value
  const typed = (row: Json): Json =>
    isObject(row) ? Object.fromEntries(Object.entries(row).filter(([name]) => !computed.includes(name))) : row
  if (Array.isArray(value)) return value.map(typed)
  if (field.rows.size === 0 || !isObject(value)) return typed(value)
  const rows = Object.entries(value).map(([name, row]): [string, Json] => [name, typed(row)])
  return Object.fromEntries(rows.filter(([, row]) => isAnswer(row)))
}

const isAnswer = (value: Json | undefined): boolean => {
  if (value === undefined || value === null || value === '') return false
  return typeof value !== 'object' || Object.keys(value).length > 0
}

const isObject = (value: Json): value is { [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
