// What form.json says of one question, set from its properties.
import type { Content } from '../editing-wire.ts'
import { type Edit, editTo, patched } from './edit.ts'
import { isObject, type Json, type JsonObject, keysOfPointer, valueAt } from './json-pointer.ts'

/** The facts that may fill a question before anybody does, in words. */
export const prefillSources = {
  'organisation.name': 'Le nom de l’organisation',
  'project.name': 'Le nom du projet',
  'campaign.schoolYear': 'L’année scolaire',
} as const

/** The value that the server sets, or nothing. What is prefilled is not to be typed. */
export const setPrefilled = (content: Content, pointer: string, source: string | undefined): Edit => {
  const question = valueAt(content, keysOfPointer(pointer))
  const name = isObject(question) && typeof question.name === 'string' ? question.name : ''
  const known = isObject(content.info.prefilled) ? content.info.prefilled : {}
  const prefilled = source === undefined ? without(known, name) : { ...known, [name]: source }
  const label = source === undefined ? 'Ne plus préremplir' : 'Préremplir une question'
  const isReadOnly = isObject(question) && question.readOnly === true
  const readOnly = `${pointer}/readOnly`
  const locking = source !== undefined && !isReadOnly
  const opening = source === undefined && isReadOnly
  const after = patched(content, [
    ...(locking ? [{ op: 'add' as const, path: readOnly, value: true }] : []),
    ...(opening ? [{ op: 'remove' as const, path: readOnly }] : []),
  ])
  return editTo(label, content, { ...after, info: { ...after.info, prefilled } })
}

/** A form and a year that answers are taken from, in words. */
export type CarrySource = { readonly from: string; readonly year: 'previous' | 'same' }

/** The sources a questionnaire takes answers from: its own of the year before, and those it says. */
export const carrySources = ({ info }: Content): CarrySource[] => {
  const own = info.kind ?? info.id
  const said = (Array.isArray(info.carriedOver) ? info.carriedOver : []).flatMap((source): CarrySource[] => {
    if (!isObject(source) || typeof source.from !== 'string') return []
    return [{ from: source.from, year: source.year === 'same' ? 'same' : 'previous' }]
  })
  const first: CarrySource[] = typeof own === 'string' ? [{ from: own, year: 'previous' }] : []
  return [...first.filter((source) => !said.some((one) => isSame(one, source))), ...said]
}

/** Whether a question is taken from a source. */
export const isCarried = ({ info }: Content, name: string, source: CarrySource): boolean =>
  Array.isArray(info.carriedOver) &&
  info.carriedOver.some(
    (one) =>
      isSame(one, source) && isObject(one) && Array.isArray(one.questions) && one.questions.includes(name),
  )

/** Takes a question from a source, or no longer. */
export const setCarried = (content: Content, name: string, source: CarrySource, isOn: boolean): Edit => {
  const known: Json[] = Array.isArray(content.info.carriedOver) ? content.info.carriedOver : []
  const has = known.some((one) => isSame(one, source))
  const carriedOver = (isOn && !has ? [...known, { ...source, questions: [] }] : known).flatMap(
    (one): Json[] => {
      if (!isSame(one, source) || !isObject(one)) return [one]
      const questions = (Array.isArray(one.questions) ? one.questions : []).filter((asked) => asked !== name)
      const next = isOn ? [...questions, name] : questions
      return next.length === 0 ? [] : [{ ...one, questions: next }]
    },
  )
  const label = isOn ? 'Reprendre une réponse' : 'Ne plus reprendre une réponse'
  return editTo(label, content, { ...content, info: { ...content.info, carriedOver } })
}

/** The départements whose communes are the choices of a question, filled in when it is published. */
export const setCommunes = (content: Content, name: string, departements: readonly string[]): Edit => {
  const known = isObject(content.info.communes) ? content.info.communes : {}
  const communes = departements.length === 0 ? without(known, name) : { ...known, [name]: [...departements] }
  return editTo('Modifier les communes proposées', content, {
    ...content,
    info: { ...content.info, communes },
  })
}

/** The département codes in a text: « 73, 2A ». */
export const departementsIn = (text: string): string[] => [
  ...new Set(text.toUpperCase().match(/\b(?:2[AB]|97\d|\d{2})\b/g) ?? []),
]

const isSame = (one: Json | CarrySource, { from, year }: CarrySource): boolean =>
  typeof one === 'object' && one !== null && !Array.isArray(one) && one.from === from && one.year === year

const without = (object: JsonObject, name: string): JsonObject =>
  Object.fromEntries(Object.entries(object).filter(([key]) => key !== name))
