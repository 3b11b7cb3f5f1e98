import { beforeAll, describe, expect, it } from 'vitest'
import { type Caller, usePlatform } from '../support/server.ts'

const NOW = '2026-06-10T09:00:00.000Z'
const RESPONSE = '/responses/bilan-2026-06-10-caf731.clas-de-belledonne'
const SECTION = `${RESPONSE}/sections/lieu`
const platform = usePlatform({ now: NOW })

let partner: Caller
beforeAll(async () => {
  partner = await platform.as('partenaire@asso-belledonne.test')
})

const seeing = (revision: number | string) => ({ 'if-match': `"${revision}"` })
const dossier = async () => (await partner.get(RESPONSE)).body

describe('PUT /responses/{id}/sections/{name}', () => {
  it('saves the draft of a section, starts the response and tells revision, time and deadline', async () => {
    expect((await dossier()).status).toBe('called')
    const reply = await partner.put(SECTION, {
      headers: seeing(0),
      body: { answers: { quartier: 'Biollay' } },
    })
    expect(reply.status).toBe(200)
    expect(reply.body).toMatchObject({ revision: 1, closesAt: '2026-06-10T22:00:00.000Z' })
    expect(reply.etag).toBe('"1"')
    const after = await dossier()
    expect(after.status).toBe('draft')
    expect(after.sections.lieu).toMatchObject({ answers: { quartier: 'Biollay' }, revision: 1 })
  })

  it('answers a stale save with 412 and the current section, and writes nothing', async () => {
    const before = await partner.get(RESPONSE)
    const reply = await partner.put(SECTION, { headers: seeing(0), body: { answers: { quartier: 'Autre' } } })
    expect(reply.status).toBe(412)
    expect(reply.body).toMatchObject({
      type: '/problems/stale/',
      current: { answers: { quartier: 'Biollay' }, revision: 1 },
    })
    expect((await partner.get(RESPONSE)).etag).toBe(before.etag)
  })

  it('lets two people save two sections at once, and only one of two the same', async () => {
    const other = await platform.as('saisie@asso-belledonne.test')
    const saves = await Promise.all([
      partner.put(`${RESPONSE}/sections/public`, { headers: seeing(0), body: { answers: {} } }),
      other.put(`${RESPONSE}/sections/activites`, { headers: seeing(0), body: { answers: {} } }),
    ])
    expect(saves.map(({ status }) => status)).toEqual([200, 200])
    const race = await Promise.all(
      [partner, other, partner, other].map((person, i) =>
        person.put(SECTION, { headers: seeing(1), body: { answers: { quartier: `Essai ${i}` } } }),
      ),
    )
    expect(race.map(({ status }) => status).toSorted()).toEqual([200, 412, 412, 412])
  })

  it('accepts an incomplete section, refuses a malformed one with a pointer to the question', async () => {
    const section = (await dossier()).sections.lieu
    const reply = await partner.put(SECTION, {
      headers: seeing(section.revision),
      body: { answers: { quartier: { nom: 'Biollay' } } },
    })
    expect(reply.status).toBe(422)
    expect(reply.body.errors[0].pointer).toBe('/answers/quartier')
    expect((await dossier()).sections.lieu).toEqual(section)
  })

  it('refuses a question of another section, and a forged value of the server’s', async () => {
    const stray = await partner.put(SECTION, { headers: seeing(2), body: { answers: { bilan: 'x' } } })
    expect(stray.status).toBe(422)
    expect(stray.body.errors[0].pointer).toBe('/answers/bilan')
    const forged = await partner.put(`${RESPONSE}/sections/structure`, {
      headers: seeing(1),
      body: { answers: { structure_nom: 'Une autre association' } },
    })
    expect(forged.status).toBe(422)
    expect(forged.body.errors[0].pointer).toBe('/answers/structure_nom')
  })

  it('refuses what is not a request, each with its own problem, and leaves the ETag as it was', async () => {
    const { etag } = await partner.get(RESPONSE)
    const cases = [
      [{ headers: seeing(2), raw: '{"answers": {' }, 400, '/problems/malformed-json/'],
      [{ headers: seeing(2), raw: '' }, 400, '/problems/malformed-json/'],
      [{ headers: seeing(2), body: [] }, 400, '/problems/invalid-request/'],
      [{ headers: seeing(2), body: { answers: {}, more: 1 } }, 400, '/problems/invalid-request/'],
      [{ headers: seeing(2), body: { answers: 'oui' } }, 400, '/problems/invalid-request/'],
      [{ body: { answers: {} } }, 400, '/problems/invalid-request/'],
      [{ headers: { 'if-match': 'deux' }, body: { answers: {} } }, 400, '/problems/invalid-request/'],
      [
        { headers: seeing(2), body: { answers: { quartier: 'x'.repeat(300_000) } } },
        413,
        '/problems/too-large/',
      ],
      [
        { headers: seeing(2), body: { answers: { quartier: 'x'.repeat(70_000) } } },
        413,
        '/problems/too-large/',
      ],
      [{ headers: seeing(7), body: { answers: {} } }, 412, '/problems/stale/'],
    ] as const
    for (const [send, status, type] of cases) {
      const reply = await partner.put(SECTION, send)
      expect([reply.status, reply.body.type]).toEqual([status, type])
      expect(reply.body.detail).toBeTruthy()
    }
    expect((await partner.get(RESPONSE)).etag).toBe(etag)
  })

  it('keeps who may before what: 401, then 404 or 403, and only then the body', async () => {
    const junk = { raw: '{not json' }
    expect((await platform.anyone.put(SECTION, junk)).status).toBe(401)
    expect((await (await platform.as('partenaire@commune-lac.test')).put(SECTION, junk)).status).toBe(404)
    expect((await (await platform.as('conseiller@caf741.test')).put(SECTION, junk)).status).toBe(404)
    expect((await (await platform.as('conseiller@caf731.test')).put(SECTION, junk)).status).toBe(403)
    expect((await partner.put(SECTION, junk)).status).toBe(400)
  })

  it('does not know a section the form does not have', async () => {
    const reply = await partner.put(`${RESPONSE}/sections/inconnue`, {
      headers: seeing(0),
      body: { answers: {} },
    })
    expect([403, 404]).toContain(reply.status)
  })

  it('refuses to save into a closed, a missed and a validated response', async () => {
    const closed = '/responses/bilan-clos-caf731.clas-des-bauges/sections/lieu'
    const reply = await partner.put(closed, { headers: seeing(1), body: { answers: {} } })
    expect([reply.status, reply.body.type]).toEqual([409, '/problems/form-closed/'])
    const lac = await platform.as('partenaire@commune-lac.test')
    const locked = await lac.put('/responses/bilan-ouvert-caf731.clas-du-lac/sections/lieu', {
      headers: seeing(1),
      body: { answers: {} },
    })
    expect([locked.status, locked.body.type]).toEqual([409, '/problems/response-locked/'])
  })
})
