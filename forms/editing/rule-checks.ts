// Checks as they are changed: what follows from a choice, amounts, where the remark is shown, the sentence while nobody
// has written another.
import type { Check } from '../coherence-rules.ts'
import { pointerOf } from './json-pointer.ts'
import type { OtherForm } from './other-forms.ts'
import { boundWords } from './rule-bounds.ts'
import { type RuleQuestion, spotAt } from './rule-places.ts'
import { capital, placesWords, type Side, sideWords } from './rule-words.ts'

/** A check changed from another: what follows from the change is changed too. */
export const followed = (
  before: Check,
  after: Check,
  questions: readonly RuleQuestion[],
  others: readonly OtherForm[] = [],
): Check => {
  const settled = withMoney(withPointer(after, questions), questions)
  const isProposed = before.message === messageOf(before, questions, others)
  return isProposed ? withMessage(settled, questions, others) : settled
}

/** The sentence of a check as long as nobody has written another. */
export const messageOf = (
  check: Check,
  questions: readonly RuleQuestion[],
  others: readonly OtherForm[] = [],
): string => {
  switch (check.check) {
    case 'compare': {
      const left = capital(sideWords(check.left, questions, others))
      const right = sideWords(check.right, questions, others)
      return check.is === 'equal'
        ? `${left} ({left}) doit égaler ${right} ({right}) : vérifiez ces réponses.`
        : `${left} ({left}) dépasse ${right} ({right}) : vérifiez ces réponses.`
    }
    case 'each': {
      const what = check.money ? 'Ce montant' : 'Ce nombre'
      return `${what} ({value}) doit être ${boundWords(check)} : vérifiez-le.`
    }
    case 'school-year':
      return 'Le {value} n’est pas dans l’année scolaire {expected} : vérifiez la date.'
    case 'in-order': {
      const [first, last] = [placesWords([check.first], questions), placesWords([check.last], questions)]
      return `${last} ({right}) est avant ${first} ({left}) : vérifiez les dates.`
    }
    case 'needs-text':
      return `Remplissez ${placesWords([check.text], questions)}.`
    case 'near-forecast':
      return 'Réponse {value}, prévu {expected} : l’écart est de {difference}.'
  }
}

/** Where the remark of a comparison may be shown: the questions that it reads, and each single cell. */
export const remarkPlaces = (
  { left, right }: Pick<Extract<Check, { check: 'compare' }>, 'left' | 'right'>,
  questions: readonly RuleQuestion[],
): string[] => [
  ...new Set(
    [left, right].map(ownPatterns).flatMap((patterns) =>
      patterns.flatMap((pattern) => {
        const spot = spotAt(pattern, questions)
        if (!spot) return []
        const whole = pointerOf([spot.question.name])
        const isCell =
          patterns.length === 1 &&
          spot.question.lines === 'rows' &&
          spot.question.rows.some(({ value }) => value === spot.row)
        return isCell ? [pattern, whole] : [whole]
      }),
    ),
  ),
]

const ownPatterns = (side: Side): string[] => {
  if ('fact' in side || side.form !== undefined) return []
  return 'sum' in side ? side.sum : [side.count]
}

export const withMessage = (
  check: Check,
  questions: readonly RuleQuestion[],
  others: readonly OtherForm[] = [],
): Check => ({ ...check, message: messageOf(check, questions, others) })

/** A remark stays where it is shown as long as that is read; else it goes to the first place that is. */
export const withPointer = (check: Check, questions: readonly RuleQuestion[]): Check => {
  if (check.check !== 'compare') return check
  const places = remarkPlaces(check, questions)
  const [first] = places
  return first === undefined || places.includes(check.pointer) ? check : { ...check, pointer: first }
}

/** Numbers are written as amounts where all that is read are; bounds are in cents there. */
export const withMoney = (check: Check, questions: readonly RuleQuestion[]): Check => {
  if (check.check !== 'compare' && check.check !== 'each') return check
  const isEach = check.check === 'each'
  const patterns = isEach ? check.values : [check.left, check.right].flatMap(ownPatterns)
  const spots = patterns.map((pattern) => spotAt(pattern, questions))
  const isCounted = !isEach && [check.left, check.right].some((side) => 'count' in side || 'fact' in side)
  if (spots.length === 0 || spots.some((spot) => !spot)) return check
  const money = !isCounted && spots.every((spot) => spot?.field.kind === 'money')
  if (money === check.money) return check
  if (!isEach) return { ...check, money }
  const scaled = (bound: number) => (money ? Math.round(bound * 100) : bound / 100)
  return {
    ...check,
    money,
    ...(check.min === undefined ? {} : { min: scaled(check.min) }),
    ...(check.max === undefined ? {} : { max: scaled(check.max) }),
  }
}
