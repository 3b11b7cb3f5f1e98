/** Runs something once the browser has nothing else to do; what it answers takes that back. Safari knows no idleness. */
export const whenIdle = (run: () => void): (() => void) => {
  if (!('requestIdleCallback' in globalThis)) {
    const timer = setTimeout(run, 50)
    return () => clearTimeout(timer)
  }
  const asked = requestIdleCallback(run, { timeout: 1_000 })
  return () => cancelIdleCallback(asked)
}
