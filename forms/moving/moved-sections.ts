// The sections of a dossier under a version it came to after they were saved. Until somebody saves one under that version,
// its content comes from older drafts, and its revision counts theirs: a save says by it which of them it has seen.
import { CARRIED } from '../note-names.ts'
import type { FormVersion } from '../nouns/form.ts'
import type { Section, Submission } from '../nouns/submission.ts'
import { sectionKeys } from '../shape.ts'
import { sameJson } from '../shape-walk.ts'
import {
  type Chain,
  draftsOf,
  formsOf,
  questionsIn,
  type Stored,
  type Working,
  workingIn,
} from './moved-dossier.ts'
import { movedName } from './moved-pointer.ts'
import { versionOf } from './versions.ts'

export type MovedDossier = Working & {
  readonly form: FormVersion
  /** By name, what each section of the version holds, and the notes. */
  readonly sections: Readonly<Record<string, Section>>
  /** By section, the older drafts its content comes from; none for what was saved under this version. */
  readonly sources: Readonly<Record<string, readonly Section[]>>
  /** The sections that hold something saved after the last submission. */
  readonly pending: ReadonlySet<string>
}

/** A dossier under the last version of a chain. */
export const movedDossier = (
  dossier: Stored,
  submission: Submission | undefined,
  chain: Chain,
): MovedDossier => {
  const working = workingIn(dossier, submission, chain)
  const form = formsOf(chain).at(-1) ?? chain.first
  const sources = sourcesIn(dossier, chain, form)
  const sections = Object.entries(sectionKeys(form)).flatMap(([name, keys]): [string, Section][] => {
    const own = dossier.sections[name]
    const from = sources[name] ?? []
    const answers = Object.fromEntries(Object.entries(working.answers).filter(([key]) => keys.includes(key)))
    if (own && versionOf(own, dossier) === form.version) return [[name, { ...own, answers }]]
    if (from.length === 0 && Object.keys(answers).length === 0) return []
    const last = from.toSorted((a, b) => a.savedAt.localeCompare(b.savedAt)).at(-1)
    const { savedAt, savedBy } = last ?? { savedAt: submission?.receivedAt ?? dossier.closesAt, savedBy: '' }
    const revision = from.reduce((sum, draft) => sum + draft.revision, 0)
    const confirmation =
      own && from.length === 1 && holdsStill(own, chain, form, answers) ? own.confirmation : undefined
    return [[name, { name, answers, revision, savedAt, savedBy, ...(confirmation ? { confirmation } : {}) }]]
  })
  const notes = Object.values(dossier.sections)
    .filter(({ name }) => !draftsOf(dossier).some((draft) => draft.name === name))
    .map((note): [string, Section] => [note.name, noteUnder(note, dossier, chain, form)])
  const pending = Object.keys(sectionKeys(form)).filter((page) =>
    questionsIn(form, page).some(({ name }) => working.drafted.has(name)),
  )
  return {
    ...{ ...working, form, sources, pending: new Set(pending) },
    sections: Object.fromEntries([...sections, ...notes]),
  }
}

const sourcesIn = (dossier: Stored, chain: Chain, form: FormVersion): Record<string, readonly Section[]> => {
  const forms = formsOf(chain)
  const pages = new Map(
    Object.keys(sectionKeys(form)).flatMap((page) => questionsIn(form, page).map(({ name }) => [name, page])),
  )
  const older = draftsOf(dossier, chain.earlier).flatMap((draft) => {
    const at = forms.findIndex(({ version }) => version === versionOf(draft, dossier))
    const made = forms[at]
    if (!made || made === form) return []
    const steps = chain.steps.slice(at)
    const goesTo = questionsIn(made, draft.name).map(({ name }) => pages.get(movedName(steps, name) ?? ''))
    return [{ draft, pages: new Set([draft.name, ...goesTo]) }]
  })
  return Object.fromEntries(
    Object.keys(sectionKeys(form)).map((name) => {
      const own = dossier.sections[name]
      const isOwn = own && versionOf(own, dossier) === form.version
      return [name, isOwn ? [] : older.filter((one) => one.pages.has(name)).map(({ draft }) => draft)]
    }),
  )
}

/** Whether who stood by a section stands by it still: the same questions, with the same answers. */
const holdsStill = (
  own: Section,
  { steps }: Chain,
  form: FormVersion,
  answers: Section['answers'],
): boolean => {
  const before = steps.find(({ from }) => from.version === (own.formVersion ?? steps[0]?.from.version))
  if (!before) return false
  const from = steps.slice(steps.indexOf(before))
  const asked = questionsIn(before.from, own.name).map(({ name }) => movedName(from, name))
  const now = questionsIn(form, own.name).map(({ name }) => name)
  const isSame = asked.length === now.length && now.every((name) => asked.includes(name))
  const values = (some: Section['answers']) => Object.values(some)
  return isSame && sameJson(values(own.answers), values(answers))
}

/** What waits to be confirmed of another year keeps waiting, under the name its question has now. */
const noteUnder = (note: Section, dossier: Stored, chain: Chain, form: FormVersion): Section => {
  const at = formsOf(chain).findIndex(({ version }) => version === versionOf(note, dossier))
  if (note.name !== CARRIED || at < 0) return note
  const carried = new Set(form.info.carriedOver.flatMap(({ questions }) => questions))
  const answers = Object.entries(note.answers).flatMap(([question, year]) => {
    const name = movedName(chain.steps.slice(at), question)
    return name !== undefined && (at === chain.steps.length || carried.has(name))
      ? [[name, year] as const]
      : []
  })
  return { ...note, answers: Object.fromEntries(answers) }
}
