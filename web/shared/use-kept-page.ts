import { useEffect, useState } from 'preact/hooks'
import type { Me } from '../../forms/session-wire.ts'
import type { Loaded } from './use-load.ts'
import { usePage } from './use-page.ts'

type Kept<T> = {
  readonly me: Me | undefined
  readonly loaded: Loaded<T>
  /** The last value that was read, whatever came of reading it again. */
  readonly kept: T | undefined
  readonly again: () => void
}

/** As `usePage`, for a page that is read again while one works on it: a refresh that fails leaves it as it was. */
export const useKeptPage = <T>(load: (signal: AbortSignal, me: Promise<Me>) => Promise<T>): Kept<T> => {
  const { me, loaded, again } = usePage(load)
  const [kept, setKept] = useState<T>()
  useEffect(() => {
    if (loaded.state === 'ready') setKept(() => loaded.value)
  }, [loaded])
  return { me, loaded, kept, again }
}
