// The questions of a form across its versions, as one list, by which the columns of exports stay what they are: a
// question keeps its code for as long as its answers are of one kind, whatever its title, its choices and its place.
import { choicesOf, takesSeveral } from '../choices.ts'
import { type Choice, type Form, type Question, readDefinition, type Scalar } from '../definition.ts'
import type { FormVersion } from '../nouns/form.ts'

/** What an answer is, as far as columns differ. */
type AskedKind =
  | 'text'
  | 'number'
  | 'money'
  | 'date'
  | 'boolean'
  | 'choice'
  | 'choices'
  | 'ranking'
  /** Two numbers, from the least to the most. */
  | 'range'
  | 'documents'
  | 'group'
  | 'matrix'
  | 'table'
  | 'list'

/** A question with every choice, row and field it ever had, and the versions that ask it, the latest words first. */
export type Asked = {
  readonly name: string
  /** Its name; after a change of kind, its name and the first version of that kind: `age@3`. Never changes. */
  readonly code: string
  readonly kind: AskedKind
  /** What kind of text it is, as its latest version says: `tel`, `time`, … */
  readonly inputType: string
  readonly title: string
  /** The title of its section. */
  readonly section: string
  readonly versions: ReadonlySet<number>
  /** Every value it may hold, with its words. */
  readonly choices: readonly Pick<Choice, 'value' | 'text'>[]
  readonly rows: readonly Choice[]
  readonly fields: readonly Asked[]
  /** The most lines or panels of a list. */
  readonly most: number
  /** Beside it, a text may say more: « Autre : … ». */
  readonly hasComment: boolean
  readonly isTotalled: boolean
  /** The value that means yes. */
  readonly yes: Scalar
}

/** What the two numbers of a range are called, by where they stand in the answer. */
export const ends = [
  { at: 0, code: 'de', title: 'de' },
  { at: 1, code: 'a', title: 'à' },
] as const

/** « de 3 à 8 » */
export const rangeWords = (value: readonly unknown[], words: (one: unknown) => string): string =>
  ends.map(({ at, title }) => `${title} ${words(value[at])}`).join(' ')

type Version = { readonly version: number; readonly questions: readonly Question[] }
type Sections = ReadonlyMap<string, string>

/** The questions that these versions of a form ask, in the order of the latest, then those that are asked no more. */
export const askedOf = (versions: readonly FormVersion[]): Asked[] => {
  const latestFirst = versions.toSorted((a, b) => b.version - a.version)
  const sections = new Map(
    latestFirst.toReversed().flatMap(({ info }) => info.sections.map(({ name, title }) => [name, title])),
  )
  const forms = latestFirst.map((form) => ({ version: form.version, ...readDefinition(form) }))
  return [...merged(forms, sections), ...calculatedOf(forms)]
}

/** What the form computes beside its questions and keeps among the answers. */
const calculatedOf = (forms: readonly ({ version: number } & Form)[]): Asked[] => {
  const kept = forms.flatMap(({ version, calculated }) =>
    calculated.filter(({ includeIntoResult }) => includeIntoResult).map(({ name }) => ({ name, version })),
  )
  return [...new Set(kept.map(({ name }) => name))].map((name) => ({
    name,
    code: name,
    kind: 'number',
    inputType: 'text',
    title: name,
    section: 'Calculé',
    versions: new Set(kept.filter((one) => one.name === name).map(({ version }) => version)),
    choices: [],
    rows: [],
    fields: [],
    most: 0,
    hasComment: false,
    isTotalled: false,
    yes: true,
  }))
}

type One = { readonly version: number; readonly question: Question }

const merged = (versions: readonly Version[], sections: Sections): Asked[] => {
  const groups = new Map<string, One[]>()
  for (const { version, questions } of versions)
    for (const question of questions) {
      const key = `${question.name} ${kindOf(question)}`
      groups.set(key, [...(groups.get(key) ?? []), { version, question }])
    }
  const all = [...groups.values()]
  return all.map((ones) => {
    const since = firstVersion(ones)
    const name = ones[0]?.question.name ?? ''
    const earlier = all.some((other) => other[0]?.question.name === name && firstVersion(other) < since)
    return oneOf(ones, earlier ? `${name}@${since}` : name, sections)
  })
}

const firstVersion = (ones: readonly One[]): number => Math.min(...ones.map(({ version }) => version))

const oneOf = (ones: readonly One[], code: string, sections: Sections): Asked => {
  const questions = ones.map(({ question }) => question)
  const [latest] = questions
  if (!latest) throw new Error(`no version asks ${code}`)
  return {
    name: latest.name,
    code,
    kind: kindOf(latest),
    inputType: latest.inputType,
    title: latest.title.replaceAll(/\s+/g, ' ').trim(),
    section: sections.get(latest.page) ?? latest.page,
    versions: new Set(ones.map(({ version }) => version)),
    choices: once(questions.flatMap(worded)),
    rows: once(questions.flatMap(({ rows }) => rows)),
    fields: merged(
      ones.map(({ version, question }) => ({ version, questions: question.fields })),
      sections,
    ),
    most: Math.max(...questions.map(mostOf)),
    hasComment: questions.some(({ showOtherItem, showCommentArea }) => showOtherItem || showCommentArea),
    isTotalled: questions.some(({ totalType, totalExpression }) => totalType !== 'none' || totalExpression),
    yes: latest.valueTrue,
  }
}

const once = <T extends { readonly value: Scalar }>(choices: readonly T[]): T[] =>
  [...new Map(choices.toReversed().map((choice) => [String(choice.value), choice])).values()].toReversed()

const special: Readonly<Record<string, string>> = {
  other: 'Autre',
  none: 'Aucun',
  refused: 'Ne souhaite pas répondre',
  dontknow: 'Ne sait pas',
}

const worded = (question: Question): Pick<Choice, 'value' | 'text'>[] => {
  if (question.type === 'matrix') return [...question.columns]
  if (question.type === 'boolean') return []
  const words = new Map([...question.choices, ...question.rateValues].map(({ value, text }) => [value, text]))
  return choicesOf(question).map((value) => ({
    value,
    text: words.get(value) ?? special[String(value)] ?? String(value),
  }))
}

const mostOf = ({ type, maxRowCount, maxPanelCount }: Question): number =>
  type === 'paneldynamic' ? maxPanelCount : maxRowCount

const kinds: Readonly<Record<string, AskedKind>> = {
  boolean: 'boolean',
  ranking: 'ranking',
  radiogroup: 'choice',
  dropdown: 'choice',
  rating: 'choice',
  imagepicker: 'choice',
  file: 'documents',
  multipletext: 'group',
  matrix: 'matrix',
  matrixdropdown: 'table',
  matrixdynamic: 'list',
  paneldynamic: 'list',
}

const kindOf = (question: Question): AskedKind => {
  const { type, inputType, money, sliderType } = question
  if (type !== 'ranking' && takesSeveral(question)) return 'choices'
  const known = kinds[type]
  if (known) return known
  if (type === 'slider' && sliderType === 'range') return 'range'
  if (money) return 'money'
  if (type === 'expression' || inputType === 'number') return 'number'
  return type === 'text' && inputType === 'date' ? 'date' : 'text'
}
