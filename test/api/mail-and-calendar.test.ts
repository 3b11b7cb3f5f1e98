import { createHash } from 'node:crypto'
import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { putMembership } from '../../functions/store/members.ts'
import { validAnswers } from '../support/answers.ts'
import { letters, lettersTo } from '../support/mailbox.ts'
import { wordsOf } from '../support/pdf-words.ts'
import { usePlatform } from '../support/server.ts'

const PARTNER = 'partenaire@asso-belledonne.test'
const DOSSIER = '/responses/bilan-2026-06-10-caf731.clas-de-belledonne'
const platform = usePlatform({ now: '2026-06-10T09:00:00.000Z' })

const submit = async (key: string) => {
  const partner = await platform.as(PARTNER)
  const { etag } = await partner.get(DOSSIER)
  return partner.post(`${DOSSIER}/submission`, {
    headers: { 'if-match': etag, 'idempotency-key': key },
    body: { answers: validAnswers() },
  })
}
const feed = (url: string) => fetch(url.replace(/^http:\/\/[^/]+/, platform.local.origin))
const subscribe = async (email: string): Promise<string> =>
  (await (await platform.as(email)).post('/calendar')).body.url

describe('a receipt by mail', () => {
  it('reaches those who sign for the organisation, soon, once, with the signed receipt', async () => {
    const { body } = await submit('un')
    const { reference } = body.receipt
    const [letter, ...more] = await lettersTo(platform, PARTNER, reference)
    expect(more).toEqual([])
    expect(letter?.subject).toContain(`référence ${reference}`)
    const [attached] = letter?.attachments ?? []
    expect(attached?.name).toBe(`recu-${reference}.jws`)
    expect(Buffer.from(attached?.base64 ?? '', 'base64').toString()).toBe(body.receipt.jws)
    expect(await lettersTo(platform, 'saisie@asso-belledonne.test', reference, { none: true })).toEqual([])
  })

  it('is shown without script, in its own style and no other, in a frame of this site alone', async () => {
    const [{ id = '' } = {}] = letters(platform.dataDir)
    const reply = await fetch(`${platform.local.origin}/boite-aux-lettres/${id}/message.html`)
    const style = /<style>([\s\S]*)<\/style>/.exec(await reply.text())?.[1] ?? ''
    const policy = reply.headers.get('content-security-policy')
    expect(policy).toContain(`style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`)
    expect(policy).toMatch(/default-src 'none'.*frame-ancestors 'self'; sandbox(?!.*allow-scripts)/)
    for (const path of ['x/', '..%2f..%2fschedules/', `${id}/piece/9`])
      expect((await fetch(`${platform.local.origin}/boite-aux-lettres/${path}`)).status).toBe(404)
  })

  it('stands in the history, for the partner and for the Caf', async () => {
    for (const email of [PARTNER, 'conseiller@caf731.test']) {
      const caller = await platform.as(email)
      let { body } = await caller.get(`${DOSSIER}/history`)
      // It is marked a moment after it has left.
      while (!body.items.some(({ type }: { type: string }) => type === 'mail'))
        ({ body } = await caller.get(`${DOSSIER}/history`))
      expect(body.items).toContainEqual(
        expect.objectContaining({ type: 'mail', detail: `Reçu : ${PARTNER}` }),
      )
    }
  })

  it('changes nothing of what was reviewed: the ETag stays', async () => {
    const partner = await platform.as(PARTNER)
    const { etag } = await partner.get(DOSSIER)
    await partner.post('/calendar')
    expect((await partner.get(DOSSIER)).etag).toBe(etag)
  })
})

describe('proof of an attempt', () => {
  it('tells the partner and the Caf when it was, why it did not count, and what was sent', async () => {
    const partner = await platform.as(PARTNER)
    const refused = await partner.post(`${DOSSIER}/submission`, {
      headers: { 'if-match': '"perime"', 'idempotency-key': 'refus' },
      body: { answers: validAnswers() },
    })
    expect(refused.status).toBe(412)
    for (const email of [PARTNER, 'conseiller@caf731.test']) {
      const { body } = await (await platform.as(email)).get(`${DOSSIER}/history`)
      const attempt = body.items.find(({ type }: { type: string }) => type === 'attempt')
      expect(attempt.detail).toMatch(
        /Rien n’a été transmis.*Empreinte de ce qui a été envoyé : [0-9a-f]{64}$/,
      )
      expect(attempt.at).toMatch(/^2026-06-10T09:/)
    }
  })
})

describe('a calendar address', () => {
  it('gives a partner all their deadlines, at the right instant', async () => {
    const reply = await feed(await subscribe(PARTNER))
    expect(reply.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    const events = new ICAL.Component(ICAL.parse(await reply.text()))
      .getAllSubcomponents('vevent')
      .map((event) => new ICAL.Event(event))
    expect(events).toHaveLength(10)
    const today = events.find(({ uid }) => uid.startsWith('bilan-2026-06-10-caf731.clas-des-bauges'))
    expect(today?.summary).toBe('À transmettre : Bilan qualitatif 2025-2026, Clas des Bauges')
    expect(today?.endDate.toJSDate().toISOString()).toBe('2026-06-10T22:00:00.000Z')
    expect(events.every(({ uid }) => !uid.includes('clas-du-lac'))).toBe(true)
  })

  it('gives an agent the campaigns of their Caf, and those alone', async () => {
    const text = await (await feed(await subscribe('conseiller@caf741.test'))).text()
    expect(text.match(/UID:\S+caf741@/g)).toHaveLength(4)
    expect(text).not.toContain('caf731')
  })

  it('opens nothing once revoked, or once another has replaced it', async () => {
    const partner = await platform.as(PARTNER)
    const first = await subscribe(PARTNER)
    const second = await subscribe(PARTNER)
    expect([(await feed(first)).status, (await feed(second)).status]).toEqual([404, 200])
    expect((await partner.get('/calendar')).body.createdAt).toMatch(/^2026-06-10T09:/)
    expect((await partner.del('/calendar')).status).toBe(204)
    expect((await feed(second)).status).toBe(404)
    expect((await partner.get('/calendar')).body).toEqual({})
    expect((await partner.del('/calendar')).status).toBe(204)
  })

  it('opens nothing for whoever guesses, and is not the hash that is kept', async () => {
    for (const secret of ['', 'x', 'A'.repeat(22), '../../x', '%00'])
      expect((await feed(`http://x/api/calendar.ics?cle=${secret}`)).status).toBe(404)
    expect((await feed('http://x/api/calendar.ics')).status).toBe(404)
    const url = new URL(await subscribe(PARTNER))
    expect(Buffer.from(url.searchParams.get('cle') ?? '', 'base64url')).toHaveLength(16)
  })

  it('shows no more than its owner may see now', async () => {
    const url = await subscribe('saisie@asso-belledonne.test')
    expect((await (await feed(url)).text()).includes('clas-des-bauges')).toBe(true)
    await putMembership('saisie@asso-belledonne.test', {
      organisationId: 'commune-lac',
      organisationName: 'Commune du Lac',
      roles: ['saisie-activite'],
    })
    expect((await (await feed(url)).text()).includes('clas-du-lac')).toBe(true)
  })
})

describe('a receipt on paper', () => {
  const pdfOf = async () =>
    fetch(`${platform.local.origin}/api${DOSSIER}/receipt.pdf`, {
      headers: { authorization: `Bearer ${await platform.local.tokenFor(PARTNER)}` },
    })

  it('says reference, instant, fingerprint and deadline, and carries the signed receipt', async () => {
    const reply = await pdfOf()
    const { body } = await (await platform.as(PARTNER)).get(DOSSIER)
    const { reference, sha256 } = body.submission
    expect(reply.headers.get('content-type')).toBe('application/pdf')
    expect(reply.headers.get('content-disposition')).toBe(`attachment; filename="recu-${reference}.pdf"`)
    const pdf = Buffer.from(await reply.arrayBuffer())
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
    const words = wordsOf(pdf)
    for (const said of [
      `Reçu ${reference}`,
      'version 1',
      'mercredi 10 juin 2026',
      '23 h 59 (heure de Paris)',
      sha256.slice(0, 40),
    ])
      expect(words).toContain(said)
    const { text: jws } = await (await platform.as(PARTNER)).get(`${DOSSIER}/receipt`)
    expect(pdf.toString('latin1')).toContain(jws)
    expect(pdf.toString('latin1')).toContain('/Lang (fr-FR)')
  })

  it('is the same each time, and for nobody else', async () => {
    const [first, second] = [await pdfOf(), await pdfOf()]
    const contents = await Promise.all(
      [first, second].map(async (reply) => wordsOf(Buffer.from(await reply.arrayBuffer()))),
    )
    expect(contents[0]).toBe(contents[1])
    const stranger = await platform.as('partenaire@commune-lac.test')
    expect((await stranger.get(`${DOSSIER}/receipt.pdf`)).status).toBe(404)
    const nothing = '/responses/bilan-2026-06-10-caf731.clas-des-bauges/receipt.pdf'
    expect((await (await platform.as(PARTNER)).get(nothing)).status).toBe(404)
  })
})
