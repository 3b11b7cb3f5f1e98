// Who confirms the answers taken from elsewhere: part by part, those whose role fills it.
import { assertMay } from '../../forms/access.ts'
import { CARRIED } from '../../forms/note-names.ts'
import { notesIn } from '../../forms/notes.ts'
import type { Actor } from '../../forms/nouns/people.ts'
import type { Response } from '../../forms/nouns/response.ts'
import { sectionKeys } from '../../forms/shape.ts'
import { viewedUnder } from '../moving/view.ts'
import { getDossier } from '../store/responses.ts'
import { findSubmission } from '../store/submissions.ts'

type Settling = {
  readonly response: Response
  /** The version of the questionnaire that names the questions. */
  readonly version: number
  /** The revision of the notes that the person has seen. */
  readonly seen: number
  readonly notes: Readonly<Record<string, string>>
}

/**
 * Throws `forbidden` where a mark goes, comes or changes on a question of a section that this person does not fill. Of
 * notes that somebody saved meanwhile nothing is judged: the save is refused in any case.
 */
export const assertSettlesOwn = async (
  actor: Actor,
  { response, version, seen, notes }: Settling,
): Promise<void> => {
  const stored = await getDossier(response.id)
  const { dossier, form } = await viewedUnder(stored, await findSubmission(stored), version)
  if ((dossier.sections[CARRIED]?.revision ?? 0) !== seen) return
  const before = notesIn(dossier.sections, CARRIED)
  const settled = Object.keys({ ...before, ...notes }).filter((name) => before[name] !== notes[name])
  const keys = sectionKeys(form)
  for (const section of form.info.sections) {
    const isSettled = settled.some((question) => keys[section.name]?.includes(question))
    if (isSettled) assertMay(actor, 'response:save', { ...response, section })
  }
}
