// Where a fill page opens when its address names no part.
import type { Answers } from '../../forms/nouns/scalars.ts'
import type { ResponseView } from '../../forms/response-wire.ts'
import type { SectionOutline } from '../shared/outline.ts'

type Opened = {
  readonly outline: readonly SectionOutline[]
  readonly sections: () => readonly { readonly name: string }[]
  readonly response: () => Pick<ResponseView, 'may' | 'prefilled'>
  readonly answersOf: (section: string) => Answers
}

/**
 * The first part that this person fills and that surely lacks an answer; where none lacks any, the first that they
 * fill; the first of all for whoever only reads.
 */
export const firstToFill = ({ outline, sections, response, answersOf }: Opened): string => {
  const { may, prefilled } = response()
  const names = sections().map(({ name }) => name)
  const theirs = names.filter((name) => may.save.includes(name))
  const lacks = (section: string): boolean => {
    const answers = { ...answersOf(section), ...prefilled }
    const fields = outline.find(({ name }) => name === section)?.blocks.flatMap((block) => block.fields) ?? []
    return fields.some(({ name, required }) => required !== undefined && answers[name] === undefined)
  }
  return theirs.find(lacks) ?? theirs[0] ?? names[0] ?? ''
}
