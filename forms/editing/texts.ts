// Every text of a definition that can name a question, with where it stands and how it names it.
import { isObject, type Json, type JsonObject } from './json-pointer.ts'

export type TextPlace = {
  readonly pointer: string
  readonly key: string
  /** `names`: the text is the name itself. */
  readonly kind: 'expression' | 'text' | 'names'
}

type Change = (text: string, place: TextPlace) => string

/** The same object with its texts changed; what has none that changed is shared with the one given. */
export const changedTexts = (object: JsonObject, pointer: string, change: Change): JsonObject => {
  let isSame = true
  const next = Object.entries(object).map(([key, value]): [string, Json] => {
    if (NEVER.has(key)) return [key, value]
    const place = { pointer: `${pointer}/${escaped(key)}`, key, kind: kindOf(key) }
    const own = changed(value, place, change)
    isSame &&= own === value
    return [key, own]
  })
  return isSame ? object : Object.fromEntries(next)
}

const changed = (json: Json, place: TextPlace, change: Change): Json => {
  if (typeof json === 'string') return change(json, place)
  if (isObject(json)) return changedTexts(json, place.pointer, change)
  if (!Array.isArray(json)) return json
  const next = json.map((item, i) => changed(item, { ...place, pointer: `${place.pointer}/${i}` }, change))
  return next.every((item, i) => item === json[i]) ? json : next
}

/** What is no text for people nor an expression, however it looks: `^\d{3}$` names nothing. */
const NEVER = new Set([
  'name',
  'type',
  'value',
  'regex',
  'defaultValue',
  'correctAnswer',
  'inputType',
  'cellType',
])
const NAMES = new Set(['choicesFromQuestion', 'setToName', 'fromName', 'gotoName'])

/** How a text under a property can name a question. */
export const kindOf = (key: string): TextPlace['kind'] => {
  if (NAMES.has(key)) return 'names'
  return /(?:If|[eE]xpression)$/.test(key) ? 'expression' : 'text'
}

const escaped = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1')
