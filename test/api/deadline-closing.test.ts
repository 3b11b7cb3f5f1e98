// The rush at the deadline while closing runs and the table is throttled at 20 %: nothing late, nothing acknowledged
// lost, no response in two states.
import { describe, expect, it } from 'vitest'
import { settleOverdue } from '../../functions/campaigns/closing.ts'
import { callResponse, getResponse } from '../../functions/store/responses.ts'
import { validAnswers } from '../support/answers.ts'
import { happenedTo, mailsOwedBy } from '../support/owed.ts'
import { type Caller, usePlatform } from '../support/server.ts'
import { noThrottle, throttledTable } from '../support/throttling.ts'

const CLOSES_AT = '2026-06-10T22:00:00.000Z'
const CAMPAIGN = 'bilan-2026-06-10-caf731'
const SUBMISSIONS = 70
/** Between two of them. */
const EVERY_MS = 60
const throttle = noThrottle()
const platform = usePlatform({ now: '2026-06-10T20:00:00.000Z', inFrontOfTable: throttledTable(throttle) })

const untilDomain = (ms: number) =>
  new Promise((done) => setTimeout(done, Math.max(0, Date.parse(CLOSES_AT) + ms - platform.local.now())))

/** As the page does: what was refused for want of room is sent again, under the same key. */
const submit = async (partner: Caller, id: string, etag: string) => {
  for (;;) {
    const reply = await partner.post(`/responses/${id}/submission`, {
      headers: { 'if-match': etag, 'idempotency-key': id },
      body: { answers: validAnswers() },
    })
    if (reply.status !== 429 && reply.status !== 500) return { id, ...reply }
    await new Promise((done) => setTimeout(done, 100))
  }
}

/** Sweeps again and again, as many triggers at once would, until told to stop. */
const sweepMeanwhile = async (isOver: () => boolean) => {
  while (!isOver()) {
    await settleOverdue(new Date(platform.local.now()).toISOString())
    await new Promise((done) => setTimeout(done, 60))
  }
}

describe('the rush at the deadline while closing runs on a throttled table', () => {
  it('accepts nothing late, loses nothing acknowledged, and leaves each response in one state', async () => {
    const model = await getResponse(`${CAMPAIGN}.clas-de-belledonne`)
    const ids = Array.from({ length: SUBMISSIONS }, (_, i) => `${CAMPAIGN}.course-${i}`)
    for (const id of ids) await callResponse({ ...model, id, projectId: id.split('.')[1] ?? '' })
    const partner = await platform.as('partenaire@asso-belledonne.test')
    const { etag } = await partner.get(`/responses/${ids[0]}`)

    throttle.refused = 0.2
    throttle.unanswered = 0.02
    let over = false
    const sweeps = [1, 2].map(() => sweepMeanwhile(() => over))
    const half = (SUBMISSIONS * EVERY_MS) / 2
    platform.local.turnTo(new Date(Date.parse(CLOSES_AT) - half - 500).toISOString())
    const replies = await Promise.all(
      ids.map(async (id, i) => {
        await untilDomain(i * EVERY_MS - half)
        return submit(partner, id, etag)
      }),
    )
    over = true
    await Promise.all(sweeps)
    throttle.refused = 0
    throttle.unanswered = 0
    await settleOverdue(new Date(platform.local.now()).toISOString())

    expect(throttle.count).toBeGreaterThan(50)
    const accepted = new Map(
      replies.filter(({ status }) => status === 201).map((reply) => [reply.id, reply.body]),
    )
    const refused = replies.filter(({ status }) => status !== 201)
    expect(accepted.size).toBeGreaterThan(5)
    expect(refused.length).toBeGreaterThan(5)
    for (const { status, body } of refused)
      expect([status, body.type]).toEqual([409, '/problems/form-closed/'])
    for (const id of ids) {
      const { status, submission } = await getResponse(id)
      const types = await happenedTo(id)
      const mails = await mailsOwedBy(id)
      if (!accepted.has(id)) {
        expect([status, submission]).toEqual(['missed', undefined])
        expect(types.filter((type) => type === 'missed')).toHaveLength(1)
        expect(mails.filter((mail) => mail === 'missed')).toHaveLength(1)
        continue
      }
      expect(status).toBe('submitted')
      expect(submission?.reference).toBe(accepted.get(id).receipt.reference)
      expect((submission?.receivedAt ?? '') < CLOSES_AT).toBe(true)
      expect(types.filter((type) => type === 'submitted')).toHaveLength(1)
      expect(types).not.toContain('missed')
      expect(mails.filter((mail) => mail === 'receipt')).toHaveLength(1)
      expect(mails).not.toContain('missed')
    }
  })
})
