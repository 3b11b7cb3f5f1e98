import { useEffect, useState } from 'preact/hooks'

/** Longer than the work takes to answer a first press. */
const OPENED_MS = 300

/** False for a moment after a page has opened: what stands beside the work waits, rather than make the work wait. */
export const useSettled = (): boolean => {
  const [isSettled, setSettled] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(true), OPENED_MS)
    return () => clearTimeout(timer)
  }, [])
  return isSettled
}
