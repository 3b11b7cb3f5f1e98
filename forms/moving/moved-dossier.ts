// The answers of a dossier as one of its versions takes them. Drafts and submissions stay as they were stored, each under
// the version it was made for; whoever reads them goes through here.
import { type Question, readDefinition } from '../definition.ts'
import { isNote } from '../note-names.ts'
import type { FormVersion } from '../nouns/form.ts'
import type { Response } from '../nouns/response.ts'
import type { Answers } from '../nouns/scalars.ts'
import type { Section, Submission } from '../nouns/submission.ts'
import { keysOf } from '../shape-values.ts'
import { sameJson } from '../shape-walk.ts'
import { moveAnswers, type Step } from './move-answers.ts'
import type { Lost } from './move-values.ts'
import { movedName } from './moved-pointer.ts'
import { valueWords } from './value-words.ts'
import { versionOf } from './versions.ts'

export type Stored = Response & { readonly sections: Readonly<Record<string, Section>> }

export type Chain = {
  /** The version the dossier had when it was called. */
  readonly first: FormVersion
  /** From there to the version asked for. */
  readonly steps: readonly Step[]
  /** Drafts of older versions whose place was taken: what they held for other sections still counts. */
  readonly earlier?: readonly Section[]
}

export type Working = {
  /** What a person goes on from: drafts, and of the rest what was submitted. */
  readonly answers: Answers
  readonly lost: readonly Lost[]
  /** The questions that a draft speaks for which is not submitted. */
  readonly drafted: ReadonlySet<string>
}

/** The versions of a chain, in order. */
export const formsOf = ({ first, steps }: Chain): FormVersion[] => [first, ...steps.map(({ to }) => to)]

/** The questions of a section, by name. */
export const questionsIn = (form: FormVersion, section: string): Question[] =>
  readDefinition(form).questions.filter(({ page }) => page === section)

/** The drafts of a dossier's sections, oldest version first; notes are none. One kept as earlier that still stands counts once. */
export const draftsOf = (dossier: Stored, earlier: readonly Section[] = []): Section[] => {
  const now = Object.values(dossier.sections).filter(({ name }) => !isNote(name))
  const before = earlier.filter((draft) => {
    const own = dossier.sections[draft.name]
    return own === undefined || versionOf(own, dossier) > versionOf(draft, dossier)
  })
  return [...before, ...now]
}

/**
 * What stands in a dossier under the last version of a chain. Drafts of later versions, and those that the submission
 * came after, are left out.
 */
export const workingIn = (dossier: Stored, submission: Submission | undefined, chain: Chain): Working => {
  const lost: Lost[] = []
  const drafts = draftsOf(dossier, chain.earlier).filter(
    ({ name, revision }) => revision > (submission?.sectionRevisions[name] ?? 0),
  )
  let answers: Answers = {}
  let spoken = new Map<string, Section>()
  for (const [i, form] of formsOf(chain).entries()) {
    const step = chain.steps[i - 1]
    if (step) {
      const moved = moveAnswers(step, answers)
      answers = { ...moved.answers }
      lost.push(...moved.lost)
      spoken = new Map(
        [...spoken].flatMap(([name, by]) => [[movedName([step], name), by] as const].filter(hasName)),
      )
    }
    if (submission && versionOf(submission, dossier) === form.version)
      answers = under(submission.answers, answers, [...spoken.keys()].flatMap(keysIn(form)))
    for (const draft of drafts.filter((one) => versionOf(one, dossier) === form.version)) {
      const own = questionsIn(form, draft.name)
      lost.push(...own.flatMap((question) => overtaken(question, draft, spoken.get(question.name), answers)))
      answers = under(answers, draft.answers, own.flatMap(keysOfQuestion))
      for (const { name } of own) spoken.set(name, draft)
    }
  }
  return { answers, lost, drafted: new Set(spoken.keys()) }
}

const hasName = (entry: readonly [string | undefined, Section]): entry is readonly [string, Section] =>
  entry[0] !== undefined

const keysOfQuestion = (question: Question): string[] => keysOf(question).map(([key]) => key)

const keysIn = (form: FormVersion) => {
  const byName = new Map(readDefinition(form).questions.map((question) => [question.name, question]))
  return (name: string): string[] => {
    const question = byName.get(name)
    return question ? keysOfQuestion(question) : []
  }
}

/** Some answers with these keys as others have them, absence included. */
const under = (some: Answers, others: Answers, keys: readonly string[]): Answers => {
  const result = { ...some }
  for (const key of keys) {
    if (Object.hasOwn(others, key)) result[key] = others[key] ?? null
    else delete result[key]
  }
  return result
}

/**
 * What was saved under an older version after a draft of this one had taken over the question: kept there, and told. A
 * save that meets the newer draft is refused; this is for two at the same instant.
 */
const overtaken = (
  question: Question,
  draft: Section,
  older: Section | undefined,
  answers: Answers,
): Lost[] => {
  if (!older || older.revision <= (draft.taken?.[older.name] ?? 0)) return []
  return keysOfQuestion(question).flatMap((key) =>
    answers[key] === undefined || sameJson(answers[key], draft.answers[key])
      ? []
      : [
          {
            pointer: `/${key}`,
            question: `/${question.name}`,
            title: question.title,
            value: answers[key],
            words: valueWords(question, answers[key]),
            reason:
              'Cette réponse a été enregistrée dans l’ancienne version au moment où la nouvelle l’était.',
          },
        ],
  )
}
