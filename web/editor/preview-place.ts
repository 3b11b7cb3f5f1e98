// What the preview is to show when something is selected in the plan: its page, and where on it.
import { flatten, itemsOf } from '../../forms/editing/items.ts'
import type { Content } from '../../forms/editing-wire.ts'
import type { PreviewPlace } from '../shared/preview-messages.ts'

/** A group has no name in the page: what it holds first stands for it. */
const MOST_INSIDE = 20

/** Undefined for what is on no page: the whole, a rule. */
export const placeIn = (content: Content, pointer: string): PreviewPlace | undefined => {
  const [page, ...around] = flatten(itemsOf(content)).filter(
    (item) => item.pointer === pointer || pointer.startsWith(`${item.pointer}/`),
  )
  if (!page) return undefined
  const inside = flatten(around.slice(-1)).slice(0, MOST_INSIDE)
  return {
    kind: 'place',
    page: page.name,
    names: [...inside, ...around.slice(0, -1).reverse()]
      .map(({ name }) => name)
      .filter((name) => name !== ''),
  }
}
