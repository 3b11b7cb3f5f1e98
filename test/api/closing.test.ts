import { describe, expect, it } from 'vitest'
import { closeResponse, listOverdue } from '../../functions/store/closing.ts'
import { shards } from '../../functions/store/index-keys.ts'
import { getResponse } from '../../functions/store/responses.ts'
import { usePlatform } from '../support/server.ts'

const CAMPAIGN = 'bilan-2026-06-10-caf731'
const platform = usePlatform({ now: '2026-06-10T21:59:50.000Z' })

const close = async (now?: string) => {
  const { handler } = await import('../../functions/scheduled/close-campaign.ts')
  const offset = process.env.CLOCK_OFFSET_MS
  if (now) process.env.CLOCK_OFFSET_MS = String(Date.parse(now) - Date.now())
  try {
    return await handler({ campaignId: CAMPAIGN }, {} as never)
  } finally {
    process.env.CLOCK_OFFSET_MS = offset
  }
}

const statuses = async () => {
  const agent = await platform.as('conseiller@caf731.test')
  const { body } = await agent.get(`/campaigns/${CAMPAIGN}/responses`)
  return Object.fromEntries(
    body.items.map((row: { projectName: string; status: string }) => [row.projectName, row.status]),
  )
}

describe('closing a campaign', () => {
  it('changes nothing when it is triggered before the deadline', async () => {
    const before = await statuses()
    expect(await close('2026-06-10T21:59:59.000Z')).toMatchObject({ closed: 0 })
    expect(await statuses()).toEqual(before)
  })

  it('marks what was not submitted as missed, leaves what was, and changes nothing the second time', async () => {
    const { closed } = await close('2026-06-10T22:01:00.000Z')
    expect(closed).toBeGreaterThanOrEqual(3)
    expect(await statuses()).toEqual({
      'Clas de Belledonne': 'missed',
      'Clas des Bauges': 'missed',
      'Clas du Lac': 'submitted',
      'Clas du Val': 'missed',
    })
    expect(await close('2026-06-10T22:01:00.000Z')).toMatchObject({ closed: 0 })
    const overdue = await Promise.all(shards.map((shard) => listOverdue(shard, '2026-06-10T22:01:00.000Z')))
    expect(overdue.flat()).toEqual([])
  })

  it('keeps the drafts, read-only, and says so in the history once', async () => {
    const partner = await platform.as('partenaire@asso-belledonne.test')
    const path = `/responses/${CAMPAIGN}.clas-des-bauges`
    const { body } = await partner.get(path)
    expect(body).toMatchObject({ status: 'missed', takesAnswers: false })
    expect(Object.keys(body.sections)).toHaveLength(4)
    const save = await partner.put(`${path}/sections/lieu`, {
      headers: { 'if-match': '"1"' },
      body: { answers: {} },
    })
    expect([save.status, save.body.type]).toEqual([409, '/problems/form-closed/'])
    const { body: history } = await partner.get(`${path}/history`)
    expect(history.items.filter((item: { type: string }) => item.type === 'missed')).toHaveLength(1)
  })

  it('leaves nothing to validate, to correct or to ask of what was missed, and says why', async () => {
    const agent = await platform.as('conseiller@caf731.test')
    const path = `/responses/${CAMPAIGN}.clas-des-bauges`
    const { etag = '', body } = await agent.get(path)
    expect(body.may).toMatchObject({ validate: false, correct: false, askCorrection: false })
    const headers = { 'if-match': etag }
    const validated = await agent.post(`${path}/validation`, { headers, body: {} })
    expect([validated.status, validated.body.type]).toEqual([409, '/problems/not-to-validate/'])
    const several = await agent.post(`/campaigns/${CAMPAIGN}/validations`, {
      body: { responses: [{ id: body.id, reference: '' }] },
    })
    expect(several.body.items).toMatchObject([
      { outcome: 'refused', detail: expect.stringContaining('transmis') },
    ])
    const corrected = await agent.put(`${path}/answers`, { headers, body: { answers: {}, reason: 'Motif' } })
    expect([corrected.status, corrected.body.type]).toEqual([409, '/problems/nothing-to-correct/'])
    expect((await agent.get(path)).etag).toBe(etag)
  })

  it('closes one response only once, however many sweeps meet on it', async () => {
    const id = 'bilan-ouvert-caf731.clas-des-bauges'
    const late = '2030-01-01T00:00:00.000Z'
    const closed = await Promise.all([1, 2, 3, 4].map(() => closeResponse(id, late)))
    expect(closed.filter(Boolean)).toHaveLength(1)
  })

  it('drains history to items of its own, and tells it the same before and after', async () => {
    const agent = await platform.as('conseiller@caf731.test')
    const path = `/responses/${CAMPAIGN}.clas-des-bauges/history`
    const told = async () =>
      (await agent.get(path)).body.items.filter(({ type }: { type: string }) => !type.startsWith('mail'))
    const before = await told()
    const { handler } = await import('../../functions/scheduled/drain-history.ts')
    await handler({}, {} as never)
    expect((await getResponse(`${CAMPAIGN}.clas-des-bauges`)).history).toEqual([])
    expect(await told()).toEqual(before)
    expect(await handler({}, {} as never)).toMatchObject({ drained: 0 })
  })
})
