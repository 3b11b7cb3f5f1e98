import { readDefinition } from '../definition.ts'
import type { Answers, FormVersion } from '../schemas.ts'

/**
 * What a draft still lacks, a line a section, from the definition alone: sections not begun, and required questions
 * without an answer. Questions under a condition are left out, so that nobody is asked for what they need not give:
 * the whole check is that of the submission.
 */
export const missingIn = (
  form: FormVersion,
  drafts: Readonly<Record<string, { readonly answers: Answers }>>,
): string[] => {
  const { questions } = readDefinition(form)
  return form.info.sections.flatMap(({ name, title }) => {
    const draft = drafts[name]
    if (!draft) return [`${title} : à commencer`]
    const lacking = questions.filter(
      (question) =>
        question.page === name &&
        question.isRequired &&
        question.gates.length === 0 &&
        question.visible &&
        !question.visibleIf &&
        !Object.hasOwn(draft.answers, question.name) &&
        !Object.hasOwn(form.info.prefilled, question.name),
    )
    if (lacking.length === 0) return []
    const names = lacking.slice(0, MAX_NAMED).map((question) => `« ${question.title} »`)
    const more = lacking.length > MAX_NAMED ? ` et ${lacking.length - MAX_NAMED} de plus` : ''
    return [`${title} : ${names.join(', ')}${more}`]
  })
}

const MAX_NAMED = 3
