// What the server has of everything a person may save here: the sections they fill, and what is written beside them.
import type { Answers } from '../../forms/nouns/scalars.ts'
import type { ResponseView } from '../../forms/response-wire.ts'
import { notesToSave } from './notes-kept.ts'

type Known = Pick<ResponseView, 'sections' | 'submission' | 'may' | 'hasChecks'>

/** By name, as autosave starts from it; `working` are the answers shown, `keys` the questions of each section. */
export const knownSections = (
  response: Known,
  working: Answers,
  keys: Readonly<Record<string, readonly string[]>>,
) => {
  const { sections, may } = response
  const known = (name: string, answers: Answers) => {
    const { revision = 0, savedAt, savedBy } = sections[name] ?? {}
    return [name, { answers, revision, ...(savedAt && savedBy ? { savedAt, savedBy } : {}) }] as const
  }
  return Object.fromEntries([
    ...may.save.map((name) => known(name, pick(working, keys[name] ?? []))),
    ...notesToSave(response).map((name) => known(name, sections[name]?.answers ?? {})),
  ])
}

/** Those of the answers to these questions. */
export const pick = (answers: Answers, names: readonly string[]): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([name]) => names.includes(name)))
