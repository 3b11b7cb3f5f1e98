import * as z from 'zod'

const THROTTLED = new Set([
  'ProvisionedThroughputExceededException',
  'ThrottlingException',
  'RequestLimitExceeded',
  'TooManyRequestsException',
])
const CUT = new Set(['ECONNRESET', 'ECONNREFUSED', 'EPIPE', 'ETIMEDOUT'])
const ATTEMPTS = 8
/** What the SDK says of a failure. */
const Failure = z.object({
  code: z.string().optional(),
  $metadata: z.object({ httpStatusCode: z.number().optional() }).optional(),
})

/** Whether the table refused for want of throughput: nothing was written, the same will pass later. */
export const isThrottled = (error: unknown): boolean => error instanceof Error && THROTTLED.has(error.name)

/** Whether a failure passes by itself: throttling, a cut connection, a fault of the service. */
const isPassing = (error: unknown): boolean => {
  if (isThrottled(error)) return true
  const { success, data } = Failure.safeParse(error)
  return success && (CUT.has(data.code ?? '') || (data.$metadata?.httpStatusCode ?? 0) >= 500)
}

/** Acts again, later and later, while what fails passes by itself; any other failure, and the last one, is thrown. */
export const patiently = async <T>(act: () => Promise<T>): Promise<T> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await act()
    } catch (error) {
      if (!isPassing(error) || attempt === ATTEMPTS) throw error
      await new Promise((done) => setTimeout(done, Math.random() * 100 * 2 ** attempt))
    }
  }
}

/** Does something for each of many, a few at a time, patiently; all of them even if some fail, and then throws. */
export const forEachFew = async <T>(
  things: readonly T[],
  few: number,
  act: (thing: T) => Promise<unknown>,
): Promise<void> => {
  const waiting = things.values()
  const failures: unknown[] = []
  const worker = async () => {
    for (const thing of waiting) await patiently(() => act(thing)).catch((error) => failures.push(error))
  }
  await Promise.all(Array.from({ length: few }, worker))
  if (failures.length > 0) throw failures[0]
}
