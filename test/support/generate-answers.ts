// Answers made at random from a definition: valid ones, and single mutations that no form may let through.
import fc from 'fast-check'
import { choicesOf } from '../../forms/choices.ts'
import { type Question, readDefinition } from '../../forms/definition.ts'
import { documentTypes, maxDocumentsOf, mediaTypesOf } from '../../forms/document-types.ts'
import type { FormVersion } from '../../forms/nouns/form.ts'
import type { Answers } from '../../forms/nouns/scalars.ts'
import { type Item, isItem } from '../../forms/shape-walk.ts'

type Json = Answers[string]

/** Values that pass the functions our expressions call, for questions whose validators name them. */
const identifiers: Record<string, readonly string[]> = {
  isSiret: ['73282932000074', '35600000049837', '44306184100047'],
  isRna: ['W731000001', 'W9A1234567'],
  isPhone: ['+33479123456', '+262692123456', '+33612345678'],
}

/** Answers to every question of a form, shown or not, each within its own bounds. */
export const everyAnswer = (form: FormVersion): fc.Arbitrary<Answers> => {
  const questions = readDefinition(form).questions.filter(
    ({ type, name }) => type !== 'expression' && !Object.hasOwn(form.info.prefilled, name),
  )
  const comments = questions.filter(({ showOtherItem }) => showOtherItem)
  return fc.record(
    Object.fromEntries([
      ...questions.map((question) => [question.name, anyValueOf(question)]),
      ...comments.map(({ name }) => [`${name}-Comment`, words(60)]),
    ]),
  )
}

const anyValueOf = (question: Question): fc.Arbitrary<Json> => {
  const { type, fields, rows, columns } = question
  const inside = () =>
    fc.record(
      Object.fromEntries(
        fields.filter((field) => field.type !== 'expression').map((field) => [field.name, anyValueOf(field)]),
      ),
    ) as fc.Arbitrary<Json>
  switch (type) {
    case 'text':
      return textOf(question)
    case 'comment':
      return words(question.maxLength || 400)
    case 'checkbox':
    case 'tagbox':
      return fc.subarray(choicesOf(question), {
        // A validator of ours refuses one choice alone; two are always right.
        minLength: Math.max(question.validators.length > 0 ? 2 : 1, question.minSelectedChoices),
        ...(question.maxSelectedChoices > 0 ? { maxLength: question.maxSelectedChoices } : {}),
      })
    case 'ranking':
      return fc.shuffledSubarray(choicesOf(question), { minLength: choicesOf(question).length })
    case 'matrix':
      return fc.record(
        Object.fromEntries(
          rows.map(({ value }) => [String(value), fc.constantFrom(...columns.map((column) => column.value))]),
        ),
      )
    case 'matrixdropdown':
      return fc.record(Object.fromEntries(rows.map(({ value }) => [String(value), inside()])))
    case 'matrixdynamic':
      return listOf(inside(), question, question.minRowCount, question.maxRowCount)
    case 'paneldynamic':
      return listOf(inside(), question, question.minPanelCount, question.maxPanelCount)
    case 'slider':
      return sliderOf(question)
    case 'imagepicker':
      return question.multiSelect
        ? fc.subarray(choicesOf(question), { minLength: 1 })
        : fc.constantFrom(...choicesOf(question))
    case 'file':
      return documentsOf(question)
    case 'multipletext':
      return inside()
    default:
      return fc.constantFrom(...choicesOf(question))
  }
}

/** A few rows or panels, different from one another where a column says so. */
const listOf = (one: fc.Arbitrary<Json>, { fields }: Question, min: number, max: number) => {
  const unique = fields.filter(({ isUnique }) => isUnique).map(({ name }) => name)
  const sizes = { minLength: Math.max(1, min), maxLength: Math.min(max, 4) }
  if (unique.length === 0) return fc.array(one, sizes)
  const keyOf = (row: Json) => JSON.stringify(unique.map((name) => isItem(row) && row[name])).toLowerCase()
  return fc.uniqueArray(one, { ...sizes, selector: keyOf })
}

/** One number of a slider, or two in order. */
const sliderOf = ({ min, max, step = 1, sliderType }: Question): fc.Arbitrary<Json> => {
  const steps = Math.floor((Number(max) - Number(min)) / step)
  const one = fc.integer({ min: 0, max: steps }).map((n) => Number((Number(min) + n * step).toFixed(6)))
  return sliderType === 'single' ? one : fc.tuple(one, one).map((ends) => ends.toSorted((a, b) => a - b))
}

const documentsOf = (question: Question): fc.Arbitrary<Json> => {
  const types = Object.keys(documentTypes).filter((ending) =>
    mediaTypesOf(question).includes(documentTypes[ending] ?? ''),
  )
  const document = fc.record({ ending: fc.constantFrom(...types), id: fc.integer({ min: 1, max: 999 }) })
  return fc
    .uniqueArray(document, { minLength: 1, maxLength: maxDocumentsOf(question), selector: ({ id }) => id })
    .map((documents) =>
      documents.map(({ ending, id }) => ({
        name: `Pièce n° ${id}${ending}`,
        type: documentTypes[ending] ?? '',
        content: `doc-${id}`,
      })),
    )
}

const textOf = (question: Question): fc.Arbitrary<Json> => {
  const called = question.validators.map(
    ({ expression = '' }) => /\b(is[A-Z]\w+)\(/.exec(expression)?.[1] ?? '',
  )
  const known = called.flatMap((name) => identifiers[name] ?? [])
  if (known.length > 0) return fc.constantFrom(...known)
  const { inputType, min, max, step = 0.01 } = question
  if (inputType === 'number') {
    const least = Math.ceil(Number(min ?? 0) / step)
    return fc
      .integer({ min: least, max: Math.floor(Number(max ?? 1_000) / step) })
      .map((n) => Number((n * step).toFixed(6)))
  }
  if (inputType === 'date') {
    const day = (ms: number) => new Date(ms).toISOString().slice(0, 10)
    const [from, to] = [Date.parse(String(min ?? '2024-09-01')), Date.parse(String(max ?? '2028-06-30'))]
    return fc.integer({ min: from, max: to }).map(day)
  }
  if (inputType === 'time') return fc.constantFrom('08:00', '12:30', '20:00')
  if (inputType === 'datetime-local') return fc.constantFrom('2024-09-02T08:30', '2025-02-28T23:59')
  if (inputType === 'month') return fc.constantFrom('2024-09', '2025-02')
  if (inputType === 'email') return fc.constantFrom('nom@exemple.fr', 'a.b@asso-belledonne.test')
  if (inputType === 'tel') return fc.constantFrom(...(identifiers.isPhone ?? []))
  return words(question.maxLength || 60, Math.max(1, ...question.validators.map((v) => v.minLength)))
}

const words = (max: number, min = 1): fc.Arbitrary<string> =>
  fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: Math.min(max, 40) })
    .map((text) => `x${text}${'y'.repeat(min)}`.slice(0, max))

/** A change of one thing in answers, and the pointer's first step where its refusal must point. */
export type Mutation = { readonly what: string; readonly at: string; readonly answers: Answers }

/** One mutation of type, choice, length or key, somewhere in the answers, that must be refused. */
export const mutations = (form: FormVersion, answers: Answers): fc.Arbitrary<Mutation> => {
  const byName = new Map(readDefinition(form).questions.map((question) => [question.name, question]))
  const changes = Object.entries(answers).flatMap(([name, value]) => {
    const question = byName.get(name)
    return question && question.type !== 'expression'
      ? changesOf(question, value).map(([what, changed]) => ({
          what: `${what} of ${name}`,
          at: `/${name}`,
          answers: { ...answers, [name]: changed },
        }))
      : []
  })
  const added = { what: 'an unknown key', at: '/inconnue', answers: { ...answers, inconnue: 'x' } }
  return fc.constantFrom(added, ...changes)
}

const changesOf = (question: Question, value: Json): [string, Json][] => {
  const { type, inputType, maxLength } = question
  const isText = typeof value === 'string'
  const changes: [string, Json][] = [
    ['type', isText ? { texte: value } : 'abc'],
    ['type (null)', null],
    ['type (number for text)', isText ? 41 : { a: 1 }],
  ]
  if (['radiogroup', 'dropdown', 'rating', 'imagepicker'].includes(type) && !Array.isArray(value))
    changes.push(['choice', 'choix-inconnu'])
  if (type === 'comment' || (type === 'text' && inputType === 'text'))
    changes.push(['length', 'x'.repeat((maxLength || 10_000) + 1)])
  if (Array.isArray(value)) return [...changes, ...listChanges(question, value)]
  if (isItem(value)) return [...changes, ...itemChanges(value)]
  return changes
}

const itemChanges = (value: Item): [string, Json][] => [
  ['key', { ...value, inconnue: 'x' }],
  ...Object.entries(value).map(([key, cell]): [string, Json] => [
    'cell type',
    { ...value, [key]: isItem(cell) ? 'abc' : { inconnue: 1 } },
  ]),
]

const listChanges = (question: Question, value: readonly Json[]): [string, Json][] => {
  const [first = null, ...rest] = value
  if (question.type === 'slider')
    return [
      ['one number', [first]],
      ['a third number', [...value, first]],
      ['a word for a number', [first, 'abc']],
    ]
  if (question.fields.length === 0)
    return [
      ['choice', [...value, 'choix-inconnu']],
      ['choice twice', [...value, first]],
    ]
  const most = question.type === 'paneldynamic' ? question.maxPanelCount : question.maxRowCount
  return [
    ['too many rows', Array.from({ length: most + 1 }, () => first)],
    ...(isItem(first) ? [['key of a row', [{ ...first, inconnue: 'x' }, ...rest]] as [string, Json]] : []),
  ]
}
