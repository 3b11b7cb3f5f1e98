import type { RefObject } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'

type Entries = {
  /** What holds the entries. */
  readonly place: RefObject<HTMLDivElement | null>
  /** To be shown where it is heard. */
  readonly said: string
  /** Says what was done, and takes the keyboard to an entry, or to the last one when there are no longer so many. */
  readonly done: (words: string, at: number) => void
}

/** Entries that one adds and takes away: whoever does it by keyboard, or hears the page, goes on where they are. */
export const useEntries = (entries: string): Entries => {
  const place = useRef<HTMLDivElement>(null)
  const [said, setSaid] = useState('')
  const [target, setTarget] = useState<{ at: number }>()
  useEffect(() => {
    if (!target || !place.current) return
    const all = [...place.current.querySelectorAll(entries)]
    const entry = all[Math.min(target.at, all.length - 1)] ?? place.current
    entry.querySelector<HTMLElement>('input, select, textarea, button')?.focus()
  }, [target])
  const done = (words: string, at: number): void => {
    setSaid(words)
    setTarget({ at })
  }
  return { place, said, done }
}
