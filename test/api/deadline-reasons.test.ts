// Why a deadline moved and what is to correct, as pages are told: in the list, whole, and in the history.
import { beforeAll, describe, expect, it } from 'vitest'
import { validAnswers } from '../support/answers.ts'
import { createBilan } from '../support/bilan-campaign.ts'
import { type Caller, usePlatform } from '../support/server.ts'

const platform = usePlatform({ now: '2026-06-10T09:00:00.000Z' })
let manager: Caller
let adviser: Caller
let partner: Caller
let campaign = ''

beforeAll(async () => {
  manager = await platform.as('campagne@caf731.test')
  adviser = await platform.as('conseiller@caf731.test')
  partner = await platform.as('partenaire@asso-belledonne.test')
  campaign = await createBilan(manager)
})

const listed = async (id: string) => {
  const { body } = await partner.get('/responses')
  return body.items.find((item: { id: string }) => item.id === id)
}
/** The last thing of a type that happened to a response: a mail may have left since. */
const lastOf = async (id: string, type: string) =>
  (await partner.get(`/responses/${id}/history`)).body.items.findLast(
    (item: { type: string }) => item.type === type,
  )

describe('a response', () => {
  it('says who gave it more time and why, wherever it is read', async () => {
    const id = `${campaign}.clas-des-bauges`
    expect((await listed(id)).extension).toBeUndefined()
    await manager.put(`/responses/${id}/deadline`, { body: { lastDay: '2026-07-19', reason: 'Inondation.' } })
    const extension = { by: 'Lou Girard', reason: 'Inondation.' }
    expect(await listed(id)).toMatchObject({ closesAt: '2026-07-19T22:00:00.000Z', extension })
    expect((await partner.get(`/responses/${id}`)).body).toMatchObject({ extension })
    expect((await lastOf(id, 'extended')).closesAt).toBe('2026-07-19T22:00:00.000Z')
  })

  it('says what is to correct while a correction is asked, and no longer once it was sent', async () => {
    const id = `${campaign}.clas-de-belledonne`
    const send = async (key: string) =>
      partner.post(`/responses/${id}/submission`, {
        headers: { 'if-match': (await partner.get(`/responses/${id}`)).etag, 'idempotency-key': key },
        body: { answers: validAnswers() },
      })
    expect((await send('un')).status).toBe(201)
    const { etag } = await adviser.get(`/responses/${id}`)
    const asked = { message: 'Précisez les séances.', lastDay: '2026-07-20' }
    await adviser.post(`/responses/${id}/correction`, { headers: { 'if-match': etag }, body: asked })
    const correction = { by: 'Alix Bernard', message: 'Précisez les séances.' }
    expect(await listed(id)).toMatchObject({ status: 'to-correct', correction })
    expect((await partner.get(`/responses/${id}`)).body).toMatchObject({ correction })
    expect((await lastOf(id, 'correction-asked')).closesAt).toBe('2026-07-20T22:00:00.000Z')
    expect((await send('deux')).status).toBe(201)
    expect((await listed(id)).correction).toBeUndefined()
  })

  it('tells the reason of its campaign’s extension', async () => {
    const id = `${campaign}.clas-de-belledonne`
    const body = { lastDay: '2026-07-26', reason: 'Grève des transports.' }
    expect((await manager.patch(`/campaigns/${campaign}`, { body })).status).toBe(200)
    expect(await listed(id)).toMatchObject({
      closesAt: '2026-07-26T22:00:00.000Z',
      extension: { by: 'Lou Girard', reason: 'Grève des transports.' },
    })
  })
})

describe('GET /campaigns', () => {
  it('tells an agent’s Caf and its zone, and whether they may create campaigns there', async () => {
    const caf = { id: 'caf731', name: 'Caf de la Savoie', zone: 'Europe/Paris' }
    expect((await manager.get('/campaigns')).body).toMatchObject({ cafs: [caf], may: { create: ['caf731'] } })
    expect((await adviser.get('/campaigns')).body).toMatchObject({ cafs: [caf], may: { create: [] } })
  })

  it.each([
    ['title', { title: 'ab' }, 'Écrivez au moins 3 caractères.'],
    ['consequence', { consequence: 'x'.repeat(501) }, 'Écrivez 500 caractères au plus.'],
    ['reminderDays', { reminderDays: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11] }, 'Dix rappels au plus.'],
  ])('refuses a bad %s in French', async (name, part, detail) => {
    const { status, body } = await manager.patch('/campaigns/bilan-a-venir-caf731', { body: part })
    expect([status, body.errors]).toEqual([400, [{ pointer: `/${name}`, detail }]])
  })
})
