// Whether a draft has all that its definition surely requires, without running it: for drafts left at closing. An
// estimate on purpose: only the submission decides, with survey-core's rules, and only there are they bundled.
import { type Question, readDefinition } from './definition.ts'
import type { FormVersion, Section } from './schemas.ts'

/** Whether every question that is always asked and required has an answer in these drafts, by section name. */
export const looksComplete = (form: FormVersion, sections: Readonly<Record<string, Section>>): boolean => {
  const answered = new Set(Object.values(sections).flatMap(({ answers }) => Object.keys(answers)))
  return (
    answered.size > 0 &&
    readDefinition(form).questions.every(
      (question) =>
        !isAlwaysRequired(question) ||
        answered.has(question.name) ||
        Object.hasOwn(form.info.prefilled, question.name),
    )
  )
}

const isAlwaysRequired = ({ isRequired, visible, visibleIf, enableIf, readOnly, gates }: Question): boolean =>
  isRequired && visible && !visibleIf && !enableIf && !readOnly && gates.length === 0
