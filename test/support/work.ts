// The work of campaigns at an instant of one's choosing, as their schedules would start it.
import type { ScheduledName } from '../../functions/triggers.ts'

/** Runs a scheduled function as if it were `now`. */
export const runAt = async (name: ScheduledName, now: string, input: unknown = {}): Promise<unknown> => {
  const { handler } = await import(`../../functions/scheduled/${name}.ts`)
  const kept = process.env.CLOCK_OFFSET_MS
  process.env.CLOCK_OFFSET_MS = String(Date.parse(now) - Date.now())
  try {
    return await handler(input, {})
  } finally {
    process.env.CLOCK_OFFSET_MS = kept
  }
}
