import { beforeAll, describe, expect, it } from 'vitest'
import { lettersTo } from '../support/mailbox.ts'
import { type Caller, usePlatform } from '../support/server.ts'

const platform = usePlatform({ now: '2026-06-10T09:00:00.000Z' })
const CAMPAIGN = 'bilan-2026-06-10-caf731'
const ID = `${CAMPAIGN}.clas-des-bauges`
const PATH = `/responses/${ID}`

let partner: Caller
let typist: Caller
let agent: Caller
let manager: Caller
beforeAll(async () => {
  partner = await platform.as('partenaire@asso-belledonne.test')
  typist = await platform.as('saisie@asso-belledonne.test')
  agent = await platform.as('conseiller@caf731.test')
  manager = await platform.as('campagne@caf731.test')
})

const unread = async () => {
  const card = (await partner.get('/responses')).body.items.find(({ id }: { id: string }) => id === ID)
  const rows = (await agent.get(`/campaigns/${CAMPAIGN}/responses`)).body.items
  return { partner: card.unread, caf: rows.find(({ id }: { id: string }) => id === ID).unread }
}
const say = (by: Caller, body: object, key?: string) =>
  by.post(`${PATH}/messages`, { body, headers: key ? { 'idempotency-key': key } : {} })

describe('the messages of a response', () => {
  it('go from one side to the other, in order, and leave the version of the response as it was', async () => {
    const before = await agent.get(PATH)
    const asked = await say(agent, { text: 'Bonjour,\nquel quartier ?', question: '/quartier' })
    expect([asked.status, asked.body]).toEqual([
      201,
      expect.objectContaining({ side: 'caf', by: 'Alix Bernard', question: '/quartier' }),
    ])
    expect((await say(typist, { text: 'Le centre.' })).body.side).toBe('partner')
    const { body } = await partner.get(`${PATH}/messages`)
    expect(body.items.map(({ text }: { text: string }) => text)).toEqual([
      'Bonjour,\nquel quartier ?',
      'Le centre.',
    ])
    expect(body).toMatchObject({ side: 'partner', unread: 1, may: { write: true } })
    const after = await agent.get(PATH)
    expect(after.etag).toBe(before.etag)
    expect(after.body.status).toBe(before.body.status)
  })

  it('are told by mail to the other side, with their words and the question', async () => {
    const [letter] = await lettersTo(platform, 'saisie@asso-belledonne.test', '| quel quartier ?')
    expect(letter?.text).toContain('À propos de « Quartier »')
    expect(letter?.text).toContain(`/suivi/?dossier=${ID}#messages`)
    const [reply] = await lettersTo(platform, 'conseiller@caf731.test', '| Le centre.')
    expect(reply?.text).toContain(`/caf/dossier/?id=${ID}#messages`)
    expect(await lettersTo(platform, 'campagne@caf731.test', '| Le centre.', { none: true })).toEqual([])
  })

  it('do not tell the partner the addresses of the agents who were written', async () => {
    const { items } = (await partner.get(`${PATH}/history`)).body
    expect(JSON.stringify(items)).not.toContain('@caf731.test')
  })

  it('are all there once they have left the buffer they waited in', async () => {
    const { body } = await partner.get(`${PATH}/messages`)
    expect(body.items).toHaveLength(2)
    expect(new Set(body.items.map(({ id }: { id: string }) => id)).size).toBe(2)
  })

  it('count as unread for the other side until somebody of it who may answer has read them', async () => {
    expect(await unread()).toEqual({ partner: 1, caf: 1 })
    const { items } = (await agent.get(`${PATH}/messages`)).body
    const last = items.at(-1).id
    expect((await manager.put(`${PATH}/messages/seen`, { body: { last } })).status).toBe(403)
    const seen = await agent.put(`${PATH}/messages/seen`, { body: { last } })
    expect([seen.status, seen.body]).toEqual([200, { unread: 0 }])
    expect(await unread()).toEqual({ partner: 1, caf: 0 })
    expect((await partner.get(`${PATH}/messages`)).body.seen.caf).toMatchObject({ by: 'Alix Bernard' })
  })

  it('leave unread what came after the one that was read', async () => {
    const second = await say(agent, { text: 'Et la commune ?' })
    await say(agent, { text: 'Merci.' })
    const seen = await typist.put(`${PATH}/messages/seen`, { body: { last: second.body.id } })
    expect(seen.body).toEqual({ unread: 1 })
    expect((await unread()).partner).toBe(1)
    expect((await typist.put(`${PATH}/messages/seen`, { body: { last: 'inconnu' } })).status).toBe(404)
  })

  it('are written once when a request is sent again', async () => {
    const replies = [
      await say(partner, { text: 'Une fois' }, 'cle'),
      await say(partner, { text: 'Une fois' }, 'cle'),
    ]
    expect(replies.map(({ status }) => status)).toEqual([201, 201])
    expect(replies[1]?.body).toEqual(replies[0]?.body)
    const { items } = (await partner.get(`${PATH}/messages`)).body
    expect(items.filter(({ text }: { text: string }) => text === 'Une fois')).toHaveLength(1)
  })

  it.each([
    ['without text', {}, '/text'],
    ['with a blank one', { text: ' \n ' }, '/text'],
    ['longer than 4,000 characters', { text: 'x'.repeat(4001) }, '/text'],
    ['about a question that is none', { text: 'Bonjour', question: '/inconnue' }, '/question'],
  ])('are refused %s, in words', async (_, body, pointer) => {
    const reply = await say(partner, body)
    expect([reply.status, reply.body.errors[0].pointer]).toEqual([400, pointer])
    expect(reply.body.errors[0].detail).not.toMatch(/expected|received/)
  })

  it('hold 4,000 characters, whatever they are, and are shown as they were written', async () => {
    const text = `<b>é</b>${'€'.repeat(3992)}`
    expect((await say(partner, { text })).status).toBe(201)
    expect((await agent.get(`${PATH}/messages`)).body.items.at(-1).text).toBe(text)
  })

  it('are for the two sides: others of the Caf read, and nobody else knows of them', async () => {
    expect((await manager.get(`${PATH}/messages`)).body.may.write).toBe(false)
    expect((await say(manager, { text: 'Bonjour' })).status).toBe(403)
    for (const email of ['partenaire@commune-lac.test', 'conseiller@caf741.test']) {
      const other = await platform.as(email)
      expect((await other.get(`${PATH}/messages`)).status).toBe(404)
      expect((await say(other, { text: 'Bonjour' })).status).toBe(404)
    }
  })
})
