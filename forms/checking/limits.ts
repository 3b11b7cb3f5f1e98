// What is too big to check in a moment is told at once, before anything else looks at it.
import type { Content } from '../editing-wire.ts'
import type { Json, Path, Told } from './reading.ts'

const MOST_CHARACTERS = 600_000
const MOST_DEEP = 100
const MOST_ELEMENTS = 2_000
const MOST_EXPRESSION = 4_000
const MOST_EXPRESSIONS = 200_000

type Place = { readonly json: Json; readonly path: Path }

/** `too-big` of the whole; `expression-too-long` of each formula. Without recursion: it may be a million deep. */
export const limitsIn = ({ definition, info }: Content): Told[] => {
  const told: Told[] = []
  const left: Place[] = [
    { json: info, path: ['info'] },
    { json: definition, path: ['definition'] },
  ]
  let [characters, elements, expressions] = [0, 0, 0]
  for (let at = left.pop(); at; at = left.pop()) {
    const formula = formulaOf(at)
    characters += charactersOf(at)
    elements += isElement(at.json) ? 1 : 0
    expressions += formula.length
    if (formula.length > MOST_EXPRESSION) told.push({ check: 'expression-too-long', path: at.path })
    const isTooBig =
      characters > MOST_CHARACTERS || elements > MOST_ELEMENTS || expressions > MOST_EXPRESSIONS
    if (isTooBig || at.path.length > MOST_DEEP) return [{ check: 'too-big', path: ['definition'] }]
    left.push(...inside(at).reverse())
  }
  return told
}

const formulaOf = ({ json, path }: Place): string =>
  typeof json === 'string' && /(?:If|[eE]xpression)$/.test(String(path.at(-1))) ? json : ''

const charactersOf = ({ json, path }: Place): number =>
  6 + String(path.at(-1)).length + (typeof json === 'string' ? json.length : 0)

const isElement = (json: Json): boolean =>
  typeof json === 'object' && json !== null && ('type' in json || 'name' in json)

const inside = ({ json, path }: Place): Place[] => {
  if (Array.isArray(json)) return json.map((item, i) => ({ json: item, path: [...path, i] }))
  if (typeof json !== 'object' || json === null) return []
  return Object.entries(json).map(([key, value]) => ({ json: value, path: [...path, key] }))
}
