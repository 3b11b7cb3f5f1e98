// Changes of a definition made at random, as a Caf makes them from one version to the next, with what it would say of
// them: renaming, removing, another type, required, fewer choices, other pages.
import fc from 'fast-check'
import { type Mapping, noMapping } from '../../forms/moving/mapping.ts'
import type { Step } from '../../forms/moving/move-answers.ts'
import type { FormVersion } from '../../forms/nouns/form.ts'
import { pointer } from '../../forms/problems.ts'

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

const edit = (definition: Node, mapping: Mapping, draw: Draw, i: number): void => {
  const places = questionsOf(definition)
  const place = places[draw.which % places.length]
  if (!place) return
  const edits = [
    rename,
    rename,
    remove,
    retype('comment'),
    retype('checkbox'),
    require,
    lessChoice,
    fewer,
    renamePart,
    turn,
  ]
  edits[draw.what]?.({
    ...place,
    ...draw,
    definition,
    mapping,
    i,
    old: String(place.node.was ?? place.node.name),
  })
}

type Edit = Draw & {
  readonly definition: Node
  readonly mapping: Mapping
  readonly list: Json[]
  readonly node: Node
  /** What the first version calls it. */
  readonly old: string
  readonly i: number
}

const rename = ({ node, mapping, isTold, old, i }: Edit): void => {
  node.was ??= node.name ?? ''
  node.name = `nouveau_${i}`
  if (isTold) mapping.questions[pointer(old)] = node.name
}

const remove = ({ list, node }: Edit): void => {
  list.splice(list.indexOf(node), 1)
}

const retype =
  (type: 'comment' | 'checkbox') =>
  ({ list, node }: Edit): void => {
    const more = type === 'comment' ? { maxLength: 10 } : { choices: ['a', 'p', 'x', 1] }
    list[list.indexOf(node)] = { type, name: node.name ?? '', ...more }
  }

const require = ({ node }: Edit): void => {
  node.isRequired = true
}

const lessChoice = ({ node, mapping, second, isTold, old }: Edit): void => {
  if (!Array.isArray(node.choices) || node.choices.length < 2) return
  const gone = node.choices.splice(second % node.choices.length, 1)[0]
  const [next] = node.choices
  if (isTold && isScalar(gone) && isScalar(next) && old === node.name)
    mapping.choices[pointer(old)] = { [String(gone)]: String(next) }
}

const fewer = ({ node }: Edit): void => {
  if (Array.isArray(node.rows) && node.rows.length > 1) node.rows = node.rows.slice(1)
  if (typeof node.maxRowCount === 'number') node.maxRowCount = 1
}

const renamePart = ({ node, mapping, second, isTold, old, i }: Edit): void => {
  const parts = partsOf(node)
  const part = parts[second % Math.max(1, parts.length)]
  if (!part) return
  const name = String(part.name)
  part.name = `champ_${i}`
  if (isTold && old === node.name && !part.was) mapping.questions[pointer(old, name)] = part.name
  part.was = name
}

/** To the other page, or the end of its own. */
const turn = ({ definition, list, node, second }: Edit): void => {
  const other = pagesOf(definition)[second % 2]?.elements
  if (Array.isArray(other) && other !== list) other.push(...list.splice(list.indexOf(node), 1))
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
