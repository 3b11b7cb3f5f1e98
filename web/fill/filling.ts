// A response being filled: what the server has, what this device keeps, what SurveyJS holds, and the deadline, in one
// place that the page reads and that tells it of every change.
import { takesAnswers } from '../../forms/lifecycle.ts'
import { isNote } from '../../forms/note-names.ts'
import type { Answers } from '../../forms/nouns/scalars.ts'
import { withNotices } from '../../forms/text-notices.ts'
import { hasPendingDraft, workingAnswers } from '../../forms/working-answers.ts'
import { serverNow } from '../shared/clock.ts'
import { outlineOf } from '../shared/outline.ts'
import { aroundFields } from './around-fields.tsx'
import { askedIn } from './asked.tsx'
import { type Autosave, startAutosave } from './autosave.ts'
import { browserTimers } from './browser-timers.ts'
import { carryOlder } from './carry-older.ts'
import { createChecking } from './checking.ts'
import { createConfirming } from './confirming.ts'
import { openDeviceStore } from './device-store.ts'
import { keysOf } from './draft-answers.ts'
import { knownSections, pick } from './known-sections.ts'
import { createDocuments } from './load-documents.ts'
import { type Dossier, loadResponse } from './load-dossier.ts'
import { loadSurvey } from './load-survey.ts'
import { createNotes } from './notes-kept.ts'
import { createRejoining } from './rejoin.ts'
import { sanitiserOf } from './sanitise.ts'
import { keepOutcome, saveSection } from './save-section.ts'
import { gravest, type SaveState } from './save-state.ts'
import { createCounts } from './section-counts.ts'
import { inSlices } from './slices.ts'
import type { Survey } from './survey-options.ts'
import { createUntaken } from './untaken-kept.ts'

export type Filling = Awaited<ReturnType<typeof startFilling>>

/** The reply that tells the hour may put the page's clock back a little: it meets the deadline twice. */
const ABOUT_NOW_MS = 2000
const CLOSED = 'L’échéance est passée : rien n’est plus enregistré.'

/** Starts filling: what this device kept is merged in and, while the response takes answers, sent. */
export const startFilling = async (dossier: Dossier) => {
  const { me, definition, correction, response: loaded } = dossier
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
  const fields = outline.flatMap(({ blocks }) => blocks.flatMap((block) => block.fields))
  const working = response.working ?? workingAnswers(response.sections, response.submission, keys)
  const counts = createCounts({ missing: (section) => survey?.missing(section), onCounted: told })
  const store = openDeviceStore(me.email, response.id, response.form.version)
  const lostHere = await carryOlder(store, response, keys)

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
  const onOutdated = () => refresh().catch(() => undefined)
  const answersOf = (section: string): Answers =>
    autosave?.answers()[section] ?? pick(working, keys[section] ?? [])
  const answersNow = (): Answers => Object.assign({}, ...sections.map(answersOf))
  const notes = createNotes({
    response: () => response,
    saved: (name) => autosave?.answers()[name],
    change: (name, texts) => autosave?.change(name, texts),
    isOpen: () => isOpen,
    onExplained: () => checking.later(),
    isSingle: (question) => fields.some(({ name, fields: inner }) => name === question && inner.length === 0),
  })
  const checking = createChecking({
    response: () => response,
    outline,
    answers: answersNow,
    justifications: notes.justifications,
    onChecked: told,
  })
  const untaken = createUntaken({
    owner: me.email,
    response: response.id,
    survey: () => survey,
    onTold: told,
  })
  const saving = await startAutosave({
    sections: knownSections(response, working, keys),
    save: async (section, answers, revision) => {
      if ((await rejoining.who()) === 'unreachable') return { kind: 'unreachable' }
      const outcome = await saveSection({ response, section, answers, revision, onDeadline, onOutdated })
      if (outcome.kind === 'saved') confirming.saved(section)
      keepOutcome(response, section, answers, outcome)
      return outcome
    },
    store,
    now: serverNow,
    timers: browserTimers,
    onState: () => {
      const state = autosave?.state()
      if (state?.kind === 'closed' && isOpen) close(state.message)
      if (state?.kind === 'refused' && state !== refused) survey?.refuse(state.faults)
      refused = state
      told()
    },
    onMerged: (section, answers) => {
      checking.later()
      if (isNote(section)) return told()
      survey?.show(section, answers)
      untaken.left()
      counts.later([section])
    },
  })
  autosave = saving
  const rejoining = createRejoining({
    dossier,
    saving,
    onBack: () => {
      onOutdated()
      documents.resume()
      saving.flush()
    },
  })
  const documents = createDocuments({ outline, response, me, survey: () => survey, saving })
  checking.later()
  if (isOpen) saving.flush()
  else close(CLOSED)

  const onChange = (section: string, question?: string) => {
    if (survey && isOpen) saving.change(section, survey.draftOf(section))
    if (question !== undefined && notes.isSettledBy(question)) notes.confirm([question])
    counts.later([section])
    checking.later()
  }
  const refresh = async (): Promise<void> => {
    if ((await rejoining.who()) !== 'same') return
    response = await loadResponse(response)
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
    if (isOpen && leftMs < ABOUT_NOW_MS) browserTimers.set(meetDeadline, Math.max(0, leftMs))
  }

  const confirming = createConfirming({
    response: () => response,
    keys,
    survey: () => survey,
    saving,
    refresh,
  })

  const filling = {
    me,
    definition,
    correction,
    /** The questions that the Caf asks to correct, in order. */
    asked: () => askedIn(outline, correction?.questions),
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
    answersOf,
    isBegun: (section: string): boolean =>
      Object.keys(survey?.draftOf(section) ?? pick(working, keys[section] ?? [])).length > 0,
    missing: counts.of,
    saveState: (): SaveState =>
      gravest([saving.state(), untaken.state(), { kind: rejoining.keptAt() ? 'offline' : 'untouched' }]),
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
    /** The sections with their questions, as the definition has them. */
    outline,
    notes,
    checking,
    isReliable: store.isReliable,
    /** When the server told what is shown, while it cannot be asked and the device had to tell. */
    keptAt: rejoining.keptAt,
    /** Asks whether the network is back, where the page was opened without. */
    rejoin: rejoining.who,
    /** What this device kept under another version of the questionnaire and that has no place in this one. */
    lostHere: () => lostHere,
    documents,
    survey: (): Survey | undefined => survey,
    /** Loads SurveyJS and puts into it all that is known. Rejects when it cannot be loaded. */
    openSurvey: async (): Promise<void> => {
      const [{ buildSurvey }, sanitise, drawDocuments] = await Promise.all([
        loadSurvey(),
        sanitiserOf(definition),
        documents.load(),
        checking.load(),
      ])
      const serverSet = response.prefilled
      const answers = { ...answersNow(), ...serverSet }
      const typing = { onTyped: untaken.typed, onLeft: untaken.left }
      const around = { ...aroundFields(filling), ...typing, drawDocuments }
      const noticed = withNotices(definition, response.form.notices)
      const built = buildSurvey({ definition: noticed, answers, serverSet, sanitise, onChange, ...around })
      await inSlices(built.steps)
      for (const section of response.may.save) built.survey.show(section, answersOf(section))
      for (const section of sections) {
        if (!isOpen || !response.may.save.includes(section)) built.survey.lock(section)
      }
      survey = built.survey
      if (isOpen) untaken.restore(survey)
      if (isOpen && !rejoining.keptAt()) documents.resume()
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
  return filling
}
