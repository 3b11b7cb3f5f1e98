// Saving and confirming a section of a response whose questionnaire has changed since it was called. What was saved under
// an older version stays under it until somebody saves the section under a later one, then is kept beside it.
import { draftsOf, questionsIn } from '../../forms/moving/moved-dossier.ts'
import { movedName } from '../../forms/moving/moved-pointer.ts'
import type { MovedDossier } from '../../forms/moving/moved-sections.ts'
import { versionOf } from '../../forms/moving/versions.ts'
import type { FormVersion } from '../../forms/nouns/form.ts'
import type { Response } from '../../forms/nouns/response.ts'
import type { Answers } from '../../forms/nouns/scalars.ts'
import type { Confirmation, Section } from '../../forms/nouns/submission.ts'
import { chainOf, keepEarlier, readMoved } from '../store/moves.ts'
import { type Dossier, getDossier } from '../store/responses.ts'
import { confirmSection, formChanged, putSection, saveSection, stale } from '../store/sections.ts'
import { findSubmission } from '../store/submissions.ts'

type Saving = {
  readonly form: FormVersion
  readonly name: string
  readonly seen: number
  readonly by: string
  readonly at: string
}

/** Saves a section under the version it is made for. Throws `stale`, or `form-changed` where a later one has taken over. */
export const saveUnder = async (
  response: Response,
  { form, ...save }: Saving & { readonly answers: Answers },
): Promise<Section> => {
  const version = form.version
  if (!response.moves) return saveSection(response, { ...save, version })
  const { own, moved } = await standing(response, form, save.name)
  if (own && versionOf(own, response) === version)
    return saveSection(response, { ...save, version, taken: own.taken })
  const current = moved.sections[save.name]
  if ((current?.revision ?? 0) !== save.seen) throw stale(current)
  if (own) await keepEarlier(response.id, own, versionOf(own, response))
  const taken = takenFrom(moved, save.name)
  return saveSection(response, { ...save, version, stored: own?.revision ?? 0, taken })
}

/** Confirms a section as a person has seen it under a version: from then on it is one of that version. */
export const confirmUnder = async (
  response: Response,
  { form, name, seen, by, at }: Saving,
): Promise<Confirmation> => {
  if (!response.moves) return confirmSection(response, { name, seen, by, at })
  const { own, moved } = await standing(response, form, name)
  if (own && versionOf(own, response) === form.version)
    return confirmSection(response, { name, seen, by, at })
  const current = moved.sections[name]
  if ((current?.revision ?? 0) !== seen) throw stale(current)
  if (own) await keepEarlier(response.id, own, versionOf(own, response))
  const confirmation = { by, at, revision: seen }
  const { savedAt, savedBy } = current ?? { savedAt: at, savedBy: by }
  const section: Section = {
    ...{ name, answers: current?.answers ?? {}, revision: seen, savedAt, savedBy, confirmation },
    ...{ formVersion: form.version, taken: takenFrom(moved, name) },
  }
  if (await putSection(response.id, section, own?.revision ?? 0)) return confirmation
  throw stale((await standing(response, form, name)).moved.sections[name])
}

const takenFrom = ({ sources }: MovedDossier, name: string): Record<string, number> =>
  Object.fromEntries(
    (sources[name] ?? [])
      .toSorted((a, b) => a.revision - b.revision)
      .map((draft) => [draft.name, draft.revision]),
  )

/** The dossier under a version, once it is sure that nothing of a later one stands where a section goes. */
const standing = async (
  response: Response,
  form: FormVersion,
  name: string,
): Promise<{ own: Section | undefined; moved: MovedDossier }> => {
  const dossier = await getDossier(response.id)
  await assertNotOvertaken(dossier, form, name)
  const submission = await findSubmission(dossier)
  return { own: dossier.sections[name], moved: await readMoved(dossier, submission, form.version) }
}

/**
 * Throws `form-changed` when answers made for an older version may not be taken any more: something was transmitted in a
 * later one; or, of one section, a later one was saved where its questions go. Without a section, wherever it was saved.
 */
export const assertNotOvertaken = async (
  dossier: Dossier,
  form: FormVersion,
  section?: string,
): Promise<void> => {
  const now = dossier.formVersion
  if (form.version === now) return
  if (dossier.submission && versionOf(dossier.submission, dossier) > form.version) throw formChanged(now)
  const later = draftsOf(dossier).filter((draft) => versionOf(draft, dossier) > form.version)
  if (later.length === 0) return
  if (section === undefined || later.some(({ name }) => name === section)) throw formChanged(now)
  const { steps } = await chainOf(dossier, now)
  const ahead = steps.slice(steps.findIndex(({ from }) => from.version === form.version))
  for (const { name, formVersion } of later) {
    const until = ahead.findIndex(({ to }) => to.version === formVersion) + 1
    const there = ahead[until - 1]?.to
    const taken = new Set(there ? questionsIn(there, name).map((question) => question.name) : [])
    const goesTo = questionsIn(form, section).map((question) =>
      movedName(ahead.slice(0, until), question.name),
    )
    if (goesTo.some((question) => question !== undefined && taken.has(question))) throw formChanged(now)
  }
}
