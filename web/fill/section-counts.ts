// How many questions of each section still need something. Counting runs every check of a section, so it waits until
// the person pauses, and leaves the browser its turn between two sections.
import { inSlices } from './slices.ts'
import type { Missing } from './survey-options.ts'

const AFTER_MS = 400

type Options = {
  readonly missing: (section: string) => Missing | undefined
  readonly onCounted: () => void
}

export const createCounts = ({ missing, onCounted }: Options) => {
  const counts = new Map<string, Missing>()
  const waiting = new Set<string>()
  let timer: ReturnType<typeof setTimeout> | undefined
  function* countWaiting(): Generator<undefined> {
    for (const section of waiting) {
      const count = missing(section)
      waiting.delete(section)
      if (count !== undefined) counts.set(section, count)
      yield
    }
  }
  return {
    /** Undefined until it was counted. */
    of: (section: string): Missing | undefined => counts.get(section),
    /** Counts these sections again, once nothing has changed for a moment. */
    later: (sections: Iterable<string>): void => {
      for (const section of sections) waiting.add(section)
      clearTimeout(timer)
      timer = setTimeout(() => inSlices(countWaiting()).then(onCounted), AFTER_MS)
    },
  }
}
