import { type Question, readDefinition } from '../definition.ts'
import type { FormVersion } from '../nouns/form.ts'
import type { Answers } from '../nouns/scalars.ts'

/**
 * What a draft still lacks, a line a section, from the definition alone: sections not begun, and required questions
 * without an answer. Questions under a condition are left out, so that nobody is asked for what they need not give:
 * the whole check is that of the submission.
 */
export const missingIn = (
  form: FormVersion,
  drafts: Readonly<Record<string, { readonly answers: Answers }>>,
): string[] => {
  return form.info.sections.flatMap(({ name, title }) => {
    const draft = drafts[name]
    if (!draft) return [`${title} : à commencer`]
    const lacking = lackingIn(form, name, draft.answers)
    if (lacking.length === 0) return []
    const names = lacking.slice(0, MAX_NAMED).map((question) => `« ${question.title} »`)
    const more = lacking.length > MAX_NAMED ? ` et ${lacking.length - MAX_NAMED} de plus` : ''
    return [`${title} : ${names.join(', ')}${more}`]
  })
}

/** The required questions of a section that have no answer, whatever the others are. */
export const lackingIn = (form: FormVersion, section: string, answers: Answers): Question[] =>
  readDefinition(form).questions.filter(
    (question) =>
      question.page === section &&
      question.isRequired &&
      question.gates.length === 0 &&
      question.visible &&
      !question.visibleIf &&
      !Object.hasOwn(answers, question.name) &&
      !Object.hasOwn(form.info.prefilled, question.name),
  )

const MAX_NAMED = 3
