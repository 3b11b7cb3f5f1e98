// A correction by the Caf being written: the submission it starts from, what the agent changes, and what somebody else
// changed meanwhile. Nothing is saved before it is asked for; until then this device keeps it.
import './fill-parts.ts'
import { type AnswerChange, changesBetween } from '../../forms/answer-changes.ts'
import { isCorrectable } from '../../forms/correcting.ts'
import type { Answers } from '../../forms/nouns/scalars.ts'
import type { ResponseView } from '../../forms/response-wire.ts'
import { withNotices } from '../../forms/text-notices.ts'
import { hasPendingDraft } from '../../forms/working-answers.ts'
import { serverNow } from '../shared/clock.ts'
import { stepsOf } from '../shared/one-answer.tsx'
import { outlineOf } from '../shared/outline.ts'
import type { SectionConflict } from './autosave.ts'
import { createCorrectChecks } from './correct-checks.ts'
import { openDeviceStore } from './device-store.ts'
import { draftOf, keysOf } from './draft-answers.ts'
import { type Dossier, loadVersion } from './load-dossier.ts'
import { loadSurvey } from './load-survey.ts'
import { type Conflict, fieldAt, merge, samePath, withField } from './merge.ts'
import { readDocuments } from './read-documents.tsx'
import { sanitiserOf } from './sanitise.ts'
import { type Outcome, sendCorrection, type Written } from './send-correction.ts'
import { inSlices } from './slices.ts'
import type { Survey } from './survey-options.ts'

export type Correcting = Awaited<ReturnType<typeof startCorrecting>>

/** What counts now is no longer what was being corrected. */
type Overtaken = {
  readonly by: string
  readonly at: string
  readonly reason?: string
  readonly changes: readonly AnswerChange[]
}

/** The name under which this device keeps a correction, beside the sections of a draft. */
const KEPT = 'correction'
/** The partner may save their draft at any moment: only what counts is looked at. */
const MAX_TRIES = 5

/** Starts a correction from the submission that counts; what this device kept of one is merged in. */
export const startCorrecting = async ({ me, definition, response: loaded }: Dossier) => {
  let { response, etag } = { response: loaded, etag: '' }
  let survey: Survey | undefined
  let overtaken: Overtaken | undefined
  let conflicts: readonly Conflict[] = []
  const outline = outlineOf(definition)
  const listeners = new Set<() => void>()
  const told = () => {
    for (const listener of listeners) listener()
  }
  /** What was typed in a submission, without what is computed or the server's. */
  const typedIn = (from: ResponseView): Answers =>
    Object.assign(
      {},
      ...outline.map((section) => draftOf(section, (key) => from.submission?.answers[key], from.prefilled)),
    )
  let base = typedIn(response)
  let mine = base
  const store = openDeviceStore(me.email, `${response.id}#${KEPT}`)
  const keep = () =>
    store.keep(
      KEPT,
      changesBetween(base, mine).length === 0 && conflicts.length === 0
        ? undefined
        : {
            base: { answers: base, revision: response.submission?.number ?? 0 },
            ...{ mine, conflicts, changedAt: serverNow(), unacknowledged: [] },
          },
    )
  const show = () => {
    for (const section of outline) survey?.show(section.name, mine)
  }
  const checks = createCorrectChecks({
    response: () => response,
    ...{ outline, store, answers: () => mine, onChecked: told },
  })
  const sectionOf = ([key]: readonly string[]): string =>
    outline.find((section) => keysOf(section).includes(key ?? ''))?.name ?? ''

  /** Goes on from what counts now: what only one of the two changed is kept of both. */
  const takeIn = (before: Answers, latest: ResponseView) => {
    const theirs = typedIn(latest)
    const changes = changesBetween(before, theirs)
    const { by = '', receivedAt = '', madeByCaf } = latest.submission ?? {}
    if (changes.length > 0) {
      overtaken = { by, at: receivedAt, changes, ...(madeByCaf ? { reason: madeByCaf.reason } : {}) }
    }
    const result = merge(before, mine, theirs)
    const waiting = conflicts.filter(({ path }) => !result.conflicts.some((it) => samePath(it.path, path)))
    base = theirs
    mine = result.merged
    conflicts = [...waiting, ...result.conflicts].map((it) => ({ ...it, theirs: fieldAt(mine, it.path) }))
    show()
    checks.later()
  }

  const refresh = async () => {
    const before = response.submission?.number
    const latest = await loadVersion(response)
    const isOvertaken = before !== latest.response.submission?.number
    const from = base
    ;({ response, etag } = latest)
    if (isOvertaken) takeIn(from, response)
    if (!isCorrectable(response)) for (const { name } of outline) survey?.lock(name)
    await keep()
    return isOvertaken
  }

  const send = async (written: Written): Promise<Outcome> => {
    for (let attempt = 1; ; attempt += 1) {
      const outcome = await sendCorrection(response.id, { etag, answers: mine, ...written })
      if (outcome.kind === 'saved') await Promise.all([store.keep(KEPT, undefined), checks.drop()])
      if (outcome.kind === 'faults') survey?.refuse(outcome.faults)
      if (outcome.kind !== 'stale') return outcome
      if ((await refresh()) || !isCorrectable(response) || attempt === MAX_TRIES) return outcome
    }
  }

  const copies = await store.load()
  checks.resume(copies)
  const copy = copies[KEPT]
  if (copy) {
    mine = copy.mine
    conflicts = copy.conflicts
    takeIn(copy.base.answers, response)
  }
  await refresh()

  return {
    ...{ me, definition, outline, isReliable: store.isReliable },
    response: () => response,
    sections: () => response.form.sections.filter(({ name }) => survey?.isAsked(name) ?? true),
    isOpen: () => isCorrectable(response),
    mayFill: () => true,
    survey: (): Survey | undefined => survey,
    /** Loads SurveyJS and puts into it all that is known. Rejects when it cannot be loaded. */
    openSurvey: async (): Promise<void> => {
      const [{ buildSurvey }, sanitise] = await Promise.all([
        loadSurvey(),
        sanitiserOf(definition),
        checks.load(),
      ])
      const onChange = (section: string) => {
        // What the questionnaire answers by default as it is built is not the agent's.
        if (!survey) return
        const keys = keysOf(
          outline.find(({ name }) => name === section) ?? { name: '', title: '', blocks: [] },
        )
        const others = Object.entries(mine).filter(([key]) => !keys.includes(key))
        mine = { ...Object.fromEntries(others), ...survey.draftOf(section) }
        told()
        checks.later()
        keep().then(told)
      }
      const serverSet = response.prefilled
      const built = buildSurvey({
        definition: withNotices(definition, response.form.notices),
        answers: { ...mine, ...serverSet },
        serverSet,
        sanitise,
        onChange,
        drawDocuments: readDocuments,
        ...checks.beside(),
      })
      await inSlices(built.steps)
      survey = built.survey
      show()
      if (!isCorrectable(response)) for (const { name } of outline) survey.lock(name)
      checks.later()
      told()
    },
    checks,
    /** The section of the question that a pointer leads into. */
    sectionOf: (pointer: string): string => sectionOf(stepsOf(pointer)),
    /** What the agent changes of what counts. */
    changes: () => changesBetween(base, mine),
    overtaken: () => overtaken,
    conflicts: (): SectionConflict[] =>
      conflicts.map((conflict) => ({
        ...conflict,
        section: sectionOf(conflict.path),
        author: overtaken && { savedBy: overtaken.by, savedAt: overtaken.at },
      })),
    choose: ({ path, mine: own }: SectionConflict, whose: 'mine' | 'theirs'): void => {
      conflicts = conflicts.filter((it) => !samePath(it.path, path))
      if (whose === 'mine') mine = withField(mine, path, own)
      show()
      checks.later()
      keep().then(told)
    },
    /** The partner has a draft of their own that they have not sent. */
    hasPartnerDraft: (): boolean => {
      const revisions = Object.entries(response.sections).map(([name, { revision }]) => [name, revision])
      return hasPendingDraft(Object.fromEntries(revisions), response.submission)
    },
    send: (reason: string): Promise<Outcome> => send({ reason, ...checks.written() }).finally(told),
    listen: (listener: () => void): (() => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
