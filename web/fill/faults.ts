// Faults as a person reads them: by section, each under the title of its question.
import type { Fault } from '../../forms/problems.ts'
import { explanationId } from '../shared/explanation-id.ts'
import type { SectionOutline } from '../shared/outline.ts'

type FaultyQuestion = {
  readonly name: string
  readonly words: string
  /** The element of the review where it is settled, when that is not the question. */
  readonly at?: string
}
export type FaultySection = {
  /** Empty for what is in no section. */
  readonly name: string
  readonly title: string
  readonly questions: readonly FaultyQuestion[]
}

/** The sections with faults, in order; what is no question of the outline comes last, as it was told. */
export const faultsBySection = (
  outline: readonly SectionOutline[],
  faults: readonly Fault[],
): FaultySection[] => {
  const known = outline.map(({ name, title, blocks }) => {
    const questions = blocks
      .flatMap(({ fields }) => fields)
      .flatMap((field) =>
        faults
          .filter((fault) => questionOf(fault) === field.name)
          .map(({ detail }) => ({ name: field.name, words: wordsOf(field.title, detail) })),
      )
    return { name, title, questions: distinct(questions) }
  })
  const names = new Set(
    outline.flatMap(({ blocks }) => blocks.flatMap(({ fields }) => fields.map(({ name }) => name))),
  )
  const asked = faults.flatMap(({ pointer, detail }) => {
    const rule = /^\/justifications\/(\w+)$/.exec(pointer)?.[1]
    return rule ? [{ name: rule, words: detail, at: explanationId(rule) }] : []
  })
  const others = faults
    .filter((fault) => !names.has(questionOf(fault)) && !fault.pointer.startsWith('/justifications/'))
    .map(({ pointer, detail }) => ({ name: pointer, words: detail }))
  const all = [
    ...known,
    { name: '', title: 'À expliquer', questions: asked },
    { name: '', title: 'Autres', questions: distinct(others) },
  ]
  return all.filter(({ questions }) => questions.length > 0)
}

const questionOf = ({ pointer }: Fault): string => (pointer.split('/')[1] ?? '').replace(/-Comment$/, '')

/** Some faults name their question already. */
const wordsOf = (title: string, detail: string): string => {
  if (detail.includes(title)) return detail
  if (title.endsWith('?')) return `${title} ${detail}`
  return `${title} : ${detail.charAt(0).toLowerCase()}${detail.slice(1)}`
}

const distinct = (questions: readonly FaultyQuestion[]): FaultyQuestion[] =>
  questions.filter(
    ({ name, words }, i) =>
      questions.findIndex((other) => other.name === name && other.words === words) === i,
  )
