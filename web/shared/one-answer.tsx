// One answer out of its questionnaire, down to the cell of a table: what it is to, and its words.
import type { JSX } from 'preact'
import { AnswerTable, isTable } from './answer-tables.tsx'
import { isBlank, wordsOf } from './answer-text.ts'
import type { Field, SectionOutline } from './outline.ts'

export type AnswerPlace = {
  /** The question, then the row and the column. */
  readonly title: string
  readonly section: SectionOutline | undefined
  /** The name of the question. */
  readonly question: string
  /** What the value is of: the column of a table, the question itself. */
  readonly field: Field | undefined
}

/** Where a path leads, its first step a question, maybe the text beside its choices or the totals of its table. */
export const placeOf = (outline: readonly SectionOutline[], path: readonly string[]): AnswerPlace => {
  const [key = '', ...inner] = path
  const { section, asked, beside } = askedAt(outline, key)
  const titles = [asked?.title ?? key]
  if (beside === '-Comment') titles.push('précision')
  if (asked && beside === '-total') titles.push(asked.totalTitle)
  let field = beside === '-Comment' ? undefined : asked
  for (const step of inner) {
    const inside: Field | undefined = field?.fields.find(({ name }) => name === step)
    titles.push(inside?.title ?? field?.rows.get(step) ?? stepWords(step))
    field = inside ?? field
  }
  return { title: titles.join(', '), section, question: asked?.name ?? key, field }
}

type Asked = {
  readonly section: SectionOutline | undefined
  readonly asked: Field | undefined
  readonly beside?: '-Comment' | '-total' | undefined
}

/** The question of that name; or the one that has this beside its answer. */
const askedAt = (outline: readonly SectionOutline[], key: string): Asked => {
  for (const beside of [undefined, '-Comment', '-total'] as const) {
    if (beside && !key.endsWith(beside)) continue
    const question = beside ? key.slice(0, -beside.length) : key
    for (const section of outline) {
      const asked = section.blocks.flatMap(({ fields }) => fields).find(({ name }) => name === question)
      if (asked) return { section, asked, beside }
    }
  }
  return { section: undefined, asked: undefined }
}

/** The rows of a list have no name but their place in it. */
const stepWords = (step: string): string => (/^\d+$/.test(step) ? `ligne ${Number(step) + 1}` : step)

type Props = {
  readonly field: Field | undefined
  readonly value: unknown
  /** Documents that can be fetched, in the place of their names. */
  readonly documents?: ((value: unknown) => JSX.Element | undefined) | undefined
}

/** The words of a value of a field; a table as one. */
export const OneAnswer = ({ field, value, documents }: Props): JSX.Element => {
  if (isBlank(value)) return <p class="none">Sans réponse</p>
  if (field && isTable(field) && typeof value === 'object') {
    const list = field.rows.size === 0 && field.type !== 'multipletext' && !Array.isArray(value)
    return <AnswerTable field={field} value={list ? [value] : value} />
  }
  const linked = field?.type === 'file' ? documents?.(value) : undefined
  if (linked) return linked
  const words = field ? wordsOf(field, value).join(', ') : String(value)
  return <p class="long">{field?.columns.get(words) ?? words}</p>
}

/** The steps of a JSON pointer (RFC 6901). */
export const stepsOf = (pointer: string): string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
