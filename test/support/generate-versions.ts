// Changes of a definition made at random, as a Caf makes them from one version to the next, with what it would say of
// them: renaming, removing, another type, required, fewer choices, other pages.
import fc from 'fast-check'
import { type Mapping, noMapping } from '../../forms/moving/mapping.ts'
import type { Step } from '../../forms/moving/move-answers.ts'
import { pointer } from '../../forms/problems.ts'
import type { FormVersion } from '../../forms/schemas.ts'

type Json = FormVersion['definition'][string]
type Node = { [key: string]: Json }

/** One change: of which question, and by these draws. */
type Draw = {
  readonly what: number
  readonly which: number
  readonly second: number
  readonly isTold: boolean
}

const draw: fc.Arbitrary<Draw> = fc.record({
  what: fc.nat({ max: 9 }),
  which: fc.nat(),
  second: fc.nat(),
  isTold: fc.boolean(),
})

/** A later version of a form, and a mapping that tells some of its renamings. */
export const laterVersion = (from: FormVersion): fc.Arbitrary<Step> =>
  fc.array(draw, { minLength: 1, maxLength: 6 }).map((draws) => {
    const definition = structuredClone(from.definition)
    const mapping: Mapping = structuredClone(noMapping)
    for (const [i, one] of draws.entries()) edit(definition, mapping, one, i)
    return { from, to: { ...from, version: from.version + 1, definition }, mapping }
  })

const edit = (definition: Node, mapping: Mapping, { what, which, second, isTold }: Draw, i: number): void => {
  const places = questionsOf(definition)
  const place = places[which % places.length]
  if (!place) return
  const { list, node } = place
  const at = list.indexOf(node)
  const inner = partsOf(node)
  const part = inner[second % Math.max(1, inner.length)]
  const old = String(node.was ?? node.name)
  if (what <= 1) {
    node.was ??= node.name ?? ''
    node.name = `nouveau_${i}`
    if (isTold) mapping.questions[pointer(old)] = node.name
    return
  }
  if (what === 2) list.splice(at, 1)
  if (what === 3) list[at] = { type: 'comment', name: node.name ?? '', maxLength: 10 }
  if (what === 4) list[at] = { type: 'checkbox', name: node.name ?? '', choices: ['a', 'p', 'x', 1] }
  if (what === 5) node.isRequired = true
  if (what === 6 && Array.isArray(node.choices) && node.choices.length > 1) {
    const gone = node.choices.splice(second % node.choices.length, 1)[0]
    const [next] = node.choices
    if (isTold && isScalar(gone) && isScalar(next) && old === node.name)
      mapping.choices[pointer(old)] = { [String(gone)]: String(next) }
  }
  if (what === 7 && Array.isArray(node.rows) && node.rows.length > 1) node.rows = node.rows.slice(1)
  if (what === 7 && typeof node.maxRowCount === 'number') node.maxRowCount = 1
  if (what === 8 && part) {
    const name = String(part.name)
    part.name = `champ_${i}`
    if (isTold && old === node.name && !part.was) mapping.questions[pointer(old, name)] = part.name
    part.was = name
  }
  if (what === 9) {
    const other = pagesOf(definition)[second % 2]?.elements
    if (Array.isArray(other) && other !== list) other.push(...list.splice(at, 1))
  }
}

const isScalar = (value: Json | undefined) => ['string', 'number'].includes(typeof value)
const isNode = (value: Json | undefined): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const nodes = (value: Json | undefined): Node[] => (Array.isArray(value) ? value.filter(isNode) : [])
const pagesOf = (definition: Node): Node[] => nodes(definition.pages)
const partsOf = (node: Node): Node[] => [
  ...nodes(node.columns),
  ...nodes(node.items),
  ...nodes(node.templateElements),
]

/** The questions of the pages, not of their panels, each in its list. */
const questionsOf = (definition: Node): { list: Json[]; node: Node }[] =>
  pagesOf(definition).flatMap(({ elements }) =>
    nodes(elements)
      .filter(({ type }) => type !== 'panel' && type !== 'expression')
      .map((node) => ({ list: Array.isArray(elements) ? elements : [], node })),
  )
