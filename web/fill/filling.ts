// A response being filled: what the server has, what this device keeps, what SurveyJS holds, and the deadline, in one
// place that the page reads and that tells it of every change.
import { takesAnswers } from '../../forms/lifecycle.ts'
import type { Answers } from '../../forms/schemas.ts'
import { hasPendingDraft, workingAnswers } from '../../forms/working-answers.ts'
import { serverNow } from '../shared/clock.ts'
import { outlineOf } from '../shared/outline.ts'
import { type Autosave, startAutosave } from './autosave.ts'
import { createConfirming } from './confirming.ts'
import { openDeviceStore } from './device-store.ts'
import { keysOf } from './draft-answers.ts'
import { type Dossier, loadResponse } from './load-dossier.ts'
import { loadSurvey } from './load-survey.ts'
import { sanitiserOf } from './sanitise.ts'
import { saveSection } from './save-section.ts'
import type { SaveState } from './save-state.ts'
import { createCounts } from './section-counts.ts'
import { inSlices } from './slices.ts'
import type { Survey } from './survey-options.ts'

export type Filling = Awaited<ReturnType<typeof startFilling>>

/** The reply that tells the hour may put the page's clock back a little: it meets the deadline twice. */
const ABOUT_NOW_MS = 2000
const CLOSED = 'L’échéance est passée : rien n’est plus enregistré.'

/** Starts filling: what this device kept is merged in and, while the response takes answers, sent. */
export const startFilling = async ({ me, definition, correction, response: loaded }: Dossier) => {
  let response = loaded
  let isOpen = takesAnswers(response, serverNow())
  let hasSaved = false
  let survey: Survey | undefined
  let autosave: Autosave | undefined
  let refused: SaveState | undefined
  const listeners = new Set<() => void>()
  const told = () => {
    for (const listener of listeners) listener()
  }
  const sections = response.form.sections.map(({ name }) => name)
  const outline = outlineOf(definition)
  const keys = Object.fromEntries(outline.map((section) => [section.name, keysOf(section)]))
  const working = workingAnswers(response.sections, response.submission, keys)
  const counts = createCounts({ missing: (section) => survey?.missing(section), onCounted: told })
  const store = openDeviceStore(me.email, response.id)

  const close = (message: string) => {
    isOpen = false
    autosave?.close(message)
    for (const section of sections) survey?.lock(section)
    told()
  }
  const onDeadline = (closesAt: string) => {
    hasSaved = true
    response = { ...response, closesAt }
  }
  const saving = await startAutosave({
    sections: Object.fromEntries(
      response.may.save.map((name) => {
        const { revision = 0, savedAt, savedBy } = response.sections[name] ?? {}
        const author = savedAt && savedBy ? { savedAt, savedBy } : {}
        return [name, { answers: pick(working, keys[name] ?? []), revision, ...author }]
      }),
    ),
    save: async (section, answers, revision) => {
      const outcome = await saveSection({ response: response.id, section, answers, revision, onDeadline })
      if (outcome.kind === 'saved') confirming.saved(section)
      return outcome
    },
    store,
    now: serverNow,
    timers,
    onState: () => {
      const state = autosave?.state()
      if (state?.kind === 'closed' && isOpen) close(state.message)
      if (state?.kind === 'refused' && state !== refused) survey?.refuse(state.faults)
      refused = state
      told()
    },
    onMerged: (section, answers) => {
      survey?.show(section, answers)
      counts.later([section])
    },
  })
  autosave = saving
  if (isOpen) saving.flush()
  else close(CLOSED)

  const onChange = (section: string) => {
    if (survey && isOpen) saving.change(section, survey.draftOf(section))
    counts.later([section])
  }
  const refresh = async (): Promise<void> => {
    response = await loadResponse(response.id)
    hasSaved = false
    if (isOpen && !takesAnswers(response, serverNow())) close(CLOSED)
    told()
  }

  /** The deadline is here, by the server's clock: what is left is sent, then the server says whether it moved. */
  const meetDeadline = async (): Promise<void> => {
    await saving.flush()
    await refresh().catch(() => {
      if (!takesAnswers(response, serverNow())) close(CLOSED)
    })
    const leftMs = Date.parse(response.closesAt) - Date.parse(serverNow())
    if (isOpen && leftMs < ABOUT_NOW_MS) timers.set(meetDeadline, Math.max(0, leftMs))
  }

  const confirming = createConfirming({
    response: () => response,
    keys,
    shown: (section) => saving.answers()[section] ?? {},
    isUnsaved: (section) => saving.unsaved().includes(section),
    flush: saving.flush,
    refresh,
  })

  return {
    me,
    definition,
    correction,
    /** The sections to fill, in order. */
    sections: () => response.form.sections.filter(({ name }) => survey?.isAsked(name) ?? true),
    response: () => response,
    isOpen: () => isOpen,
    mayFill: (section: string): boolean => response.may.save.includes(section),
    /** Something was answered since the last submission, wherever it is kept. */
    hasChanges: (): boolean => {
      const revisions = Object.entries(response.sections).map(([name, { revision }]) => [name, revision])
      const pending = hasPendingDraft(Object.fromEntries(revisions), response.submission)
      return pending || hasSaved || saving.unsaved().length > 0
    },
    isBegun: (section: string): boolean =>
      Object.keys(survey?.draftOf(section) ?? pick(working, keys[section] ?? [])).length > 0,
    missing: counts.of,
    saveState: saving.state,
    unsaved: saving.unsaved,
    conflicts: saving.conflicts,
    choose: saving.choose,
    flush: saving.flush,
    /** The person goes on to another section: this one is saved, with what the questionnaire answered by default. */
    leave: (section: string): void => {
      onChange(section)
      saving.flush()
    },
    confirming,
    isReliable: store.isReliable,
    survey: (): Survey | undefined => survey,
    /** Loads SurveyJS and puts into it all that is known. Rejects when it cannot be loaded. */
    openSurvey: async (): Promise<void> => {
      const [{ buildSurvey }, sanitise] = await Promise.all([loadSurvey(), sanitiserOf(definition)])
      const answers = {
        ...working,
        ...Object.assign({}, ...Object.values(saving.answers())),
        ...response.prefilled,
      }
      const built = buildSurvey({ definition, answers, serverSet: response.prefilled, sanitise, onChange })
      await inSlices(built.steps)
      for (const [section, latest] of Object.entries(saving.answers())) built.survey.show(section, latest)
      for (const section of sections) {
        if (!isOpen || !response.may.save.includes(section)) built.survey.lock(section)
      }
      survey = built.survey
      counts.later(sections)
      told()
    },
    /** Asks the server how the response stands now. Rejects when it cannot be reached. */
    refresh,
    meetDeadline,
    listen: (listener: () => void): (() => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

const timers = {
  set: (act: () => void, ms: number) => window.setTimeout(act, ms),
  clear: (timer: unknown) => {
    if (typeof timer === 'number') window.clearTimeout(timer)
  },
}

const pick = (answers: Answers, names: readonly string[]): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([name]) => names.includes(name)))
