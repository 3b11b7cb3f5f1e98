// What the editor asks of the API.
import type { Content, FormView, Lock } from '../../forms/editing-wire.ts'
import { DraftSaved, FormView as FormViewSchema, Lock as LockSchema } from '../../forms/editing-wire.ts'
import { ChangesView, Published } from '../../forms/publishing-wire.ts'
import { ApiProblem, request } from '../shared/api.ts'
import type { SaveOutcome } from './draft-queue.ts'

const at = (form: string): string => `/forms/${encodeURIComponent(form)}`

export const getForm = async (form: string, signal?: AbortSignal): Promise<FormView> =>
  (await request(at(form), { read: (body) => FormViewSchema.parse(body), ...(signal ? { signal } : {}) }))
    .body

/** A draft that starts from a version of the questionnaire. */
export const startDraft = async (form: string, version: number): Promise<FormView> => {
  const body = { from: { formId: form, version } }
  return (
    await request(`${at(form)}/draft`, { method: 'POST', body, read: (it) => FormViewSchema.parse(it) })
  ).body
}

/** Publishes the draft of this revision. Throws what `request` throws. */
export const publish = async (form: string, revision: number): Promise<Published> => {
  const headers = { 'if-match': `"${revision}"` }
  return (
    await request(`${at(form)}/versions`, { method: 'POST', headers, read: (it) => Published.parse(it) })
  ).body
}

/** What the draft as saved changes since a version. */
export const changesSince = async (form: string, version: number): Promise<ChangesView> =>
  (await request(`${at(form)}/changes?from=${version}&to=draft`, { read: (it) => ChangesView.parse(it) }))
    .body

type Saving = { readonly form: string; readonly tab: string; readonly title: string }

/** Asks the server to keep the draft, and says what became of it. Never rejects. */
export const saveDraft = async (
  { form, tab, title }: Saving,
  content: Content,
  revision: number,
): Promise<SaveOutcome> => {
  try {
    const { body } = await request(`${at(form)}/draft`, {
      method: 'PUT',
      headers: { 'if-match': `"${revision}"` },
      body: { title, content, tab },
      read: (it) => DraftSaved.parse(it),
    })
    return { kind: 'saved', ...body }
  } catch (error) {
    return outcomeOf(error)
  }
}

/** A problem of the service or of the network is not the person's: it is tried again, and nothing is lost. */
const outcomeOf = (error: unknown): SaveOutcome => {
  if (!(error instanceof ApiProblem)) return { kind: 'unreachable' }
  const { status, detail } = error.document
  if (status === 401) return { kind: 'session-expired' }
  if (status === 403 || status === 404) return { kind: 'no-access' }
  if (error.problem === 'stale') return { kind: 'stale' }
  if (error.problem === 'locked') return { kind: 'locked', lock: lockIn(error) }
  return status >= 500 || status === 429 || status === 409
    ? { kind: 'unreachable' }
    : { kind: 'refused', message: detail }
}

type LockOutcome =
  | { readonly kind: 'mine' }
  | { readonly kind: 'other'; readonly lock: Lock | undefined }
  | { readonly kind: 'unknown' }

/** Takes or renews the lock. Never rejects: an unreachable server says nothing of who has it. */
export const takeLock = async (form: string, tab: string, takeOver = false): Promise<LockOutcome> => {
  try {
    const body = takeOver ? { tab, takeOver } : { tab }
    await request(`${at(form)}/lock`, { method: 'PUT', body, read: (it) => LockSchema.parse(it) })
    return { kind: 'mine' }
  } catch (error) {
    if (error instanceof ApiProblem && error.problem === 'locked')
      return { kind: 'other', lock: lockIn(error) }
    return { kind: 'unknown' }
  }
}

/** Leaves the lock, as the page closes. */
export const releaseLock = (form: string, tab: string): void => {
  const read = () => undefined
  request(`${at(form)}/lock`, { method: 'DELETE', body: { tab }, read, keepalive: true }).catch(
    () => undefined,
  )
}

const lockIn = (error: ApiProblem): Lock | undefined => {
  const read = LockSchema.safeParse(error.document.lock)
  return read.success ? read.data : undefined
}
