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

/** From the frame: it is there, and waits for a questionnaire. */
export const READY = 'preview-ready'

export const isPreviewContent = (data: unknown): data is PreviewContent =>
  typeof data === 'object' && data !== null && 'kind' in data && data.kind === 'content'
