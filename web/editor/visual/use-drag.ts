// Dragging a row by mouse, pen or finger. A line shows where it would go; Escape and letting go elsewhere leave it.
import type { RefObject } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { type Drop, dropOn } from './drop-place.ts'
import type { Row } from './outline-rows.ts'

export type Dragging = {
  readonly pointer: string
  readonly drop: Drop | undefined
  /** Where the line is drawn, in the tree: from its top, and of which height; a frame when it goes inside. */
  readonly line: { readonly top: number; readonly height: number; readonly level: number } | undefined
}

type Props = {
  readonly tree: RefObject<HTMLElement | null>
  readonly rows: readonly Row[]
  readonly isReadOnly: boolean
  readonly onDrop: (pointer: string, drop: Drop) => void
}

/** Further than this from where it was pressed, a row is dragged. */
const THRESHOLD_PX = 6
const EDGE_PX = 40

export const useDrag = ({ tree, rows, isReadOnly, onDrop }: Props) => {
  const [dragging, setDragging] = useState<Dragging>()
  const latest = useRef({ rows, onDrop })
  latest.current = { rows, onDrop }
  const stop = useRef<(() => void) | undefined>(undefined)
  useEffect(() => () => stop.current?.(), [])

  const onPointerDown = (event: PointerEvent): void => {
    const row = rowUnder(event.target)
    const isHandle = event.target instanceof Element && event.target.closest('.type-icon') !== null
    // A finger scrolls the list: it drags by the drawing of the type alone.
    if (isReadOnly || event.button !== 0 || !row || (event.pointerType === 'touch' && !isHandle)) return
    if (event.target instanceof Element && event.target.closest('button, input, .plan-twist')) return
    const pointer = row.dataset.pointer ?? ''
    if (!pointer.startsWith('/definition/')) return
    const from = { x: event.clientX, y: event.clientY }
    let current: Dragging | undefined
    const move = (moved: PointerEvent): void => {
      if (!current && Math.hypot(moved.clientX - from.x, moved.clientY - from.y) < THRESHOLD_PX) return
      moved.preventDefault()
      scrollNear(tree.current, moved.clientY)
      current = draggingAt(pointer, moved, tree.current, latest.current.rows)
      setDragging(current)
    }
    const end = (kept: boolean) => (): void => {
      stop.current?.()
      if (kept && current?.drop) latest.current.onDrop(pointer, current.drop)
    }
    const onKey = (pressed: KeyboardEvent): void => {
      if (pressed.key === 'Escape') stop.current?.()
    }
    const [dropped, cancelled] = [end(true), end(false)]
    document.addEventListener('pointermove', move, { passive: false })
    document.addEventListener('pointerup', dropped)
    document.addEventListener('pointercancel', cancelled)
    document.addEventListener('keydown', onKey)
    stop.current = () => {
      document.removeEventListener('pointermove', move)
      document.removeEventListener('pointerup', dropped)
      document.removeEventListener('pointercancel', cancelled)
      document.removeEventListener('keydown', onKey)
      stop.current = undefined
      setDragging(undefined)
    }
  }
  return { dragging, onPointerDown }
}

const draggingAt = (
  pointer: string,
  { clientX, clientY }: PointerEvent,
  tree: HTMLElement | null,
  rows: readonly Row[],
): Dragging => {
  const over = rowUnder(document.elementFromPoint(clientX, clientY))
  const row = rows.find(({ item }) => item.pointer === over?.dataset.pointer)
  if (!tree || !over || !row) return { pointer, drop: undefined, line: undefined }
  const box = over.getBoundingClientRect()
  const drop = dropOn(pointer, row.item, (clientY - box.top) / box.height, row.isOpen)
  if (!drop) return { pointer, drop, line: undefined }
  const top = over.offsetTop
  const level = row.item.level + (drop.side === 'inside' ? 1 : 0)
  if (drop.side === 'inside' && !row.isOpen)
    return { pointer, drop, line: { top, height: box.height, level } }
  return { pointer, drop, line: { top: drop.side === 'before' ? top : top + box.height, height: 0, level } }
}

const rowUnder = (target: EventTarget | null): HTMLElement | undefined => {
  const row = target instanceof Element ? target.closest('[data-pointer]') : null
  return row instanceof HTMLElement ? row : undefined
}

const scrollNear = (tree: HTMLElement | null, y: number): void => {
  if (!tree) return
  const { top, bottom } = tree.getBoundingClientRect()
  if (y < top + EDGE_PX) tree.scrollBy(0, -12)
  if (y > bottom - EDGE_PX) tree.scrollBy(0, 12)
}
