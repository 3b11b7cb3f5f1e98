import { flatten, type Item, itemAround, itemsOf, nameOf } from '../../../forms/editing/items.ts'
import { isObject, keysOfPointer, valueAt } from '../../../forms/editing/json-pointer.ts'
import type { Content } from '../../../forms/editing-wire.ts'
import { WHOLE } from './board.ts'

/** What is selected: where it stood, and its name, by which it is found again when an undo moved it. */
export type Selection = { readonly pointer: string; readonly name: string }

export const selectionOf = (content: Content, pointer: string): Selection => {
  const found = valueAt(content, keysOfPointer(pointer))
  return { pointer, name: pointer !== WHOLE && isObject(found) ? nameOf(found) : '' }
}

/** What to select to show a place of the content: the item it is of, or the column or field. */
export const shownPlace = (items: readonly Item[], place: string): string => {
  const item = itemAround(items, place)
  if (!item) return WHOLE
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
  const here = valueAt(content, keysOfPointer(pointer))
  if (isObject(here) && nameOf(here) === name) return pointer
  const moved = name === '' ? undefined : flatten(items).find((item) => item.name === name)
  if (moved) return moved.pointer
  for (let at = pointer; at.startsWith('/definition/'); at = at.slice(0, at.lastIndexOf('/')))
    if (isObject(valueAt(content, keysOfPointer(at)))) return at
  return WHOLE
}
