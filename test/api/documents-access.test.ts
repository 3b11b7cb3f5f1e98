// Who may give, read and take back documents; how much of them; and what answers may name.
import { beforeAll, describe, expect, it } from 'vitest'
import { organisationHouse, putMembership, removePerson } from '../../functions/store/members.ts'
import { announce, check, documentForm, give, named, pdf, png, put } from '../support/documents.ts'
import { type Caller, usePlatform } from '../support/server.ts'
import { openCampaign } from '../support/two-roles.ts'

const platform = usePlatform({ now: '2026-06-10T09:00:00.000Z' })
const MB = 1024 * 1024
const NEWCOMER = 'bonjour@nouvelle-association.test'

let partner: Caller
let path = ''
beforeAll(async () => {
  await openCampaign(documentForm('pieces'))
  partner = await platform.as('partenaire@asso-belledonne.test')
})

const begin = async (by = partner, organisationId = 'asso-belledonne'): Promise<string> => {
  const { status, body } = await by.post('/campaigns/pieces-2026/responses', { body: { organisationId } })
  expect(status).toBe(201)
  return `/responses/${body.id}`
}
const given = async (name: string, bytes = pdf(name), by = partner, question = 'statuts') => {
  const { status, body } = await give(by, path, { name, bytes, question })
  expect(status).toBe(200)
  return body.document
}
const statuses = async (by: Caller, id: string, at = path) => {
  const replies = [
    await by.get(`${at}/documents`),
    await by.get(`${at}/documents/${id}`),
    await announce(by, at, { name: 'x.pdf', bytes: pdf() }),
    await check(by, at, id),
    await by.del(`${at}/documents/${id}`),
  ]
  return replies.map(({ status }) => status)
}

describe('documents of a response', () => {
  let id = ''
  beforeAll(async () => {
    path = await begin()
    id = (await given('Statuts.pdf')).id
  })

  it('are nobody else’s: another organisation and another Caf know of none', async () => {
    for (const other of ['partenaire@commune-lac.test', 'conseiller@caf741.test', NEWCOMER])
      expect(await statuses(await platform.as(other), id)).toEqual([404, 404, 404, 404, 404])
  })

  it('are read by the Caf, which gives and takes none', async () => {
    expect(await statuses(await platform.as('conseiller@caf731.test'), id)).toEqual([200, 200, 403, 403, 403])
  })

  it('are given and taken back by whoever fills the section of their question', async () => {
    const finances = await platform.as('finances@asso-belledonne.test')
    expect(await statuses(finances, id)).toEqual([200, 200, 403, 403, 403])
    const accounts = await given('Comptes.pdf', pdf('comptes'), finances, 'comptes')
    const activity = await platform.as('saisie@asso-belledonne.test')
    expect((await activity.del(`${path}/documents/${accounts.id}`)).status).toBe(403)
    expect((await finances.del(`${path}/documents/${accounts.id}`)).status).toBe(204)
  })

  it('are out of reach of a removed member, in the middle of an upload too', async () => {
    await putMembership(NEWCOMER, {
      organisationId: 'asso-belledonne',
      organisationName: 'Association Belledonne',
      roles: ['saisie-activite'],
    })
    const member = await platform.as(NEWCOMER)
    const announced = await announce(member, path, { name: 'Parti.pdf', bytes: pdf() })
    expect(announced.status).toBe(201)
    await removePerson(organisationHouse('asso-belledonne'), NEWCOMER)
    await put(announced, pdf())
    expect(await statuses(member, announced.body.document.id)).toEqual([404, 404, 404, 404, 404])
  })

  it('are not found under another response', async () => {
    const other = await begin()
    expect(await statuses(partner, id, other)).toEqual([200, 404, 201, 404, 404])
  })

  it('of a deposit without organisation are its starter’s and the Caf’s alone', async () => {
    const starter = await platform.as(NEWCOMER)
    const { body } = await starter.post('/campaigns/pieces-2026/responses', {
      body: { organisationName: 'Les Petits Cahiers' },
    })
    const at = `/responses/${body.id}`
    const mine = (await give(starter, at, { name: 'Statuts.pdf', bytes: pdf() })).body.document.id
    expect(await statuses(partner, mine, at)).toEqual([404, 404, 404, 404, 404])
    expect((await statuses(await platform.as('conseiller@caf731.test'), mine, at)).slice(0, 2)).toEqual([
      200, 200,
    ])
    expect(await statuses(starter, mine, at)).toEqual([200, 200, 201, 200, 204])
    expect((await starter.get(`${at}/documents/${mine}`)).status).toBe(404)
  })
})

describe('the room of a response', () => {
  it('is never passed, however many ask at once', async () => {
    path = await begin()
    const ask = () =>
      partner.post(`${path}/documents`, { body: { question: 'statuts', name: 'a.pdf', size: 9 * MB } })
    const replies = await Promise.all(Array.from({ length: 12 }, ask))
    expect(replies.filter(({ status }) => status === 201)).toHaveLength(5)
    const full = replies.filter(({ status }) => status !== 201)
    expect(new Set(full.map(({ status, body }) => `${status} ${body.type}`))).toEqual(
      new Set(['409 /problems/documents-full/']),
    )
    expect((await partner.get(`${path}/documents`)).body.room).toBe(5 * MB)
  })

  it('is given back by what is taken back, once', async () => {
    const [first] = (await partner.get(`${path}/documents`)).body.items
    const gone = await Promise.all([1, 2, 3].map(() => partner.del(`${path}/documents/${first.id}`)))
    expect(gone.map(({ status }) => status)).toContain(204)
    const { room, items } = (await partner.get(`${path}/documents`)).body
    expect([room, items.length]).toEqual([14 * MB, 4])
  })
})

describe('answers', () => {
  const save = async (answers: unknown, by = partner) => {
    const revision = (await by.get(path)).body.sections.activite?.revision ?? 0
    return by.put(`${path}/sections/activite`, {
      headers: { 'if-match': `"${revision}"` },
      body: { answers },
    })
  }
  const submit = async (answers: Record<string, unknown>) => {
    const { etag } = await partner.get(path)
    return partner.post(`${path}/submission`, {
      headers: { 'if-match': etag, 'idempotency-key': `envoi-${Math.random()}` },
      body: { answers: { actions: 'Aide', montant: 1, ...answers } },
    })
  }
  beforeAll(async () => {
    path = await begin()
  })

  it('name the documents of their response, under their name and type', async () => {
    const document = await given('Statuts "2026" 🎒.pdf')
    expect((await save({ statuts: [named(document)] })).status).toBe(200)
  })

  it('are refused, saved or submitted, when they name what is not there', async () => {
    const own = await given('Récépissé.pdf')
    const second = await given('Statuts signés.pdf')
    const waiting = (await announce(partner, path, { name: 'Attend.pdf', bytes: pdf() })).body.document
    const here = path
    path = await begin()
    const elsewhere = await given('Ailleurs.pdf')
    path = here
    const forged = named({ ...own, id: '00000000-0000-4000-8000-000000000000' })
    const wrong = [forged, named(waiting), named(elsewhere), named({ ...second, name: 'Autre.pdf' })]
    wrong.push(named({ ...second, type: 'image/png' }))
    for (const one of wrong) {
      const answers = { statuts: [named(own), one] }
      for (const reply of [await save(answers), await submit(answers)]) {
        expect([reply.status, reply.body.type]).toEqual([422, '/problems/invalid-answers/'])
        expect(reply.body.errors[0].pointer).toMatch(/^\/answers\/statuts\/1/)
      }
    }
  })

  it('hold what was transmitted: it stays when it is taken back, and is read', async () => {
    const document = await given('Transmis.pdf')
    const before = (await partner.get(`${path}/documents`)).body.room
    expect((await submit({ statuts: [named(document)] })).status).toBe(201)
    expect((await partner.del(`${path}/documents/${document.id}`)).status).toBe(204)
    const { items, room } = (await partner.get(`${path}/documents`)).body
    expect(items.find(({ id }: { id: string }) => id === document.id)).toMatchObject({ sent: true })
    expect(room).toBe(before)
    const agent = await platform.as('conseiller@caf731.test')
    const { body } = await agent.get(`${path}/documents/${document.id}`)
    expect((await fetch(body.url, { headers: body.headers })).status).toBe(200)
  })

  it('never count with a document that is removed at that very instant', async () => {
    for (let round = 0; round < 6; round += 1) {
      const document = await given(`Course ${round}.pdf`)
      const [sent, removed] = await Promise.all([
        submit({ statuts: [named(document)] }),
        partner.del(`${path}/documents/${document.id}`),
      ])
      expect(removed.status).toBe(204)
      const there = (await partner.get(`${path}/documents/${document.id}`)).status
      if (sent.status === 201) expect(there).toBe(200)
      else expect([sent.status, there]).toEqual([422, 404])
    }
  })
})

describe('the folder of an organisation', () => {
  const folder = async (by = partner) => (await by.get('/organisations/commune-lac/documents')).body.items
  let lac: Caller

  beforeAll(async () => {
    lac = await platform.as('partenaire@commune-lac.test')
    path = await begin(lac, 'commune-lac')
  })

  it('offers what was given once, with its date, its question and its form', async () => {
    expect(await folder(lac)).toEqual([])
    const statutes = await given('Statuts.pdf', pdf('mairie'), lac)
    await given('Statuts bis.pdf', pdf('mairie'), lac)
    await given('Logo.png', png(), lac)
    const items = await folder(lac)
    expect(items.map(({ name }: { name: string }) => name)).toHaveLength(2)
    const one = items.find(({ type }: { type: string }) => type === 'application/pdf')
    expect(one).toMatchObject({ question: 'statuts', form: 'Formulaire pieces', schoolYear: '2026-2027' })
    expect(one.givenAt >= statutes.givenAt).toBe(true)
    expect(await folder(await platform.as('conseiller@caf731.test'))).toHaveLength(2)
  })

  it('is closed to others', async () => {
    for (const other of ['partenaire@asso-belledonne.test', 'conseiller@caf741.test', NEWCOMER]) {
      const reply = await (await platform.as(other)).get('/organisations/commune-lac/documents')
      expect(reply.status).toBe(404)
    }
  })

  it('gives a document again to another response, which keeps its own copy and its date', async () => {
    const [from] = (await folder(lac)).filter(({ type }: { type: string }) => type === 'application/pdf')
    const first = path
    path = await begin(lac, 'commune-lac')
    const taken = await lac.post(`${path}/documents`, {
      body: { question: 'comptes', from: { response: from.response, document: from.document } },
    })
    expect([taken.status, taken.body.upload]).toEqual([201, undefined])
    expect(taken.body.document).toMatchObject({ status: 'kept', givenAt: from.givenAt, question: 'comptes' })
    expect((await lac.del(`${first}/documents/${from.document}`)).status).toBe(204)
    const { body } = await lac.get(`${path}/documents/${taken.body.document.id}`)
    expect(await (await fetch(body.url, { headers: body.headers })).text()).toContain('% mairie')
  })

  it('gives nothing of another organisation, nor what the question does not take', async () => {
    const items = await folder(lac)
    const image = items.find(({ type }: { type: string }) => type === 'image/png')
    const take = (by: Caller, at: string, question: string) =>
      by.post(`${at}/documents`, {
        body: { question, from: { response: image.response, document: image.document } },
      })
    expect((await take(lac, path, 'comptes')).body.type).toBe('/problems/document-refused/')
    expect((await take(partner, await begin(), 'statuts')).status).toBe(404)
    // Nor to another organisation of the same person.
    await putMembership('partenaire@commune-lac.test', {
      organisationId: 'asso-belledonne',
      organisationName: 'Association Belledonne',
      roles: ['saisie-activite'],
    })
    expect((await take(lac, await begin(lac), 'statuts')).status).toBe(404)
  })
})
