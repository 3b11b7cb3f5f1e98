// The life of a campaign over HTTP: created, called, extended, closed, opened again, cloned; and what is refused.
import { beforeAll, describe, expect, it } from 'vitest'
import { bilan } from '../support/bilan-campaign.ts'
import { happenedTo, mailsOwedBy } from '../support/owed.ts'
import { type Caller, usePlatform } from '../support/server.ts'

const NOW = '2026-06-10T09:00:00.000Z'
const platform = usePlatform({ now: NOW })
let manager: Caller
let partner: Caller

beforeAll(async () => {
  manager = await platform.as('campagne@caf731.test')
  partner = await platform.as('partenaire@asso-belledonne.test')
})

const create = (more: object = {}) => manager.post('/campaigns', { body: { ...bilan, ...more } })
const rowsOf = async (id: string) => {
  const { body } = await manager.get(`/campaigns/${id}/responses`)
  return body.items as { id: string; status: string; closesAt: string }[]
}
const detailsOf = (body: { errors?: { pointer: string; detail: string }[] }) =>
  Object.fromEntries((body.errors ?? []).map(({ pointer, detail }) => [pointer, detail]))

describe('POST /campaigns', () => {
  it('opens at once when its first day has come: one response a funded project', async () => {
    const { status, body, headers } = await create()
    expect([status, body.phase, body.zone]).toEqual([201, 'open', 'Europe/Paris'])
    expect(body).toMatchObject({
      opensAt: '2026-06-09T22:00:00.000Z',
      closesAt: '2026-07-12T22:00:00.000Z',
      audience: 'all',
      extensions: true,
      formVersion: 1,
      may: { edit: true, remind: true, extend: true, validate: false, move: false },
    })
    expect(headers.get('location')).toBe(`/api/campaigns/${body.id}`)
    const rows = await rowsOf(body.id)
    expect(rows.map(({ id }) => id).toSorted()).toEqual(
      ['clas-de-belledonne', 'clas-des-bauges', 'clas-du-lac', 'clas-du-val'].map((p) => `${body.id}.${p}`),
    )
    expect(await mailsOwedBy(`${body.id}.clas-du-lac`)).toEqual(['call'])
    expect(await happenedTo(`${body.id}.clas-du-lac`)).toEqual(['called'])
    const mine = (await partner.get('/responses')).body.items
    expect(mine.map((item: { id: string }) => item.id)).toContain(`${body.id}.clas-des-bauges`)
  })

  it('waits for its first day, and says what it will do by itself', async () => {
    const { body } = await create({ firstDay: '2026-06-15', reminderDays: [1, '2026-07-05', 7] })
    expect(body.phase).toBe('upcoming')
    expect(body.reminderDays).toEqual([7, 1])
    expect(body.jobs.map(({ kind, dueAt }: { kind: string; dueAt: string }) => [kind, dueAt])).toEqual([
      ['open', '2026-06-14T22:00:00.000Z'],
      ['remind', '2026-07-05T07:00:00.000Z'],
      ['remind', '2026-07-11T07:00:00.000Z'],
      ['close', '2026-07-12T22:01:00.000Z'],
    ])
    expect(await rowsOf(body.id)).toEqual([])
  })

  it('as a draft does nothing until it is published', async () => {
    const { body } = await create({ status: 'draft' })
    expect([body.phase, body.jobs]).toEqual(['draft', []])
    const published = await manager.patch(`/campaigns/${body.id}`, { body: { status: 'published' } })
    expect([published.status, published.body.phase]).toEqual([200, 'open'])
    expect(await rowsOf(body.id)).toHaveLength(4)
    expect((await manager.del(`/campaigns/${body.id}`)).status).toBe(409)
  })

  it('creates one campaign for a request sent twice under one key', async () => {
    const send = () =>
      manager.post('/campaigns', { headers: { 'idempotency-key': 'deux-fois' }, body: bilan })
    const [first, second] = [await send(), await send()]
    expect([first.status, second.status]).toEqual([201, 201])
    expect(second.body.id).toBe(first.body.id)
  })

  it('is for the campaign managers of the Caf', async () => {
    const adviser = await platform.as('conseiller@caf731.test')
    expect((await adviser.post('/campaigns', { body: bilan })).status).toBe(403)
    expect((await partner.post('/campaigns', { body: {} })).status).toBe(403)
    expect((await platform.anyone.post('/campaigns', { body: bilan })).status).toBe(401)
    expect((await create({ cafId: 'caf741' })).status).toBe(404)
  })
})

describe('an audience', () => {
  it('is those with a fact, a list, or nobody who is called', async () => {
    const fact = await create({ audience: { fact: 'imprimés renvoyés' } })
    expect(await rowsOf(fact.body.id)).toHaveLength(3)
    const list = await create({ audience: { projects: ['clas-du-val'] } })
    expect((await rowsOf(list.body.id)).map(({ id }) => id)).toEqual([`${list.body.id}.clas-du-val`])
    const open = await create({ audience: 'open' })
    expect([open.status, await rowsOf(open.body.id)]).toEqual([201, []])
  })

  it('that is open lets a member start a deposit for their own organisation', async () => {
    const { body: campaign } = await create({ audience: 'open' })
    const start = (caller: Caller, organisationId: string) =>
      caller.post(`/campaigns/${campaign.id}/responses`, { body: { organisationId } })
    const started = await start(partner, 'asso-belledonne')
    expect([started.status, started.body.status]).toEqual([201, 'called'])
    expect((await partner.get(`/responses/${started.body.id}`)).body.takesAnswers).toBe(true)
    expect((await start(partner, 'commune-lac')).status).toBe(403)
    const { body: closed } = await create()
    expect(
      (
        await partner.post(`/campaigns/${closed.id}/responses`, {
          body: { organisationId: 'asso-belledonne' },
        })
      ).status,
    ).toBe(404)
  })

  it.each([
    [{ projects: [] }, '/audience/projects', 'Choisissez au moins un projet'],
    [{ projects: ['clas-du-val', 'clas-du-leman'] }, '/audience/projects/1', 'Retirez-le de la liste'],
    [{ fact: 'jamais vu' }, '/audience/fact', 'Choisissez-en un autre'],
    [{ importId: 'aucun' }, '/audience/importId', 'Choisissez-en un autre'],
  ])('that holds nobody is refused: %j', async (audience, pointer, sentence) => {
    const { status, body } = await create({ audience })
    expect(status).toBe(400)
    expect(detailsOf(body)[pointer]).toContain(sentence)
  })
})

describe('what makes no sense is refused with what to change', () => {
  it.each([
    [{ lastDay: '2026-06-09' }, '/lastDay', 'est avant le premier'],
    [{ firstDay: '2026-06-01', lastDay: '2026-06-09' }, '/lastDay', 'déjà passée'],
    [{ lastDay: '2026-02-30' }, '/lastDay', 'n’existe pas'],
    [{ lastDay: '2206-07-12' }, '/lastDay', 'Vérifiez l’année'],
    [{ zone: 'Europe/Atlantide' }, '/zone', 'n’existe pas'],
    [{ zone: '+02:00' }, '/zone', 'n’existe pas'],
    [{ reminderDays: [7, -1] }, '/reminderDays/1', 'après l’échéance'],
    [{ reminderDays: ['2026-07-20'] }, '/reminderDays/0', 'après l’échéance'],
    [{ reminderDays: [90] }, '/reminderDays/0', 'avant l’ouverture'],
    [{ schoolYear: '2025-2027' }, '/schoolYear', 'année scolaire'],
    [{ recursUntil: '2025-2026' }, '/recursUntil', 'plus tardive'],
    [{ formId: 'clas-bilan-caf741' }, '/formId', 'questionnaire'],
    [{ version: 99 }, '/version', 'la dernière est'],
    [{ inconnu: 1 }, '', ''],
  ])('%j', async (more, pointer, sentence) => {
    const { status, body } = await create(more)
    expect(status).toBe(400)
    expect(detailsOf(body)[pointer]).toContain(sentence)
  })
})

describe('PATCH /campaigns/{id}', () => {
  it('changes everything before it opens, and moves what it does by itself', async () => {
    const { body } = await create({ firstDay: '2026-06-15', reminderDays: [7] })
    const { body: changed } = await manager.patch(`/campaigns/${body.id}`, {
      body: { lastDay: '2026-07-01', zone: 'Indian/Reunion', title: 'Autre titre', reminderDays: [2] },
    })
    expect(changed).toMatchObject({ title: 'Autre titre', closesAt: '2026-07-01T20:00:00.000Z', revision: 2 })
    expect(changed.jobs.map(({ dueAt }: { dueAt: string }) => dueAt)).toEqual([
      '2026-06-14T20:00:00.000Z',
      '2026-06-29T05:00:00.000Z',
      '2026-07-01T20:01:00.000Z',
    ])
  })

  it('only gives more time once open, to every response, with a reason', async () => {
    const { body } = await create()
    const patch = (change: object) => manager.patch(`/campaigns/${body.id}`, { body: change })
    const title = await patch({ title: 'Autre titre' })
    expect([title.status, title.body.type]).toEqual([409, '/problems/campaign-started/'])
    expect((await patch({ lastDay: '2026-07-01', reason: 'Plus tôt.' })).status).toBe(409)
    const unsaid = await patch({ lastDay: '2026-07-20' })
    expect([unsaid.status, Object.keys(detailsOf(unsaid.body))]).toEqual([400, ['/reason']])
    const moved = await patch({ lastDay: '2026-07-20', reason: 'Orages du 10 juillet.' })
    expect([moved.status, moved.body.closesAt]).toEqual([200, '2026-07-20T22:00:00.000Z'])
    expect(moved.body.deadlineChanges).toMatchObject([
      { from: '2026-07-12T22:00:00.000Z', to: '2026-07-20T22:00:00.000Z', reason: 'Orages du 10 juillet.' },
    ])
    expect((await rowsOf(body.id)).map(({ closesAt }) => closesAt)).toEqual(
      Array(4).fill('2026-07-20T22:00:00.000Z'),
    )
    const { body: told } = await manager.get(`/responses/${body.id}.clas-du-val/history`)
    // A mail may have left since.
    const last = told.items.findLast(({ type }: { type: string }) => type !== 'mail')
    expect(last).toMatchObject({ type: 'extended', detail: 'Orages du 10 juillet.' })
    expect(await happenedTo(`${body.id}.clas-du-val`)).toEqual(['called', 'extended'])
    expect(await mailsOwedBy(`${body.id}.clas-du-val`)).toEqual(['call', 'extension'])
  })

  it('gives no more time where the campaign was announced without', async () => {
    const { body } = await create({ extensions: false })
    const moved = await manager.patch(`/campaigns/${body.id}`, {
      body: { lastDay: '2026-07-20', reason: 'Orages.' },
    })
    expect([moved.status, moved.body.type]).toEqual([409, '/problems/extensions-forbidden/'])
    const one = await manager.put(`/responses/${body.id}.clas-du-val/deadline`, {
      body: { lastDay: '2026-07-20', reason: 'Orages.' },
    })
    expect([one.status, one.body.type]).toEqual([409, '/problems/extensions-forbidden/'])
  })

  it('refuses a change made on an older version, when it is told which', async () => {
    const { body, etag } = await create({ firstDay: '2026-06-15' })
    const patch = (title: string) =>
      manager.patch(`/campaigns/${body.id}`, { headers: { 'if-match': etag }, body: { title } })
    expect((await patch('Premier')).status).toBe(200)
    expect((await patch('Second')).status).toBe(412)
  })
})

describe('POST /campaigns/{id}/clone', () => {
  it('drafts the next year’s, never expired, with nothing of what happened', async () => {
    const source = 'bilan-clos-caf731'
    const { status, body } = await manager.post(`/campaigns/${source}/clone`, { body: {} })
    expect(status).toBe(201)
    expect(body).toMatchObject({ phase: 'draft', follows: source, deadlineChanges: [], revision: 1 })
    expect(body.closesAt > NOW).toBe(true)
    expect(body.openedAt).toBeUndefined()
    expect(body.jobs).toEqual([])
    expect((await manager.del(`/campaigns/${body.id}`)).status).toBe(204)
    expect((await manager.get(`/campaigns/${body.id}`)).status).toBe(404)
  })
})

describe('the lists a campaign is made from', () => {
  it('are the Caf’s own projects, facts and forms; a partner sees their own projects alone', async () => {
    const { body } = await manager.get('/projects')
    expect(body.items.map(({ id }: { id: string }) => id)).not.toContain('clas-du-leman')
    expect(body.facts).toEqual(['imprimés renvoyés'])
    const { body: forms } = await manager.get('/forms')
    expect(forms.items).toContainEqual(expect.objectContaining({ id: 'clas-bilan', latestVersion: 1 }))
    expect(forms.items.every(({ cafId }: { cafId: string }) => cafId === 'caf731')).toBe(true)
    const { items } = (await partner.get('/projects')).body
    expect(
      new Set(items.map(({ organisationName }: { organisationName: string }) => organisationName)),
    ).toEqual(new Set(['Association Belledonne']))
  })
})
