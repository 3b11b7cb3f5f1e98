import middy from '@middy/core'
import type * as z from 'zod'
import { currentInstant } from '../clock.ts'
import { requireEnvFor } from '../require-env.ts'
import { type ScheduledName, schedules } from '../triggers.ts'

type Options<I> = {
  /** What the schedule sends. */
  readonly input: z.ZodType<I>
  /** Runs again after a failure or a double trigger: it must change nothing the second time. Its result is logged. */
  readonly act: (request: { readonly input: I; readonly now: string }) => Promise<Record<string, unknown>>
}

/**
 * Makes the handler of a schedule. Throws when an environment variable it needs is missing. A failed run is thrown
 * too: it is tried again, then kept as a dead letter.
 */
export const scheduled = <I>(name: ScheduledName, { input, act }: Options<I>) => {
  requireEnvFor(schedules[name].grants)
  return middy<unknown, Record<string, unknown>>().handler(async (event) => {
    const result = await act({ input: input.parse(event), now: currentInstant() })
    // An object: it stays one in the log, where alarms read it.
    console.log({ scheduled: name, ...result })
    return result
  })
}
