// What is written beside the answers of a response, saved as a section is, under a name that no section may have: so
// that it is merged, kept on the device and read with the rest.
import { CARRIED, type NoteName, ORGANISATION } from './note-names.ts'
import type { Answers } from './nouns/scalars.ts'
import type { SubmissionSummary } from './nouns/submission.ts'

type Kept = { readonly answers: Answers; readonly revision: number }

/** The text of each note of one kind, by rule or question. */
export const notesIn = (
  sections: Readonly<Record<string, Kept>>,
  name: NoteName,
): Readonly<Record<string, string>> => textsOf(sections[name]?.answers ?? {})

/** Those of the values that are texts. */
export const textsOf = (answers: Answers): Record<string, string> =>
  Object.fromEntries(
    Object.entries(answers).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  )

/** Where an answer still to confirm comes from: « de 2023-2024 »; of the same year, it was given to another form. */
export const sourceWords = (from: string, schoolYear: string): string => {
  if (from === ORGANISATION) return 'de ce que votre Caf sait de votre organisation'
  return from === schoolYear ? `d’un autre questionnaire de ${from}` : `de ${from}`
}

/** The answers still to confirm; none once they were transmitted, which confirms them all. */
export const toConfirm = (
  sections: Readonly<Record<string, Kept>>,
  submission: Pick<SubmissionSummary, 'sectionRevisions'> | undefined,
): Readonly<Record<string, string>> => {
  const wasSent = (sections[CARRIED]?.revision ?? 0) <= (submission?.sectionRevisions[CARRIED] ?? 0)
  return submission && wasSent ? {} : notesIn(sections, CARRIED)
}
