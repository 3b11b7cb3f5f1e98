// The « cartographie des données à saisir »: everything to gather before filling a form, made from its definition,
// as data for a page and a PDF. What the server knows already and what is computed is not asked, hence not in it.

import { takesSeveral } from './choices.ts'
import { conditionText } from './condition-text.ts'
import { type Question, readDefinition } from './definition.ts'
import { documentTypes, maxDocumentsOf, mediaTypesOf } from './document-types.ts'
import type { FormVersion, SectionInfo } from './nouns/form.ts'
import { noticesByQuestion } from './text-notices.ts'

/** One thing to gather. */
export type DataItem = {
  /** The question's name, or the pointer to a column: `charges/montant`. */
  readonly name: string
  readonly title: string
  readonly description?: string | undefined
  /** What not to write in a free text. */
  readonly notice?: string | undefined
  /** `always`, only `if` a condition holds, or as one likes. */
  readonly needed: 'always' | 'if' | 'optional'
  /** In words, of a condition: « si « Statut juridique » est « Association » ». */
  readonly condition?: string | undefined
  /** How it is given: a number, an amount in euros, a date, a text, a choice. */
  readonly kind: string
  /** What to have for each line, and which lines: « Filles », « Garçons »; « Élémentaire », « Collège ». */
  readonly columns: readonly string[]
  readonly lines: readonly string[]
  /** The choices, where a choice is asked. */
  readonly choices: readonly string[]
}

/** A document to gather: how many at most, and of which kinds by the ending of their name. */
export type DocumentItem = Omit<DataItem, 'columns' | 'lines' | 'choices' | 'kind'> & {
  readonly most: number
  readonly endings: readonly string[]
}

export type SectionMap = {
  readonly name: string
  readonly title: string
  readonly role: SectionInfo['role']
  readonly minutes: number
  readonly data: readonly DataItem[]
  readonly documents: readonly DocumentItem[]
}

export type DataMap = {
  readonly title: string
  readonly minutes: number
  readonly toPrepare: readonly string[]
  readonly sections: readonly SectionMap[]
}

/** A list of communes or the like is named, not printed. */
const MAX_CHOICES = 30

/** All data and documents that a form asks for, by section, in order. Minutes of sections add up to the form's. */
export const dataMapOf = (form: FormVersion): DataMap => {
  const { info } = form
  const { questions } = readDefinition(form)
  const titles = new Map(questions.map((question) => [question.name, question]))
  const notices = noticesByQuestion(info.notices)
  const asked = questions.filter(
    ({ type, name }) => type !== 'expression' && !Object.hasOwn(info.prefilled, name),
  )
  const inSection = (name: string) => asked.filter(({ page }) => page === name)
  const minutes = shares(
    info.estimatedMinutes,
    info.sections.map(({ name }) => inSection(name).reduce((sum, question) => sum + secondsFor(question), 0)),
  )
  return {
    title: info.title,
    minutes: info.estimatedMinutes,
    toPrepare: info.toPrepare,
    sections: info.sections.map(({ name, title, role }, i) => {
      const own = inSection(name)
      return {
        name,
        title,
        role,
        minutes: minutes[i] ?? 0,
        data: own
          .filter(({ type }) => type !== 'file')
          .map((question) => dataItem(question, titles, notices)),
        documents: own
          .filter(({ type }) => type === 'file')
          .map((question) => documentItem(question, titles, notices)),
      }
    }),
  }
}

type Titles = ReadonlyMap<string, Question>
type Notices = ReadonlyMap<string, string>

const about = (question: Question, titles: Titles, notices: Notices) => {
  const conditions = [...question.gates, question].flatMap(({ visibleIf }) => visibleIf ?? [])
  const required = question.isRequired || Boolean(question.requiredIf)
  const words = [...conditions, ...(question.requiredIf ? [question.requiredIf] : [])].map((expression) =>
    conditionText(expression, titles),
  )
  return {
    name: question.name,
    title: question.title,
    description: question.description,
    notice: notices.get(question.name),
    needed: needed(required, words.length > 0),
    ...(words.length > 0 ? { condition: words.join(' et ') } : {}),
  }
}

const needed = (required: boolean, conditional: boolean): DataItem['needed'] => {
  if (!required) return 'optional'
  return conditional ? 'if' : 'always'
}

const dataItem = (question: Question, titles: Titles, notices: Notices): DataItem => {
  const { fields, rows, columns, choices } = question
  return {
    ...about(question, titles, notices),
    kind: kindOf(question),
    columns:
      fields.length > 0
        ? fields.filter(({ type }) => type !== 'expression').map(({ title }) => title)
        : columns.map(({ text }) => text),
    lines: rows.map(({ text }) => text),
    choices: choices.length <= MAX_CHOICES ? choices.map(({ text }) => text) : [],
  }
}

const documentItem = (question: Question, titles: Titles, notices: Notices): DocumentItem => {
  const types = new Set(mediaTypesOf(question))
  return {
    ...about(question, titles, notices),
    most: maxDocumentsOf(question),
    endings: Object.entries(documentTypes).flatMap(([ending, type]) => (types.has(type) ? ending : [])),
  }
}

const kindOf = ({ type, inputType, money, fields, multiSelect, sliderType }: Question): string => {
  if (type === 'matrixdynamic' || type === 'paneldynamic') return 'Liste'
  if (type === 'matrix' || fields.length > 0)
    return fields.some((field) => field.money) ? 'Tableau, en euros' : 'Tableau'
  if (type === 'comment') return 'Texte long'
  if (takesSeveral({ type, multiSelect })) return 'Plusieurs choix'
  if (type === 'slider') return sliderType === 'range' ? 'Deux nombres' : 'Nombre'
  if (type !== 'text') return 'Choix'
  if (money) return 'Montant en euros'
  const kinds: Record<string, string> = {
    number: 'Nombre',
    date: 'Date',
    month: 'Mois',
    time: 'Heure',
    'datetime-local': 'Date et heure',
    email: 'Mél',
    tel: 'Téléphone',
  }
  return kinds[inputType] ?? 'Texte'
}

/** How long an answer takes beside others, in seconds: weights only, the form says how long all of it takes. */
export const secondsFor = ({ type, fields, rows, maxLength }: Question): number => {
  if (type === 'file') return 120
  if (type === 'comment') return maxLength > 2_000 ? 300 : 120
  if (type === 'matrix') return rows.length * 10
  const columns = fields.filter((field) => field.type !== 'expression').length
  return columns === 0 ? 20 : columns * (rows.length || 4) * 15
}

/** A whole number cut in proportion to weights, whole parts of at least one where there is enough, same sum. */
const shares = (total: number, weights: readonly number[]): number[] => {
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  const spare = Math.max(0, total - weights.length)
  const exact = weights.map((weight) => (all === 0 ? spare / weights.length : (spare * weight) / all))
  const least = total >= weights.length ? 1 : 0
  const parts = exact.map((part) => Math.floor(part) + least)
  let left = total - parts.reduce((sum, part) => sum + part, 0)
  const order = exact.map((part, i) => ({ i, rest: part % 1 })).sort((a, b) => b.rest - a.rest || a.i - b.i)
  for (const { i } of order) {
    if (left <= 0) break
    parts[i] = (parts[i] ?? 0) + 1
    left -= 1
  }
  return parts
}
