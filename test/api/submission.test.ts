import { createLocalJWKSet, jwtVerify } from 'jose'
import { beforeAll, describe, expect, it } from 'vitest'
import { sha256Of } from '../../forms/canonical.ts'
import { validAnswers } from '../support/answers.ts'
import { type Caller, usePlatform } from '../support/server.ts'

const NOW = '2026-06-10T09:00:00.000Z'
const BAUGES = '/responses/bilan-2026-06-10-caf731.clas-des-bauges'
const BELLEDONNE = '/responses/bilan-2026-06-10-caf731.clas-de-belledonne'
const platform = usePlatform({ now: NOW })
const answers = validAnswers()

let partner: Caller
beforeAll(async () => {
  partner = await platform.as('partenaire@asso-belledonne.test')
})

const submit = async (
  path: string,
  { key, etag, sent = answers, by = partner }: { key: string; etag?: string; sent?: unknown; by?: Caller },
) =>
  by.post(`${path}/submission`, {
    headers: { 'idempotency-key': key, 'if-match': etag ?? (await partner.get(path)).etag },
    body: { answers: sent },
  })

describe('POST /responses/{id}/submission', () => {
  it('counts the answers and gives a receipt that anyone can verify', async () => {
    const reply = await submit(BAUGES, { key: 'premier' })
    expect(reply.status).toBe(201)
    const { receipt } = reply.body
    expect(receipt.reference).toMatch(/^BQ-[0-9A-Z]{4}-[0-9A-Z]{4}$/)

    const after = (await partner.get(BAUGES)).body
    expect(after).toMatchObject({ status: 'submitted', reference: receipt.reference })
    expect(after.submission).toMatchObject({
      number: 1,
      receivedAt: receipt.receivedAt,
      sha256: receipt.sha256,
    })
    expect(await sha256Of(after.submission.answers)).toBe(receipt.sha256)

    const jwks = await (await fetch(`${platform.local.origin}/.well-known/jwks.json`)).json()
    const compact = (await partner.get(`${BAUGES}/receipt`)).text
    expect(compact).toBe(receipt.jws)
    const { payload, protectedHeader } = await jwtVerify(compact, createLocalJWKSet(jwks))
    expect(protectedHeader).toMatchObject({ alg: 'ES256' })
    expect(payload).toMatchObject({
      reference: receipt.reference,
      response: 'bilan-2026-06-10-caf731.clas-des-bauges',
      form: 'clas-bilan',
      formVersion: 1,
      sha256: receipt.sha256,
      receivedAt: receipt.receivedAt,
    })
  })

  it('answers a retry with the same key byte for byte, whatever its If-Match', async () => {
    const first = await submit(BELLEDONNE, { key: 'meme-cle' })
    const again = await submit(BELLEDONNE, { key: 'meme-cle', etag: '"perime"' })
    expect([first.status, again.status]).toEqual([201, 201])
    expect(again.text).toBe(first.text)
    expect((await partner.get(BELLEDONNE)).body.submission.number).toBe(1)
  })

  it('makes one submission of two sent at once with one key', async () => {
    const { etag } = await partner.get(BELLEDONNE)
    const replies = await Promise.all([1, 2, 3, 4].map(() => submit(BELLEDONNE, { key: 'ensemble', etag })))
    expect(replies.map(({ status }) => status)).toEqual([201, 201, 201, 201])
    expect(new Set(replies.map(({ text }) => text)).size).toBe(1)
    expect((await partner.get(BELLEDONNE)).body.submission.number).toBe(2)
  })

  it('makes one count of two sent at once with two keys, and tells the other it is stale', async () => {
    const { etag } = await partner.get(BELLEDONNE)
    const replies = await Promise.all(['a', 'b', 'c'].map((key) => submit(BELLEDONNE, { key, etag })))
    expect(replies.map(({ status }) => status).toSorted()).toEqual([201, 412, 412])
    expect((await partner.get(BELLEDONNE)).body.submission.number).toBe(3)
  })

  it('refuses a stale ETag: what was reviewed is what is sent', async () => {
    const { etag } = await partner.get(BELLEDONNE)
    const saved = await partner.put(`${BELLEDONNE}/sections/lieu`, {
      headers: { 'if-match': '"0"' },
      body: { answers: {} },
    })
    expect(saved.status).toBe(200)
    const reply = await submit(BELLEDONNE, { key: 'perime', etag })
    expect([reply.status, reply.body.type]).toEqual([412, '/problems/stale/'])
  })

  it('keeps the last submission standing while a newer draft waits', async () => {
    const { body } = await partner.get(BELLEDONNE)
    expect(body.status).toBe('submitted')
    expect(body.sections.lieu.revision).toBe(1)
    expect(body.submission.sectionRevisions.lieu ?? 0).toBe(0)
  })

  it('refuses faulty answers with a pointer to each question, records the attempt, changes nothing', async () => {
    const before = await partner.get(BELLEDONNE)
    const { bilan: _, ...incomplete } = answers
    const faulty = { ...incomplete, siret: '11122233344455', inconnue: 1 }
    const reply = await submit(BELLEDONNE, { key: 'faux', sent: faulty })
    expect([reply.status, reply.body.type]).toEqual([422, '/problems/invalid-answers/'])
    const pointers = reply.body.errors.map((error: { pointer: string }) => error.pointer)
    expect(pointers).toContain('/answers/inconnue')
    const second = await submit(BELLEDONNE, { key: 'faux', sent: { ...incomplete, siret: '11122233344455' } })
    const semantic = second.body.errors.map((error: { pointer: string }) => error.pointer)
    expect(semantic).toEqual(expect.arrayContaining(['/answers/siret', '/answers/bilan']))

    const after = await partner.get(BELLEDONNE)
    expect(after.etag).toBe(before.etag)
    expect(after.body.submission).toEqual(before.body.submission)
    const { body: history } = await partner.get(`${BELLEDONNE}/history`)
    expect(history.items.filter((item: { type: string }) => item.type === 'attempt').length).toBeGreaterThan(
      1,
    )
  })

  it('refuses a request without its headers, with a bad key, or with a body that is no JSON', async () => {
    const { etag } = await partner.get(BELLEDONNE)
    const send = (headers: Record<string, string>, raw = JSON.stringify({ answers })) =>
      partner.post(`${BELLEDONNE}/submission`, { headers, raw })
    expect((await send({ 'if-match': etag })).status).toBe(400)
    expect((await send({ 'idempotency-key': 'x' })).status).toBe(400)
    expect((await send({ 'if-match': etag, 'idempotency-key': 'x'.repeat(65) })).status).toBe(400)
    expect((await send({ 'if-match': etag, 'idempotency-key': 'x' }, '{"answers"')).status).toBe(400)
    expect(
      (await send({ 'if-match': etag, 'idempotency-key': 'x' }, `"${'x'.repeat(270_000)}"`)).status,
    ).toBe(413)
    expect((await partner.get(BELLEDONNE)).etag).toBe(etag)
  })

  it('is for those who may: 401, 404, and 403 for an agent or a member who does not transmit', async () => {
    const path = `${BELLEDONNE}/submission`
    expect((await platform.anyone.post(path)).status).toBe(401)
    expect((await (await platform.as('conseiller@caf741.test')).post(path)).status).toBe(404)
    expect((await (await platform.as('partenaire@commune-lac.test')).post(path)).status).toBe(404)
    expect((await (await platform.as('conseiller@caf731.test')).post(path)).status).toBe(403)
    const typist = await (await platform.as('saisie@asso-belledonne.test')).post(path)
    expect(typist.status).toBe(403)
    expect(typist.body.detail).toContain('approbateur')
  })

  it('refuses after the deadline with 409 form-closed', async () => {
    const path = '/responses/bilan-clos-caf731.clas-des-bauges'
    const reply = await submit(path, { key: 'trop-tard' })
    expect([reply.status, reply.body.type]).toEqual([409, '/problems/form-closed/'])
  })

  it('has no receipt to give where nothing was submitted', async () => {
    const val = await platform.as('partenaire@centre-social-isere.test')
    const reply = await val.get('/responses/bilan-2026-06-10-caf731.clas-du-val/receipt')
    expect(reply.status).toBe(404)
  })
})
