// The deployed API as people meet it. What the emulator does not do as AWS does is listed in infra/aws/operating.md.
import { createLocalJWKSet, jwtVerify } from 'jose'
import { beforeAll, describe, expect, it } from 'vitest'
import { getResponse } from '../../../functions/store/responses.ts'
import { validAnswers } from '../../support/answers.ts'
import { AGENT, callFor, OTHER_AGENT, PARTNER, SITE_ORIGIN, useDeployed } from '../../support/deployed.ts'
import { publishedFile } from '../../support/published-file.ts'
import { mailsTo } from '../../support/sent-mails.ts'
import { until } from '../../support/until.ts'

const OPEN = 'bilan-ouvert.clas-des-bauges'
const aws = useDeployed()
const answers = validAnswers()

beforeAll(() => callFor(OPEN, 3_600_000))

const submit = async (key: string) => {
  const { etag } = await aws.as(PARTNER).get(`/responses/${OPEN}`)
  const headers = { 'idempotency-key': key, 'if-match': etag }
  return aws.as(PARTNER).post(`/responses/${OPEN}/submission`, { headers, body: { answers } })
}

describe('the deployed API', () => {
  it('knows nobody without a token, nor with one that was tampered with', async () => {
    expect((await aws.anyone.get('/me')).status).toBe(401)
    const [header, claims = '', signature] = aws.token(OTHER_AGENT).split('.')
    const forged = JSON.parse(Buffer.from(claims, 'base64url').toString())
    const payload = Buffer.from(JSON.stringify({ ...forged, email: AGENT })).toString('base64url')
    const forger = aws.holding(`${header}.${payload}.${signature}`)
    expect((await forger.get(`/responses/${OPEN}`)).status).toBe(401)
  })

  it('knows a signed-in person by the address in their token', async () => {
    const { status, body } = await aws.as(PARTNER).get('/me')
    expect(status).toBe(200)
    expect(body).toMatchObject({ email: PARTNER, memberships: [{ organisationId: 'asso-belledonne' }] })
  })

  it('hides a response from an agent of another Caf', async () => {
    expect((await aws.as(AGENT).get(`/responses/${OPEN}`)).status).toBe(200)
    const { status, body } = await aws.as(OTHER_AGENT).get(`/responses/${OPEN}`)
    expect([status, body.type]).toEqual([404, '/problems/not-found/'])
  })

  it('describes itself to anyone', async () => {
    const { status, body } = await aws.anyone.get('/openapi.json')
    expect([status, body.openapi]).toEqual([200, '3.1.0'])
  })

  it('refuses a session asked from elsewhere', async () => {
    const headers = { origin: 'https://ailleurs.example' }
    expect((await aws.anyone.post('/session', { headers, body: {} })).status).toBe(403)
  })
})

describe('a partner', () => {
  it('reads, saves a section, and is told of a stale one', async () => {
    const path = `/responses/${OPEN}`
    const { body } = await aws.as(PARTNER).get(path)
    expect(body).toMatchObject({ status: 'called', takesAnswers: true })
    const section = `${path}/sections/lieu`
    const draft = { answers: { quartier: 'Biollay' } }
    const saved = await aws.as(PARTNER).put(section, { headers: { 'if-match': '"0"' }, body: draft })
    expect([saved.status, saved.body.revision]).toEqual([200, 1])
    const stale = await aws.as(PARTNER).put(section, { headers: { 'if-match': '"0"' }, body: draft })
    expect([stale.status, stale.body.current.answers]).toEqual([412, draft.answers])
    expect((await aws.as(PARTNER).get(path)).body.status).toBe('draft')
  })

  it('is answered a wrong submission with the faults of each question', async () => {
    const { etag } = await aws.as(PARTNER).get(`/responses/${OPEN}`)
    const reply = await aws.as(PARTNER).post(`/responses/${OPEN}/submission`, {
      headers: { 'idempotency-key': 'faute', 'if-match': etag },
      body: { answers: {} },
    })
    expect(reply.status).toBe(422)
    expect(reply.body.errors.length).toBeGreaterThan(0)
  })

  it('submits, and gets a receipt that anyone verifies by the published keys', async () => {
    const reply = await submit('premier')
    expect(reply.status).toBe(201)
    const { text: jwks = '', type } = await publishedFile(
      aws.output('DefinitionsBucket'),
      '/.well-known/jwks.json',
    )
    expect(type).toMatch(/^application\/json/)
    const { text: jws } = await aws.as(PARTNER).get(`/responses/${OPEN}/receipt`)
    const { payload } = await jwtVerify(jws, createLocalJWKSet(JSON.parse(jwks)))
    expect(jws).toBe(reply.body.receipt.jws)
    expect(payload).toMatchObject({
      iss: SITE_ORIGIN,
      response: OPEN,
      sha256: reply.body.receipt.sha256,
    })
  })

  it('sent twice with one key, is answered the same, byte for byte', async () => {
    const again = await submit('premier')
    expect([again.status, again.text]).toEqual([201, (await submit('premier')).text])
    expect((await aws.as(PARTNER).get(`/responses/${OPEN}`)).body.submission.number).toBe(1)
  })

  it('finds the history, drained by what runs every minute', async () => {
    const types = async (): Promise<string[]> => {
      const { body } = await aws.as(PARTNER).get(`/responses/${OPEN}/history`)
      return body.items.map(({ type }: { type: string }) => type)
    }
    const waiting = () => getResponse(OPEN).then(({ history }) => history.length)
    expect(await until(waiting, (count) => count === 0, 90_000)).toBe(0)
    expect((await types()).slice(0, 4)).toEqual(['called', 'started', 'attempt', 'submitted'])
  })

  it('gets the receipt by mail', async () => {
    const { body } = await aws.as(PARTNER).get(`/responses/${OPEN}`)
    const receipts = async () =>
      (await mailsTo(aws.url, PARTNER)).filter(({ BodyText }) => BodyText?.includes(body.reference))
    const [receipt, ...others] = await until(receipts, ({ length }) => length > 0, 150_000)
    expect(receipt?.Source).toContain('ne-pas-repondre@echeance.example')
    expect(others).toEqual([])
  })
})
