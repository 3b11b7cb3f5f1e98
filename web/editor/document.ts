// The questionnaire being edited: one content in memory for all that show it, and one stack of what was done, for
// both tabs. What is typed as text is kept as it was typed, valid or not; only valid JSON becomes content.

import { patchBetween } from '../../forms/editing/json-diff.ts'
import { applyPatch, inverseOf, type Patch } from '../../forms/editing/json-patch.ts'
import type { Content } from '../../forms/editing-wire.ts'
import { contentOf, isContent, textOf } from './content-text.ts'
import { reversed, type Splice, spliceBetween, spliced } from './splice.ts'

/** One step of a person, named in French: « Ajouter une question ». */
type Edit = {
  readonly label: string
  readonly patch: Patch
  /** Follows from the last step where that has the same label: one step with it. */
  readonly follows?: true
}

/** What the document is: its content, and the text when it is not the content's own. */
type State = { readonly content: Content; readonly text: string | undefined }

type Step = Omit<Edit, 'follows'> & {
  readonly inverse: Patch
  /** What was typed in the text, when it was, or when the step took the place of a text that was no JSON. */
  readonly splice?: Splice
  readonly at: number
}

/** All of a document, to be kept on the device and taken up again. */
export type Snapshot = State & { readonly past: readonly Step[]; readonly future: readonly Step[] }

export type Doc = {
  readonly content: () => Content
  /** The JSON text while it is edited as text and is not valid. */
  readonly text: () => string | undefined
  /** The JSON text as it was typed, valid or not. */
  readonly shownText: () => string
  /** One undo step; typing on in one property is one step. Throws when the patch is not of this content. */
  readonly apply: (edit: Edit) => void
  /** The text as it has just been typed. */
  readonly type: (text: string) => void
  /** Puts another content in the place of this one, as one step that can be undone. */
  readonly replace: (content: Content, label: string) => void
  /** Takes back the last step, and says which. */
  readonly undo: () => Edit | undefined
  readonly redo: () => Edit | undefined
  /** What `undo` and `redo` would do. */
  readonly next: () => { readonly undo: string | undefined; readonly redo: string | undefined }
  readonly snapshot: () => Snapshot
  /** Calls back after each change, until the function it returns is called. */
  readonly subscribe: (listener: () => void) => () => void
}

const TYPING = 'Modifier le texte JSON'
/** Typing goes on as long as no pause is longer than this. */
const PAUSE_MS = 1_500
const MOST_STEPS = 200

/** `now` in milliseconds. */
export const createDocument = (from: Snapshot, now: () => number): Doc => {
  let { past, future, ...state }: Snapshot = from
  const listeners = new Set<() => void>()
  const change = (next: Snapshot): void => {
    ;({ past, future, ...state } = next)
    for (const listener of [...listeners]) listener()
  }
  const shownText = (): string => state.text ?? textOf(state.content)
  const isInvalid = (): boolean => state.text !== undefined && contentOf(state.text) === undefined

  const push = (step: Step, next: State, follows = false): void => {
    const last = future.length === 0 ? past.at(-1) : undefined
    const joined = last && (follows ? followedBy(last, step) : joinedWith(last, step))
    const steps = joined ? [...past.slice(0, -1), joined] : [...past, step]
    change({ ...next, past: steps.slice(-MOST_STEPS), future: [] })
  }

  const apply = ({ label, patch, follows }: Edit): void => {
    const content = patched(state.content, patch)
    const inverse = inverseOf(state.content, patch)
    const splice = isInvalid() ? { splice: spliceBetween(shownText(), textOf(content)) } : {}
    push({ label, patch, inverse, at: now(), ...splice }, { content, text: undefined }, follows)
  }

  const type = (text: string): void => {
    const before = shownText()
    if (text === before) return
    const content = contentOf(text) ?? state.content
    const patch = patchBetween(state.content, content)
    const inverse = inverseOf(state.content, patch)
    const splice = spliceBetween(before, text)
    push({ label: TYPING, patch, inverse, splice, at: now() }, { content, text })
  }

  return {
    content: () => state.content,
    text: () => (isInvalid() ? state.text : undefined),
    shownText,
    apply,
    type,
    replace: (content, label) => apply({ label, patch: patchBetween(state.content, content) }),
    undo: () => {
      const step = past.at(-1)
      if (!step) return undefined
      const next = stateAfter(state, step.inverse, step.splice && reversed(step.splice))
      change({ ...next, past: past.slice(0, -1), future: [step, ...future] })
      return step
    },
    redo: () => {
      const [step, ...rest] = future
      if (!step) return undefined
      change({ ...stateAfter(state, step.patch, step.splice), past: [...past, step], future: rest })
      return step
    },
    next: () => ({ undo: past.at(-1)?.label, redo: future[0]?.label }),
    snapshot: () => ({ ...state, past, future }),
    subscribe: (listener) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
  }
}

const patched = (content: Content, patch: Patch): Content => {
  const value = applyPatch(content, patch)
  if (!isContent(value)) throw new Error('the patch leaves no definition and info')
  return value
}

/** The state once patched; the text as it was typed, unless it has become another since. */
const stateAfter = (state: State, patch: Patch, splice: Splice | undefined): State => {
  const content = patched(state.content, patch)
  if (!splice) return { content, text: undefined }
  const text = spliced(state.text ?? textOf(state.content), splice)
  if (text === undefined) return { content, text: undefined }
  const said = contentOf(text)
  return said && patchBetween(said, content).length > 0 ? { content, text: undefined } : { content, text }
}

/** Typing on in one property, or in the text, as one step; undefined when these are two. */
const joinedWith = (last: Step, step: Step): Step | undefined => {
  if (last.label !== step.label || step.at - last.at > PAUSE_MS) return undefined
  if (last.splice && step.splice) return joinedTexts(last, step, last.splice, step.splice)
  return last.splice || step.splice ? undefined : joinedValues(last, step)
}

/** A step with what follows from it, however long after; undefined when that is of another. */
const followedBy = (last: Step, step: Step): Step | undefined =>
  last.label !== step.label || last.splice || step.splice
    ? undefined
    : {
        ...last,
        patch: [...last.patch, ...step.patch],
        inverse: [...step.inverse, ...last.inverse],
        at: step.at,
      }

const joinedValues = (last: Step, step: Step): Step | undefined => {
  const [before, ...more] = last.patch
  const [after, ...others] = step.patch
  if (!before || !after || more.length > 0 || others.length > 0) return undefined
  if (before.op !== 'add' && before.op !== 'replace') return undefined
  if (step.inverse[0]?.op !== 'replace' || before.path !== after.path) return undefined
  return { ...last, patch: [{ ...before, value: after.value }], at: step.at }
}

/** Letters that follow one another, whether typed or erased. */
const joinedTexts = (last: Step, step: Step, one: Splice, two: Splice): Step | undefined => {
  const patches = {
    ...last,
    patch: [...last.patch, ...step.patch],
    inverse: [...step.inverse, ...last.inverse],
    at: step.at,
  }
  const isErasing = two.inserted === '' && two.from + two.removed.length === one.from
  if (isErasing && one.inserted === '')
    return { ...patches, splice: { ...two, removed: two.removed + one.removed } }
  if (two.removed !== '' || two.from !== one.from + one.inserted.length) return undefined
  return { ...patches, splice: { ...one, inserted: one.inserted + two.inserted } }
}
