// What keeps settled answers from being transmitted: what is required and missing, bounds, validators, duplicates.
// Only what is shown and can be changed is judged, as the page does.
import { dayFault } from './day-bounds.ts'
import type { Question } from './definition.ts'
import { type Expressions, isOpen, isShown, type Scope } from './expressions.ts'
import { formatMoney, formatNumber } from './money.ts'
import { isEmpty, type Path, type Place, placesIn, shownRows } from './places.ts'
import { type Fault, pointer } from './problems.ts'
import { isOther } from './settle.ts'
import { isItem, type Json } from './shape-walk.ts'

/** Every fault of the answers in a place and inside it, in the order of the questions. */
export const faultsIn = (place: Place, x: Expressions): Fault[] =>
  place.questions
    .filter((question) => isShown(question, place.scope, x) && isOpen(question, place.scope, x))
    .flatMap((question) => faultsOf(question, place, x))

const faultsOf = (question: Question, place: Place, x: Expressions): Fault[] => {
  const { item, scope } = place
  const path = [...place.path, question.name]
  const fault = (detail: string, at: Path = path): Fault[] => [{ pointer: pointer(...at), detail }]
  const value = item[question.name]
  if (isRequired(question, scope, x) && isEmpty(value))
    return fault(question.requiredErrorText ?? `${say(question)} : une réponse est attendue.`)
  const own = [
    ...boundFaults(question, value, x).flatMap((detail) => fault(detail)),
    ...missingRows(question, value, scope, x).flatMap((row) =>
      fault(`${say(question)} : une réponse est attendue à chaque ligne.`, [...path, row]),
    ),
    ...(question.showOtherItem && isOther(value) && isEmpty(item[`${question.name}-Comment`])
      ? fault(question.otherErrorText ?? `${say(question)} : précisez votre réponse « Autre ».`)
      : []),
  ]
  const inside = placesIn(question, place, x)
  return [
    ...own,
    ...(own.length > 0 ? [] : validatorFaults(question, value, scope, x).flatMap((detail) => fault(detail))),
    ...inside.flatMap((part) => faultsIn(part, x)),
    ...duplicates(question, inside).flatMap(({ at, detail }) => fault(detail, at)),
  ]
}

const isRequired = (
  { type, isRequired: always, requiredIf }: Question,
  scope: Scope,
  x: Expressions,
): boolean => type !== 'expression' && (requiredIf ? x.holds(requiredIf, scope) : always)

const say = ({ title }: Question): string => `« ${title} »`

/** Sentences about a value that is there: bounds, step, address, number of choices, rows or panels. */
const boundFaults = (question: Question, value: Json | undefined, x: Expressions): string[] => {
  const { minSelectedChoices: fewest } = question
  if (isEmpty(value)) return fewest > 0 && question.type !== 'ranking' ? [tooFew(question)] : []
  if (typeof value === 'number' && (question.type === 'text' || question.type === 'slider'))
    return numberFaults(question, value)
  if (question.type === 'slider') return rangeFaults(question, value)
  if (typeof value === 'string' && question.type === 'text') return textFaults(question, value, x)
  if (!Array.isArray(value)) return []
  const least = question.isRequired ? Math.max(question.minRowCount, question.minPanelCount) : 0
  if (question.fields.length > 0)
    return value.filter((one) => !isEmpty(one)).length < least
      ? [`${say(question)} : il en faut au moins ${least}.`]
      : []
  return value.length < fewest ? [tooFew(question)] : []
}

const tooFew = (question: Question): string =>
  `${say(question)} : choisissez-en au moins ${question.minSelectedChoices}.`

const numberFaults = (question: Question, value: number): string[] => {
  const { step, money } = question
  const words = (bound: number): string => (money ? formatMoney(bound) : formatNumber(bound))
  const [min, max] = [question.min, question.max].map((bound) =>
    bound === undefined || bound === '' ? undefined : Number(bound),
  )
  return [
    ...(min !== undefined && value < min
      ? [question.minErrorText ?? `${say(question)} : la valeur doit être au moins ${words(min)}.`]
      : []),
    ...(max !== undefined && value > max
      ? [question.maxErrorText ?? `${say(question)} : la valeur doit être au plus ${words(max)}.`]
      : []),
    ...(step && !isMultiple(value - (question.type === 'slider' ? (min ?? 0) : 0), step)
      ? [`${say(question)} : ${expected(question)} est attendu.`]
      : []),
  ]
}

/** Of the two ends of a slider, each within the bounds, and apart as the question wants. */
const rangeFaults = (question: Question, value: Json | undefined): string[] => {
  const [from, to] = Array.isArray(value) ? value : []
  if (typeof from !== 'number' || typeof to !== 'number') return []
  const { minRangeLength: least = 0, maxRangeLength: most = Number.POSITIVE_INFINITY } = question
  const ends = [...new Set([...numberFaults(question, from), ...numberFaults(question, to)])]
  if (ends.length > 0) return ends
  if (from > to) return [`${say(question)} : le premier nombre est au plus le second. Échangez-les.`]
  if (to - from < least) return [`${say(question)} : il faut au moins ${least} entre les deux nombres.`]
  return to - from > most ? [`${say(question)} : il faut au plus ${most} entre les deux nombres.`] : []
}

const expected = ({ step, money, type, min }: Question): string => {
  if (money) return 'un montant en centimes entiers'
  if (type === 'slider' && min !== 0) return `un nombre de ${step} en ${step} à partir de ${min}`
  return step === 1 ? 'un nombre entier' : `un multiple de ${step}`
}

/** Whether a value is so many whole steps, apart from the noise of binary fractions. */
const isMultiple = (value: number, step: number): boolean => {
  const steps = value / step
  return Math.abs(steps - Math.round(steps)) <= 1e-12 * Math.max(1, Math.abs(steps))
}

const textFaults = (question: Question, value: string, x: Expressions): string[] => {
  const { inputType } = question
  if (inputType === 'email' && !question.validators.some(({ type }) => type === 'email') && !x.isEmail(value))
    return [`${say(question)} : ce mél n’est pas complet, écrivez-le comme nom@exemple.fr.`]
  if (inputType === 'time') return hourFaults(question, value)
  const fault = dayFault(value, question)
  return fault ? [fault] : []
}

const hourFaults = (question: Question, value: string): string[] => {
  const { min, max } = question
  if (typeof min === 'string' && min !== '' && value < min)
    return [question.minErrorText ?? `${say(question)} : l’heure doit être ${min} ou après.`]
  if (typeof max === 'string' && max !== '' && value > max)
    return [question.maxErrorText ?? `${say(question)} : l’heure doit être ${max} ou avant.`]
  return []
}

/** The rows of a simple matrix that want an answer and have none. */
const missingRows = (question: Question, value: Json | undefined, scope: Scope, x: Expressions): string[] => {
  if (question.type !== 'matrix' || !question.eachRowRequired) return []
  const answers = isItem(value) ? value : {}
  return shownRows(question, scope, x)
    .map((row) => String(row.value))
    .filter((row) => isEmpty(answers[row]))
}

const validatorFaults = (
  question: Question,
  value: Json | undefined,
  scope: Scope,
  x: Expressions,
): string[] =>
  question.validators
    .filter(({ notificationType }) => notificationType === 'error')
    .filter((validator) => x.refuses(validator, value, scope))
    .map(({ text }) => text ?? `${say(question)} : cette réponse ne convient pas.`)

/** Values that may stand once only and stand again, in a column or under the key of panels. */
const duplicates = (question: Question, inside: readonly Place[]): { at: Path; detail: string }[] => {
  const unique = question.fields.filter(({ isUnique, name }) => isUnique || name === question.keyName)
  return unique.flatMap(({ name, title }) => {
    const seen = new Set<Json>()
    return inside.flatMap(({ item, path }) => {
      const value = item[name]
      if (value === undefined || isEmpty(value)) return []
      const known = typeof value === 'string' ? value.toLocaleLowerCase() : value
      if (!seen.has(known)) {
        seen.add(known)
        return []
      }
      const detail =
        question.keyDuplicationError ?? `« ${title} » : cette valeur est déjà dans une autre ligne.`
      return [{ at: [...path, name], detail }]
    })
  })
}
