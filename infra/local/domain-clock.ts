export type Clock = {
  /** Epoch milliseconds. */
  readonly now: () => number
  /** How far ahead of the real time it runs, in milliseconds. */
  readonly offsetMs: () => number
  /** Sets a shifted clock to its start again: what the platform took to start does not count. */
  readonly restart: () => void
  /** Has it be that instant (ISO) now. */
  readonly turnTo: (instant: string) => void
}

/**
 * The clock that deadlines are judged by on one machine: real time, or shifted so that it is `startAt` (ISO) now
 * and runs on at normal speed. Identity, tokens and signatures keep the real one.
 */
export const createClock = (startAt?: string): Clock => {
  const offsetTo = (instant?: string) => (instant === undefined ? 0 : Date.parse(instant) - Date.now())
  let offsetMs = offsetTo(startAt)
  return {
    now: () => Date.now() + offsetMs,
    offsetMs: () => offsetMs,
    restart: () => {
      offsetMs = offsetTo(startAt)
    },
    turnTo: (instant) => {
      offsetMs = offsetTo(instant)
    },
  }
}
