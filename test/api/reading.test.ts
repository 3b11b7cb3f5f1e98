import { describe, expect, it } from 'vitest'
import { usePlatform } from '../support/server.ts'

const NOW = '2026-06-10T09:00:00.000Z'
const BAUGES = 'bilan-2026-06-10-caf731.clas-des-bauges'
const platform = usePlatform({ now: NOW })

describe('GET /me', () => {
  it('tells a partner who they are, their roles and the server’s time', async () => {
    const { body } = await (await platform.as('partenaire@asso-belledonne.test')).get('/me')
    expect(body).toMatchObject({
      email: 'partenaire@asso-belledonne.test',
      memberships: [{ organisationId: 'asso-belledonne', organisationName: 'Association Belledonne' }],
      agencies: [],
    })
    expect(body.now > NOW && body.now < '2026-06-10T10:00:00.000Z').toBe(true)
  })

  it('refuses without a token, with junk and with a token signed by another', async () => {
    expect((await platform.anyone.get('/me')).status).toBe(401)
    const reply = await platform.anyone.get('/me', { headers: { authorization: 'Bearer abc.def.ghi' } })
    expect(reply.status).toBe(401)
    expect(reply.body).toMatchObject({ type: '/problems/not-signed-in/', status: 401 })
    expect(reply.headers.get('content-type')).toContain('application/problem+json')
  })
})

describe('GET /responses', () => {
  it('lists what the partner’s organisations owe, and nothing of others', async () => {
    const { body } = await (await platform.as('partenaire@asso-belledonne.test')).get('/responses')
    expect(new Set(body.items.map((item: { organisationId: string }) => item.organisationId))).toEqual(
      new Set(['asso-belledonne']),
    )
    const today = body.items.find((item: { id: string }) => item.id === BAUGES)
    expect(today).toMatchObject({
      status: 'draft',
      closesAt: '2026-06-10T22:00:00.000Z',
      zone: 'Europe/Paris',
    })
    expect(today.fillUrl).toBe(`/remplir/clas-bilan/1/?dossier=${BAUGES}`)
  })

  it('holds a response in every status over the demo data', async () => {
    const emails = ['asso-belledonne', 'centre-social-isere', 'commune-lac'].map(
      (o) => `partenaire@${o}.test`,
    )
    const statuses = await Promise.all(
      emails.map(async (email) => {
        const { body } = await (await platform.as(email)).get('/responses')
        return body.items.map((item: { status: string }) => item.status)
      }),
    )
    expect(new Set(statuses.flat())).toEqual(
      new Set(['called', 'draft', 'submitted', 'to-correct', 'validated', 'missed']),
    )
  })
})

describe('GET /responses/{id}', () => {
  it('gives the dossier whole, under an ETag that reading leaves as it is', async () => {
    const partner = await platform.as('partenaire@asso-belledonne.test')
    const first = await partner.get(`/responses/${BAUGES}`)
    expect(first.body).toMatchObject({
      id: BAUGES,
      definitionUrl: '/forms/clas-bilan/1.json',
      takesAnswers: true,
      prefilled: { structure_nom: 'Association Belledonne', projet_nom: 'Clas des Bauges' },
    })
    expect(Object.keys(first.body.sections)).toHaveLength(4)
    expect(first.body.may.submit).toBe(true)
    expect((await partner.get(`/responses/${BAUGES}`)).etag).toBe(first.etag)
  })

  it('answers 404 to another organisation and to another Caf, 200 to an agent of the Caf', async () => {
    for (const email of ['partenaire@commune-lac.test', 'conseiller@caf741.test']) {
      const reply = await (await platform.as(email)).get(`/responses/${BAUGES}`)
      expect(reply.status).toBe(404)
      expect(reply.body.type).toBe('/problems/not-found/')
    }
    const agent = await (await platform.as('conseiller@caf731.test')).get(`/responses/${BAUGES}`)
    expect(agent.status).toBe(200)
    expect(agent.body.may).toMatchObject({ save: [], submit: false })
  })

  it('answers 404 for a response that does not exist, and for an address that makes no sense', async () => {
    const partner = await platform.as('partenaire@asso-belledonne.test')
    expect((await partner.get('/responses/rien.du-tout')).status).toBe(404)
    expect((await partner.get('/responses/%E0%A4%A')).status).toBe(404)
    expect((await partner.get('/inconnu')).status).toBe(404)
    expect((await partner.del('/me')).status).toBe(405)
  })
})

describe('the Caf’s campaigns', () => {
  it('are its own: open, upcoming, closed, and one whose last day is today', async () => {
    const { body } = await (await platform.as('conseiller@caf731.test')).get('/campaigns')
    const ids = body.items.map((campaign: { id: string }) => campaign.id)
    expect(ids).toEqual(
      expect.arrayContaining(['bilan-2026-06-10-caf731', 'bilan-ouvert-caf731', 'bilan-clos-caf731']),
    )
    expect(ids.every((id: string) => id.endsWith('caf731'))).toBe(true)
  })

  it('show who is where, with counts', async () => {
    const agent = await platform.as('conseiller@caf731.test')
    const { body } = await agent.get('/campaigns/bilan-2026-06-10-caf731/responses')
    expect(body.items.map((row: { projectName: string }) => row.projectName)).toEqual([
      'Clas de Belledonne',
      'Clas des Bauges',
      'Clas du Lac',
      'Clas du Val',
    ])
    expect(body.counts).toEqual({
      called: 2,
      draft: 1,
      submitted: 1,
      'to-correct': 0,
      validated: 0,
      missed: 0,
    })
  })

  it('do not exist for another Caf nor for a partner', async () => {
    for (const email of ['conseiller@caf741.test', 'partenaire@asso-belledonne.test']) {
      const caller = await platform.as(email)
      expect((await caller.get('/campaigns/bilan-2026-06-10-caf731')).status).toBe(404)
      expect((await caller.get('/campaigns/bilan-2026-06-10-caf731/responses')).status).toBe(404)
    }
  })
})

describe('history', () => {
  it('tells the call and the first draft, oldest first', async () => {
    const { body } = await (await platform.as('conseiller@caf731.test')).get(`/responses/${BAUGES}/history`)
    const types = body.items.map((item: { type: string }) => item.type)
    expect(types.filter((type: string) => type !== 'mail')).toEqual(['called', 'started'])
  })
})

describe('GET /openapi.json', () => {
  it('describes every route of the table', async () => {
    const { body } = await platform.anyone.get('/openapi.json')
    expect(body.openapi).toBe('3.1.0')
    expect(body.paths['/responses/{id}/submission'].post.responses['201']).toBeDefined()
    expect(body.paths['/responses/{id}/sections/{name}'].put.requestBody).toBeDefined()
  })
})
