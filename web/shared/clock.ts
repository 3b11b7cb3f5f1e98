// The server's clock, in the page: every reply that tells `now` sets it, and it then runs on the browser's
// monotonic clock, which nobody can put back. Deadlines are counted from it, never from the browser's date.
import { useEffect, useState } from 'preact/hooks'

let known: { serverMs: number; atMs: number } | undefined

/** Sets the clock from an instant the server told (ISO UTC). An unreadable one changes nothing. */
export const syncClock = (now: string): void => {
  const serverMs = Date.parse(now)
  if (!Number.isNaN(serverMs)) known = { serverMs, atMs: performance.now() }
}

/** What time it is for the server, ISO UTC; the browser's own time until a reply has told it. */
export const serverNow = (): string =>
  new Date(known ? known.serverMs + performance.now() - known.atMs : Date.now()).toISOString()

/** `serverNow()` in a component, told again every `everyMs` and when the page is shown again. */
export const useServerNow = (everyMs = 20_000): string => {
  const [now, setNow] = useState(serverNow)
  useEffect(() => {
    const tell = () => setNow(serverNow())
    tell()
    const timer = setInterval(tell, everyMs)
    document.addEventListener('visibilitychange', tell)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', tell)
    }
  }, [everyMs])
  return now
}
