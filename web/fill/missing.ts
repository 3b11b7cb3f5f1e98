// What is surely missing before a submission, told without SurveyJS: parts nobody began, and questions, cells and rows
// that owe an answer whatever the others are. What depends on a condition, and whether answers are right, the server says.

import type { Answers } from '../../forms/nouns/scalars.ts'
import { type Fault, pointer } from '../../forms/problems.ts'
import { isBlank } from '../shared/answer-text.ts'
import { type Field, OWED, type SectionOutline } from '../shared/outline.ts'

export type MissingSection = {
  readonly name: string
  readonly title: string
  /** Nothing of it was answered. */
  readonly untouched: boolean
  /** One for each answer it surely lacks. */
  readonly faults: readonly Fault[]
}

/** The sections that surely lack answers, in order. `answers` holds the server's own values too. */
export const missingSections = (outline: readonly SectionOutline[], answers: Answers): MissingSection[] =>
  outline.flatMap(({ name, title, blocks }) => {
    const fields = blocks.flatMap((block) => block.fields)
    const faults = fields.flatMap((field) => faultsOf(field, answers, []))
    const untouched = fields.every((field) => isBlank(answers[field.name]))
    return faults.length === 0 ? [] : [{ name, title, untouched, faults }]
  })

type Json = Answers[string]
type Path = readonly (string | number)[]

/** What a field lacks, and what stands inside it: a question is named by its place, a cell by its title. */
const faultsOf = (field: Field, answers: Answers, around: Path): Fault[] => {
  if (!field.always) return []
  const path = [...around, field.name]
  const value = answers[field.name]
  const lacks = (at: Path, detail: string): Fault => ({ pointer: pointer(...at), detail })
  if (field.required && isBlank(value))
    return [lacks(path, around.length > 0 && field.required === OWED ? owedWords(field) : field.required)]
  if (field.eachRow)
    return [...field.rows.keys()]
      .filter((row) => isBlank(inside(value, row)))
      .map((row) => lacks([...path, row], `« ${field.title} » : une réponse est attendue à chaque ligne.`))
  return placesIn(field, value, path).flatMap(([at, own]) =>
    field.fields.flatMap((one) => faultsOf(one, own, at)),
  )
}

const owedWords = ({ title }: Field): string => `« ${title} » : une réponse est attendue.`

/** Where the answers to what stands inside a field are: its rows, its blocks, or itself. */
const placesIn = ({ fields, rows, type }: Field, value: Json | undefined, path: Path): [Path, Answers][] => {
  if (fields.length === 0) return []
  if (Array.isArray(value)) return value.map((one, i) => [[...path, i], objectOf(one)])
  if (type === 'multipletext') return [[path, objectOf(value)]]
  return [...rows.keys()].map((row) => [[...path, row], objectOf(inside(value, row))])
}

const inside = (value: Json | undefined, key: string): Json | undefined => objectOf(value)[key]

const objectOf = (value: Json | undefined): Answers =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {}
