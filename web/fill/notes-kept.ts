// What the person writes beside the answers: why something unusual is right, and which answers of another year they
// have confirmed. Saved, merged and kept on the device as a section is.
import { CARRIED, JUSTIFICATIONS, type NoteName } from '../../forms/note-names.ts'
import { notesIn, textsOf, toConfirm } from '../../forms/notes.ts'
import type { Answers } from '../../forms/nouns/scalars.ts'
import type { ResponseView } from '../../forms/response-wire.ts'

type Saved = Pick<ResponseView, 'sections' | 'submission' | 'may' | 'hasChecks'>

type Options = {
  readonly response: () => Saved
  /** The notes as this page has them; undefined where it saves none. */
  readonly saved: (name: NoteName) => Answers | undefined
  readonly change: (name: NoteName, texts: Answers) => void
  readonly isOpen: () => boolean
  readonly onExplained: () => void
  /** Whether to change the answer to this question is to settle it: a table is read line by line. */
  readonly isSingle: (question: string) => boolean
}

/** The notes that this person may write, under the names they are saved by. */
export const notesToSave = ({ sections, may, hasChecks }: Saved): NoteName[] => {
  if (!may.annotate) return []
  const names: readonly NoteName[] = [JUSTIFICATIONS, CARRIED]
  return names.filter((name) => (name === CARRIED ? sections[CARRIED] !== undefined : hasChecks))
}

export type Notes = ReturnType<typeof createNotes>

export const createNotes = ({ response, saved, change, isOpen, onExplained, isSingle }: Options) => {
  const live = (name: NoteName): Readonly<Record<string, string>> => {
    const kept = saved(name)
    return kept ? textsOf(kept) : notesIn(response().sections, name)
  }
  const unconfirmed = (): Readonly<Record<string, string>> => {
    const { sections, submission } = response()
    const asked = toConfirm(sections, submission)
    return Object.fromEntries(Object.entries(live(CARRIED)).filter(([question]) => question in asked))
  }
  return {
    justifications: () => live(JUSTIFICATIONS),
    mayExplain: (): boolean => isOpen() && response().may.annotate,
    explain: (rule: string, text: string): void => {
      const { [rule]: _, ...others } = live(JUSTIFICATIONS)
      change(JUSTIFICATIONS, text === '' ? others : { ...others, [rule]: text })
      onExplained()
    },
    /** The answers taken from another year that nobody has confirmed: school year by question. */
    unconfirmed,
    /** Whether the person has settled an answer by changing it. */
    isSettledBy: (question: string): boolean => question in unconfirmed() && isSingle(question),
    confirm: (questions: readonly string[]): void => {
      const left = without(live(CARRIED), questions)
      if (isOpen() && response().may.annotate) change(CARRIED, left)
    },
  }
}

const without = (notes: Readonly<Record<string, string>>, names: readonly string[]): Answers =>
  Object.fromEntries(Object.entries(notes).filter(([name]) => !names.includes(name)))
