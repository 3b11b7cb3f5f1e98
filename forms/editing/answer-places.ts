// The places of answers that form.json can point at (operand-schemas.ts), as people choose them: a question, a column of
// a table in all its lines or in one, its total, a field of a repeated block.
import { takesSeveral } from '../choices.ts'
import type { Content } from '../editing-wire.ts'
import { cellTypeOf } from './cell-type.ts'
import { type Entry, entryOf } from './entries.ts'
import { calledOf, type Item, itemsOf, nameOf, textOf } from './items.ts'
import { isObject, type Json, type JsonObject, pointerOf } from './json-pointer.ts'
import { isTotalled } from './total-line.ts'

/** What stands there; `lines` are the rows of a table or the blocks of a repeated one, to be counted. */
export type PlaceKind = 'number' | 'money' | 'date' | 'text' | 'choice' | 'lines' | 'file'

export type AnswerPlace = {
  /** `/charges/*\/montant`, `*` being every line. */
  readonly pattern: string
  /** « Charges, Montant de chaque ligne »; unlike any other of the questionnaire. */
  readonly title: string
  /** The title of its page. */
  readonly page: string
  readonly kind: PlaceKind
  /** Of a choice. */
  readonly options: readonly Entry[]
  /** The question, column or field of the content that it is of. */
  readonly at: string
}

/** Every place of the answers to a questionnaire, in order. */
export const answerPlaces = (content: Content): AnswerPlace[] =>
  told(
    itemsOf(content).flatMap((page) => {
      const around = { keys: [], words: '', page: calledOf(page.json) }
      return page.children.flatMap((item) => placesOf(item, around))
    }),
  )

/** The kinds of values that may be added up. */
export const NUMBERS: readonly PlaceKind[] = ['number', 'money']

/** Whether the values there may be added up. */
export const isNumeric = ({ kind }: AnswerPlace): boolean => NUMBERS.includes(kind)

/** The answers to the question, column or field that stands at a pointer: every line of it. */
export const placeAt = (places: readonly AnswerPlace[], at: string): AnswerPlace | undefined =>
  places.find((place) => place.at === at)

type Around = { readonly keys: readonly string[]; readonly words: string; readonly page: string }
type Part = { readonly keys: readonly string[]; readonly words: string; readonly at: string }

const placesOf = (item: Item, around: Around): AnswerPlace[] => {
  if (item.kind === 'panel') return item.children.flatMap((child) => placesOf(child, around))
  if (item.name === '' || MUTE.has(item.type)) return []
  const { json, pointer } = item
  const own = { keys: [...around.keys, item.name], words: `${around.words}${calledOf(json)}`, at: pointer }
  const place = (part: Part, kind: PlaceKind, options: readonly Entry[] = []): AnswerPlace => ({
    pattern: pointerOf(part.keys),
    title: part.words,
    page: around.page,
    kind,
    options,
    at: part.at,
  })
  const of = (part: Part, one: JsonObject, type: string) =>
    // Several choices of one answer are each a value.
    place(
      takesSeveral({ ...one, type }) ? { ...part, keys: [...part.keys, '*'] } : part,
      kindOf(one, type),
      optionsOf(one, type),
    )
  switch (item.type) {
    case 'paneldynamic': {
      const inside = { ...around, keys: [...own.keys, '*'], words: `${own.words}, ` }
      const lines = place({ ...own, keys: inside.keys, words: `${own.words}, nombre de blocs` }, 'lines')
      return [lines, ...item.children.flatMap((child) => placesOf(child, inside))]
    }
    case 'matrixdynamic':
    case 'matrixdropdown':
      return tablePlaces(json, own).map((part) =>
        'cell' in part ? of(part, part.cell, cellTypeOf(part.cell, json)) : place(part, part.kind),
      )
    case 'multipletext':
      return fieldsOf(json.items, `${pointer}/items`).map(({ field, at }) =>
        of(
          { keys: [...own.keys, nameOf(field)], words: `${own.words}, ${calledOf(field)}`, at },
          field,
          'text',
        ),
      )
    case 'matrix':
      return entriesIn(json.rows).map(({ value, text }) =>
        place(
          { keys: [...own.keys, String(value)], words: `${own.words}, ${text}`, at: pointer },
          'choice',
          entriesIn(json.columns),
        ),
      )
    default:
      return [of(own, json, item.type)]
  }
}

type TablePart = Part & ({ readonly cell: JsonObject } | { readonly kind: PlaceKind })

/** Each column in all lines, its total, then line by line where the lines are set. */
const tablePlaces = (table: JsonObject, own: Part): TablePart[] => {
  const columns = fieldsOf(table.columns, `${own.at}/columns`)
  const rows = table.type === 'matrixdropdown' ? entriesIn(table.rows) : []
  const name = own.keys.at(-1) ?? ''
  const lines: TablePart[] =
    table.type === 'matrixdynamic'
      ? [{ keys: [...own.keys, '*'], words: `${own.words}, nombre de lignes`, at: own.at, kind: 'lines' }]
      : []
  const wholes = columns.flatMap(({ field, at }): TablePart[] => {
    const column = nameOf(field)
    const words = `${own.words}, ${calledOf(field)}`
    const total = [...own.keys.slice(0, -1), `${name}-total`, column]
    const kind = field.money === true ? 'money' : 'number'
    return [
      { keys: [...own.keys, '*', column], words: `${words} (toutes les lignes)`, at, cell: field },
      ...(isTotalled(field) ? [{ keys: total, words: `${words} (total)`, at, kind } as const] : []),
    ]
  })
  const each = rows.flatMap(({ value, text }) =>
    columns.map(({ field, at }): TablePart => {
      const keys = [...own.keys, String(value), nameOf(field)]
      return { keys, words: `${own.words}, ${text}, ${calledOf(field)}`, at, cell: field }
    }),
  )
  return [...lines, ...wholes, ...each]
}

const MUTE = new Set(['html', 'image'])

const kindOf = (json: JsonObject, type: string): PlaceKind => {
  if (json.money === true) return 'money'
  // Two numbers are none of them.
  if (json.sliderType === 'range') return 'text'
  if (type === 'text' && json.inputType === 'date') return 'date'
  if (type === 'text') return json.inputType === 'number' ? 'number' : 'text'
  return KINDS[type] ?? 'text'
}

const KINDS: Readonly<Record<string, PlaceKind>> = {
  expression: 'number',
  rating: 'number',
  slider: 'number',
  radiogroup: 'choice',
  dropdown: 'choice',
  boolean: 'choice',
  imagepicker: 'choice',
  checkbox: 'choice',
  tagbox: 'choice',
  ranking: 'choice',
  file: 'file',
  signaturepad: 'file',
}

const optionsOf = (json: JsonObject, type: string): readonly Entry[] => {
  if (type !== 'boolean') return KINDS[type] === 'choice' ? entriesIn(json.choices) : []
  return [
    { value: scalarOf(json.valueTrue) ?? true, text: textOf(json.labelTrue) || 'Oui' },
    { value: scalarOf(json.valueFalse) ?? false, text: textOf(json.labelFalse) || 'Non' },
  ]
}

const scalarOf = (value: Json | undefined): Entry['value'] | undefined =>
  value === undefined ? undefined : entryOf(value)?.value

const entriesIn = (list: Json | undefined): Entry[] =>
  Array.isArray(list) ? list.flatMap((json) => entryOf(json) ?? []) : []

const fieldsOf = (list: Json | undefined, at: string): { field: JsonObject; at: string }[] =>
  Array.isArray(list)
    ? list.flatMap((field, i) => (isObject(field) && nameOf(field) ? [{ field, at: `${at}/${i}` }] : []))
    : []

/** Two places under one title are told apart by where they stand. */
const told = (places: readonly AnswerPlace[]): AnswerPlace[] => {
  const titles = Map.groupBy(places, ({ title }) => title)
  return places.map((place) =>
    (titles.get(place.title)?.length ?? 0) > 1
      ? { ...place, title: `${place.title} [${place.pattern}]` }
      : place,
  )
}
