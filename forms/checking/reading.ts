// A content read for checking, whatever was typed: pages, questions and columns with their place; what is not an
// object where one should be is passed over here, and told by well-formed.ts.
import type * as z from 'zod'
import type { Content, Finding } from '../editing-wire.ts'
import { pointer } from '../problems.ts'
import { type CheckName, catalogue } from './catalogue.ts'

export type Json = z.core.util.JSONType
export type Node = Content['definition']
export type Path = readonly (string | number)[]
export type Fix = NonNullable<Finding['fix']>

/** What has a name, with its place in the content. */
export type Spot = {
  readonly path: Path
  readonly json: Node
  readonly kind: 'page' | 'panel' | 'question' | 'shown' | 'column' | 'field'
  readonly type: string
  readonly name: string
  /** What stands around it, outermost first. */
  readonly around: readonly Spot[]
  /** The table or repeated panel whose names it shares; none among the questions of the whole. */
  readonly holder?: Spot
}

export type Reading = {
  readonly content: Content
  readonly pages: readonly Spot[]
  /** Everything with a name in the order of the document, pages apart. */
  readonly spots: readonly Spot[]
}

/** What one check found, before its words and severity are looked up. */
export type Told = {
  readonly check: CheckName
  readonly path: Path
  readonly detail?: string
  readonly question?: string
  readonly fix?: Fix | undefined
}

export const read = (content: Content): Reading => {
  const { pages, elements } = content.definition
  const spots: Spot[] = []
  const roots = Array.isArray(pages)
    ? nodes(pages, ['definition', 'pages'])
    : [{ json: { name: 'page1', elements: elements ?? [] }, path: ['definition'] }]
  const read = roots.map(({ json, path }): Spot => {
    const page: Spot = { path, json, kind: 'page', type: 'page', name: textIn(json.name), around: [] }
    inside(page, 'elements', spots)
    return page
  })
  return { content, pages: read, spots }
}

const inside = (parent: Spot, list: string, spots: Spot[], holder?: Spot): void => {
  for (const { json, path } of nodes(parent.json[list], [...parent.path, list])) {
    const type = textIn(json.type)
    const spot: Spot = {
      path,
      json,
      kind: kindOf(type, list),
      type,
      name: textIn(json.name),
      around: [...parent.around, parent],
      ...(holder ? { holder } : {}),
    }
    spots.push(spot)
    if (list === 'columns' || list === 'items') continue
    if (type === 'panel') inside(spot, 'elements', spots, holder)
    if (type === 'paneldynamic') inside(spot, 'templateElements', spots, spot)
    if (type === 'matrixdropdown' || type === 'matrixdynamic') inside(spot, 'columns', spots, spot)
    if (type === 'multipletext') inside(spot, 'items', spots, spot)
  }
}

const kindOf = (type: string, list: string): Spot['kind'] => {
  if (list === 'columns') return 'column'
  if (list === 'items') return 'field'
  if (type === 'panel') return 'panel'
  return type === 'html' || type === 'image' ? 'shown' : 'question'
}

/** Whether it takes an answer. */
export const asks = ({ kind }: Spot): boolean => kind === 'question' || kind === 'column' || kind === 'field'

/** The objects of a list, with their places. */
export const nodes = (list: Json | undefined, path: Path): { json: Node; path: Path }[] =>
  Array.isArray(list) ? list.flatMap((json, i) => (isNode(json) ? [{ json, path: [...path, i] }] : [])) : []

export const isNode = (json: Json | undefined): json is Node =>
  typeof json === 'object' && json !== null && !Array.isArray(json)

/** A text, or nothing: numbers as names are told elsewhere. */
export const textIn = (json: Json | undefined): string => (typeof json === 'string' ? json : '')

/** Whether anything is written, in any language. */
export const hasText = (json: Json | undefined): boolean =>
  isNode(json) ? Object.values(json).some(hasText) : textIn(json).trim() !== ''

/** How a person would call it: its title, else its name. */
export const calledOf = ({ json, name }: Pick<Spot, 'json' | 'name'>): string => {
  const title = isNode(json.title) ? (json.title.fr ?? json.title.default) : json.title
  const said = textIn(title).trim() || name
  return said.length > 80 ? `${said.slice(0, 79)}…` : said
}

/** Every value of the content with its place, depth first in the order of the document. */
export function* everything(
  json: Json,
  path: Path,
): Generator<{ key: string | number; json: Json; path: Path }> {
  if (typeof json !== 'object' || json === null) return
  const entries = Array.isArray(json) ? json.entries() : Object.entries(json)
  for (const [key, value] of entries) {
    const at = [...path, key]
    yield { key, json: value, path: at }
    yield* everything(value, at)
  }
}

/** What was found as it travels. */
export const findingOf = ({ check, path, detail, question, fix }: Told): Finding => ({
  check,
  severity: catalogue[check].severity,
  pointer: pointer(...path),
  ...(question ? { question } : {}),
  detail: detail ?? catalogue[check].says,
  ...(fix ? { fix } : {}),
})

/** A mend that takes out what stands at a place. */
export const removing = (path: Path, label: string): Fix => ({
  label,
  patch: [{ op: 'remove', path: pointer(...path) }],
})

/** A mend that puts a value at a place, over what stands there if anything does. */
export const setting = (path: Path, value: Json, label: string): Fix => ({
  label,
  patch: [{ op: typeof path.at(-1) === 'number' ? 'replace' : 'add', path: pointer(...path), value }],
})
