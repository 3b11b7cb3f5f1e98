import { beforeAll, describe, expect, it } from 'vitest'
import { closeResponse } from '../../functions/store/closing.ts'
import { validAnswers } from '../support/answers.ts'
import { type Caller, usePlatform } from '../support/server.ts'

const platform = usePlatform({ now: '2026-06-10T09:00:00.000Z' })
const SENT = '/responses/bilan-2026-06-10-caf731.clas-du-lac'
const TO_CORRECT = 'bilan-ouvert-caf731.clas-de-belledonne'

let agent: Caller
beforeAll(async () => {
  agent = await platform.as('conseiller@caf731.test')
})
const waiting = async (by = agent) => (await by.get('/waiting')).body
const idsOf = async () => (await waiting()).items.map(({ id }: { id: string }) => id)

describe('what waits for a Caf', () => {
  it('is what was transmitted and not looked at: what keeps somebody out, then the longest waiting', async () => {
    const { count, byCampaign, items: all } = await waiting()
    expect(count).toBe(all.length)
    const [first, ...items] = all
    expect(first).toMatchObject({ id: 'habilitation-caf731.nouveau-depot-demo', opens: 'organisation' })
    expect(byCampaign).toMatchObject({ 'bilan-2026-06-10-caf731': 1, 'reel-ouvert-caf731': 1 })
    const times = items.map(({ submittedAt }: { submittedAt: string }) => submittedAt)
    expect(times).toEqual(times.toSorted())
    expect(items).toContainEqual(
      expect.objectContaining({ id: 'reel-ouvert-caf731.clas-du-val', opens: 'nothing' }),
    )
  })

  it('leaves once validated, and comes back when the validation is withdrawn', async () => {
    const id = SENT.replace('/responses/', '')
    expect(await idsOf()).toContain(id)
    const seen = async () => ({ headers: { 'if-match': (await agent.get(SENT)).etag } })
    expect((await agent.post(`${SENT}/validation`, { ...(await seen()), body: {} })).status).toBe(200)
    expect(await idsOf()).not.toContain(id)
    expect((await agent.del(`${SENT}/validation`, await seen())).status).toBe(200)
    expect(await idsOf()).toContain(id)
  })

  it('comes with a transmission, leaves with a correction that is asked, and is back once that lapses', async () => {
    const partner = await platform.as('partenaire@asso-belledonne.test')
    const id = 'bilan-2026-06-10-caf731.clas-de-belledonne'
    const path = `/responses/${id}`
    const headers = { 'idempotency-key': 'envoi', 'if-match': (await partner.get(path)).etag }
    const sent = await partner.post(`${path}/submission`, { headers, body: { answers: validAnswers() } })
    expect(sent.status).toBe(201)
    expect(await idsOf()).toContain(id)
    expect(await idsOf()).not.toContain(TO_CORRECT)
    expect(await closeResponse(TO_CORRECT, '2026-12-01T09:00:00.000Z')).toBe(true)
    const { items } = await waiting()
    const lapsed = items.find((item: { id: string }) => item.id === TO_CORRECT)
    expect(lapsed.flags).toEqual(['correction-lapsed'])
  })

  it('is each Caf’s own, and nothing for a partner', async () => {
    const other = await waiting(await platform.as('conseiller@caf741.test'))
    expect(other.items.map(({ projectName }: { projectName: string }) => projectName)).toEqual([
      'Clas du Léman',
    ])
    const partner = await waiting(await platform.as('partenaire@asso-belledonne.test'))
    expect([partner.count, partner.items]).toEqual([0, []])
  })
})

describe('the organisations of a Caf', () => {
  const namesFor = async (email: string) => {
    const { items, may } = (await (await platform.as(email)).get('/organisations')).body
    return { names: items.map(({ name }: { name: string }) => name), creates: may.create.length }
  }

  it('are listed to its agents; who administers may add some', async () => {
    const savoie = ['Association Belledonne', 'Centre social du Val d’Isère', 'Commune du Lac']
    expect(await namesFor('conseiller@caf731.test')).toEqual({ names: savoie, creates: 0 })
    expect(await namesFor('administrateur@caf731.test')).toEqual({ names: savoie, creates: 1 })
    expect((await namesFor('conseiller@caf741.test')).names).toEqual(['Maison des jeunes du Léman'])
    expect((await namesFor('saisie@asso-belledonne.test')).names).toEqual(['Association Belledonne'])
  })

  it('are told with what they owe that Caf, to its agents and to their own people', async () => {
    const path = '/organisations/asso-belledonne/responses'
    const { items } = (await agent.get(path)).body
    expect(items.map(({ id }: { id: string }) => id)).toContain('reel-ouvert-caf731.clas-des-bauges')
    const member = await platform.as('saisie@asso-belledonne.test')
    expect((await member.get(path)).body.items).toHaveLength(items.length)
  })

  it('get their first person from who administers the Caf, and no more than that', async () => {
    const admin = await platform.as('administrateur@caf731.test')
    const made = await admin.post('/organisations', { body: { name: 'Les Mésanges', rna: 'W739999995' } })
    const { id, may } = made.body
    expect(may).toEqual({ manage: false, invite: true, addProject: true, notify: true })
    const path = `/organisations/${id}/members`
    const body = { email: 'bonjour@nouvelle-association.test', roles: ['administrateur'] }
    const invited = await admin.post(path, { body })
    expect(invited.status).toBe(201)
    expect((await admin.del(`${path}/${invited.body.id}`)).status).toBe(403)
    const person = await platform.as('bonjour@nouvelle-association.test')
    expect((await person.get('/me')).body.memberships).toMatchObject([{ organisationId: id }])
  })
})
