// Checks as they are begun: on the first questions that they may read.
import type { Check } from '../coherence-rules.ts'
import type { Content } from '../editing-wire.ts'
import { NUMBERS } from './answer-places.ts'
import { isObject } from './json-pointer.ts'
import { withMessage, withMoney, withPointer } from './rule-checks.ts'
import { ALL, firstOf, ofKinds, patternAt, patternsOf, type RuleQuestion } from './rule-places.ts'

export type CheckKind = Check['check']

/** From the commonest on. */
export const checkKinds: readonly CheckKind[] = [
  'compare',
  'each',
  'school-year',
  'in-order',
  'needs-text',
  'near-forecast',
]

/** A check of a kind to begin with, on the first questions that it may read; undefined when there are none. */
export const newCheck = (
  kind: CheckKind,
  content: Content,
  questions: readonly RuleQuestion[],
): Check | undefined => {
  const begun = begin(kind, content, questions)
  return begun && withMessage(begun, questions)
}

/** The first kind that the questions allow a check of, with that check. */
export const firstCheck = (content: Content, questions: readonly RuleQuestion[]): Check | undefined => {
  for (const kind of checkKinds) {
    const check = newCheck(kind, content, questions)
    if (check) return check
  }
  return undefined
}

const begin = (kind: CheckKind, content: Content, questions: readonly RuleQuestion[]): Check | undefined => {
  const about = { message: '', money: false }
  const firstIn = (...kinds: Parameters<typeof ofKinds>[1]) =>
    ofKinds(questions, kinds).map((question) => patternsOf([firstOf(question)]))
  switch (kind) {
    case 'compare': {
      const [left, right] =
        [firstIn('number'), firstIn('money'), firstIn('number', 'money')].find(({ length }) => length > 1) ??
        []
      if (!left || !right) return undefined
      const check = {
        ...about,
        check: kind,
        left: { sum: left },
        is: 'equal' as const,
        right: { sum: right },
      }
      return withMoney(withPointer({ ...check, pointer: '' }, questions), questions)
    }
    case 'each': {
      const [values] = firstIn('number', 'money')
      return values && withMoney({ ...about, check: kind, values, min: 0 }, questions)
    }
    case 'school-year': {
      const [values] = firstIn('date')
      return values && { ...about, check: kind, values, ...SCHOOL_YEAR }
    }
    case 'in-order': {
      const [first, last] = singlePlaces(questions, ['date'])
      return first && last ? { ...about, check: kind, first, last } : undefined
    }
    case 'needs-text':
      return neededText(about, questions)
    case 'near-forecast':
      return isObject(content.info.compared)
        ? { ...about, check: kind, percent: 20, floor: { money: 100_000, count: 5 } }
        : undefined
  }
}

/** From the first day of September to the last of August. */
const SCHOOL_YEAR = { from: '09-01', to: '08-31' }

/** The places that hold one answer of some kinds: no line that is one of several. */
export const singlePlaces = (
  questions: readonly RuleQuestion[],
  kinds: Parameters<typeof ofKinds>[1],
): string[] =>
  ofKinds(questions, kinds).flatMap((question) => {
    if (question.lines === 'list') return []
    const rows = question.lines === 'none' ? [ALL] : question.rows.map(({ value }) => value)
    return rows.flatMap((row) => question.fields.map(({ key }) => patternAt(question, row, key)))
  })

const neededText = (
  about: { message: string; money: boolean },
  questions: readonly RuleQuestion[],
): Check | undefined => {
  const [choice] = ofKinds(questions, ['choice'])
  const [number] = ofKinds(questions, NUMBERS)
  const [field] = choice?.fields ?? []
  const option = field?.options[0]
  const when =
    choice && option
      ? { count: patternAt(choice, ALL, field?.key ?? ''), is: option.value }
      : number && { sum: patternsOf([firstOf(number)]) }
  // What is to be explained comes after what is asked.
  const after = questions.slice(questions.findIndex(({ name }) => name === choice?.name) + 1)
  const text = singlePlaces(after, ['text'])[0] ?? singlePlaces(questions, ['text'])[0]
  return text && when ? { ...about, check: 'needs-text', when, text } : undefined
}
