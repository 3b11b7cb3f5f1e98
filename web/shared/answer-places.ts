// Where a pointer into answers leads, in words: « Vos collectifs, ligne 2, Intervenants ».
import type { Field, SectionOutline } from './outline.ts'

export type AnswerPlace = {
  /** Empty for what is in no section. */
  readonly section: string
  readonly question: string
  readonly words: string
}

/** The place of `/question`, `/question/row` or `/question/row/column`. */
export const placeOf = (outline: readonly SectionOutline[], pointer: string): AnswerPlace => {
  const [, question = '', ...inner] = pointer.split('/')
  for (const { name: section, blocks } of outline) {
    const field = blocks.flatMap(({ fields }) => fields).find(({ name }) => name === question)
    if (field) return { section, question, words: [field.title, ...innerWords(field, inner)].join(', ') }
  }
  return { section: '', question, words: question }
}

const innerWords = (field: Field, [row, column]: readonly string[]): string[] => {
  if (row === undefined) return []
  const line = field.rows.get(row) ?? (/^\d+$/.test(row) ? `ligne ${Number(row) + 1}` : row)
  // Of a single column the row says all.
  const cell = field.fields.length > 1 ? field.fields.find(({ name }) => name === column)?.title : undefined
  return cell === undefined ? [line] : [line, cell]
}
