// Where the cursor is in the JSON, read from the editor's own tree: it stands even while the text is not valid.
import { syntaxTree } from '@codemirror/language'
import type { EditorState } from '@codemirror/state'
import type { SyntaxNode } from '@lezer/common'
import type { Step } from './vocabulary.ts'

/** What a cursor is in: the name of a property, its value, or the object itself. */
export type CursorPlace = {
  readonly kind: 'name' | 'value' | 'object'
  /** The name or the value, with its quotes; undefined between things. */
  readonly node: SyntaxNode | undefined
  /** The steps to the object around. */
  readonly steps: readonly Step[]
  /** The property whose value it is. */
  readonly key: string | undefined
  /** The keys that the object has already, but this one. */
  readonly taken: ReadonlySet<string>
}

export const cursorPlace = (state: EditorState, at: number, side: -1 | 1): CursorPlace | undefined => {
  let node: SyntaxNode | null = syntaxTree(state).resolveInner(at, side)
  while (node && (node.type.isError || /^[{}[\],:]$/.test(node.name))) node = node.parent
  if (!node) return undefined
  const property =
    node.name === 'Property' ? node : node.parent?.name === 'Property' ? node.parent : undefined
  const object = property?.parent ?? (node.name === 'Object' ? node : undefined)
  if (object?.name !== 'Object') return undefined
  const name = property?.getChild('PropertyName')
  const isName = name !== undefined && name !== null && node.name === 'PropertyName'
  const taken = new Set(
    object
      .getChildren('Property')
      .filter((it) => !property || it.from !== property.from)
      .map((it) => keyOf(state, it)),
  )
  return {
    kind: isName ? 'name' : property ? 'value' : 'object',
    node: node.name === 'Property' || node.name === 'Object' ? undefined : node,
    steps: stepsTo(state, object),
    key: property ? keyOf(state, property) : undefined,
    taken,
  }
}

/** The steps from the whole to an object. */
const stepsTo = (state: EditorState, object: SyntaxNode): Step[] => {
  const steps: Step[] = []
  for (let node: SyntaxNode | null = object; node; node = node.parent) {
    const parent: SyntaxNode | null = node.parent
    const type = node.name === 'Object' ? typeOf(state, node) : undefined
    if (parent?.name === 'Property') steps.unshift({ key: keyOf(state, parent), type })
    if (parent?.name === 'Array') steps.unshift({ key: String(indexIn(parent, node)), type })
  }
  return steps
}

const indexIn = (list: SyntaxNode, item: SyntaxNode): number => {
  let index = -1
  for (let child = list.firstChild; child && child.from <= item.from; child = child.nextSibling)
    if (!['[', ',', ']', '⚠'].includes(child.name)) index++
  return index
}

const typeOf = (state: EditorState, object: SyntaxNode): string | undefined => {
  const property = object.getChildren('Property').find((it) => keyOf(state, it) === 'type')
  const value = property?.getChild('String')
  return value ? bare(state, value) : undefined
}

const keyOf = (state: EditorState, property: SyntaxNode): string => {
  const name = property.getChild('PropertyName')
  return name ? bare(state, name) : ''
}

const bare = (state: EditorState, { from, to }: SyntaxNode): string =>
  state.sliceDoc(from, to).replace(/^"|"$/g, '')
