import { useCallback, useLayoutEffect, useState } from 'preact/hooks'

/** What a page that reads something may be in; while it is asked again, the last value stays. */
export type Loaded<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly value: T }
  | { readonly state: 'failed'; readonly error: unknown }

/**
 * Loads when the component appears and each time `again` is called. `load` must not change from one rendering to
 * the next: define it outside the component, or memoise it.
 */
export const useLoad = <T>(load: (signal: AbortSignal) => Promise<T>): [Loaded<T>, () => void] => {
  const [loaded, setLoaded] = useState<Loaded<T>>({ state: 'loading' })
  const [round, setRound] = useState(0)
  const again = useCallback(() => {
    setLoaded((last) => (last.state === 'failed' ? { state: 'loading' } : last))
    setRound((n) => n + 1)
  }, [])
  // Not after the first drawing: what is read is on its way meanwhile.
  useLayoutEffect(() => {
    const leaving = new AbortController()
    load(leaving.signal).then(
      (value) => leaving.signal.aborted || setLoaded({ state: 'ready', value }),
      (error) => leaving.signal.aborted || setLoaded({ state: 'failed', error }),
    )
    return () => leaving.abort()
  }, [load, round])
  return [loaded, again]
}
