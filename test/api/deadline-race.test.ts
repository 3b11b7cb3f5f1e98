// The rush at the deadline: more than a hundred submissions over real HTTP around the instant a form closes. It must
// never accept one late, nor lose one it has acknowledged.
import { describe, expect, it } from 'vitest'
import { getCampaign } from '../../functions/store/campaigns.ts'
import { callResponse, getResponse } from '../../functions/store/responses.ts'
import { validAnswers } from '../support/answers.ts'
import { usePlatform } from '../support/server.ts'

const CLOSES_AT = '2026-06-10T22:00:00.000Z'
const CAMPAIGN = 'bilan-2026-06-10-caf731'
const SUBMISSIONS = 140
/** Between two of them. */
const EVERY_MS = 20
/** Started early enough for the rush to be prepared, however slowly, before the clock goes to the deadline. */
const platform = usePlatform({ now: '2026-06-10T20:00:00.000Z' })

const untilDomain = (instant: string) =>
  new Promise((done) => setTimeout(done, Math.max(0, Date.parse(instant) - platform.local.now())))

describe('the rush at the deadline', () => {
  it('accepts nothing late and loses nothing acknowledged', async () => {
    const campaign = await getCampaign(CAMPAIGN)
    expect(campaign.closesAt).toBe(CLOSES_AT)
    const model = await getResponse(`${CAMPAIGN}.clas-de-belledonne`)
    const ids = Array.from({ length: SUBMISSIONS }, (_, i) => `${CAMPAIGN}.course-${i}`)
    for (const id of ids) await callResponse({ ...model, id, projectId: id.split('.')[1] ?? '' })
    const partner = await platform.as('partenaire@asso-belledonne.test')
    const { etag } = await partner.get(`/responses/${ids[0]}`)
    const answers = validAnswers()

    const half = (SUBMISSIONS * EVERY_MS) / 2
    platform.local.turnTo(new Date(Date.parse(CLOSES_AT) - half - 500).toISOString())
    const replies = await Promise.all(
      ids.map(async (id, i) => {
        await untilDomain(new Date(Date.parse(CLOSES_AT) - half + i * EVERY_MS).toISOString())
        const reply = await partner.post(`/responses/${id}/submission`, {
          headers: { 'if-match': etag, 'idempotency-key': `course-${i}` },
          body: { answers },
        })
        return { id, ...reply }
      }),
    )

    const accepted = replies.filter(({ status }) => status === 201)
    const refused = replies.filter(({ status }) => status !== 201)
    expect(accepted.length).toBeGreaterThan(0)
    expect(refused.length).toBeGreaterThan(0)
    for (const { body } of accepted) expect(body.receipt.receivedAt < CLOSES_AT).toBe(true)
    for (const { status, body } of refused) {
      expect([status, body.type]).toEqual([409, '/problems/form-closed/'])
    }
    const stored = await Promise.all(ids.map((id) => getResponse(id)))
    const counted = stored.filter(({ status }) => status === 'submitted').map(({ id }) => id)
    expect(new Set(counted)).toEqual(new Set(accepted.map(({ id }) => id)))
    for (const { id, body } of accepted) {
      const { submission } = stored.find((response) => response.id === id) ?? {}
      expect(submission?.reference).toBe(body.receipt.reference)
      expect(submission?.receivedAt).toBe(body.receipt.receivedAt)
    }
  })

  it('gives the first answer again to a key it knows, byte for byte, after the deadline too', async () => {
    const partner = await platform.as('partenaire@asso-belledonne.test')
    await untilDomain('2026-06-10T22:00:00.500Z')
    const retry = () =>
      partner.post(`/responses/${CAMPAIGN}.course-0/submission`, {
        headers: { 'if-match': '"perime"', 'idempotency-key': 'course-0' },
        body: { answers: validAnswers() },
      })
    const [first, second] = [await retry(), await retry()]
    expect(first.status).toBe(201)
    expect(first.body.receipt.receivedAt < CLOSES_AT).toBe(true)
    expect(second.text).toBe(first.text)
  })
})
