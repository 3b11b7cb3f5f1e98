// A definition as its parts, each with what it says of itself: what two definitions are compared by.
import { isObject, type Json, type JsonObject, pointerOf } from '../editing/json-pointer.ts'

export type Kind = 'page' | 'panel' | 'question' | 'text' | 'column' | 'field'

export type Part = {
  readonly kind: Kind
  /** What it is called among the parts of its scope: unique there. */
  readonly id: string
  readonly name: string
  /** The SurveyJS type; of a column, that of its cells. */
  readonly type: string
  /** As people read it; its name when it has none. */
  readonly title: string
  readonly pointer: string
  /** The id of the page or panel it stands in, and its place there; `''` for the survey itself. */
  readonly parent: string
  readonly place: number
  /** All it says but its name, its type and the list of the parts it holds. */
  readonly own: JsonObject
  /** The columns, fields or repeated questions that it holds: a scope of their own. */
  readonly inner: readonly Part[]
}

/** The parts of a definition, in order, and what it says beside them. */
export const outlineOf = (definition: JsonObject): { parts: Part[]; own: JsonObject } => {
  const list = partsList(definition.pages) ? 'pages' : 'elements'
  const { [list]: held, ...own } = definition
  const parts = partsList(held)
  if (!parts) return { parts: [], own: definition }
  return {
    parts: unique(walk(parts, { keys: [list], parent: '', kind: list === 'pages' ? 'page' : undefined })),
    own,
  }
}

type At = {
  readonly keys: readonly (string | number)[]
  readonly parent: string
  readonly kind: Kind | undefined
}

const walk = (list: readonly JsonObject[], { keys, parent, kind }: At): Part[] =>
  list.flatMap((json, place) => {
    const is = kind ?? kindOf(typeOf(json))
    const at = [...keys, place]
    const holds = HELD.get(is === 'page' ? 'panel' : typeOf(json))
    const held = holds ? partsList(json[holds.list]) : undefined
    const id = `${is === 'page' || is === 'panel' ? is : 'question'}:${textOf(json.name)}`
    const inside = (scope: boolean): Part[] =>
      holds && held && holds.scope === scope
        ? walk(held, { keys: [...at, holds.list], parent: scope ? '' : id, kind: holds.kind })
        : []
    const part: Part = {
      ...{ kind: is, id, name: textOf(json.name), type: typeOf(json), parent, place },
      title: textOf(json.title) || textOf(json.name),
      pointer: pointerOf(['definition', ...at]),
      own: saidBy(json, held ? holds?.list : undefined),
      inner: unique(inside(true)),
    }
    return [part, ...inside(false)]
  })

/** Of a column, the type of its cells. */
const typeOf = ({ type, cellType }: JsonObject): string => textOf(type) || textOf(cellType)

/** All that is said but the name, the type, and the list of what is held. */
const saidBy = (json: JsonObject, held: string | undefined): JsonObject => {
  const type = json.type === undefined ? 'cellType' : 'type'
  const told = new Set([...['name', type].filter((key) => typeof json[key] === 'string'), held])
  return Object.fromEntries(Object.entries(json).filter(([key]) => !told.has(key)))
}

/** What each type holds: parts that stand in it as in a page, or that are a scope of their own. */
type Held = { readonly list: string; readonly scope: boolean; readonly kind?: Kind }
const HELD: ReadonlyMap<string, Held> = new Map([
  ['panel', { list: 'elements', scope: false }],
  ['paneldynamic', { list: 'templateElements', scope: true }],
  ['matrixdynamic', { list: 'columns', scope: true, kind: 'column' }],
  ['matrixdropdown', { list: 'columns', scope: true, kind: 'column' }],
  ['multipletext', { list: 'items', scope: true, kind: 'field' }],
])

const kindOf = (type: string): Kind => {
  if (type === 'panel') return 'panel'
  return type === 'html' || type === 'image' ? 'text' : 'question'
}

/** The list when it holds parts alone. */
const partsList = (json: Json | undefined): JsonObject[] | undefined =>
  Array.isArray(json) && json.every(isObject) ? json.filter(isObject) : undefined

/** Names that come twice are told apart by their order. */
const unique = (parts: readonly Part[]): Part[] => {
  const seen = new Map<string, number>()
  return parts.map((part) => {
    const times = seen.get(part.id) ?? 0
    seen.set(part.id, times + 1)
    return times === 0 ? part : { ...part, id: `${part.id}#${times}` }
  })
}

/** A text as SurveyJS writes it, plain or by language. */
export const textOf = (json: Json | undefined): string => {
  if (typeof json === 'string') return json
  if (!isObject(json)) return ''
  const words = json.fr ?? json.default ?? Object.values(json)[0]
  return typeof words === 'string' ? words : ''
}
