// A campaign is extended in the middle of the rush at its deadline, while sweeps run and before any fan-out: from the
// moment anybody sees the extension everybody has it, whatever a sweep had settled.
import { describe, expect, it } from 'vitest'
import { settleOverdue } from '../../functions/campaigns/closing.ts'
import { callResponse, getResponse } from '../../functions/store/responses.ts'
import { validAnswers } from '../support/answers.ts'
import { happenedTo, mailsOwedBy } from '../support/owed.ts'
import { usePlatform } from '../support/server.ts'
import { noThrottle, throttledTable } from '../support/throttling.ts'
import { runAt } from '../support/work.ts'

const CLOSES_AT = '2026-06-10T22:00:00.000Z'
const LATER = '2026-06-17T22:00:00.000Z'
const CAMPAIGN = 'bilan-2026-06-10-caf731'
const RUSH = 40
const COUNT = 60
const throttle = noThrottle()
const platform = usePlatform({ now: '2026-06-10T20:00:00.000Z', inFrontOfTable: throttledTable(throttle) })

const untilDomain = (ms: number) =>
  new Promise((done) => setTimeout(done, Math.max(0, Date.parse(CLOSES_AT) + ms - platform.local.now())))
const now = () => new Date(platform.local.now()).toISOString()

describe('extending a campaign in the rush at its deadline', () => {
  it('counts at once for every response that inherits it, and each is told once', async () => {
    const model = await getResponse(`${CAMPAIGN}.clas-de-belledonne`)
    const ids = Array.from({ length: COUNT }, (_, i) => `${CAMPAIGN}.course-${i}`)
    for (const id of ids) await callResponse({ ...model, id, projectId: id.split('.')[1] ?? '' })
    const partner = await platform.as('partenaire@asso-belledonne.test')
    const manager = await platform.as('campagne@caf731.test')
    const answers = validAnswers()

    platform.local.turnTo(new Date(Date.parse(CLOSES_AT) - 1500).toISOString())
    let extendedAt = Number.POSITIVE_INFINITY
    let over = false
    const sweeping = (async () => {
      while (!over) {
        await settleOverdue(now())
        await new Promise((done) => setTimeout(done, 20))
      }
    })()
    throttle.refused = 0.05
    const extending = (async () => {
      await untilDomain(400)
      for (;;) {
        const reply = await manager.patch(`/campaigns/${CAMPAIGN}`, {
          body: { lastDay: '2026-06-17', reason: 'Panne du réseau.' },
        })
        if (reply.status === 200) break
        await new Promise((done) => setTimeout(done, 50))
      }
    })()
    // Seen by somebody, hence in force, long before the fan-out and the acknowledgement.
    const seeing = (async () => {
      const isLater = async () => (await manager.get(`/campaigns/${CAMPAIGN}`)).body.closesAt === LATER
      while (!(await isLater())) await new Promise((done) => setTimeout(done, 20))
      extendedAt = platform.local.now()
    })()

    const send = async (id: string) => {
      const sentAt = platform.local.now()
      const { body } = await partner.get(`/responses/${id}`)
      const saved = await partner.put(`/responses/${id}/sections/lieu`, {
        headers: { 'if-match': `"${body.sections?.lieu?.revision ?? 0}"` },
        body: { answers: { quartier: 'Biollay' } },
      })
      const { etag } = await partner.get(`/responses/${id}`)
      const sent = await partner.post(`/responses/${id}/submission`, {
        headers: { 'if-match': etag, 'idempotency-key': id },
        body: { answers },
      })
      return { id, sentAt, saved: saved.status, sent }
    }
    const tries = await Promise.all(
      ids.map(async (id, i) => {
        await (i < RUSH ? untilDomain(i * 40 - 900) : seeing)
        return send(id)
      }),
    )
    await Promise.all([extending, seeing])
    throttle.refused = 0
    over = true
    await sweeping

    for (const { id, sentAt, saved, sent } of tries) {
      if (sent.status === 429 || saved === 429) continue
      if (sentAt >= extendedAt) expect([id, saved, sent.status]).toEqual([id, 200, 201])
      else expect([201, 409, 412]).toContain(sent.status)
    }
    expect(tries.filter(({ sentAt }) => sentAt >= extendedAt).length).toBeGreaterThan(5)

    await runAt('extend-campaign', now(), { campaignId: CAMPAIGN, job: 'extend' })
    await runAt('reconcile-campaigns', now())
    for (const { id, sent } of tries) {
      const { status, closesAt, deadlineFrom } = await getResponse(id)
      expect([closesAt, deadlineFrom]).toEqual([LATER, 'campaign'])
      expect(['called', 'draft', 'submitted']).toContain(status)
      if (sent.status === 201) expect(status).toBe('submitted')
      const count = (entries: readonly string[], wanted: string) =>
        entries.filter((one) => one === wanted).length
      expect(count(await happenedTo(id), 'extended')).toBe(1)
      expect(count(await mailsOwedBy(id), 'extension')).toBeLessThanOrEqual(1)
    }
  })
})
