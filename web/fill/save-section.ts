import { isNote } from '../../forms/note-names.ts'
import type { Answers } from '../../forms/nouns/scalars.ts'
import type { ResponseView } from '../../forms/response-wire.ts'
import { ApiProblem, request } from '../shared/api.ts'
import { keepSection } from '../shared/kept-dossiers.ts'
import { isOutdated, type Shown } from './outdated.ts'
import { inVersion, isCurrentSection, readSaved } from './read-response.ts'
import type { SaveOutcome } from './section-queue.ts'

type Saving = {
  readonly response: Shown & Pick<ResponseView, 'id'> & { readonly form: { readonly version: number } }
  readonly section: string
  readonly answers: Answers
  readonly revision: number
  /** The deadline, which each save tells again: it may have moved. */
  readonly onDeadline?: (closesAt: string) => void
  /** Somebody has changed the response meanwhile: how it stands is to be asked. */
  readonly onOutdated?: () => unknown
}

/** Asks the server to save a section, and says what became of it. Never rejects. */
export const saveSection = async (saving: Saving): Promise<SaveOutcome> => {
  const { response, section, answers, revision, onDeadline, onOutdated } = saving
  try {
    const kind = isNote(section) ? 'notes' : 'sections'
    const { body } = await request(
      `/responses/${encodeURIComponent(response.id)}/${kind}/${section}${inVersion(response)}`,
      {
        method: 'PUT',
        headers: { 'if-match': `"${revision}"` },
        body: { answers },
        read: readSaved,
        // A page that is being closed takes its last requests with it, unless they outlive it.
        keepalive: document.visibilityState === 'hidden',
      },
    )
    onDeadline?.(body.closesAt)
    if (isOutdated(response, body)) onOutdated?.()
    return { kind: 'saved', revision: body.revision, savedAt: body.savedAt }
  } catch (error) {
    const outcome = outcomeOf(error)
    if (outcome.kind === 'stale') onOutdated?.()
    return outcome
  }
}

/** What the server has told of a section, kept on the device with the rest of the dossier. */
export const keepOutcome = (
  { id }: Pick<ResponseView, 'id'>,
  section: string,
  answers: Answers,
  outcome: SaveOutcome,
): void => {
  if (outcome.kind === 'saved') {
    const { revision, savedAt } = outcome
    keepSection(id, section, { answers, revision, savedAt })
  } else if (outcome.kind === 'stale') keepSection(id, section, outcome.current)
}

/** A problem of the service or of the network is not the person's: it is tried again, and nothing is lost. */
const outcomeOf = (error: unknown): SaveOutcome => {
  if (!(error instanceof ApiProblem)) return { kind: 'unreachable' }
  const { status, detail, errors = [], current } = error.document
  if (status === 401) return { kind: 'session-expired' }
  // Removed, or given another role, since the page was opened: nothing they could correct.
  if (status === 403 || status === 404) return { kind: 'no-access' }
  if (error.problem === 'stale' && isCurrentSection(current)) return { kind: 'stale', current }
  if (error.problem === 'form-changed') return { kind: 'form-changed' }
  if (error.problem === 'form-closed' || error.problem === 'response-locked')
    return { kind: 'closed', message: detail }
  if (status >= 500 || status === 429 || status === 409 || status === 412) return { kind: 'unreachable' }
  return { kind: 'refused', message: detail, faults: errors }
}
