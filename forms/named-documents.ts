// Which documents answers name, and whether each is one that this response holds.
import { type Question, readDefinition } from './definition.ts'
import { type Document, isKept } from './given-documents.ts'
import type { FormVersion } from './nouns/form.ts'
import type { Answers } from './nouns/scalars.ts'
import { type Fault, pointer } from './problems.ts'
import { isItem, type Json } from './shape-walk.ts'

/** A « file » question of a version by its name, wherever it stands; undefined when there is none. */
export const findFileQuestion = (form: FormVersion, name: string): Question | undefined =>
  fileQuestionsOf(readDefinition(form).questions).find((question) => question.name === name)

/** Whether a version asks for documents at all. */
export const hasFileQuestion = (form: FormVersion): boolean =>
  fileQuestionsOf(readDefinition(form).questions).length > 0

const fileQuestionsOf = (questions: readonly Question[]): Question[] =>
  questions.flatMap((question) =>
    question.type === 'file'
      ? [question]
      : fileQuestionsOf(question.fields).map((inside) => ({ ...inside, page: question.page })),
  )

/** Where answers name a document, and as what. */
type Named = { readonly at: string; readonly title: string; readonly value: Json }

/** The documents that answers of a checked shape name, with pointers relative to the answers. */
export const namedDocuments = (form: FormVersion, answers: Answers): Named[] =>
  readDefinition(form).questions.flatMap((question) => namedIn(question, answers[question.name], []))

const namedIn = (
  question: Question,
  value: Json | undefined,
  path: readonly (string | number)[],
): Named[] => {
  const at = [...path, question.name]
  if (value === undefined || value === null) return []
  if (question.type === 'file') {
    if (!Array.isArray(value)) return []
    return value.map((one, i) => ({ at: pointer(...at, i), title: question.title, value: one }))
  }
  if (question.fields.length === 0) return []
  const rows = Array.isArray(value) ? [...value.entries()] : isItem(value) ? Object.entries(value) : []
  return rows.flatMap(([row, item]) =>
    isItem(item) ? question.fields.flatMap((field) => namedIn(field, item[field.name], [...at, row])) : [],
  )
}

/** The ids of the documents named. */
export const idsNamed = (named: readonly Named[]): string[] =>
  named.flatMap(({ value }) => (isItem(value) && typeof value.content === 'string' ? [value.content] : []))

/** What is wrong with documents named: each must be kept with this very response, under that name and type. */
export const documentFaults = (named: readonly Named[], documents: readonly Document[]): Fault[] => {
  const kept = new Map(documents.filter(isKept).map((document) => [document.id, document]))
  return named.flatMap(({ at, title, value }) => {
    const item = isItem(value) ? value : {}
    const document = typeof item.content === 'string' ? kept.get(item.content) : undefined
    if (!document) return [{ pointer: `${at}/content`, detail: goneDetail(title) }]
    if (document.name === item.name && document.type === item.type) return []
    return [
      {
        pointer: at,
        detail: `« ${title} » : ce n’est pas sous ce nom que le document a été déposé. Déposez-le de nouveau.`,
      },
    ]
  })
}

const goneDetail = (title: string): string =>
  `« ${title} » : ce document n’est pas, ou plus, dans ce dossier. Déposez-le de nouveau.`
