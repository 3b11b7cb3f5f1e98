import { useCallback, useRef, useState } from 'preact/hooks'
import type { Edit } from '../../../forms/editing/edit.ts'
import { itemAt, itemsOf } from '../../../forms/editing/items.ts'
import { setPageTitle, setProperty, withText } from '../../../forms/editing/set-property.ts'
import type { Content } from '../../../forms/editing-wire.ts'
import type { Board } from './board.ts'

/** The row whose title is typed in the outline, and what ends it. */
export const useRenaming = (board: Board) => {
  const [renaming, setRenaming] = useState('')
  // One function for as long as one row is renamed: what else changes does not draw the row again.
  const latest = useRef(board)
  latest.current = board
  const onRenamed = useCallback(
    (title: string | undefined) => {
      setRenaming('')
      latest.current.select(renaming, 'outline')
      if (title !== undefined) latest.current.apply(titled(latest.current.content, renaming, title))
    },
    [renaming],
  )
  return { renaming, rename: setRenaming, onRenamed }
}

const titled = (content: Content, pointer: string, title: string): Edit | undefined => {
  const label = 'Changer un titre'
  const item = itemAt(itemsOf(content), pointer)
  if (!item || item.title === title) return undefined
  if (item.kind === 'page') return setPageTitle(content, pointer, title, label)
  return setProperty(content, pointer, 'title', { value: withText(item.json.title, title), label })
}
