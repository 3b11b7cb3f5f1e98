// The files on their way to a response, one after the other: what becomes of each, whichever section is open. A
// document enters the answers only once the server keeps it.
import type { DocumentView } from '../../forms/documents-wire.ts'
import { ApiProblem, NetworkFailure } from '../shared/api.ts'
import type { DocumentAnswer } from '../shared/documents.ts'
import type { Origin, Transfer } from './document-transfer.ts'
import type { PendingFiles } from './pending-files.ts'

export type UploadState =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'sending'; readonly sent: number }
  | { readonly kind: 'checking' }
  /** It did not go through and may be tried again. */
  | { readonly kind: 'cut' }
  | { readonly kind: 'session-expired'; readonly isKept: boolean }
  | { readonly kind: 'refused'; readonly message: string }

/** Where a document comes from: the person's device, or the organisation's folder. */
type Source = { readonly file: Blob } | { readonly from: Origin }

export type Upload = {
  readonly key: string
  readonly question: string
  readonly name: string
  readonly state: UploadState
}

type Job = Upload & {
  readonly source: Source
  /** It takes the place of what was given: the question takes one document. */
  readonly replaces: boolean
  readonly document?: string
  readonly isKept?: boolean
}

type Options = {
  readonly transfer: Transfer
  readonly files: PendingFiles
  /** Holds a file for this tab, until it is released; undefined when another tab has it. */
  readonly hold: (key: string) => Promise<(() => void) | undefined>
  readonly newKey: () => string
  /** The ids of the documents that a question's answer names. */
  readonly answered: (question: string) => readonly string[]
  /** The server keeps the document: it becomes part of the answer. */
  readonly onGiven: (question: string, document: DocumentView, replaces: boolean) => void
  /** Something of it changed; `said` is to be spoken. */
  readonly onChange: (question: string, said?: string) => void
}

export const answerOf = ({ id, name, type }: DocumentView): DocumentAnswer => ({ name, type, content: id })

export const createUploads = (options: Options) => {
  const { transfer, files, hold, answered, onGiven, onChange } = options
  let jobs: readonly Job[] = []
  const releases = new Map<string, () => void>()
  let running: { key: string; stop: AbortController } | undefined

  const jobOf = (key: string) => jobs.find((job) => job.key === key)
  const set = (key: string, more: Partial<Job>, said?: string) => {
    jobs = jobs.map((job) => (job.key === key ? { ...job, ...more } : job))
    const job = jobOf(key)
    if (job) onChange(job.question, said)
  }
  const end = async (job: Job, said: string) => {
    jobs = jobs.filter(({ key }) => key !== job.key)
    onChange(job.question, said)
    await files.drop(job.key)
    releases.get(job.key)?.()
    releases.delete(job.key)
  }

  const remember = async (job: Job) => {
    if (!('file' in job.source)) return
    const { key, question, name, replaces, document } = job
    const isKept = await files.keep({
      key,
      question,
      name,
      replaces,
      file: job.source.file,
      ...(document ? { document } : {}),
    })
    set(key, { isKept })
  }

  const bring = async (job: Job, signal: AbortSignal): Promise<DocumentView> => {
    const { key, question, name, source } = job
    if (!('file' in source)) {
      set(key, { state: { kind: 'checking' } })
      return transfer.reuse(question, source.from)
    }
    // What an earlier try left is given up: it would count among what the response may weigh.
    if (job.document) await transfer.remove(job.document).catch(ignoreRefusal)
    set(key, { state: { kind: 'sending', sent: 0 } }, `Envoi de ${name}…`)
    const { document, upload } = await transfer.announce(question, name, source.file.size)
    if (signal.aborted) return document
    await remember({ ...job, document: document.id })
    set(key, { document: document.id })
    const onProgress = (sent: number) => set(key, { state: { kind: 'sending', sent } })
    await transfer.send(upload, source.file, onProgress, signal)
    set(key, { state: { kind: 'checking' } })
    return checked(document.id)
  }

  /** The bytes are there: losing the reply of the check is no reason to send them again. */
  const checked = async (document: string): Promise<DocumentView> => {
    try {
      return await transfer.check(document)
    } catch (error) {
      if (error instanceof ApiProblem) throw error
      return transfer.check(document)
    }
  }

  const next = async (): Promise<void> => {
    const job = jobs.find(({ state }) => state.kind === 'waiting')
    if (running || !job) return
    running = { key: job.key, stop: new AbortController() }
    const { signal } = running.stop
    try {
      const document = await bring(job, signal)
      if (signal.aborted) await transfer.remove(document.id)
      else {
        onGiven(job.question, document, job.replaces)
        await end(job, `${document.name} est déposé.`)
      }
    } catch (error) {
      if (!signal.aborted) fail(job.key, error)
    } finally {
      running = undefined
    }
    return next()
  }

  const fail = (key: string, error: unknown) => {
    const job = jobOf(key)
    if (!job) return
    const state = failureOf(error, job.isKept === true)
    set(key, { state })
    // What was refused is not tried again: nothing of it stays here.
    if (state.kind === 'refused') files.drop(key)
  }

  const enter = (job: Job) => {
    jobs = [...jobs, job]
    onChange(job.question)
  }

  return {
    /** Those of a question, in the order they were given. */
    of: (question: string): readonly Upload[] => jobs.filter((job) => job.question === question),
    /** Whether something is on its way: leaving the page would stop it. */
    isBusy: (): boolean => jobs.some(({ state }) => ['waiting', 'sending', 'checking'].includes(state.kind)),
    give: async (question: string, name: string, source: Source, replaces: boolean): Promise<void> => {
      const job: Job = { key: options.newKey(), question, name, source, replaces, state: { kind: 'waiting' } }
      enter(job)
      const release = await hold(job.key)
      if (release) releases.set(job.key, release)
      await remember(job)
      return next()
    },
    /** A file that is not sent at all, and why. */
    refuse: (question: string, message: string): void =>
      enter({
        key: options.newKey(),
        question,
        name: '',
        source: { file: new Blob() },
        replaces: false,
        state: { kind: 'refused', message },
      }),
    /** Gives a file up, whatever became of it. */
    cancel: async (key: string): Promise<void> => {
      const job = jobOf(key)
      if (!job) return
      if (running?.key === key) running.stop.abort()
      await end(job, job.state.kind === 'refused' ? '' : `${job.name} : envoi annulé.`)
      if (job.document) await transfer.remove(job.document).catch(() => undefined)
    },
    /** Tries one again, or all that were cut. */
    retry: (key?: string): Promise<void> => {
      for (const job of jobs) {
        const wanted = key === undefined ? job.state.kind === 'cut' : job.key === key
        if (wanted && isStopped(job.state)) set(job.key, { state: { kind: 'waiting' } })
      }
      return next()
    },
    /** Goes on with what this device kept from an earlier visit. */
    resume: async (): Promise<void> => {
      for (const { file, document, ...pending } of await files.load()) {
        const { key, question } = pending
        const release = jobOf(key) ? undefined : await hold(key)
        if (!release) continue
        releases.set(key, release)
        const job: Job = { ...pending, source: { file }, isKept: true, state: { kind: 'waiting' } }
        if (document && answered(question).includes(document)) await end(job, '')
        else enter(document ? { ...job, document } : job)
      }
      return next()
    },
  }
}

const isStopped = ({ kind }: UploadState): boolean => kind === 'cut' || kind === 'session-expired'

/** It may be gone already; only a failing network or session says anything of the try to come. */
const ignoreRefusal = (error: unknown): void => {
  if (!(error instanceof ApiProblem) || error.document.status === 401) throw error
}

const failureOf = (error: unknown, isKept: boolean): UploadState => {
  if (!(error instanceof ApiProblem)) {
    if (!(error instanceof NetworkFailure)) console.warn(error)
    return { kind: 'cut' }
  }
  const { status, detail } = error.document
  if (status === 401) return { kind: 'session-expired', isKept }
  if (status >= 500 || status === 429 || error.problem === 'document-not-received') return { kind: 'cut' }
  return { kind: 'refused', message: detail }
}
