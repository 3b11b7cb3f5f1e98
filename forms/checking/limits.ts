// What is too big to check in a moment is told at once, before anything else looks at it.
import type { Content } from '../editing-wire.ts'
import type { Json, Path, Told } from './reading.ts'

const MOST_CHARACTERS = 600_000
const MOST_DEEP = 100
const MOST_ELEMENTS = 2_000
const MOST_EXPRESSION = 4_000
const MOST_EXPRESSIONS = 200_000

/** `too-big` of the whole; `expression-too-long` of each formula. Without recursion: it may be a million deep. */
export const limitsIn = ({ definition, info }: Content): Told[] => {
  const told: Told[] = []
  const left: { json: Json; path: Path }[] = [
    { json: info, path: ['info'] },
    { json: definition, path: ['definition'] },
  ]
  let [characters, elements, expressions] = [0, 0, 0]
  for (let at = left.pop(); at; at = left.pop()) {
    const { json, path } = at
    characters += typeof json === 'string' ? json.length + 3 : 3
    const key = path.at(-1)
    if (typeof json === 'string' && typeof key === 'string' && /(?:If|[eE]xpression)$/.test(key)) {
      expressions += json.length
      if (json.length > MOST_EXPRESSION) told.push({ check: 'expression-too-long', path })
    }
    if (typeof json === 'object' && json !== null) {
      if ('type' in json || 'name' in json) elements += 1
      for (const [name, value] of Object.entries(json).reverse()) {
        characters += Array.isArray(json) ? 0 : name.length + 3
        left.push({ json: value, path: [...path, Array.isArray(json) ? Number(name) : name] })
      }
    }
    if (
      characters > MOST_CHARACTERS ||
      path.length > MOST_DEEP ||
      elements > MOST_ELEMENTS ||
      expressions > MOST_EXPRESSIONS
    )
      return [{ check: 'too-big', path: ['definition'] }]
  }
  return told
}
