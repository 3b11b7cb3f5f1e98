// The log of accesses: what stands in it, who reads it, by what it is filtered, page after page.
import { beforeAll, describe, expect, it } from 'vitest'
import { putAccess } from '../../functions/store/accesses.ts'
import { type Caller, usePlatform } from '../support/server.ts'
import { openCampaign, twoRoleForm } from '../support/two-roles.ts'
import { until } from '../support/until.ts'

const platform = usePlatform({ now: '2026-06-10T09:00:00.000Z' })
let partner: Caller
let agent: Caller
let administrator: Caller
let path = ''

beforeAll(async () => {
  partner = await platform.as('partenaire@asso-belledonne.test')
  agent = await platform.as('conseiller@caf731.test')
  administrator = await platform.as('administrateur@caf731.test')
  const { id } = await openCampaign(twoRoleForm('journal'))
  const { body } = await partner.post(`/campaigns/${id}/responses`, {
    body: { organisationId: 'asso-belledonne', projectName: 'Les Écoliers' },
  })
  path = `/responses/${body.id}`
})

type Line = { what: string; email: string; side: string; response?: string; at: string; label?: string }
const lines = async (query = ''): Promise<Line[]> => {
  const { status, body } = await administrator.get(`/accesses${query}`)
  expect(status).toBe(200)
  return body.items
}
const ofResponse = async (): Promise<string[]> =>
  (await lines('?response=les%20ecoliers')).map(({ what, side }) => `${what} ${side}`)

describe('the log of accesses', () => {
  it('notes what an agent reads, once for a page that is loaded again, and not what its partner does', async () => {
    await partner.get(path)
    expect(await ofResponse()).toEqual(['response-started partner'])
    expect((await agent.get(path)).status).toBe(200)
    expect((await agent.get(path)).status).toBe(200)
    const [line, ...others] = await lines('?response=les%20ecoliers')
    expect(others).toHaveLength(1)
    expect(line).toMatchObject({ what: 'response-read', email: 'conseiller@caf731.test', side: 'caf' })
    expect(line?.label).toContain('Les Écoliers')
  })

  it('notes each change by anyone, but neither autosaves nor what was refused', async () => {
    const before = await ofResponse()
    const saved = await partner.put(`${path}/sections/activite`, {
      headers: { 'if-match': '"0"' },
      body: { answers: { actions: 'Aide aux devoirs' } },
    })
    expect(saved.status).toBe(200)
    expect((await agent.post(`${path}/messages`, { body: { text: '' } })).status).toBe(400)
    expect(await ofResponse()).toEqual(before)
    expect((await agent.post(`${path}/messages`, { body: { text: 'Bonjour' } })).status).toBe(201)
    expect((await partner.post(`${path}/messages`, { body: { text: 'Bonjour à vous' } })).status).toBe(201)
    expect(await ofResponse()).toEqual(['message-sent partner', 'message-sent caf', ...before])
    const changed = await administrator.post('/organisations/asso-belledonne/members', {
      body: { email: 'nouvelle@asso-belledonne.test', roles: ['approbateur'] },
    })
    expect(changed.status).toBe(201)
    expect((await lines('?person=administrateur'))[0]).toMatchObject({ what: 'member-invited' })
  })

  it('notes what an agent reads around a dossier: its history, its messages, the year before', async () => {
    for (const what of ['history', 'messages', 'last-year'])
      expect((await agent.get(`${path}/${what}`)).status).toBe(200)
    expect((await ofResponse()).toSorted()).toEqual(
      expect.arrayContaining(['history-read caf', 'last-year-read caf', 'messages-read caf']),
    )
  })

  it('notes that a dossier was started, and each that several were done to at once', async () => {
    expect(await ofResponse()).toContain('response-started partner')
    const campaign = 'bilan-2026-06-10-caf731'
    const manager = await platform.as('campagne@caf731.test')
    const ids = ['clas-des-bauges', 'clas-du-val'].map((project) => `${campaign}.${project}`)
    const reminded = await manager.post(`/campaigns/${campaign}/reminders`, { body: { responses: ids } })
    expect(reminded.status).toBe(202)
    const extended = await manager.post(`/campaigns/${campaign}/extensions`, {
      body: { responses: [...ids, `${campaign}.inconnu`], lastDay: '2026-06-20', reason: 'Panne du réseau' },
    })
    expect(extended.status).toBe(200)
    const { items } = (await agent.get(`/campaigns/${campaign}/responses`)).body
    const sent = items.find(({ status }: { status: string }) => status === 'submitted')
    const validated = await agent.post(`/campaigns/${campaign}/validations`, {
      body: { responses: [{ id: sent.id, reference: sent.reference }] },
    })
    expect(validated.body.items).toMatchObject([{ outcome: 'done' }])
    const told = (await lines(`?response=${campaign}`)).map(
      ({ what, response }) => `${what} ${response ?? ''}`,
    )
    expect(told).toEqual(
      expect.arrayContaining([
        ...ids.flatMap((id) => [`partners-reminded ${id}`, `deadline-changed ${id}`]),
        `validated ${sent.id}`,
      ]),
    )
    expect(told.join()).not.toContain('inconnu')
  })

  it('notes an export when it is asked for and when its file is taken, not while one waits', async () => {
    const asked = await agent.post('/campaigns/bilan-2026-06-10-caf731/exports', { body: { format: 'csv' } })
    expect(asked.status).toBe(202)
    const about = async () =>
      (await lines('?person=conseiller'))
        .filter(({ what }) => what.startsWith('export-'))
        .map(({ what }) => what)
    await until(
      async () => {
        const reply = await agent.get(`/exports/${asked.body.id}`)
        expect((await about()).includes('export-read')).toBe(reply.body.url !== undefined)
        return reply
      },
      ({ body }) => body.status === 'ready',
      60_000,
    )
    expect(await about()).toEqual(['export-read', 'export-asked'])
    const [taken] = await lines('?person=conseiller')
    expect(taken).toMatchObject({ what: 'export-read', label: 'Bilan qualitatif 2025-2026' })
  })

  it('names the campaign that somebody created', async () => {
    const manager = await platform.as('campagne@caf731.test')
    const days = { firstDay: '2026-09-01', lastDay: '2026-09-30' }
    const made = await manager.post('/campaigns', {
      body: {
        formId: 'clas-bilan',
        title: 'Enquête de mars',
        schoolYear: '2026-2027',
        ...days,
        status: 'draft',
      },
    })
    expect(made.status).toBe(201)
    const [line] = await lines('?person=campagne')
    expect(line).toMatchObject({ what: 'campaign-created', label: 'Enquête de mars' })
  })

  it('is read by the administrateur of that Caf alone', async () => {
    const other = await platform.as('conseiller@caf741.test')
    for (const caller of [agent, partner, other]) expect((await caller.get('/accesses')).status).toBe(403)
    expect((await administrator.get('/accesses?caf=caf741')).status).toBe(404)
  })

  it('goes by the page, and filters by person and by days of the Caf', async () => {
    for (let i = 0; i < 120; i += 1)
      await putAccess('caf731', {
        id: i.toString(16).padStart(8, '0'),
        // Forty-eight of them at one instant, a page ending among them; three on each of many days.
        at: new Date(
          Date.parse('2026-03-01T22:30:00.000Z') + Math.max(0, Math.floor((i - 45) / 3)) * 86_400_000,
        ).toISOString(),
        what: 'response-read',
        by: 'Églantine Roy',
        email: 'eglantine@caf731.test',
        side: 'caf',
      })
    const seen: string[] = []
    let next: string | undefined = ''
    while (next !== undefined) {
      const query: string = next === '' ? '' : `&next=${encodeURIComponent(next)}`
      const { body } = await administrator.get(`/accesses?person=eglantine${query}`)
      seen.push(...body.items.map(({ id }: { id: string }) => id))
      next = body.next
    }
    expect(seen).toHaveLength(120)
    expect(new Set(seen).size).toBe(120)
    expect(await lines('?person=%C3%89GLANTINE%20roy&from=2026-03-03&to=2026-03-03')).toHaveLength(3)
    // 23 h 30 in Paris is still that day there.
    expect((await lines('?person=eglantine&to=2026-03-01')).length).toBe(48)
  })

  it.each([
    ['from=hier', '/from'],
    ['to=2026-13-01', '/to'],
    ['from=2026-06-02&to=2026-06-01', '/to'],
    ['next=nulle-part', '/next'],
  ])('says what is wrong with ?%s', async (query, pointer) => {
    const { status, body } = await administrator.get(`/accesses?${query}`)
    expect([status, body.errors[0].pointer]).toEqual([400, pointer])
  })
})
