// Rules in words: « la somme de « Filles » et « Garçons » sur toutes les lignes de « Enfants accueillis » ».
import type { Check } from '../coherence-rules.ts'
import type { Operand } from '../operand-schemas.ts'
import { keysOfPointer } from './json-pointer.ts'
import { type OtherForm, otherTitle } from './other-forms.ts'
import {
  ALL,
  type Chosen,
  type RuleField,
  type RuleQuestion,
  type Term,
  TOTAL,
  termsOf,
} from './rule-places.ts'

/** What a comparison has on one side or the other. */
export type Side = Extract<Check, { check: 'compare' }>['right']

/** A number as it is taken from answers, in the middle of a sentence. */
export const sideWords = (
  side: Side,
  questions: readonly RuleQuestion[],
  others: readonly OtherForm[] = [],
): string => {
  if ('fact' in side) return 'le nombre de collectifs notifié par la Caf'
  if (side.form === undefined) return operandWords(side, questions)
  const { form } = side
  const patterns = 'sum' in side ? side.sum : [side.count]
  const theirs = others.find(({ kind }) => kind === form)?.questions ?? strangers(patterns)
  return `${operandWords(side, theirs)}, dans le questionnaire «\u00a0${otherTitle(form, others)}\u00a0»`
}

/** Places one after the other: « Filles » et « Garçons » sur toutes les lignes de « Enfants accueillis ». */
export const placesWords = (patterns: readonly string[], questions: readonly RuleQuestion[]): string => {
  const terms = termsOf(patterns, questions)
  const simple = terms.filter((term): term is Chosen => 'question' in term && term.question.lines === 'none')
  const others = terms.filter((term) => !simple.some((one) => one === term))
  const titles = simple.flatMap(({ question, fields }) => fields.map(({ title }) => titleIn(question, title)))
  return [...(titles.length > 0 ? [listed(titles)] : []), ...others.map(termWords)].join(' et ')
}

/** What makes a text needed, after « si »: « Bonus enfants » a pour réponse « Oui ». */
export const whenWords = (operand: Operand, questions: readonly RuleQuestion[]): string => {
  if ('sum' in operand || operand.form !== undefined) return `${sideWords(operand, questions)} n’est pas zéro`
  const [term] = termsOf([operand.count], questions)
  if (!term || 'unknown' in term) return `«\u00a0${operand.count}\u00a0» a une réponse`
  const { question, fields } = term
  const [field] = fields
  const { is } = operand
  const value = is === undefined ? undefined : `«\u00a0${valueText(field, is)}\u00a0»`
  if (question.lines === 'none')
    return `«\u00a0${titleIn(question, field?.title ?? '')}\u00a0» a ${value === undefined ? 'une réponse' : `pour réponse ${value}`}`
  const one = `au moins ${question.isBlock ? 'un bloc' : 'une ligne'}`
  if (field?.kind === 'lines') return `«\u00a0${question.title}\u00a0» a ${one}`
  const what = field?.key === '' ? '' : ` à «\u00a0${field?.title}\u00a0»`
  return `${one} de «\u00a0${question.title}\u00a0» a ${value ?? 'une réponse'}${what}`
}

/** Several names: the first of them, and how many others. */
const listed = (names: readonly string[]): string => {
  const shown = names.length > MOST_NAMES + 1 ? names.slice(0, MOST_NAMES) : names
  const more = names.length - shown.length
  const all = [...shown.map((name) => `«\u00a0${name}\u00a0»`), ...(more > 0 ? [`${more} autres`] : [])]
  return all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} et ${all.at(-1)}`
}

/** Beyond so many, names are counted. */
const MOST_NAMES = 3

const operandWords = (operand: Operand, questions: readonly RuleQuestion[]): string => {
  if ('count' in operand) return countWords(operand, questions)
  const words = placesWords(operand.sum, questions)
  return isOne(operand.sum, questions)
    ? words
    : `la somme de ${words}`.replace(/^la somme de les? /, (de) =>
        de.endsWith('les ') ? 'la somme des ' : 'la somme du ',
      )
}

/** Whether the patterns are one number at most. */
const isOne = (patterns: readonly string[], questions: readonly RuleQuestion[]): boolean => {
  const [term, ...more] = termsOf(patterns, questions)
  if (!term || more.length > 0) return false
  if ('unknown' in term) return !term.unknown.includes('*')
  const { question, rows, fields } = term
  return fields.length === 1 && rows.length === 1 && (question.lines === 'none' || rows[0] !== ALL)
}

const countWords = (
  { count, is }: Extract<Operand, { count: string }>,
  questions: readonly RuleQuestion[],
): string => {
  const [term] = termsOf([count], questions)
  if (!term || 'unknown' in term) return `le nombre de réponses à «\u00a0${count}\u00a0»`
  const { question, fields } = term
  const [field] = fields
  const value = is === undefined ? '' : valueText(field, is)
  if (question.lines === 'none' && field?.key === ALL)
    return is === undefined
      ? `le nombre de choix cochés à «\u00a0${question.title}\u00a0»`
      : `le choix «\u00a0${value}\u00a0» à «\u00a0${question.title}\u00a0»`
  if (question.lines === 'none')
    return is === undefined
      ? `une réponse à «\u00a0${question.title}\u00a0»`
      : `la réponse «\u00a0${value}\u00a0» à «\u00a0${question.title}\u00a0»`
  const lines = `le nombre de ${question.isBlock ? 'blocs' : 'lignes'} de «\u00a0${question.title}\u00a0»`
  if (field?.kind === 'lines') return lines
  const what = field?.key === '' ? 'la réponse' : `«\u00a0${field?.title}\u00a0»`
  return `${lines} où ${what} est ${is === undefined ? 'rempli' : `«\u00a0${value}\u00a0»`}`
}

const valueText = (field: RuleField | undefined, is: string | number | boolean): string =>
  field?.options.find(({ value }) => value === is)?.text ?? String(is)

const termWords = (term: Term): string => {
  if ('unknown' in term) return `«\u00a0${term.unknown}\u00a0»`
  const { question, rows, fields } = term
  const titles = listed(fields.map(({ title }) => title))
  const of = `de «\u00a0${question.title}\u00a0»`
  if (rows[0] === ALL)
    return `${titles} sur ${question.isBlock ? 'tous les blocs' : 'toutes les lignes'} ${of}`
  if (rows[0] === TOTAL) return `le total de ${titles} au bas ${of}`
  const names = rows.map((row) => question.rows.find(({ value }) => value === row)?.text ?? row)
  const lines = `${rows.length > 1 ? 'les lignes' : 'la ligne'} ${listed(names)} ${of}`
  return question.fields.length === 1 || fields[0]?.key === '' ? lines : `${titles} sur ${lines}`
}

/** Of several fields under one title, each with that title. */
const titleIn = (question: RuleQuestion, title: string): string =>
  title === question.title ? title : `${question.title}, ${title}`

/** While another questionnaire is not at hand, its names stand for its titles. */
const strangers = (patterns: readonly string[]): RuleQuestion[] => {
  const byName = Map.groupBy(patterns.map(keysOfPointer), ([name = '']) => name)
  return [...byName].map(([name, all]) => {
    const hasLines = all.some((keys) => keys.length > 2)
    const keys = new Set(all.map((one) => one.at(hasLines ? 2 : 1) ?? ''))
    return {
      name,
      title: name,
      page: '',
      lines: hasLines ? 'rows' : 'none',
      isBlock: false,
      rows: [...new Set(all.map(([, row = '']) => row))]
        .filter((row) => row !== ALL)
        .map((value) => ({ value, text: value })),
      totals: [],
      fields: [...keys].map((key) => ({ key, title: key || name, kind: 'number', options: [] })),
    }
  })
}

export const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)
