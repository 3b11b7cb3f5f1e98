import { setTimeout as wait } from 'node:timers/promises'

/** Reads again and again until what is read holds, and answers it; after `withinMs`, answers what was read last. */
export const until = async <T>(
  read: () => Promise<T>,
  holds: (value: T) => boolean,
  withinMs: number,
): Promise<T> => {
  const giveUpAt = Date.now() + withinMs
  for (;;) {
    const value = await read()
    if (holds(value) || Date.now() > giveUpAt) return value
    await wait(500)
  }
}
