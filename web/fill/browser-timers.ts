import type { Timers } from './section-queue.ts'

/** The browser's own. */
export const browserTimers: Timers = {
  set: (act, ms) => window.setTimeout(act, ms),
  clear: (timer) => {
    if (typeof timer === 'number') window.clearTimeout(timer)
  },
}
