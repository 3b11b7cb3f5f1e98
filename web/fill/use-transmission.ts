// From « Transmettre » to what became of it: the last explanations are saved first, so that what the server has is what
// was reviewed; what stands in the way is shown instead of sent.
import { useRef, useState } from 'preact/hooks'
import { receiptUrl } from '../../forms/addresses.ts'
import { dropDossier } from '../shared/kept-dossiers.ts'
import { changedSections, isResubmitted } from './changes.ts'
import { loadResponse, type Reviewed, workingOf } from './load-response.ts'
import { type Outcome, transmit } from './transmit.ts'
import type { Explaining } from './use-explaining.ts'

/** A try to transmit: of which version, and what became of it once known. */
export type Attempt = { readonly dossier: Reviewed; readonly outcome?: Outcome }

type Options = {
  readonly dossier: Reviewed
  readonly explaining: Explaining
  /** The element that says what stands in the way, if anything does. */
  readonly obstacle: string | undefined
  readonly again: () => void
}

export const useTransmission = ({ dossier, explaining, obstacle, again }: Options) => {
  const [attempt, setAttempt] = useState<Attempt>()
  const seen = useRef({ dossier, etag: dossier.etag })
  if (seen.current.dossier !== dossier) seen.current = { dossier, etag: dossier.etag }
  const sending = attempt !== undefined && attempt.outcome === undefined

  /** The version to name: saving an explanation made another, which holds the same answers unless somebody changed them. */
  const etagNow = async (): Promise<string | Outcome> => {
    if (!(await explaining.flush())) return unsaved
    if (!explaining.hasSaved()) return seen.current.etag
    const now = await loadResponse(new AbortController().signal, Promise.resolve(dossier.me)).catch(
      () => undefined,
    )
    if (!now) return unsaved
    if (changedSections(dossier, now).length > 0 || isResubmitted(dossier, now)) return changed
    explaining.readAgain()
    seen.current.etag = now.etag
    return now.etag
  }

  const send = async (): Promise<void> => {
    if (sending) return
    if (obstacle) return document.getElementById(obstacle)?.focus()
    setAttempt({ dossier })
    const etag = await etagNow()
    const { id } = dossier.response
    const sent = { answers: workingOf(dossier), justifications: explaining.texts }
    const outcome = typeof etag === 'string' ? await transmit(dossier.response, etag, sent) : etag
    if (outcome.kind === 'sent') {
      await dropDossier(id)
      return location.replace(receiptUrl(id))
    }
    setAttempt({ dossier, outcome })
    if (mayHaveChanged(outcome)) again()
  }
  return { attempt, sending, send }
}

const changed: Outcome = {
  kind: 'stale',
  detail:
    'Il a été modifié depuis que vous l’avez ouvert, par une autre personne ou dans un autre onglet. Relisez, puis transmettez.',
}
const unsaved: Outcome = { kind: 'unsaved' }

/** Whether the refusal says that the dossier, its rules or what this person may do are no longer as shown. */
const mayHaveChanged = (outcome: Outcome): boolean =>
  outcome.kind === 'stale' ||
  (outcome.kind === 'faults' &&
    outcome.faults.some(({ pointer }) => pointer.startsWith('/justifications/'))) ||
  (outcome.kind === 'refused' && [403, 404, 409].includes(outcome.problem.document.status))
