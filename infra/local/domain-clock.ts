export type Clock = {
  /** Epoch milliseconds. */
  readonly now: () => number
  /** How far ahead of the real time it runs, in milliseconds. */
  readonly offsetMs: () => number
  /** Sets a shifted clock to its start again: what the platform took to start does not count. */
  readonly restart: () => void
}

/**
 * The clock that deadlines are judged by on one machine: real time, or shifted so that it is `startAt` (ISO) now
 * and runs on at normal speed. Identity, tokens and signatures keep the real one.
 */
export const createClock = (startAt?: string): Clock => {
  const offsetNow = () => (startAt === undefined ? 0 : Date.parse(startAt) - Date.now())
  let offsetMs = offsetNow()
  return {
    now: () => Date.now() + offsetMs,
    offsetMs: () => offsetMs,
    restart: () => {
      offsetMs = offsetNow()
    },
  }
}
