// Whether a page may go on saying how a response stands, after each reply of the server: it may have been transmitted, sent
// back or validated meanwhile, from another tab or by somebody else.
import type { SectionSaved } from '../../forms/filling-wire.ts'
import type { ResponseView } from '../../forms/response-wire.ts'

/** What a page shows of it. */
export type Shown = {
  readonly status: ResponseView['status']
  readonly submission?: { readonly number: number } | undefined
}

/** Whether the reply to a save tells of another standing than the page shows. To begin a response is none. */
export const isOutdated = (
  shown: Shown,
  { status = shown.status, submissionNumber }: Pick<SectionSaved, 'status' | 'submissionNumber'>,
): boolean =>
  begun(status) !== begun(shown.status) ||
  (submissionNumber !== undefined && submissionNumber !== (shown.submission?.number ?? 0))

const begun = (status: ResponseView['status']) => (status === 'called' ? 'draft' : status)
