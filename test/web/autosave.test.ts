import { expect, test } from 'vitest'
import type { Answers } from '../../forms/nouns/scalars.ts'
import { startAutosave } from '../../web/fill/autosave.ts'
import type { DeviceCopy, DeviceStore } from '../../web/fill/device-store.ts'
import type { SaveOutcome } from '../../web/fill/section-queue.ts'

const AT = '2024-07-12T12:32:00.000Z'
type Stored = { answers: Answers; revision: number; savedAt: string; savedBy: string }
type Way = 'ok' | 'lost-reply' | Exclude<SaveOutcome, { kind: 'saved' | 'stale' }>

/** What the server would do with one section, and a switch for what goes wrong on the way. */
const fakeServer = (answers: Answers = {}, revision = 0) => {
  let section: Stored = { answers, revision, savedAt: AT, savedBy: 'Alix' }
  const calls: { answers: Answers; revision: number }[] = []
  const server = {
    way: 'ok' as Way,
    calls,
    section: () => section,
    somebodyElseSaves: (theirs: Answers) => {
      section = { ...section, answers: theirs, revision: section.revision + 1, savedBy: 'Noor' }
    },
    save: async (_: string, sent: Answers, seen: number): Promise<SaveOutcome> => {
      calls.push({ answers: sent, revision: seen })
      const { way } = server
      if (typeof way !== 'string') return way
      if (seen !== section.revision) return { kind: 'stale', current: section }
      section = { ...section, answers: sent, revision: seen + 1 }
      if (way === 'lost-reply') return { kind: 'unreachable' }
      return { kind: 'saved', revision: section.revision, savedAt: AT }
    },
  }
  return server
}

const fakeDevice = () => {
  const copies: Record<string, DeviceCopy> = {}
  const store: DeviceStore = {
    load: async () => ({ ...copies }),
    keep: async (section, copy) => {
      if (copy) copies[section] = copy
      else delete copies[section]
    },
    older: async () => [],
    forget: async () => {},
    isReliable: () => true,
  }
  return { copies, store }
}

/** Timers that go off when the test says so. */
const fakeTimers = () => {
  const waiting = new Map<number, { act: () => void; ms: number }>()
  let last = 0
  return {
    set: (act: () => void, ms: number) => {
      last += 1
      waiting.set(last, { act, ms })
      return last
    },
    clear: (timer: unknown) => {
      if (typeof timer === 'number') waiting.delete(timer)
    },
    waits: () => [...waiting.values()].map(({ ms }) => ms),
    fire: async () => {
      const due = [...waiting.values()]
      waiting.clear()
      for (const { act } of due) act()
      await settle()
    },
  }
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 0))

const open = async (server = fakeServer(), device = fakeDevice()) => {
  const timers = fakeTimers()
  const shown: Answers[] = []
  const { answers, revision } = server.section()
  const autosave = await startAutosave({
    sections: { lieu: { answers, revision } },
    save: server.save,
    store: device.store,
    now: () => AT,
    timers,
    onState: () => {},
    onMerged: (_, merged) => shown.push(merged),
  })
  return { autosave, timers, shown, server, device }
}

test('saves 800 ms after an answer, once for answers that follow each other', async () => {
  const { autosave, timers, server } = await open()
  autosave.change('lieu', { quartier: 'C' })
  autosave.change('lieu', { quartier: 'Centre' })
  expect(autosave.state()).toEqual({ kind: 'saving' })
  expect(timers.waits()).toEqual([800])
  await timers.fire()
  expect(server.calls).toEqual([{ answers: { quartier: 'Centre' }, revision: 0 }])
  expect(autosave.state()).toEqual({ kind: 'saved', at: AT })
})

test('keeps an answer on the device before asking the network, and drops it once acknowledged', async () => {
  const { autosave, timers, device, server } = await open()
  server.way = { kind: 'unreachable' }
  autosave.change('lieu', { quartier: 'Centre' })
  expect(device.copies.lieu?.mine).toEqual({ quartier: 'Centre' })
  await timers.fire()
  expect(device.copies.lieu?.mine).toEqual({ quartier: 'Centre' })
  server.way = 'ok'
  await timers.fire()
  expect(device.copies).toEqual({})
})

test('sends one request at a time, and what was typed meanwhile afterwards', async () => {
  const { autosave, timers, server } = await open()
  autosave.change('lieu', { quartier: 'C' })
  const first = autosave.flush()
  await Promise.resolve()
  autosave.change('lieu', { quartier: 'Centre' })
  await first
  await timers.fire()
  expect(server.calls.map(({ revision }) => revision)).toEqual([0, 1])
  expect(server.section().answers).toEqual({ quartier: 'Centre' })
})

test('merges what somebody else saved in other questions, and shows it', async () => {
  const { autosave, timers, server, shown } = await open(fakeServer({ quartier: 'A', milieu: 'rural' }, 3))
  server.somebodyElseSaves({ quartier: 'A', milieu: 'urbain' })
  autosave.change('lieu', { quartier: 'B', milieu: 'rural' })
  await timers.fire()
  expect(server.section()).toMatchObject({ answers: { quartier: 'B', milieu: 'urbain' }, revision: 5 })
  expect(shown).toEqual([{ quartier: 'B', milieu: 'urbain' }])
  expect(autosave.conflicts()).toEqual([])
})

test('never overwrites silently: a conflict shows theirs, keeps mine, and waits for a choice', async () => {
  const { autosave, timers, server, device } = await open(fakeServer({ quartier: 'A' }, 1))
  server.somebodyElseSaves({ quartier: 'Leur quartier' })
  autosave.change('lieu', { quartier: 'Mon quartier', milieu: 'rural' })
  await timers.fire()
  expect(autosave.state()).toEqual({ kind: 'conflict' })
  expect(server.section().answers).toEqual({ quartier: 'Leur quartier', milieu: 'rural' })
  const [conflict] = autosave.conflicts()
  expect(conflict).toMatchObject({ path: ['quartier'], mine: 'Mon quartier', author: { savedBy: 'Noor' } })
  expect(device.copies.lieu?.conflicts).toHaveLength(1)
  if (conflict) await autosave.choose(conflict, 'mine')
  expect(server.section().answers).toEqual({ quartier: 'Mon quartier', milieu: 'rural' })
  expect(autosave.conflicts()).toEqual([])
  expect(device.copies).toEqual({})
})

test('answering a question in conflict again settles it', async () => {
  const { autosave, timers, server } = await open(fakeServer({ quartier: 'A' }, 1))
  server.somebodyElseSaves({ quartier: 'B' })
  autosave.change('lieu', { quartier: 'C' })
  await timers.fire()
  autosave.change('lieu', { quartier: 'D' })
  expect(autosave.conflicts()).toEqual([])
  await timers.fire()
  expect(server.section().answers).toEqual({ quartier: 'D' })
})

test('finds an unsettled conflict again after the page was closed', async () => {
  const device = fakeDevice()
  const server = fakeServer({ quartier: 'A' }, 1)
  const before = await open(server, device)
  server.somebodyElseSaves({ quartier: 'B' })
  before.autosave.change('lieu', { quartier: 'C' })
  await before.timers.fire()
  const after = await open(server, device)
  expect(after.autosave.conflicts()).toMatchObject([{ path: ['quartier'], mine: 'C', theirs: 'B' }])
})

test('offline it keeps everything, waits longer and longer, and sends when the network is back', async () => {
  const { autosave, timers, server } = await open()
  server.way = { kind: 'unreachable' }
  autosave.change('lieu', { quartier: 'Centre' })
  const waits: number[] = []
  for (let i = 0; i < 7; i++) {
    await timers.fire()
    waits.push(...timers.waits())
  }
  expect(waits).toEqual([2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000])
  expect(autosave.state()).toEqual({ kind: 'offline' })
  server.way = 'ok'
  await autosave.flush()
  expect(autosave.state()).toEqual({ kind: 'saved', at: AT })
})

test('does not take its own save, whose reply was lost, for somebody else’s', async () => {
  const { autosave, timers, server } = await open(fakeServer({ quartier: 'A' }, 1))
  server.way = 'lost-reply'
  autosave.change('lieu', { quartier: 'AB' })
  await timers.fire()
  autosave.change('lieu', { quartier: 'ABC' })
  server.way = 'ok'
  await timers.fire()
  expect(autosave.conflicts()).toEqual([])
  expect(server.section()).toMatchObject({ answers: { quartier: 'ABC' }, revision: 3 })
})

test('nor after the page was closed in between', async () => {
  const device = fakeDevice()
  const before = await open(fakeServer({ quartier: 'A' }, 1), device)
  before.server.way = 'lost-reply'
  before.autosave.change('lieu', { quartier: 'AB' })
  await before.timers.fire()
  before.autosave.change('lieu', { quartier: 'ABC' })
  before.server.way = 'ok'
  const after = await open(before.server, device)
  await after.autosave.flush()
  expect(after.autosave.conflicts()).toEqual([])
  expect(before.server.section().answers).toEqual({ quartier: 'ABC' })
})

test('with the session expired it keeps everything and goes on after signing in', async () => {
  const { autosave, timers, server, device } = await open()
  server.way = { kind: 'session-expired' }
  autosave.change('lieu', { quartier: 'C' })
  await timers.fire()
  autosave.change('lieu', { quartier: 'Centre' })
  expect(autosave.state()).toEqual({ kind: 'session-expired' })
  expect(device.copies.lieu?.mine).toEqual({ quartier: 'Centre' })
  server.way = 'ok'
  const again = await open(server, device)
  await again.autosave.flush()
  expect(server.section().answers).toEqual({ quartier: 'Centre' })
})

test('after the deadline it stops, says so, and keeps the rest on the device', async () => {
  const { autosave, timers, server, device } = await open()
  server.way = { kind: 'closed', message: 'L’échéance est passée' }
  autosave.change('lieu', { quartier: 'Centre' })
  await timers.fire()
  expect(autosave.state()).toEqual({ kind: 'closed', message: 'L’échéance est passée' })
  expect(timers.waits()).toEqual([])
  expect(autosave.unsaved()).toEqual(['lieu'])
  expect(device.copies.lieu?.mine).toEqual({ quartier: 'Centre' })
})

test('a refused answer is told, kept, and sent again once changed', async () => {
  const { autosave, timers, server } = await open()
  const faults = [{ pointer: '/answers/quartier', detail: 'Trop long.' }]
  server.way = { kind: 'refused', message: 'Des réponses sont à corriger', faults }
  autosave.change('lieu', { quartier: 'x'.repeat(300) })
  await timers.fire()
  expect(autosave.state()).toMatchObject({ kind: 'refused', faults })
  expect(timers.waits()).toEqual([])
  server.way = 'ok'
  autosave.change('lieu', { quartier: 'x' })
  await timers.fire()
  expect(autosave.state()).toEqual({ kind: 'saved', at: AT })
})

test('what an earlier visit left on the device is merged with the server’s, and sent', async () => {
  const device = fakeDevice()
  device.copies.lieu = {
    base: { answers: { quartier: 'A' }, revision: 1 },
    mine: { quartier: 'A', milieu: 'rural' },
    conflicts: [],
    unacknowledged: [],
    changedAt: AT,
  }
  const { autosave, server } = await open(fakeServer({ quartier: 'B' }, 2), device)
  expect(autosave.answers()).toEqual({ lieu: { quartier: 'B', milieu: 'rural' } })
  await autosave.flush()
  expect(server.section().answers).toEqual({ quartier: 'B', milieu: 'rural' })
})

test('a copy that the server turns out to have is dropped', async () => {
  const device = fakeDevice()
  const base = { answers: {}, revision: 0 }
  device.copies.lieu = { base, mine: { a: 1 }, conflicts: [], unacknowledged: [], changedAt: AT }
  const { autosave } = await open(fakeServer({ a: 1 }, 1), device)
  await autosave.flush()
  expect(autosave.unsaved()).toEqual([])
  expect(device.copies).toEqual({})
})
