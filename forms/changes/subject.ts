// How a part is named in a sentence.
import type { Kind, Part } from './outline.ts'

export type Subject = {
  /** « La question « Statut » », to begin with; « de la question « Statut » ». */
  readonly the: string
  readonly of: string
  /** « de la question « Situation » », as it was called before. */
  readonly was?: string
  readonly feminine: boolean
  readonly pointer: string
  /** The name of the question concerned. */
  readonly question?: string
}

const NOUNS: Readonly<Record<Kind, readonly [noun: string, feminine: boolean]>> = {
  page: ['page', true],
  panel: ['groupe', false],
  question: ['question', true],
  text: ['texte', false],
  column: ['colonne', true],
  field: ['champ', false],
}

/** A part, in the question that holds it where one does. */
export const subjectOf = (
  { kind, title, name, pointer }: Part,
  holder?: Subject & { title: string },
): Subject => {
  const [noun, feminine] = NOUNS[kind]
  const called = `${quoted(title)}${holder ? ` de ${holder.title}` : ''}`
  const question = holder ? holder.question : kind === 'question' ? name : undefined
  return {
    the: `${feminine ? 'La' : 'Le'} ${noun} ${called}`,
    of: `${feminine ? 'de la' : 'du'} ${noun} ${called}`,
    feminine,
    pointer,
    ...(question === undefined ? {} : { question }),
  }
}

/** The questionnaire itself. */
export const survey: Subject = {
  the: 'Le questionnaire',
  of: 'du questionnaire',
  feminine: false,
  pointer: '/definition',
}

const LONGEST = 80

/** A text between guillemets, cut when it is long. */
export const quoted = (text: string): string => {
  const line = text.replaceAll(/\s+/g, ' ').trim()
  return `« ${line.length > LONGEST ? `${line.slice(0, LONGEST - 1).trimEnd()}…` : line} »`
}
