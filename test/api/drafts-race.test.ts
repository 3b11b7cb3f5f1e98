// Several tabs of two people save, take over, give up and start again, one after the other or at once, some hearing
// nothing of what they did: nothing that was acknowledged is lost without somebody having read it.
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { putAgency } from '../../functions/store/members.ts'
import { type Caller, usePlatform } from '../support/server.ts'

const platform = usePlatform({ now: '2026-06-10T09:00:00.000Z' })

let people: Caller[]
beforeAll(async () => {
  const email = 'bonjour@nouvelle-association.test'
  await putAgency(email, { cafId: 'caf731', cafName: 'Caf de la Savoie', roles: ['concepteur'] })
  people = [await platform.as('concepteur@caf731.test'), await platform.as(email)]
})

type Tab = { readonly as: Caller; readonly name: string; seen: number }
/** A save that was acknowledged: what it wrote, which revision that made and which it was written over. */
type Saved = { readonly text: string; readonly revision: number; readonly over: number }

const step = fc.record({
  tab: fc.nat({ max: 2 }),
  does: fc.oneof(
    { weight: 6, arbitrary: fc.constant('save' as const) },
    { weight: 2, arbitrary: fc.constantFrom('read', 'take', 'take over', 'leave') },
    { weight: 1, arbitrary: fc.constantFrom('save twice', 'end and start') },
  ),
})
/** What is done at once; one after the other where there is one. */
const rounds = fc.array(fc.array(step, { minLength: 1, maxLength: 4 }), { minLength: 3, maxLength: 10 })

let made = 0
const madeForm = async (): Promise<string> => {
  made += 1
  const reply = await people[0]?.post('/forms', { body: { title: `Course ${made}`, from: 'blank' } })
  return `/forms/${reply?.body.id}`
}

const race = (path: string) => {
  const saved: Saved[] = []
  let texts = 0

  const saveAs = async (tab: Tab, text: string) => {
    const over = tab.seen
    const reply = await tab.as.put(`${path}/draft`, {
      headers: { 'if-match': `"${over}"` },
      body: { title: 'Course', tab: tab.name, content: { definition: { text }, info: {} } },
    })
    expect([200, 404, 409, 412]).toContain(reply.status)
    if (reply.status === 200) saved.push({ text, revision: reply.body.revision, over })
    return reply
  }
  const read = async (tab: Tab) => {
    const { body } = await tab.as.get(path)
    tab.seen = body.draft?.revision ?? 0
  }
  const act = async (tab: Tab, does: string): Promise<void> => {
    const lock = { body: { tab: tab.name, takeOver: does === 'take over' } }
    if (does === 'read') return read(tab)
    if (does === 'leave') return void (await tab.as.del(`${path}/lock`, { body: { tab: tab.name } }))
    if (does.startsWith('take')) return void (await tab.as.put(`${path}/lock`, lock))
    if (does === 'end and start') {
      const headers = { 'if-match': `"${tab.seen}"` }
      const from = { formId: 'clas-bilan', version: 1 }
      const started = await tab.as.post(`${path}/draft`, { headers, body: { from } })
      expect([201, 404, 409, 412]).toContain(started.status)
      if (started.status !== 201) return
      const { revision } = started.body.draft
      saved.push({ text: `version ${revision}`, revision, over: tab.seen })
      tab.seen = revision
      return
    }
    texts += 1
    const text = `${tab.name} ${texts}`
    const first = await saveAs(tab, text)
    const reply = does === 'save twice' ? await saveAs(tab, text) : first
    // The second of two is the first again, unless somebody has saved since.
    if (does === 'save twice' && first.status === 200 && reply.status === 200)
      expect(reply.body.revision).toBe(first.body.revision)
    if (reply.status === 200) tab.seen = reply.body.revision
  }
  return { saved, act, read }
}

describe('several tabs on one questionnaire', () => {
  it('make one line of drafts: each is written over the one that its writer had read', async () => {
    await fc.assert(
      fc.asyncProperty(rounds, async (plan) => {
        const path = await madeForm()
        const { saved, act } = race(path)
        const tabs = people.flatMap((as, i) =>
          (i === 0 ? ['un', 'deux'] : ['trois']).map((name): Tab => ({ as, name, seen: 1 })),
        )
        for (const round of plan)
          await Promise.all(
            // A tab does one thing at a time.
            tabs.map(async (tab, i) => {
              for (const { does } of round.filter((one) => one.tab === i)) await act(tab, does)
            }),
          )
        const { draft } = (await people[0]?.get(path))?.body ?? {}
        const line = [...new Map(saved.map((one) => [one.revision, one])).values()].toSorted(
          (a, b) => a.revision - b.revision,
        )
        expect(line.map(({ revision }) => revision)).toEqual(line.map((_, i) => i + 2))
        expect(line.map(({ over }) => over)).toEqual(line.map((_, i) => i + 1))
        // No revision was told to two for different texts.
        expect(new Set(saved.map(({ revision, text }) => `${revision} ${text}`)).size).toBe(line.length)
        expect(draft.revision).toBe(line.length + 1)
        const last = line.at(-1)
        if (last && !last.text.startsWith('version')) expect(draft.content.definition.text).toBe(last.text)
      }),
      { numRuns: 25 },
    )
  })
})
