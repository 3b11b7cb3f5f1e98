// A questionnaire with one thing wrong, as tests of the checks give it.
import type { CheckName } from '../../forms/checking/catalogue.ts'
import type { Content } from '../../forms/editing-wire.ts'

type Node = Content['definition']

export type Case = {
  readonly check: CheckName
  readonly title: string
  readonly content: Content
  readonly pointer: string
  readonly says: string
  readonly mends?: boolean
}

/** Two sound elements. */
export const sound = [
  { type: 'text', name: 'nom', title: 'Nom', maxLength: 100 },
  { type: 'radiogroup', name: 'statut', title: 'Statut', choices: ['asso', 'commune'] },
]

/** A sound page, with elements after two sound ones, and what else the definition and form.json say. */
export const contentWith = ({
  elements = [],
  definition = {},
  info = {},
}: {
  elements?: Node[]
  definition?: Node
  info?: Node
}): Content => ({
  definition: {
    title: 'Essai',
    pages: [{ name: 'structure', title: 'Structure', elements: [...sound, ...elements] }],
    ...definition,
  },
  info,
})

export type Brief = Omit<Case, 'content' | 'title'> & { title?: string } & Parameters<typeof contentWith>[0]

/** A case by what it says beside a sound page. */
export const given = ({ elements, definition, info, ...rest }: Brief): Case => ({
  title: rest.title ?? 'a question',
  ...rest,
  content: contentWith({
    ...(elements && { elements }),
    ...(definition && { definition }),
    ...(info && { info }),
  }),
})
