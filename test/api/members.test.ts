import { beforeAll, describe, expect, it } from 'vitest'
import type { MemberView } from '../../forms/people-wire.ts'
import { keys } from '../../functions/store/keys.ts'
import { invite, organisationHouse } from '../../functions/store/members.ts'
import { deleteItem } from '../../functions/store/write-items.ts'
import { lettersTo } from '../support/mailbox.ts'
import { type Caller, usePlatform } from '../support/server.ts'

const NOW = '2026-06-10T09:00:00.000Z'
const platform = usePlatform({ now: NOW })
const ORGANISATION = '/organisations/asso-belledonne'
const MEMBERS = `${ORGANISATION}/members`
const OWNER = 'partenaire@asso-belledonne.test'
const NEWCOMER = 'bonjour@nouvelle-association.test'

let owner: Caller
beforeAll(async () => {
  owner = await platform.as(OWNER)
})

const people = async (): Promise<MemberView[]> => (await owner.get(ORGANISATION)).body.people
const person = async (email: string) => (await people()).find((one) => one.email === email)
const at = async (email: string) => `${MEMBERS}/${(await person(email))?.id}`

describe('an invitation', () => {
  it('gives an access that begins at the first request, with the roles it was given', async () => {
    const body = { email: ' Bonjour@Nouvelle-Association.test ', roles: ['saisie-activite'] }
    const reply = await owner.post(MEMBERS, { body })
    expect(reply.status).toBe(201)
    expect(reply.body).toMatchObject({ email: NEWCOMER, standing: 'invited', invitedBy: 'Camille Martin' })
    const days = (Date.parse(reply.body.invitationEndsAt) - Date.parse(reply.body.invitedAt)) / 86_400_000
    expect(days).toBe(15)

    const newcomer = await platform.as(NEWCOMER)
    const me = (await newcomer.get('/me')).body
    expect(me.memberships).toEqual([
      {
        organisationId: 'asso-belledonne',
        organisationName: 'Association Belledonne',
        roles: ['saisie-activite'],
      },
    ])
    expect(await person(NEWCOMER)).toMatchObject({ standing: 'active', name: 'Noa Lambert' })
  })

  it('is told by mail, once, with what it allows and until when', async () => {
    const mails = await lettersTo(platform, NEWCOMER, 'vous donne un accès')
    expect(mails).toHaveLength(1)
    expect(mails[0]?.subject).toBe('Votre accès à Échéance pour Association Belledonne')
    expect(mails[0]?.text).toContain('Saisie activité : remplit les parties sur l’activité')
    expect(mails[0]?.text).toContain('jeudi 25 juin 2026')
  })

  it('is refused for somebody who has joined, renewed for somebody who has not', async () => {
    const joined = await owner.post(MEMBERS, { body: { email: NEWCOMER, roles: ['approbateur'] } })
    expect([joined.status, joined.body.type]).toEqual([409, '/problems/already-member/'])
    const body = { email: 'tard@asso-belledonne.test', roles: ['approbateur'] }
    expect((await owner.post(MEMBERS, { body })).status).toBe(201)
    expect((await owner.post(MEMBERS, { body: { ...body, roles: ['saisie-activite'] } })).status).toBe(201)
    expect((await person('tard@asso-belledonne.test'))?.roles).toEqual(['saisie-activite'])
    // Until the person has signed in, nothing else is written to an address that may be wrong.
    const written = await lettersTo(platform, 'tard@asso-belledonne.test', 'vous donne un accès')
    expect(written.every(({ subject }) => subject.startsWith('Votre accès'))).toBe(true)
  })

  it.each([
    ['no address', { roles: ['approbateur'] }],
    ['half an address', { email: 'camille@', roles: ['approbateur'] }],
    ['no role', { email: 'a@b.test', roles: [] }],
    ['an unknown role', { email: 'a@b.test', roles: ['trésorier'] }],
    ['a role of the Caf', { email: 'a@b.test', roles: ['conseiller'] }],
    ['more than was asked', { email: 'a@b.test', roles: ['approbateur'], organisationId: 'commune-lac' }],
  ])('with %s is refused in a sentence, and nothing is sent', async (_, body) => {
    const before = await people()
    const reply = await owner.post(MEMBERS, { body })
    expect([reply.status, reply.body.type]).toEqual([400, '/problems/invalid-request/'])
    expect(reply.body.errors.length).toBeGreaterThan(0)
    expect(await people()).toEqual(before)
  })

  it('that ran out gives nothing, says so to its person, and can be made again', async () => {
    const house = organisationHouse('commune-lac')
    const access = {
      email: NEWCOMER,
      roles: ['saisie-activite' as const],
      organisationId: 'commune-lac',
      organisationName: 'Commune du Lac',
    }
    await invite(house, access, { at: '2026-05-01T09:00:00.000Z', by: 'Claude Favre' })
    const newcomer = await platform.as(NEWCOMER)
    const me = (await newcomer.get('/me')).body
    expect(me.expired).toEqual(['Commune du Lac'])
    expect(me.memberships.map(({ organisationId }: { organisationId: string }) => organisationId)).toEqual([
      'asso-belledonne',
    ])
    expect((await newcomer.get('/organisations/commune-lac')).status).toBe(404)
    const lac = await platform.as('partenaire@commune-lac.test')
    const listed: MemberView[] = (await lac.get('/organisations/commune-lac')).body.people
    expect(listed.find(({ email }) => email === NEWCOMER)?.standing).toBe('expired')
    const again = await lac.post('/organisations/commune-lac/members', {
      body: { email: NEWCOMER, roles: ['approbateur'] },
    })
    expect(again.status).toBe(201)
    expect((await newcomer.get('/organisations/commune-lac')).status).toBe(200)
    expect((await newcomer.get('/me')).body.memberships).toHaveLength(2)
  })
})

describe('roles', () => {
  it('change from the next request on', async () => {
    const newcomer = await platform.as(NEWCOMER)
    expect((await newcomer.post(MEMBERS, { raw: '{' })).status).toBe(403)
    const reply = await owner.put(await at(NEWCOMER), {
      body: { roles: ['administrateur', 'administrateur'] },
    })
    expect(reply.body.roles).toEqual(['administrateur'])
    expect((await newcomer.post(MEMBERS, { raw: '{' })).status).toBe(400)
  })

  it('let one of two administrators who leave at once go, never both', async () => {
    const newcomer = await platform.as(NEWCOMER)
    const [mine, theirs] = [await at(OWNER), await at(NEWCOMER)]
    const replies = await Promise.all([
      owner.put(mine, { body: { roles: ['approbateur'] } }),
      newcomer.put(theirs, { body: { roles: ['saisie-activite'] } }),
    ])
    expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 409])
    const administrators = (await people()).filter(({ roles }) => roles.includes('administrateur'))
    expect(administrators).toHaveLength(1)
    const [last] = administrators
    const one = last?.email === OWNER ? owner : newcomer
    const all = ['administrateur', 'saisie-activite', 'saisie-financiere', 'approbateur']
    await one.put(await at(OWNER), { body: { roles: all } })
    await owner.put(await at(NEWCOMER), { body: { roles: ['saisie-activite'] } })
  })

  it('do not let the last administrator leave, by role or altogether', async () => {
    const role = await owner.put(await at(OWNER), { body: { roles: ['approbateur'] } })
    const gone = await owner.del(await at(OWNER))
    expect([role.status, gone.status]).toEqual([409, 409])
    expect(gone.body.type).toBe('/problems/last-administrator/')
    expect((await person(OWNER))?.roles).toContain('administrateur')
  })

  it('of administrator that wait for their person do not count', async () => {
    await owner.post(MEMBERS, { body: { email: 'promis@asso-belledonne.test', roles: ['administrateur'] } })
    expect((await owner.del(await at(OWNER))).status).toBe(409)
    expect((await owner.del(await at('promis@asso-belledonne.test'))).status).toBe(204)
  })
})

describe('somebody removed', () => {
  it('loses access at once, while saving and while submitting', async () => {
    const path = '/responses/bilan-2026-06-10-caf731.clas-de-belledonne'
    await owner.put(await at(NEWCOMER), { body: { roles: ['saisie-activite', 'approbateur'] } })
    const newcomer = await platform.as(NEWCOMER)
    const member = await at(NEWCOMER)
    let removed = false
    const late: number[] = []
    const save = async (revision: number) => {
      const after = removed
      const reply = await newcomer.put(`${path}/sections/lieu`, {
        headers: { 'if-match': `"${revision}"` },
        body: { answers: { quartier: `Essai ${revision}` } },
      })
      if (after) late.push(reply.status)
      return reply
    }
    const saving = (async () => {
      for (let revision = 0; ; revision += 1) {
        const { status } = await save(revision)
        if (status !== 200) return [status, revision] as const
      }
    })()
    const submitting = (async () => {
      for (let i = 0; ; i += 1) {
        const after = removed
        const { status } = await newcomer.post(`${path}/submission`, {
          headers: { 'if-match': '"perime"', 'idempotency-key': `envoi-${i}` },
          body: { answers: {} },
        })
        if (after) late.push(status)
        if (status !== 412) return status
      }
    })()
    await new Promise((done) => setTimeout(done, 150))
    expect((await owner.del(member)).status).toBe(204)
    removed = true
    const [[status, revision], submitted] = await Promise.all([saving, submitting])
    expect([status, submitted]).toEqual([404, 404])
    expect(new Set(late)).toEqual(late.length > 0 ? new Set([404]) : new Set())
    const { sections } = (await owner.get(path)).body
    expect(sections.lieu?.revision ?? 0).toBe(revision)
    expect(await person(NEWCOMER)).toBeUndefined()
  })

  it('is not brought back by a request that was on its way', async () => {
    await deleteItem(keys.membership(NEWCOMER, 'asso-belledonne'))
    expect((await (await platform.as(NEWCOMER)).get(ORGANISATION)).status).toBe(404)
    expect((await owner.del(`${MEMBERS}/0123456789abcdef`)).status).toBe(404)
  })
})

describe('the agents of a Caf', () => {
  it('are invited, given roles and removed by its administrator, who stays', async () => {
    const admin = await platform.as('administrateur@caf731.test')
    const invited = await admin.post('/agents', { body: { email: NEWCOMER, roles: ['conseiller'] } })
    expect(invited.status).toBe(201)
    const newcomer = await platform.as(NEWCOMER)
    expect((await newcomer.get('/me')).body.agencies).toEqual([
      { cafId: 'caf731', cafName: 'Caf de la Savoie', roles: ['conseiller'] },
    ])
    const { items } = (await admin.get('/agents')).body
    expect(items).toHaveLength(5)
    const self = items.find(({ self: isSelf }: { self: boolean }) => isSelf)
    expect((await admin.del(`/agents/${self.id}`)).body.type).toBe('/problems/last-administrator/')
    expect((await admin.put(`/agents/${invited.body.id}`, { body: { roles: ['concepteur'] } })).status).toBe(
      200,
    )
    expect((await admin.del(`/agents/${invited.body.id}`)).status).toBe(204)
    expect((await newcomer.get('/me')).body.agencies).toEqual([])
  })
})
