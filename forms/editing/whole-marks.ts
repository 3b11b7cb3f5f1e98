// What form.json says of the answers for the platform: compared, estimated, opened, filtered. Set from lists of places.
import type { Content } from '../editing-wire.ts'
import type { Operand } from '../operand-schemas.ts'
import { type AnswerPlace, isNumeric } from './answer-places.ts'
import { type Edit, editTo } from './edit.ts'
import { isObject, type Json, type JsonObject, plainJson } from './json-pointer.ts'
import { codeFrom, freshName } from './names.ts'

/** Shows beside the answers those of another form, of all numbers at first; nothing compares with none. */
export const setComparedWith = (content: Content, kind: string, places: readonly AnswerPlace[]): Edit => {
  const { compared } = content.info
  const values = isObject(compared) && Array.isArray(compared.values) ? compared.values : []
  const all = places.filter((place) => isNumeric(place) && !/-total\//.test(place.pattern)).map(lineOf)
  const wholes = all.filter(({ pointer }) => !isLine(String(pointer), all))
  const next =
    kind === ''
      ? undefined
      : { ...objectIn(compared), with: kind, values: values.length > 0 ? values : wholes }
  return setMark(content, 'compared', next, 'Modifier la comparaison')
}

/** Whether the line of a place is compared; `/tableau/*` stands for each line of a table. */
export const isCompared = ({ info }: Content, pattern: string): boolean =>
  isObject(info.compared) &&
  Array.isArray(info.compared.values) &&
  info.compared.values.some((line) => isObject(line) && line.pointer === pattern)

/** Compares a place, or no longer: with the last one the comparison goes. */
export const setCompared = (content: Content, place: AnswerPlace, isOn: boolean): Edit => {
  const { compared } = content.info
  if (!isObject(compared)) return { label: '', patch: [] }
  const known = Array.isArray(compared.values) ? compared.values : []
  const others = known.filter((line) => !isObject(line) || line.pointer !== place.pattern)
  const values = isOn ? [...others, lineOf(place)] : others
  const label = isOn ? 'Comparer une question' : 'Ne plus comparer une question'
  return setMark(content, 'compared', values.length === 0 ? undefined : { ...compared, values }, label)
}

/** Where a fact of the estimate is read; with the last one the estimate goes. */
export const setFunding = (content: Content, fact: string, operand: Operand | undefined): Edit =>
  setMark(
    content,
    'funding',
    withMember(objectIn(content.info.funding), fact, operand && plainJson(operand)),
    'Modifier l’estimation',
  )

/** What a part of what a validation opens is read from; nothing at all takes the part out. */
export const setOpening = (
  content: Content,
  part: 'organisation' | 'project',
  says: JsonObject | undefined,
): Edit =>
  setMark(
    content,
    'onValidation',
    withMember(objectIn(content.info.onValidation), part, says),
    'Modifier ce qu’ouvre la validation',
  )

/** Adds a filter of results by the answers that stand somewhere. */
export const addFilter = (content: Content, place: AnswerPlace): Edit => {
  const filters = filtersOf(content)
  const names = new Set(filters.map((filter) => (isObject(filter) ? String(filter.name) : '')))
  const name = freshName(codeFrom(place.title).replaceAll('_', '-').slice(0, 30), names).replaceAll('_', '-')
  const filter = {
    name: /^[a-z]/.test(name) ? name : `f-${name}`,
    label: place.title,
    by: 'territory',
    at: filterPattern(place),
  }
  return setFilters(content, [...filters, filter], 'Ajouter un filtre des résultats')
}

/** Says something else of a filter. */
export const changeFilter = (content: Content, index: number, says: JsonObject): Edit => {
  const filters = filtersOf(content)
  const filter = filters[index]
  if (!isObject(filter)) return { label: '', patch: [] }
  return setFilters(content, filters.with(index, { ...filter, ...says }), `Modifier le filtre ${index + 1}`)
}

export const removeFilter = (content: Content, index: number): Edit =>
  setFilters(content, filtersOf(content).toSpliced(index, 1), 'Retirer un filtre des résultats')

/** Where the values of a filter stand: an answer of several choices is read whole. */
export const filterPattern = ({ pattern }: AnswerPlace): string => pattern.replace(/\/\*$/, '')

const filtersOf = ({ info }: Content): readonly Json[] =>
  isObject(info.results) && Array.isArray(info.results.filters) ? info.results.filters : []

const setFilters = (content: Content, filters: readonly Json[], label: string): Edit =>
  setMark(
    content,
    'results',
    withMember(objectIn(content.info.results), 'filters', filters.length === 0 ? undefined : [...filters]),
    label,
  )

const lineOf = ({ pattern, kind }: AnswerPlace): JsonObject =>
  kind === 'money' ? { pointer: pattern, money: true } : { pointer: pattern }

/** One line of a table whose every line is there already: `/charges/c60/montant` beside `/charges/*\/montant`. */
const isLine = (pattern: string, all: readonly JsonObject[]): boolean => {
  const [, table, line, column] = /^\/([^/]+)\/([^/]+)\/([^/]+)$/.exec(pattern) ?? []
  return line !== undefined && line !== '*' && all.some(({ pointer }) => pointer === `/${table}/*/${column}`)
}

const withMember = (object: JsonObject, key: string, value: Json | undefined): JsonObject | undefined => {
  const others = Object.entries(object).filter(([name]) => name !== key)
  if (value !== undefined) return { ...object, [key]: value }
  return others.length === 0 ? undefined : Object.fromEntries(others)
}

const setMark = (content: Content, key: string, value: Json | undefined, label: string): Edit => {
  const others = Object.entries(content.info).filter(([name]) => name !== key)
  const info = value === undefined ? Object.fromEntries(others) : { ...content.info, [key]: value }
  return editTo(label, content, { ...content, info })
}

const objectIn = (json: Json | undefined): JsonObject => (isObject(json) ? json : {})
