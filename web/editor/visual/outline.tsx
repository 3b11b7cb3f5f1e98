// The tree of pages, groups and questions. What is pressed and typed on rows is heard here, so that each row is drawn
// again only when it changes.
import type { JSX } from 'preact'
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import { flatten, type Item } from '../../../forms/editing/items.ts'
import { quoted } from '../../shared/words.ts'
import { type Board, WHOLE } from './board.ts'
import { countsBy } from './finding-places.ts'
import { dropItem, duplicateItem, moveItem } from './item-actions.ts'
import { ItemMenu } from './item-menu.tsx'
import { menuActions } from './menu-actions.ts'
import { type OutlineKey, outlineKey } from './outline-keys.ts'
import { OutlineRow } from './outline-row.tsx'
import { shownTitle } from './outline-rows.ts'
import { useDrag } from './use-drag.ts'
import { useDrawnRows } from './use-drawn-rows.ts'
import type { useOutline } from './use-outline.ts'
import { useRenaming } from './use-renaming.ts'
import { WholeRow } from './whole-row.tsx'

type Props = {
  readonly board: Board
  readonly items: readonly Item[]
  readonly selected: string
  readonly outline: ReturnType<typeof useOutline>
  /** A new object each time the keyboard is to come to the selected row. */
  readonly focus: object | undefined
  readonly onAdd: () => void
  readonly onRemove: (item: Item) => void
}

export const Outline = (props: Props): JSX.Element => {
  const { board, items, selected, outline, focus, onAdd, onRemove } = props
  const { rows, current, setOpen } = outline
  const tree = useRef<HTMLDivElement>(null)
  const { renaming, rename, onRenamed } = useRenaming(board)
  const [menu, setMenu] = useState('')
  const drawn = useDrawnRows(rows.length, current ? rows.indexOf(current) : 0)
  const counts = useMemo(
    () => countsBy(board.findings, new Set(flatten(items).map(({ pointer }) => pointer))),
    [items, board.findings],
  )
  const { dragging, onPointerDown } = useDrag({
    tree,
    rows,
    isReadOnly: board.isReadOnly,
    onDrop: (pointer, { place }) => dropItem(board, pointer, place),
  })
  // With the drawing: a key pressed right after a move would fall where the row was.
  useLayoutEffect(() => {
    if (focus) rowAt(tree.current, selected)?.focus()
  }, [focus])
  useEffect(() => {
    rowAt(tree.current, selected)?.scrollIntoView({ block: 'nearest' })
  }, [selected])

  const onKeyDown = (event: KeyboardEvent): void => {
    const asked = outlineKey(event, outline.isSearching())
    if (!asked) return
    event.preventDefault()
    if (asked.kind !== 'type') outline.endSearch()
    if (asked.kind === 'go') outline.moveFocus(asked.to)
    else if (asked.kind === 'type') outline.typeLetter(asked.letter)
    else if (asked.kind === 'properties') board.select(selected, 'properties')
    else if (!board.isReadOnly && asked.kind === 'add') onAdd()
    else if (!board.isReadOnly && current) actOn(current.item, asked)
  }
  const actOn = (item: Item, asked: OutlineKey): void => {
    if (asked.kind === 'move') moveItem(board, item, asked.step)
    if (asked.kind === 'duplicate') duplicateItem(board, item)
    if (asked.kind === 'delete') onRemove(item)
    if (asked.kind === 'rename') rename(item.pointer)
    if (asked.kind === 'menu') setMenu(item.pointer)
  }
  const onClick = ({ target, detail }: MouseEvent): void => {
    outline.endSearch()
    const pointer = pointerUnder(target)
    if (pointer === undefined || isIn(target, 'input')) return
    const row = rows.find(({ item }) => item.pointer === pointer)
    if (isIn(target, '.plan-more')) {
      // The second press of a double one would take back the first.
      if (detail < 2) setMenu(menu === pointer ? '' : pointer)
    } else if (isIn(target, '.plan-twist') && row?.isOpen !== undefined) setOpen(row)
    else board.select(pointer)
  }
  return (
    <div class="plan-tree">
      <div
        ref={tree}
        role="tree"
        aria-label="Plan du questionnaire"
        class={dragging ? 'dragging' : undefined}
        onKeyDown={onKeyDown}
        onClick={onClick}
        onDblClick={({ target }) => {
          const pointer = pointerUnder(target)
          if (pointer && !board.isReadOnly && !isIn(target, 'button')) rename(pointer)
        }}
        onPointerDown={onPointerDown}
        onContextMenu={(event) => {
          const pointer = pointerUnder(event.target)
          if (!pointer || board.isReadOnly) return
          event.preventDefault()
          board.select(pointer, 'outline')
          setMenu(pointer)
        }}
      >
        <WholeRow content={board.content} isSelected={selected === WHOLE} counts={counts.get(WHOLE)} />
        {rows.slice(0, drawn).map((row) => (
          <OutlineRow
            key={row.item.pointer}
            row={row}
            isSelected={row.item.pointer === selected}
            isMenuOpen={menu === row.item.pointer}
            isReadOnly={board.isReadOnly}
            errors={counts.get(row.item.pointer)?.errors ?? 0}
            warnings={counts.get(row.item.pointer)?.warnings ?? 0}
            onRenamed={renaming === row.item.pointer ? onRenamed : undefined}
          />
        ))}
        {dragging?.line ? (
          <div
            role="none"
            class={dragging.line.height > 0 ? 'plan-drop inside' : 'plan-drop'}
            data-level={Math.min(dragging.line.level, 6)}
            style={{ top: `${dragging.line.top}px`, height: `${dragging.line.height}px` }}
          />
        ) : null}
      </div>
      {current && menu === selected ? (
        <ItemMenu
          opener={() => rowAt(tree.current, selected)?.querySelector<HTMLElement>('.plan-more') ?? null}
          label={`Actions sur ${quoted(shownTitle(current.item))}`}
          actions={menuActions(board, current.item, {
            rename: (item) => rename(item.pointer),
            remove: onRemove,
            add: onAdd,
          })}
          onClose={() => {
            setMenu('')
            rowAt(tree.current, selected)?.focus()
          }}
        />
      ) : null}
    </div>
  )
}

const pointerUnder = (target: EventTarget | null): string | undefined => {
  const row = target instanceof Element ? target.closest('[data-pointer]') : null
  return row instanceof HTMLElement ? row.dataset.pointer : undefined
}

const isIn = (target: EventTarget | null, selector: string): boolean =>
  target instanceof Element && target.closest(selector) !== null

const rowAt = (tree: HTMLElement | null, pointer: string): HTMLElement | null =>
  tree?.querySelector<HTMLElement>(`[data-pointer="${CSS.escape(pointer)}"]`) ?? null
