import { useCallback, useEffect, useState } from 'preact/hooks'
import type { Me } from '../../forms/session-wire.ts'
import { loadMe } from './me.ts'
import { type Loaded, useLoad } from './use-load.ts'

/**
 * What a page for a signed-in person reads, with that person beside it: the header knows them even when the rest
 * failed. Read again when the browser shows the page from its memory. `load` must not change, as for `useLoad`.
 */
export const usePage = <T>(
  load: (signal: AbortSignal, me: Promise<Me>) => Promise<T>,
): { me: Me | undefined; loaded: Loaded<T>; again: () => void } => {
  const [me, setMe] = useState<Me>()
  const loadBoth = useCallback(
    (signal: AbortSignal) => {
      const asking = loadMe(signal)
      asking.then(setMe, () => {})
      return load(signal, asking)
    },
    [load],
  )
  const [loaded, again] = useLoad(loadBoth)
  useEffect(() => {
    const onReturn = (event: PageTransitionEvent) => event.persisted && again()
    addEventListener('pageshow', onReturn)
    return () => removeEventListener('pageshow', onReturn)
  }, [again])
  return { me, loaded, again }
}
