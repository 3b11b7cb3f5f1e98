// The rules of the questionnaire over the answers as they stand here, told while the person fills. The server applies
// the same at submission. What it takes is loaded only where there are rules, and runs once the person pauses.
import type { Checks } from '../../forms/checks-wire.ts'
import type { Answers } from '../../forms/nouns/scalars.ts'
import type { ResponseView } from '../../forms/response-wire.ts'
import { request } from '../shared/api.ts'
import type { Verdict } from '../shared/check-answers.ts'
import type { Counts } from '../shared/findings.ts'
import type { SectionOutline } from '../shared/outline.ts'
import { inVersion, readChecks } from './read-response.ts'

type Part = typeof import('./checks-part.tsx')['checksPart']

export type Checking = ReturnType<typeof createChecking>

const AFTER_MS = 400

type Options = {
  readonly response: () => ResponseView
  readonly outline: readonly SectionOutline[]
  /** All answers, those of sections that others fill among them. */
  readonly answers: () => Answers
  readonly justifications: () => Readonly<Record<string, string>>
  readonly onChecked: () => void
}

export const createChecking = ({ response, outline, answers, justifications, onChecked }: Options) => {
  let loaded: { readonly checks: Checks; readonly part: Part } | undefined
  let loading: Promise<void> | undefined
  let verdict: Verdict | undefined
  let counts: Readonly<Record<string, Counts>> = {}
  let timer: ReturnType<typeof setTimeout> | undefined

  const read = async (): Promise<void> => {
    const path = `/responses/${encodeURIComponent(response().id)}/checks${inVersion(response())}`
    const [{ body: checks }, { checksPart: part }] = await Promise.all([
      request(path, { read: readChecks }),
      import('./checks-part.tsx'),
    ])
    loaded = { checks, part }
  }
  /** Never rejects: filling goes on without, the server checks in any case, and the next change tries again. */
  const load = async (): Promise<void> => {
    if (loaded || !response().hasChecks) return
    loading ??= read().catch(() => {
      loading = undefined
    })
    await loading
  }
  const check = async (): Promise<void> => {
    await load()
    if (!loaded) return
    verdict = loaded.part.checkAll(loaded.checks, response().form, answers(), justifications())
    counts = loaded.part.countsBySection(verdict.coherence.findings, outline)
    onChecked()
  }
  return {
    load,
    loaded: () => loaded,
    verdict: () => verdict,
    /** Checks again, once nothing has changed for a moment. */
    later: (): void => {
      clearTimeout(timer)
      timer = setTimeout(check, AFTER_MS)
    },
    /** What a section has to correct and to explain. */
    counts: (section: string): Counts => counts[section] ?? { blocking: 0, unexplained: 0 },
  }
}
