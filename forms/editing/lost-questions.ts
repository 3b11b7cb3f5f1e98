// What is said in a condition in the place of a question that it cannot look at: it stays a sentence all the same.
import type { Content } from '../editing-wire.ts'
import { calledOf, flatten, type Item, itemsOf } from './items.ts'
import { isObject } from './json-pointer.ts'
import { knownNames } from './known-names.ts'
import { fieldsIn, targetAt } from './targets.ts'

/**
 * The words for each name that leads nowhere from where the condition stands; none for one that may lead somewhere, as
 * the total of a table does, though a sentence cannot say it.
 */
export const lostAmong = (
  content: Content,
  pointer: string,
  names: readonly string[],
): ReadonlyMap<string, string> => {
  const lost = new Map<string, string>()
  if (names.length === 0) return lost
  const items = flatten(itemsOf(content))
  const fields = [...fieldsIn(content).values()].flatMap((own) => [...own])
  const isKnown = knownNames([...items.map(({ name }) => name), ...fields, ...calculatedIn(content)])
  for (const name of names) {
    const [, scope = '', own] = /^(row|panel)\.([^.[\]]+)$/i.exec(name) ?? []
    const isGone = own === undefined ? !isKnown(name) : !hasBeside(content, pointer, scope, own)
    const words = isGone ? `question supprimée (${own ?? name})` : wordsInBlock(items, name)
    if (words !== undefined) lost.set(name, words)
  }
  return lost
}

/** A question of a repeated block, named as if it were asked once. */
const wordsInBlock = (items: readonly Item[], name: string): string | undefined => {
  const [inside, ...others] = items.filter((item) => item.name.toLowerCase() === name.toLowerCase())
  return inside?.pointer.includes('/templateElements/') && others.length === 0
    ? `« ${calledOf(inside.json)} », répétée dans un bloc : ne se lit pas d’ici`
    : undefined
}

const calculatedIn = ({ definition }: Content): string[] =>
  (Array.isArray(definition.calculatedValues) ? definition.calculatedValues : []).flatMap((json) =>
    isObject(json) && typeof json.name === 'string' ? [json.name] : [],
  )

/** Whether the line of the table or the block around has a column or a question of that name. */
const hasBeside = (content: Content, pointer: string, scope: string, name: string): boolean => {
  const fields = fieldsIn(content)
  for (let { owner } = targetAt(content, pointer); owner; owner = owner.owner)
    if (
      owner.isBlock === (scope.toLowerCase() === 'panel') &&
      fields.get(owner.name.toLowerCase())?.has(name.toLowerCase())
    )
      return true
  return false
}
