import type { Edit, EditAt } from '../../../forms/editing/edit.ts'
import type { Content, Finding } from '../../../forms/editing-wire.ts'

/** What every part of the plan works on: the content as it stands, and what may be done to it. */
export type Board = {
  readonly content: Content
  readonly isReadOnly: boolean
  readonly findings: readonly Finding[]
  /** Does an edit; one that changes nothing is none. */
  readonly apply: (edit: Edit | undefined) => void
  /** Does an edit, selects what it is about, and tells it. */
  readonly applyAt: (edit: EditAt | undefined, said: string) => void
  /** Shows the properties of what stands at a pointer; `''` is the whole questionnaire; the keyboard may go to one field. */
  readonly select: (pointer: string, focus?: Focus, field?: string) => void
  /** Tells those who hear the page what has just been done. */
  readonly say: (words: string) => void
}

/** Where the keyboard goes with a selection: stays in the outline, or goes to the properties. */
export type Focus = 'outline' | 'properties'

/** The whole questionnaire, above its pages. */
export const WHOLE = ''
