export type Clock = { readonly now: () => number; readonly offsetMs: number }

/**
 * The clock that deadlines are judged by on one machine: real time, or shifted so that it is `startAt` (ISO) now
 * and runs on at normal speed. Identity, tokens and signatures keep the real one.
 */
export const createClock = (startAt?: string): Clock => {
  const offsetMs = startAt === undefined ? 0 : Date.parse(startAt) - Date.now()
  return { now: () => Date.now() + offsetMs, offsetMs }
}
