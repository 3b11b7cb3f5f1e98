import middy from '@middy/core'
import type * as z from 'zod'
import { currentInstant } from '../clock.ts'

type Options<I> = {
  /** What the schedule sends. */
  readonly input: z.ZodType<I>
  /** Runs again after a failure or a double trigger: it must change nothing the second time. Its result is logged. */
  readonly act: (request: { readonly input: I; readonly now: string }) => Promise<Record<string, unknown>>
}

/** Makes the handler of a schedule. A failure is thrown: the scheduler retries, then keeps it as a dead letter. */
export const scheduled = <I>(name: string, { input, act }: Options<I>) =>
  middy<unknown, Record<string, unknown>>().handler(async (event) => {
    const result = await act({ input: input.parse(event), now: currentInstant() })
    console.log(JSON.stringify({ level: 'INFO', scheduled: name, ...result }))
    return result
  })
