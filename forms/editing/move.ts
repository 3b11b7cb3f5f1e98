import type { Content } from '../editing-wire.ts'
import { emptyList, type Place, sectionsPatch } from './add.ts'
import { type EditAt, patched } from './edit.ts'
import { calledOf, type Item, itemAt, itemsOf, listAt, objectAt, PAGES } from './items.ts'
import { patchBetween } from './json-diff.ts'
import type { Patch } from './json-patch.ts'
import { keysOfPointer, pointerOf } from './json-pointer.ts'
import { withMovedNames } from './moved-names.ts'

/** Whether what stands at a pointer may go there: pages among pages, the rest in pages and groups, never in itself. */
export const mayMove = (pointer: string, { list }: Place): boolean =>
  (listOf(pointer) === PAGES) === (list === PAGES) && !list.startsWith(`${pointer}/`)

/** Moves what stands at a pointer; undefined when it may not go there or is there already. `place` is said before it moves. */
export const moveTo = (content: Content, pointer: string, place: Place): EditAt | undefined => {
  const from = { list: listOf(pointer), index: indexOf(pointer) }
  if (!mayMove(pointer, place)) return undefined
  const isSameList = from.list === place.list
  const index = isSameList && place.index > from.index ? place.index - 1 : place.index
  if (isSameList && index === from.index) return undefined
  const at = `${withoutMember(place.list, from)}/${index}`
  const patch: Patch = [
    ...patchBetween(content, withMovedNames(content, pointer, place.list)),
    ...emptyList(content, place.list),
    { op: 'move', from: pointer, path: at },
  ]
  const sections = place.list === PAGES ? sectionsPatch(content, patched(content, patch)) : []
  return { label: `Déplacer « ${calledOf(objectAt(content, pointer))} »`, patch: [...patch, ...sections], at }
}

export type Step = 'up' | 'down' | 'in' | 'out'

/** One step by the keyboard: past its neighbour, into the group before it, out of its own; undefined at the end of the way. */
export const stepFrom = (content: Content, pointer: string, step: Step): EditAt | undefined => {
  const place = placeAfter(content, pointer, step)
  return place && moveTo(content, pointer, place)
}

const placeAfter = (content: Content, pointer: string, step: Step): Place | undefined => {
  const [list, index] = [listOf(pointer), indexOf(pointer)]
  const size = listAt(content, list).length
  const items = itemsOf(content)
  const around = itemAt(items, list.slice(0, list.lastIndexOf('/')))
  if (step === 'up' && index > 0) return { list, index: index - 1 }
  if (step === 'down' && index < size - 1) return { list, index: index + 2 }
  if (step === 'in') return lastIn(itemAt(items, `${list}/${index - 1}`))
  if (list === PAGES || !around) return undefined
  if (around.kind !== 'page')
    return { list: listOf(around.pointer), index: indexOf(around.pointer) + (step === 'up' ? 0 : 1) }
  if (step === 'out') return undefined
  const next = itemAt(items, `${PAGES}/${indexOf(around.pointer) + (step === 'up' ? -1 : 1)}`)
  return step === 'up' ? lastIn(next) : next?.list === undefined ? undefined : { list: next.list, index: 0 }
}

const lastIn = (item: Item | undefined): Place | undefined => {
  if (item?.list === undefined || item.type === '') return undefined
  const inside = item.json[item.list.slice(item.pointer.length + 1)]
  return { list: item.list, index: Array.isArray(inside) ? inside.length : 0 }
}

export const listOf = (pointer: string): string => pointer.slice(0, pointer.lastIndexOf('/'))
export const indexOf = (pointer: string): number => Number(pointer.slice(pointer.lastIndexOf('/') + 1))

/** A pointer once the member of a list before it on its way is gone. */
const withoutMember = (pointer: string, gone: Place): string => {
  const keys = keysOfPointer(pointer)
  const depth = keysOfPointer(gone.list).length
  const index = Number(keys[depth])
  const isPast = keys.length > depth && pointer.startsWith(`${gone.list}/`) && index > gone.index
  return isPast ? pointerOf(keys.with(depth, String(index - 1))) : pointer
}
