// What stands in the field of a list to search and is in none of its choices: no answer, kept as it was typed.
import type { Question } from './survey-parts.ts'

/** The property of a question that holds it. */
const TYPED = 'typed'

/** Whether a question is answered by one choice of a list, which is searched by typing when it is long. */
export const isChoice = (question: Question): boolean => question.getType() === 'dropdown'

/** What was typed and is no choice, with what to do; nothing once there is an answer. */
export const unlistedIn = (question: Question): { typed: string; fault: string } | undefined => {
  const typed = question.getPropertyValue(TYPED)
  if (typeof typed !== 'string' || !question.isEmpty() || question.isInputReadOnly) return undefined
  return { typed, fault: `Choisissez dans la liste : elle ne contient pas «\u00a0${typed}\u00a0».` }
}

/** The person goes on with a text that is no choice: what they had chosen before no longer answers. */
export const keepUnlisted = (question: Question, typed: string): void => {
  question.setPropertyValue(TYPED, typed)
  question.value = undefined
  question.validate(true)
}

/** The person has chosen, or emptied the field. */
export const dropUnlisted = (question: Question): void => {
  if (question.getPropertyValue(TYPED) === undefined) return
  question.setPropertyValue(TYPED, undefined)
  if (question.errors.length > 0) question.validate(true)
}

/** Puts back in an empty field what is in none of its choices. */
export const restoreUnlisted = (question: Question, typed: string): void => {
  if (question.isEmpty() && !question.isInputReadOnly) keepUnlisted(question, typed)
}
