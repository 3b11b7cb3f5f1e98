// What of earlier answers a new response may start from.
import { readDefinition } from './definition.ts'
import type { FormVersion } from './nouns/form.ts'
import type { Response } from './nouns/response.ts'
import type { Answers } from './nouns/scalars.ts'
import { prefilledOf } from './prefilled.ts'
import { Problem } from './problems.ts'
import { checkSection, sectionKeys } from './shape.ts'

/**
 * By section, the answers that this version of the form takes as they are; not what the server sets, nor documents,
 * which belong to the response they were given with. Sections with none are left out.
 */
export const copyable = (
  form: FormVersion,
  answers: Answers,
  facts: Pick<Response, 'organisationName' | 'projectName' | 'schoolYear'>,
): Record<string, Answers> => {
  const prefilled = prefilledOf(form.info, facts)
  const files = new Set(
    readDefinition(form)
      .questions.filter(({ type }) => type === 'file')
      .map(({ name }) => name),
  )
  const sections = Object.entries(sectionKeys(form)).map(([section, keys]) => {
    const own = keys.filter(
      (key) => Object.hasOwn(answers, key) && !Object.hasOwn(prefilled, key) && !files.has(key),
    )
    const kept = own.flatMap((key) => Object.entries(taken(form, section, { [key]: answers[key] ?? null })))
    return [section, Object.fromEntries(kept)] as const
  })
  return Object.fromEntries(sections.filter(([, own]) => Object.keys(own).length > 0))
}

const taken = (form: FormVersion, section: string, answer: Answers): Answers => {
  try {
    return checkSection(form, section, answer, {})
  } catch (error) {
    if (error instanceof Problem) return {}
    throw error
  }
}
