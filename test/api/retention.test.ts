// Answers are deleted once a campaign has kept them as long as it says, whole, with their documents in storage.
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { getCampaign } from '../../functions/store/campaigns.ts'
import { closeResponse } from '../../functions/store/closing.ts'
import { listDocuments } from '../../functions/store/documents.ts'
import { putJob } from '../../functions/store/jobs.ts'
import { keys, partitionOf } from '../../functions/store/keys.ts'
import { listKeys } from '../../functions/store/query-items.ts'
import { getResponse } from '../../functions/store/responses.ts'
import { markDeleting, takeAway } from '../../functions/store/retention.ts'
import { documentForm, give, pdf } from '../support/documents.ts'
import { type Caller, usePlatform } from '../support/server.ts'
import { openCampaign } from '../support/two-roles.ts'
import { runAt } from '../support/work.ts'

const platform = usePlatform({ now: '2026-06-10T09:00:00.000Z' })
const CLOSED = '2026-07-10T22:01:00.000Z'
/** Three months after 10 July. */
const LAST_KEPT = '2026-10-10T21:00:00.000Z'
const GONE = '2026-10-10T22:00:00.000Z'

let partner: Caller
let manager: Caller
beforeAll(async () => {
  partner = await platform.as('partenaire@asso-belledonne.test')
  manager = await platform.as('campagne@caf731.test')
})

/** A campaign that keeps its answers three months, with responses that each hold a draft and a document. */
const begin = async (formId: string, count: number) => {
  const { id } = await openCampaign(documentForm(formId), { keptMonths: 3 })
  const ids: string[] = []
  for (let i = 0; i < count; i += 1) {
    const { body } = await partner.post(`/campaigns/${id}/responses`, {
      body: { organisationId: 'asso-belledonne' },
      headers: { 'idempotency-key': `${formId}-${i}` },
    })
    expect((await give(partner, `/responses/${body.id}`, { name: 'Statuts.pdf', bytes: pdf() })).status).toBe(
      200,
    )
    const saved = await partner.put(`/responses/${body.id}/sections/activite`, {
      headers: { 'if-match': '"0"' },
      body: { answers: { actions: 'Aide aux devoirs' } },
    })
    expect(saved.status).toBe(200)
    ids.push(body.id)
  }
  return { id, ids }
}

/** Closes it, drains what its responses owe, and leaves it with nothing to do. */
const end = async (id: string, ids: readonly string[]) => {
  await putJob(id, { name: 'close', kind: 'close', dueAt: CLOSED })
  await putJob(id, { name: 'open', kind: 'open', dueAt: '2026-05-31T22:00:00.000Z' })
  await runAt('open-campaign', CLOSED, { campaignId: id, job: 'open' })
  await runAt('close-campaign', CLOSED, { campaignId: id, job: 'close' })
  for (const one of ids) await closeResponse(one, CLOSED)
  await runAt('drain-history', CLOSED)
  await runAt('reconcile-campaigns', CLOSED)
}

const filesOf = (id: string): string[] => {
  const folder = join(platform.dataDir, 'uploads', 'files')
  return existsSync(folder) ? readdirSync(folder).filter((name) => decodeURIComponent(name).includes(id)) : []
}
const campaignOf = async (id: string) => (await manager.get(`/campaigns/${id}`)).body

describe('a campaign’s answers', () => {
  it('are kept to the last instant, then deleted with their documents, and counted', async () => {
    const { id, ids } = await begin('gardes', 3)
    expect((await partner.get(`/responses/${ids[0]}`)).body.keptUntil).toBe(GONE)
    await end(id, ids)
    await runAt('delete-expired', LAST_KEPT)
    for (const one of ids) expect(filesOf(one)).toHaveLength(1)
    expect((await campaignOf(id)).deletion).toBeUndefined()

    await runAt('delete-expired', GONE)
    for (const one of ids) {
      expect((await partner.get(`/responses/${one}`)).status).toBe(404)
      expect(await listKeys(partitionOf(keys.response(one)))).toEqual([])
      expect(filesOf(one)).toEqual([])
    }
    expect((await campaignOf(id)).deletion).toMatchObject({
      responses: 3,
      documents: 3,
      doneAt: expect.any(String),
    })
    expect((await manager.get(`/campaigns/${id}/responses`)).body.items).toEqual([])
    await runAt('delete-expired', '2026-10-12T22:00:00.000Z')
    expect((await campaignOf(id)).deletion).toMatchObject({
      responses: 3,
      documents: 3,
      doneAt: expect.any(String),
    })
    const late = await manager.patch(`/campaigns/${id}`, {
      body: { lastDay: '2027-01-10', reason: 'Trop tard' },
    })
    expect([late.status, late.body.type]).toEqual([409, '/problems/campaign-started/'])
  })

  it('are deleted to the end by another run when one dies in the middle', async () => {
    const { id, ids } = await begin('tue', 2)
    await end(id, ids)
    // What a run that died left: one response taken away with its document still there, one only about to be.
    const [first = '', second = ''] = ids
    await markDeleting(await getCampaign(id), GONE)
    await putJob(id, { name: 'delete', kind: 'delete', dueAt: GONE })
    expect(await takeAway(await getResponse(first), GONE, Date.now())).toBeDefined()
    expect((await partner.get(`/responses/${first}`)).status).toBe(404)
    expect(await listDocuments(first)).toHaveLength(1)

    await runAt('delete-expired', GONE)
    for (const one of [first, second]) {
      expect(await listKeys(partitionOf(keys.response(one)))).toEqual([])
      expect(filesOf(one)).toEqual([])
    }
    expect((await campaignOf(id)).deletion).toMatchObject({ responses: 2, documents: 2 })
  })

  it('stay whole when something happens to the response meanwhile, and go when their own time has come', async () => {
    const { id, ids } = await begin('prolonge', 2)
    await end(id, ids)
    const [extended = '', other = ''] = ids
    const seen = await getResponse(extended)
    const given = await manager.put(`/responses/${extended}/deadline`, {
      body: { lastDay: '2026-09-30', reason: 'Un délai' },
    })
    expect(given.status).toBe(200)
    // Read before the extension, it is not taken away after it.
    expect(await takeAway(seen, GONE, Date.now())).toBeUndefined()
    await runAt('drain-history', CLOSED)
    const closed = '2026-09-30T22:01:00.000Z'
    await runAt('close-campaign', closed)
    await runAt('drain-history', closed)
    await runAt('close-campaign', closed, { campaignId: id, job: 'sweep-2026-09-30T22:00:00.000Z' })
    await runAt('reconcile-campaigns', closed)

    await runAt('delete-expired', GONE)
    expect((await partner.get(`/responses/${other}`)).status).toBe(404)
    expect((await partner.get(`/responses/${extended}`)).status).toBe(200)
    expect(filesOf(extended)).toHaveLength(1)
    const { deletion } = await campaignOf(id)
    expect(deletion).toMatchObject({ responses: 1, documents: 1 })
    expect(deletion.doneAt).toBeUndefined()

    const own = '2026-12-30T23:00:00.000Z'
    await runAt('delete-expired', own)
    expect((await partner.get(`/responses/${extended}`)).status).toBe(404)
    expect(filesOf(extended)).toEqual([])
    expect((await campaignOf(id)).deletion).toMatchObject({
      responses: 2,
      documents: 2,
      doneAt: expect.any(String),
    })
  })
})

describe('how long answers are kept', () => {
  it('is asked in whole months, within limits, and never leads to a day that is past', async () => {
    const { id } = await openCampaign(documentForm('durees'), { keptMonths: 3 })
    for (const keptMonths of [0, 2, 121, 3.5, -6]) {
      const { status, body } = await manager.patch(`/campaigns/${id}`, { body: { keptMonths } })
      expect([status, body.errors[0].detail]).toEqual([400, 'Donnez un nombre de mois entier, de 3 à 120.'])
    }
    expect((await manager.patch(`/campaigns/${id}`, { body: { keptMonths: 24 } })).body.keptMonths).toBe(24)
    const past = await openCampaign(documentForm('passees'), {
      keptMonths: 24,
      firstDay: '2025-01-01',
      lastDay: '2025-02-01',
    })
    const { status, body } = await manager.patch(`/campaigns/${past.id}`, { body: { keptMonths: 6 } })
    expect([status, body.errors[0].pointer]).toEqual([400, '/keptMonths'])
  })
})
