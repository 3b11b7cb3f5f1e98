import type { Content } from '../editing-wire.ts'
import { inside } from '../moving/mapping.ts'
import type { Rename } from '../moving/renames.ts'
import { objectAt } from './items.ts'
import { targetAt } from './targets.ts'

/** What stands at a pointer as answers know it: a question or field by its path, a choice or row of one by its value. */
export const answerAt = (content: Content, pointer: string): Omit<Rename, 'to'> => {
  const [, owner, list] = /^(.*)\/(choices|rows|rateValues|columns)\/\d+$/.exec(pointer) ?? []
  const json = objectAt(content, pointer)
  if (owner === undefined || typeof json.name === 'string')
    return { part: 'questions', path: pathOf(content, pointer) }
  return {
    part: list === 'rows' ? 'rows' : 'choices',
    path: pathOf(content, owner),
    value: String(json.value),
  }
}

/** The renaming of what stands at a pointer, before it is done. */
export const renameAt = (content: Content, pointer: string, to: string): Rename => ({
  ...answerAt(content, pointer),
  to,
})

const pathOf = (content: Content, pointer: string): string => {
  const { name, owner } = targetAt(content, pointer)
  return inside(owner ? pathOf(content, owner.pointer) : '', name)
}
