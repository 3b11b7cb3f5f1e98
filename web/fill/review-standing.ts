// What a dossier is worth at an instant, for the person who fills it: what counts, and whether it can still change.
import { whyClosed } from '../../forms/lifecycle.ts'
import type { ResponseView } from '../../forms/response-wire.ts'
import { hasPendingDraft } from '../../forms/working-answers.ts'

/**
 * Open: `never-sent`; `sent`, nothing changed since; `changed`, a draft is newer than the submission that counts;
 * `to-correct`, the Caf asks for another. Closed: `missed`, nothing was sent; `closed`, a submission counts;
 * `locked`, the Caf validated it.
 */
export type Standing = 'never-sent' | 'sent' | 'changed' | 'to-correct' | 'missed' | 'closed' | 'locked'

type Facts = Pick<ResponseView, 'status' | 'closesAt' | 'submission' | 'sections'>

/** The standing at `now`, an instant of the server's clock. */
export const standingOf = (response: Facts, now: string): Standing => {
  const { status, submission } = response
  const why = whyClosed(response, now)
  if (why === 'locked') return 'locked'
  if (why === 'closed') return submission ? 'closed' : 'missed'
  if (!submission) return 'never-sent'
  if (status === 'to-correct') return 'to-correct'
  return isChanged(response) ? 'changed' : 'sent'
}

/** Whether there is something to transmit. */
export const isToSend = (standing: Standing): boolean =>
  standing === 'never-sent' || standing === 'changed' || standing === 'to-correct'

/** Whether a draft was saved after the submission that counts. */
export const isChanged = ({ sections, submission }: Pick<Facts, 'sections' | 'submission'>): boolean =>
  hasPendingDraft(
    Object.fromEntries(Object.entries(sections).map(([name, { revision }]) => [name, revision])),
    submission,
  )
