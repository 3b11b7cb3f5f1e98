// What may stand at the cursor, and what it means.
import { type Completion, type CompletionSource, pickedCompletion } from '@codemirror/autocomplete'
import { type EditorView, hoverTooltip } from '@codemirror/view'
import { cursorPlace } from './place-in-text.ts'
import { wordsOf } from './property-words.ts'
import { type Properties, type PropertyFacts, propertiesAt, type Vocabulary } from './vocabulary.ts'

/** The properties that the object may have and has not, or the values that a property takes. */
export const completionSource =
  (vocabulary: Vocabulary): CompletionSource =>
  ({ state, pos, explicit }) => {
    const place = cursorPlace(state, pos, -1)
    const properties = place && propertiesAt(vocabulary, place.steps)
    if (!place || !properties) return null
    const { kind, node, key, taken } = place
    const isQuoted = node !== undefined && state.sliceDoc(node.from, node.from + 1) === '"'
    const from = isQuoted ? node.from + 1 : pos
    const validFor = /^[\w-]*$/
    if (kind !== 'value')
      return isQuoted || explicit ? { from, validFor, options: namesOf(properties, taken) } : null
    const facts = key === undefined ? undefined : properties[key]
    if (!facts || !(isQuoted || explicit)) return null
    return { from, validFor, options: valuesOf(facts) }
  }

/** Writes JSON in the place of what is between quotes there, if anything is, with the cursor in what is to be filled. */
const put =
  (json: (after: string) => string) =>
  (view: EditorView, completion: Completion, from: number, to: number): void => {
    const { state } = view
    const isQuoted = state.sliceDoc(from - 1, from) === '"'
    const rest = isQuoted ? (/^[^"\n]*"/.exec(state.sliceDoc(to, to + 200))?.[0] ?? '') : ''
    const start = isQuoted ? from - 1 : from
    const end = to + rest.length
    const insert = json(state.sliceDoc(end, end + 50))
    view.dispatch({
      changes: { from: start, to: end, insert },
      selection: { anchor: start + insert.length - (/(?:""|\[\]|\{\})$/.test(insert) ? 1 : 0) },
      annotations: pickedCompletion.of(completion),
      userEvent: 'input.complete',
    })
  }

const namesOf = (properties: Properties, taken: ReadonlySet<string>): Completion[] =>
  Object.entries(properties)
    .filter(([name]) => !taken.has(name))
    .map(([name, facts]) => ({
      label: name,
      apply: put((after) => (/^\s*:/.test(after) ? `"${name}"` : `"${name}": ${skeletonOf(facts)}`)),
      info: wordsOf(name, facts),
      boost: first.has(name) ? 10 : 0,
    }))

/** What nearly every object needs comes first. */
const first = new Set(['type', 'name', 'title', 'isRequired', 'visibleIf', 'choices', 'value', 'text'])

const skeletonOf = ({ type, values }: PropertyFacts): string => {
  if (type === 'boolean') return 'true'
  if (type === 'number') return '0'
  if (type === 'list') return '[]'
  if (type === 'object') return '{}'
  return type === 'any' && !values ? 'null' : '""'
}

const valuesOf = ({ type, values = [] }: PropertyFacts): Completion[] =>
  type === 'boolean'
    ? ['true', 'false'].map((label) => ({ label, apply: put(() => label) }))
    : values.map((label) => ({ label, apply: put(() => JSON.stringify(label)) }))

/** The meaning of the property under the pointer. */
export const propertyHover = (vocabulary: Vocabulary) =>
  hoverTooltip((view, pos, side) => {
    const place = cursorPlace(view.state, pos, side < 0 ? -1 : 1)
    const facts = place?.key === undefined ? undefined : propertiesAt(vocabulary, place.steps)?.[place.key]
    if (!place?.node || place.key === undefined || !facts || place.kind !== 'name') return null
    const { from, to } = place.node
    const words = wordsOf(place.key, facts)
    return {
      pos: from,
      end: to,
      above: true,
      create: () => {
        const dom = document.createElement('div')
        dom.className = 'cm-words'
        dom.textContent = words
        return { dom }
      },
    }
  })
