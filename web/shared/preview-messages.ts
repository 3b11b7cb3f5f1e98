// What the editor and the frame of the preview say to each other. The frame is sandboxed and has no origin: each side
// knows the other by its window alone.
import type { FormVersion } from '../../forms/nouns/form.ts'

type Definition = FormVersion['definition']

/** To the frame: the questionnaire to show. */
export type PreviewContent = {
  readonly kind: 'content'
  readonly title: string
  readonly definition: Definition
  readonly toPrepare: readonly string[]
  readonly estimatedMinutes: number
}

/** To the frame: what is being edited, to be brought into view. */
export type PreviewPlace = {
  readonly kind: 'place'
  readonly page: string
  /** The question itself, then what else shows where it is; none for the page as a whole. */
  readonly names: readonly string[]
}

/** From the frame: it is there, and waits for a questionnaire. */
export const READY = 'preview-ready'

/** From the frame: Escape was pressed in it, which the page around does not hear. */
export const LEAVING = 'preview-leaving'

export const isPreviewContent = (data: unknown): data is PreviewContent =>
  typeof data === 'object' && data !== null && 'kind' in data && data.kind === 'content'

export const isPreviewPlace = (data: unknown): data is PreviewPlace =>
  typeof data === 'object' && data !== null && 'kind' in data && data.kind === 'place'
