import { flatten, type Item, itemAround, itemsOf, nameOf } from '../../../forms/editing/items.ts'
import { isObject, keysOfPointer, valueAt } from '../../../forms/editing/json-pointer.ts'
import { editedRules, RULES, ruleAround } from '../../../forms/editing/rule-edits.ts'
import type { Content } from '../../../forms/editing-wire.ts'
import { WHOLE } from './board.ts'

/** What is selected: where it stood, and its name or id, by which it is found again when an undo moved it. */
export type Selection = { readonly pointer: string; readonly name: string }

export const selectionOf = (content: Content, pointer: string): Selection => {
  const rule = ruleAround(content, pointer)
  if (rule) return { pointer: rule.pointer, name: rule.id }
  const found = valueAt(content, keysOfPointer(pointer))
  return { pointer, name: pointer !== WHOLE && isObject(found) ? nameOf(found) : '' }
}

/** What to select to show a place of the content: the item it is of, the column or field, or the rule. */
export const shownPlace = (content: Content, items: readonly Item[], place: string): string => {
  const item = itemAround(items, place)
  if (!item) return ruleAround(content, place)?.pointer ?? WHOLE
  const [field = ''] = /^\/(?:columns|items)\/\d+/.exec(place.slice(item.pointer.length)) ?? []
  return item.type === 'matrix' ? item.pointer : item.pointer + field
}

/** Where what is selected stands now; what is around it when it is gone. */
export const foundAgain = (
  content: Content,
  { pointer, name }: Selection,
  items: readonly Item[] = itemsOf(content),
): string => {
  if (pointer === WHOLE) return WHOLE
  if (isRule(pointer)) return ruleAgain(content, { pointer, name })
  const here = valueAt(content, keysOfPointer(pointer))
  if (isObject(here) && nameOf(here) === name) return pointer
  const moved = name === '' ? undefined : flatten(items).find((item) => item.name === name)
  if (moved) return moved.pointer
  for (let at = pointer; at.startsWith('/definition/'); at = at.slice(0, at.lastIndexOf('/')))
    if (isObject(valueAt(content, keysOfPointer(at)))) return at
  return WHOLE
}

/** Whether a selection is of a coherence rule. */
export const isRule = (pointer: string): boolean => pointer.startsWith(`${RULES}/`)

const ruleAgain = (content: Content, { pointer, name }: Selection): string => {
  const rules = editedRules(content)
  const here = rules.find((rule) => rule.pointer === pointer && rule.id === name)
  return (here ?? rules.find(({ id }) => id === name))?.pointer ?? WHOLE
}
