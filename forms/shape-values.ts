// One check a question, compiled from the definition once: type, choices, lengths, days, caps. What a person may
// be typing and has not finished (a number out of bounds, half a SIRET) is not a matter of shape.
import { choicesOf, takesSeveral } from './choices.ts'
import type { Question } from './definition.ts'
import { documentsCheck } from './documents.ts'
import { formatNumber } from './money.ts'
import { type Check, itemOf, type Json, listOf, refuse, refusing, sameJson, step } from './shape-walk.ts'

const TEXT_CAP = 1_000
const COMMENT_CAP = 10_000

/** The check of a question's value. */
export const checkOf = (question: Question): Check => {
  const check = byType(question)
  if (question.type === 'expression' || !isLocked(question)) return check
  return (value, walk) =>
    sameJson(value, question.defaultValue)
      ? value
      : refuse(walk, `${say(question)} : cette valeur ne se change pas.`)
}

/** The keys a question may have among its siblings, each with its check: its own, its comment, its totals. */
export const keysOf = (question: Question): [string, Check][] => {
  const keys: [string, Check][] = [[question.name, checkOf(question)]]
  if (question.showOtherItem || question.showCommentArea)
    keys.push([`${question.name}-Comment`, text(question, question.maxCommentLength || COMMENT_CAP)])
  if (hasTotals(question)) keys.push([`${question.name}-total`, totals(question)])
  return keys
}

export const hasTotals = ({ type, fields }: Question): boolean =>
  (type === 'matrixdropdown' || type === 'matrixdynamic') && fields.some(isTotalled)

/** Whether a column has a total. */
export const isTotalled = ({ totalType, totalExpression }: Question): boolean =>
  totalType !== 'none' || Boolean(totalExpression)

/** Whether nobody may type here: a value is the definition's default, or the server's. */
const isLocked = ({ readOnly, enableIf, gates }: Question): boolean =>
  [...gates, { readOnly, enableIf }].some((gate) => gate.readOnly && !gate.enableIf)

const say = ({ title }: Question): string => `« ${title} »`

const byType = (question: Question): Check => {
  switch (question.type) {
    case 'text':
      return ofInput(question)
    case 'comment':
      return text(question, question.maxLength || COMMENT_CAP)
    case 'radiogroup':
    case 'dropdown':
    case 'rating':
    case 'boolean':
      return oneOf(question)
    case 'checkbox':
    case 'tagbox':
    case 'ranking':
      return manyOf(question)
    case 'imagepicker':
      return takesSeveral(question) ? manyOf(question) : oneOf(question)
    case 'slider':
      return question.sliderType === 'range' ? twoNumbers(question) : number(question)
    case 'matrix':
      return matrix(question)
    case 'matrixdropdown':
      return table(question)
    case 'matrixdynamic':
      return listOf(question.title, fields(question), question.maxRowCount, 'lignes')
    case 'paneldynamic':
      return listOf(question.title, fields(question), question.maxPanelCount, 'éléments')
    case 'multipletext':
      return fields(question)
    case 'file':
      return documentsCheck(question)
    case 'expression':
      return computed(question)
    default:
      return refusing(`${say(question)} : aucune réponse n’est attendue ici.`)
  }
}

const ofInput = (question: Question): Check => {
  if (question.inputType === 'number') return number(question)
  if (question.inputType === 'date') return day(question, isDay, 'une date comme 2026-06-15')
  if (question.inputType === 'month') return day(question, isMonth, 'un mois comme 2026-06')
  if (question.inputType === 'time') return day(question, isTime, 'une heure comme 08:30')
  if (question.inputType === 'datetime-local')
    return day(question, isMoment, 'une date et une heure comme 2026-06-15T08:30')
  return text(question, question.maxLength || TEXT_CAP)
}

const text =
  (question: Question, max: number): Check =>
  (value, walk) => {
    if (typeof value !== 'string') return refuse(walk, `${say(question)} : un texte est attendu.`)
    if (value.length > max)
      return refuse(
        walk,
        `${say(question)} : ${formatNumber(value.length)} caractères pour ${formatNumber(max)} au plus. Raccourcissez le texte.`,
      )
    return value === '' ? undefined : value
  }

const number =
  (question: Question): Check =>
  (value, walk) => {
    if (typeof value === 'number' && Number.isFinite(value)) return value
    return value === '' ? undefined : refuse(walk, `${say(question)} : un nombre est attendu, en chiffres.`)
  }

const day =
  (question: Question, exists: (value: string) => boolean, example: string): Check =>
  (value, walk) => {
    if (typeof value === 'string' && exists(value)) return value
    return value === '' ? undefined : refuse(walk, `${say(question)} : ${example} est attendu, qui existe.`)
  }

/** The two ends of a slider; which comes first, and bounds, are not a matter of shape. */
const twoNumbers =
  (question: Question): Check =>
  (value, walk) => {
    if (!Array.isArray(value) || (value.length !== 0 && value.length !== 2))
      return refuse(walk, `${say(question)} : deux nombres sont attendus, du plus petit au plus grand.`)
    const isNumber = (one: Json): one is number => typeof one === 'number' && Number.isFinite(one)
    if (!value.every(isNumber))
      return refuse(walk, `${say(question)} : deux nombres sont attendus, en chiffres.`)
    return value.length === 0 ? undefined : [...value]
  }

const isTime = (value: string): boolean => /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(value)

const isMoment = (value: string): boolean => {
  const [day = '', time = '', ...more] = value.split('T')
  return more.length === 0 && isDay(day) && isTime(time)
}

const isMonth = (value: string): boolean => /^\d{4}-(?:0[1-9]|1[0-2])$/.test(value)

const isDay = (value: string): boolean => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false
  const instant = new Date(`${value}T00:00:00Z`)
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(value)
}

const unknownChoice = (question: Question): string =>
  `${say(question)} : cette réponse ne fait pas partie des choix. Choisissez dans la liste.`

const oneOf = (question: Question): Check => {
  const choices = new Set<Json>(choicesOf(question))
  return (value, walk) => {
    if (choices.has(value)) return value
    return value === '' ? undefined : refuse(walk, unknownChoice(question))
  }
}

const manyOf = (question: Question): Check => {
  const choices = new Set<Json>(choicesOf(question))
  const max = question.maxSelectedChoices
  return (value, walk) => {
    if (!Array.isArray(value)) return refuse(walk, `${say(question)} : une liste de choix est attendue.`)
    const seen = new Set<Json>()
    const one: Check = (choice) => {
      if (!choices.has(choice)) return refuse(walk, unknownChoice(question))
      if (seen.has(choice))
        return refuse(walk, `${say(question)} : le même choix est là deux fois. Retirez-en un.`)
      seen.add(choice)
      return choice
    }
    value.forEach((choice, i) => {
      step(i, choice, one, walk)
    })
    if (max > 0 && value.length > max)
      return refuse(walk, `${say(question)} : ${value.length} choix pour ${max} au plus. Retirez-en.`)
    return value.length === 0 ? undefined : [...seen]
  }
}

const matrix = (question: Question): Check => {
  const cell = oneOf({ ...question, type: 'radiogroup', choices: [...question.columns] })
  return itemOf(
    question.title,
    new Map(question.rows.map((row) => [String(row.value), cell])),
    unknownRow(question),
  )
}

const table = (question: Question): Check => {
  const row = fields(question)
  return itemOf(
    question.title,
    new Map(question.rows.map(({ value }) => [String(value), row])),
    unknownRow(question),
  )
}

const unknownRow = (question: Question) => (key: string) =>
  `${say(question)} : la ligne « ${key.slice(0, 80)} » n’existe pas. Retirez-la.`

const fields = (question: Question): Check =>
  itemOf(
    question.title,
    new Map(question.fields.flatMap(keysOf)),
    (key) => `${say(question)} : « ${key.slice(0, 80)} » n’existe pas. Retirez-le.`,
  )

const totals = (question: Question): Check =>
  itemOf(
    question.title,
    new Map(question.fields.filter(isTotalled).map((column) => [column.name, computed(column)])),
    (key) => `${say(question)} : « ${key.slice(0, 80)} » n’a pas de total. Retirez-le.`,
  )

/** A value the form computes: whoever sends it claims it; it is never kept as sent. */
const computed =
  (question: Question): Check =>
  (value, walk) => {
    if (value === null || typeof value === 'object')
      return refuse(walk, `${say(question)} : cette valeur est calculée, un nombre ou un texte est attendu.`)
    walk.claims.push({ path: [...walk.path], title: question.title, value })
    return undefined
  }
