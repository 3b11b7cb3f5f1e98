// One save of one section, as an outcome the queue understands.
import type { Answers } from '../../forms/schemas.ts'
import { CurrentSection, SectionSaved } from '../../forms/wire.ts'
import { ApiProblem, request } from '../shared/api.ts'
import type { SaveOutcome } from './section-queue.ts'

/** Saves a section of a response if nobody did since `revision`. Never rejects. */
export const saveSection = async (
  id: string,
  section: string,
  answers: Answers,
  revision: number,
): Promise<SaveOutcome> => {
  try {
    const path = `/responses/${encodeURIComponent(id)}/sections/${encodeURIComponent(section)}`
    const { body } = await request(path, {
      method: 'PUT',
      headers: { 'if-match': `"${revision}"` },
      body: { answers },
      read: (reply) => SectionSaved.parse(reply),
    })
    return { kind: 'saved', revision: body.revision, savedAt: body.savedAt }
  } catch (error) {
    return outcomeOf(error)
  }
}

const outcomeOf = (error: unknown): SaveOutcome => {
  if (!(error instanceof ApiProblem)) return { kind: 'unreachable' }
  const { status, detail, errors = [], current } = error.document
  if (error.problem === 'stale') return { kind: 'stale', current: CurrentSection.parse(current) }
  if (status === 401) return { kind: 'session-expired' }
  if (error.problem === 'form-closed' || error.problem === 'response-locked') {
    return { kind: 'closed', message: detail }
  }
  if (status >= 500 || status === 429) return { kind: 'unreachable' }
  return { kind: 'refused', message: detail, faults: errors }
}
