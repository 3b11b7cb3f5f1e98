// Where one is in the outline: what is open, what is found, and going from row to row.
import { useMemo, useRef, useState } from 'preact/hooks'
import type { Item } from '../../../forms/editing/items.ts'
import { type Board, WHOLE } from './board.ts'
import type { OutlineKey } from './outline-keys.ts'
import { keyOf, type Row, rowsOf, typedRow } from './outline-rows.ts'

type Props = {
  readonly board: Board
  readonly items: readonly Item[]
  readonly selected: string
  readonly search: string
}

/** Letters that follow each other faster than this are one word. */
const TYPING_MS = 700

export const useOutline = ({ board, items, selected, search }: Props) => {
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set())
  const typed = useRef({ text: '', at: 0 })
  const isSearching = useRef(false)
  const rows = useMemo(() => rowsOf(items, { closed, search }), [items, closed, search])
  const at = rows.findIndex(({ item }) => item.pointer === selected)
  const current = rows[at]

  const go = (to: number): void => board.select(rows[to]?.item.pointer ?? WHOLE, 'outline')
  const setOpen = ({ item, isOpen }: Row): void => {
    const next = new Set(closed)
    if (isOpen) next.add(keyOf(item))
    else next.delete(keyOf(item))
    setClosed(next)
  }
  const goIn = (): void => {
    if (!current) go(0)
    else if (current.isOpen === false) setOpen(current)
    else if (current.isOpen) go(at + 1)
  }
  const goOut = (): void => {
    if (!current) return
    if (current.isOpen && search === '') setOpen(current)
    else
      go(rows.findLastIndex(({ item }, i) => i < at && current.item.pointer.startsWith(`${item.pointer}/`)))
  }
  const moves: Record<Extract<OutlineKey, { kind: 'go' }>['to'], () => void> = {
    next: () => go(Math.min(at + 1, rows.length - 1)),
    previous: () => go(at - 1),
    first: () => go(-1),
    last: () => go(rows.length - 1),
    open: goIn,
    close: goOut,
  }
  const typeLetter = (letter: string): void => {
    const now = performance.now()
    const text = now - typed.current.at > TYPING_MS ? letter : typed.current.text + letter
    typed.current = { text, at: now }
    isSearching.current = true
    if (text.trim() === '') return
    const found = typedRow(rows, Math.max(at, 0), text)
    if (found !== undefined) go(found)
  }
  const allClosed = items.length > 0 && items.every((item) => closed.has(keyOf(item)))
  return {
    rows,
    current,
    setOpen,
    typeLetter,
    /** From the first letter until something else than letters: a pause between two words ends nothing. */
    isSearching: (): boolean => isSearching.current,
    endSearch: (): void => {
      isSearching.current = false
    },
    moveFocus: (to: keyof typeof moves): void => moves[to](),
    allClosed,
    toggleAll: (): void => setClosed(new Set(allClosed ? [] : items.map(keyOf))),
  }
}
