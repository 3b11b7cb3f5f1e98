// What somebody may do to a questionnaire, at random: of a part, set, change or drop a property; of a list, drop, repeat
// or turn round.
import fc from 'fast-check'
import { isObject, type Json, type JsonObject, valueAt } from '../../forms/editing/json-pointer.ts'
import type { Content } from '../../forms/editing-wire.ts'

/** Properties that parts have, with values that they may take. */
const PROPERTIES: Readonly<Record<string, readonly Json[]>> = {
  title: ['Autre titre', { fr: 'Titre', en: 'Title' }],
  description: ['Une aide', ''],
  isRequired: [true, false],
  requiredIf: ['{a} = 1'],
  visibleIf: ['{a} = 1', "{statut} = 'asso'"],
  visible: [false],
  readOnly: [true],
  min: [0, 5, 1000],
  max: [3, 1000],
  maxLength: [-1, 0, 3, 5000],
  minSelectedChoices: [0, 1, 3],
  maxSelectedChoices: [0, 1, 9],
  minRowCount: [0, 3],
  maxRowCount: [1, 50],
  rateMin: [0, 2],
  rateMax: [2, 9],
  maxFiles: [1, 5],
  eachRowRequired: [true],
  showOtherItem: [true, false],
  showNoneItem: [true, false],
  showCommentArea: [true, false],
  valueTrue: ['oui'],
  defaultValue: ['x'],
  placeholder: ['Par exemple'],
  type: ['text', 'comment', 'checkbox', 'html'],
  name: ['autre_nom'],
  choices: [['a', 'b'], [{ value: 'a', text: 'A' }]],
  validators: [[{ type: 'text', minLength: 3 }], [{ type: 'expression', expression: '1 = 2', text: 'Non' }]],
  inconnue: [1, 'x', [1], { a: 1 }],
}

/** An edit: where, what and how, by numbers that mean something in any content. */
type Edit = readonly [where: number, what: number, how: number]

/** A few edits. */
export const someEdits = (most: number): fc.Arbitrary<Edit[]> =>
  fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat()), { maxLength: most })

/** The content after edits. */
export const edited = (content: Content, edits: readonly Edit[]): Content => edits.reduce(editOnce, content)

const editOnce = (content: Content, [where, what, how]: Edit): Content => {
  const copy = structuredClone(content)
  const places = placesIn(copy, [])
  const at = valueAt(copy, places[where % places.length] ?? [])
  if (Array.isArray(at)) editList(at, what, how)
  else if (isObject(at)) editObject(at, what, how)
  return copy
}

const editList = (list: Json[], what: number, how: number): void => {
  const i = how % Math.max(1, list.length)
  const item = list[i]
  if (what % 3 === 0) list.splice(i, 1)
  else if (what % 3 === 1) list.reverse()
  else if (item !== undefined)
    list.splice(i, 0, isObject(item) ? structuredClone({ ...item, name: `n${how}` }) : item)
}

const editObject = (object: JsonObject, what: number, how: number): void => {
  const own = Object.keys(object)
  const names = Object.keys(PROPERTIES)
  const key = what % 4 === 0 ? own[how % Math.max(1, own.length)] : names[what % names.length]
  if (key === undefined) return
  const values = PROPERTIES[key] ?? []
  const value = values[how % Math.max(1, values.length)]
  if (what % 4 === 0 || value === undefined) delete object[key]
  else object[key] = structuredClone(value)
}

/** Where there is something to edit: the definition, all in it that holds something, and the info. */
const placesIn = (json: Json, at: readonly string[]): string[][] => {
  if (Array.isArray(json)) return [[...at], ...json.flatMap((item, i) => placesIn(item, [...at, String(i)]))]
  if (!isObject(json)) return []
  const inside = Object.entries(json).flatMap(([key, value]) => placesIn(value, [...at, key]))
  return at.length === 0 ? inside : [[...at], ...inside]
}
