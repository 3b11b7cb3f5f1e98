// What people type is stored in one form: identifiers without spaces, telephones in E.164 (domain.md, « Identifiers »).
import { cleanText } from '../../forms/clean-text.ts'
import { normaliseSiret, toE164 } from '../../forms/identifiers.ts'
import type { Answers } from '../../forms/nouns/scalars.ts'
import type { Question } from './survey-parts.ts'

export type TextKind = 'siret' | 'rna' | 'phone' | 'text'

/** What a text question asks for, by its type of entry and the expressions that check it. */
export const kindOf = (inputType: string, expressions: readonly string[]): TextKind => {
  const calls = (name: string) => expressions.some((expression) => expression.includes(`${name}(`))
  if (calls('isSiret')) return 'siret'
  if (calls('isRna')) return 'rna'
  return inputType === 'tel' || calls('isPhone') ? 'phone' : 'text'
}

/** The value to store for what was typed; what cannot be understood stays as it was typed. */
export const stored = (kind: TextKind, typed: string): string => {
  if (kind !== 'text') return storedNumber(kind, typed)
  return cleanText(typed)
}

const storedNumber = (kind: Exclude<TextKind, 'text'>, typed: string): string => {
  if (kind === 'siret') return normaliseSiret(typed)
  if (kind === 'rna') return typed.replace(/\s/g, '').toUpperCase()
  return toE164(typed) ?? cleanText(typed)
}

type TextQuestion = Pick<Question, 'getType' | 'inputType' | 'validators'>

/** The value of a question as it is stored. */
export const storedOf = (question: TextQuestion | null, value: Answers[string] | undefined) => {
  if (typeof value !== 'string') return value
  if (question?.getType() === 'comment') return cleanText(value)
  return question?.getType() === 'text'
    ? stored(kindOf(question.inputType ?? '', expressionsOf(question)), value)
    : value
}

type Typing = {
  readonly enterKeyHint: 'next'
  readonly inputMode?: 'numeric' | 'tel'
  readonly autocapitalize?: 'characters' | 'none'
  readonly autocomplete?: 'off'
  readonly spellcheck?: false
}

/** What the keyboard of a telephone and the browser's memory do with a text question, beside what its type says. */
export const typingOf = (question: TextQuestion): Typing => {
  const kind = kindOf(question.inputType ?? '', expressionsOf(question))
  // They are the organisation's: what the browser remembers of the person would be another number.
  const number = { autocomplete: 'off', spellcheck: false } as const
  if (kind === 'siret') return { ...number, inputMode: 'numeric', enterKeyHint: 'next' }
  if (kind === 'rna') return { ...number, autocapitalize: 'characters', enterKeyHint: 'next' }
  if (kind === 'phone') return { inputMode: 'tel', enterKeyHint: 'next' }
  if (question.inputType === 'email')
    return { spellcheck: false, autocapitalize: 'none', enterKeyHint: 'next' }
  return { enterKeyHint: 'next' }
}

/** The person goes on from a text: what they typed takes its stored form, and is told if it does not hold. */
export const leaveText = (question: Question): void => {
  if (question.isInputReadOnly || question.isEmpty()) return
  if (typeof question.value === 'string') {
    const value = storedOf(question, question.value)
    if (value !== question.value) question.value = value
  }
  question.validate(true)
}

const expressionsOf = ({ validators }: TextQuestion): string[] =>
  validators.map((validator) =>
    typeof validator === 'object' && validator !== null && 'expression' in validator
      ? String(validator.expression)
      : '',
  )
