// A condition of a definition in words, for people who prepare: « si « Statut juridique » est « Association » ».
import { choicesOf } from './choices.ts'
import type { Question } from './definition.ts'

const GENERIC = 'selon vos réponses'

/**
 * The words of a condition that compares questions with values, joined by « et » or « ou »; « selon vos réponses » of
 * any other. `questions` are those of the form, by name.
 */
export const conditionText = (expression: string, questions: ReadonlyMap<string, Question>): string => {
  const joined = /\bor\b/i.test(expression) ? 'or' : 'and'
  if (joined === 'or' && /\band\b/i.test(expression)) return GENERIC
  const parts = expression
    .split(new RegExp(`\\s+${joined}\\s+`, 'i'))
    .map((part) => simple(part.trim(), questions))
  if (parts.some((part) => part === undefined)) return GENERIC
  return `si ${[...new Set(parts)].join(joined === 'or' ? ' ou ' : ' et ')}`
}

const simple = (part: string, questions: ReadonlyMap<string, Question>): string | undefined => {
  const [, name = '', operator = '', quoted] =
    /^\{([\w-]+)\}\s*(=|==|<>|!=|contains|notempty|empty|>)\s*('[^']*'|\d+)?$/.exec(part) ?? []
  const question = questions.get(name)
  if (!question) return undefined
  const title = `« ${question.title} »`
  if (operator === 'empty') return `${title} n’est pas renseigné`
  if (operator === 'notempty') return `${title} est renseigné`
  const value = (quoted ?? '').replaceAll("'", '')
  if (operator === '>') return value === '0' ? `${title} n’est pas nul` : `${title} dépasse ${value}`
  const said = `« ${textOf(question, value)} »`
  if (operator === 'contains') return `${title} contient ${said}`
  return operator === '=' || operator === '==' ? `${title} est ${said}` : `${title} n’est pas ${said}`
}

const textOf = (question: Question, value: string): string =>
  question.choices.find((choice) => String(choice.value) === value)?.text ??
  String(choicesOf(question).find((choice) => String(choice) === value) ?? value)
