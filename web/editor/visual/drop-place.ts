// Where a dragged item would go: before or after a row, or inside it when it can hold something.
import type { Place } from '../../../forms/editing/add.ts'
import type { Item } from '../../../forms/editing/items.ts'
import { indexOf, listOf, mayMove } from '../../../forms/editing/move.ts'

export type Drop = { readonly place: Place; readonly side: 'before' | 'after' | 'inside' }

/** `part` is how far down the row the pointer is, from 0 to 1; undefined when it cannot be put there. */
export const dropOn = (
  dragged: string,
  over: Item,
  part: number,
  isOpen: boolean | undefined,
): Drop | undefined => {
  const drops = sides(over, part, isOpen).map((side): Drop => ({ side, place: placeOf(over, side, isOpen) }))
  return drops.find(({ place }) => mayMove(dragged, place))
}

/** The sides of a row by how near the pointer is. */
const sides = ({ list, kind }: Item, part: number, isOpen: boolean | undefined): Drop['side'][] => {
  if (list === undefined) return part < 0.5 ? ['before'] : ['after']
  if (kind === 'page') return part < 0.35 ? ['before', 'inside'] : ['inside', part < 0.5 ? 'before' : 'after']
  if (part < 0.3) return ['before']
  return part > 0.7 && !isOpen ? ['after'] : ['inside', 'after']
}

const placeOf = (over: Item, side: Drop['side'], isOpen: boolean | undefined): Place => {
  const { pointer, list, children } = over
  if (side === 'inside' && list !== undefined) return { list, index: isOpen ? 0 : children.length }
  return { list: listOf(pointer), index: indexOf(pointer) + (side === 'after' ? 1 : 0) }
}
