import { useEffect, useState } from 'preact/hooks'
import { whenIdle } from '../../shared/when-idle.ts'

/** More than a window shows at once. */
const FIRST = 60
/** What a browser draws within a frame or two. */
const STEP = 100

/**
 * How many rows of a long outline are drawn: those that one sees as it opens, then the others step by step while
 * nothing else is to be done, so that the first press does not wait for the last row. All up to the row `at` always:
 * the keyboard goes there.
 */
export const useDrawnRows = (count: number, at: number): number => {
  const [drawn, setDrawn] = useState(FIRST)
  useEffect(() => (drawn < count ? whenIdle(() => setDrawn(drawn + STEP)) : undefined), [drawn, count])
  return Math.max(drawn, at + 1)
}
