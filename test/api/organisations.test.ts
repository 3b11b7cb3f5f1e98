import { beforeAll, describe, expect, it } from 'vitest'
import { type Caller, usePlatform } from '../support/server.ts'

const platform = usePlatform({ now: '2026-06-10T09:00:00.000Z' })

let owner: Caller
beforeAll(async () => {
  owner = await platform.as('partenaire@asso-belledonne.test')
})

describe('an organisation', () => {
  const create = async (body: unknown) =>
    (await platform.as('administrateur@caf731.test')).post('/organisations', { body })

  it('is made once for a number, and whose a taken number is stays untold', async () => {
    const made = await create({ name: 'Les Écoliers', siret: '512 345 679 00017' })
    expect([made.status, made.body.siret]).toEqual([201, '51234567900017'])
    const again = await create({ name: 'Une autre', siret: '51234567900017', rna: 'W731234567' })
    expect([again.status, again.body.type]).toEqual([409, '/problems/organisation-exists/'])
    expect(again.text).not.toContain('Écoliers')
    // Nothing was half done: the other number is still free.
    expect((await create({ name: 'Une autre', rna: 'W731234567' })).status).toBe(201)
    expect((await create({ name: 'Belledonne bis', rna: 'W731000001' })).status).toBe(409)
  })

  it('made twice at once is one', async () => {
    const replies = await Promise.all(
      ['A', 'B', 'C', 'A'].map((name) => create({ name: `Les amis ${name}`, rna: 'W739876543' })),
    )
    expect(replies.filter(({ status }) => status === 201)).toHaveLength(1)
  })

  it.each([
    ['a SIRET that passes a naive Luhn', { name: 'Essai', siret: '11122233344455' }, '/siret'],
    ['half an RNA', { name: 'Essai', rna: 'W73' }, '/rna'],
    ['neither', { name: 'Essai' }, '/siret'],
    ['no name', { name: ' ', siret: '82345671000016' }, '/name'],
    ['a commune that is none', { name: 'Essai', siret: '82345671000016', commune: '7300' }, '/commune'],
  ])('with %s is refused in a sentence', async (_, body, at) => {
    const reply = await create(body)
    expect(reply.status).toBe(400)
    expect(reply.body.errors).toContainEqual({ pointer: at, detail: expect.stringMatching(/[.»]$/) })
  })
})

describe('a project', () => {
  it('keeps what was notified for each year of its convention, apart from what was planned', async () => {
    const agent = await platform.as('conseiller@caf731.test')
    const path = '/projects/clas-des-bauges'
    const { cof } = (await agent.get(path)).body
    expect((await agent.put(`${path}/notifications/${cof.last}`, { body: { collectifs: 4 } })).status).toBe(
      200,
    )
    const told = (await owner.get(path)).body.notifications
    expect(told[cof.last]).toMatchObject({ collectifs: 4, by: 'Alix Bernard' })
    expect((await agent.put(`${path}/notifications/2050-2051`, { body: { collectifs: 4 } })).status).toBe(400)
    expect((await agent.put(`${path}/notifications/2026`, { body: { collectifs: 4 } })).status).toBe(404)
    expect((await agent.put(`${path}/notifications/${cof.last}`, { body: { collectifs: -1 } })).status).toBe(
      400,
    )
  })

  it('is added by the Caf to an organisation it deals with, once', async () => {
    const admin = await platform.as('administrateur@caf731.test')
    const body = {
      organisationId: 'commune-lac',
      name: 'Clas du port',
      cof: { first: '2026-2027', last: '2029-2030' },
    }
    const [first, again] = [await admin.post('/projects', { body }), await admin.post('/projects', { body })]
    expect([first.status, again.status, again.body.id]).toEqual([201, 201, first.body.id])
    const foreign = await admin.post('/projects', { body: { ...body, organisationId: 'maison-du-leman' } })
    expect([foreign.status, foreign.body.errors[0].pointer]).toEqual([400, '/organisationId'])
    const lac = await platform.as('partenaire@commune-lac.test')
    const names = (await lac.get('/projects')).body.items.map(({ name }: { name: string }) => name)
    expect(names).toEqual(['Clas du lac', 'Clas du port'].map((name) => name.replace('du lac', 'du Lac')))
  })
})
