// The rows of the outline, as a flat list of what can be seen of the tree: closed groups hide what they hold, and a
// search leaves what it finds and what that stands in.
import type { Item } from '../../../forms/editing/items.ts'
import { folded, matches } from '../../../forms/search.ts'

export type Row = {
  readonly item: Item
  /** Undefined when there is nothing to open. */
  readonly isOpen: boolean | undefined
  /** Its place among its siblings, from 1, and how many they are. */
  readonly place: number
  readonly size: number
}

type Shown = { readonly closed: ReadonlySet<string>; readonly search: string }

export const rowsOf = (items: readonly Item[], shown: Shown): Row[] => {
  const rows: Row[] = []
  const found = shown.search.trim() === '' ? undefined : foundIn(items, shown.search)
  const visit = (siblings: readonly Item[]): void => {
    const seen = found ? siblings.filter((item) => found.has(item)) : siblings
    seen.forEach((item, i) => {
      const isOpen =
        item.children.length === 0 ? undefined : found !== undefined || !shown.closed.has(keyOf(item))
      rows.push({ item, isOpen, place: i + 1, size: seen.length })
      if (isOpen) visit(item.children)
    })
  }
  visit(items)
  return rows
}

/** What closing is remembered by: the name, which moves along; where there is none, the place. */
export const keyOf = ({ name, pointer }: Item): string => name || pointer

/** What the outline calls an item. */
export const shownTitle = ({ title, name, type, json }: Item): string => {
  if (title) return title
  if (type === 'html' && typeof json.html === 'string') {
    const words = json.html
      .replaceAll(/<\/?(?:strong|em|b|i|a)\b[^>]*>/g, '')
      .replaceAll(/<[^>]*>/g, ' ')
      .replaceAll(/\s+/g, ' ')
      .trim()
    if (words) return words.slice(0, 80)
  }
  return name || 'Sans titre'
}

/** The next row, from the one after `from` and around, whose title begins with what was typed. */
export const typedRow = (rows: readonly Row[], from: number, typed: string): number | undefined => {
  const start = typed.length > 1 ? from : from + 1
  for (let i = 0; i < rows.length; i++) {
    const at = (start + i + rows.length) % rows.length
    const row = rows[at]
    if (row && folded(shownTitle(row.item)).startsWith(folded(typed))) return at
  }
  return undefined
}

/** The items a search finds by title or name, with all that they stand in. */
const foundIn = (items: readonly Item[], search: string): Set<Item> => {
  const found = new Set<Item>()
  const visit = (item: Item): boolean => {
    const inside = item.children.filter(visit).length > 0
    const isFound = inside || matches(`${shownTitle(item)} ${item.name}`, search)
    if (isFound) found.add(item)
    return isFound
  }
  items.forEach(visit)
  return found
}
