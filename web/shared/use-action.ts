import { useRef, useState } from 'preact/hooks'

/** Something a person asks for: whether it is under way, and how it failed the last time. */
export type Action = {
  readonly busy: boolean
  readonly failure: unknown
  /** Does it, unless it is under way; a failure is kept in `failure`. */
  readonly run: (what: () => Promise<unknown>) => Promise<void>
  /** Has the last failure said no more. */
  readonly forget: () => void
}

/** One action at a time. */
export const useAction = (): Action => {
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<unknown>()
  // Two clicks come before the page is drawn again.
  const running = useRef(false)
  const run = async (what: () => Promise<unknown>) => {
    if (running.current) return
    running.current = true
    setBusy(true)
    setFailure(undefined)
    try {
      await what()
    } catch (error) {
      setFailure(error)
    } finally {
      running.current = false
      setBusy(false)
    }
  }
  return { busy, failure, run, forget: () => setFailure(undefined) }
}
