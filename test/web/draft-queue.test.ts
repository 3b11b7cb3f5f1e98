import { expect, test } from 'vitest'
import type { Content } from '../../forms/editing-wire.ts'
import { createDraftQueue, type SaveOutcome } from '../../web/editor/draft-queue.ts'

const titled = (title: string): Content => ({ definition: {}, info: { title } })
const SAVED_AT = '2026-06-10T09:00:00.000Z'
const saved = (revision: number): SaveOutcome => ({
  kind: 'saved',
  revision,
  savedAt: SAVED_AT,
  findings: [],
})

/** A queue whose server answers what it is told to, and whose timers are run by hand. */
const start = (answers: SaveOutcome[]) => {
  const sent: [unknown, number][] = []
  const timers: { act: () => void; ms: number }[] = []
  const queue = createDraftQueue({
    base: { content: titled('Avant'), revision: 1, savedAt: SAVED_AT },
    save: async (content, revision) => {
      sent.push([content.info.title, revision])
      return answers.shift() ?? { kind: 'unreachable' }
    },
    timers: {
      set: (act, ms) => {
        const timer = { act, ms }
        timers.push(timer)
        return timer
      },
      // There is one at a time.
      clear: () => {
        timers.splice(0)
      },
    },
    onState: () => {},
  })
  /** Lets the time pass until the next timer, and what it began come to its end. */
  const next = async (): Promise<number | undefined> => {
    const timer = timers.shift()
    timer?.act()
    await queue.flush()
    return timer?.ms
  }
  return { queue, sent, timers, next }
}

test('saves the last of several edits, a second after it, and names the revision it was made from', async () => {
  const { queue, sent, next } = start([saved(2)])
  queue.change(titled('A'))
  queue.change(titled('AB'))
  expect(queue.state()).toEqual({ kind: 'saving' })
  expect(await next()).toBe(1_000)
  expect(sent).toEqual([['AB', 1]])
  expect(queue.state()).toEqual({ kind: 'saved', at: SAVED_AT })
})

test('an edit that comes back to what the server has is not sent', async () => {
  const { queue, sent } = start([])
  queue.change(titled('A'))
  queue.change(titled('Avant'))
  await queue.flush()
  expect(sent).toEqual([])
})

test('tries again when the server cannot be reached, and typing does not hurry it', async () => {
  const { queue, sent, timers, next } = start([{ kind: 'unreachable' }, saved(2)])
  queue.change(titled('A'))
  timers.shift()?.act()
  await queue.flush().catch(() => undefined)
  expect(sent.length).toBeGreaterThan(0)
  await next()
  expect(queue.isDirty()).toBe(false)
})

test.each([{ kind: 'stale' as const }, { kind: 'locked' as const, lock: undefined }])(
  'sends nothing more after $kind until it is settled, and then all',
  async (outcome) => {
    const { queue, sent, timers, next } = start([outcome, saved(8)])
    queue.change(titled('Le mien'))
    await next()
    queue.change(titled('Le mien, suite'))
    await queue.flush()
    expect(sent).toEqual([['Le mien', 1]])
    expect(queue.state().kind).toBe(outcome.kind)
    queue.rebase({ content: titled('Le leur'), revision: 7, savedAt: SAVED_AT })
    timers.shift()?.act()
    await queue.flush()
    expect(sent.at(-1)).toEqual(['Le mien, suite', 7])
    expect(queue.isDirty()).toBe(false)
  },
)

test('a refusal is told until something else is typed', async () => {
  const { queue, next } = start([{ kind: 'refused', message: 'Trop long.' }, saved(2)])
  queue.change(titled('A'))
  await next()
  expect(queue.state()).toEqual({ kind: 'refused', message: 'Trop long.' })
  queue.change(titled('B'))
  expect(queue.state()).toEqual({ kind: 'saving' })
})
