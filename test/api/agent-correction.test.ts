import { createLocalJWKSet, jwtVerify } from 'jose'
import { beforeAll, describe, expect, it } from 'vitest'
import { sha256Of } from '../../forms/canonical.ts'
import type { Answers } from '../../forms/nouns/scalars.ts'
import { validAnswers } from '../support/answers.ts'
import { lettersTo } from '../support/mailbox.ts'
import { type Caller, usePlatform } from '../support/server.ts'
import { openCampaign, twoRoleForm } from '../support/two-roles.ts'

const platform = usePlatform({ now: '2026-06-10T09:00:00.000Z' })
const BAUGES = '/responses/bilan-2026-06-10-caf731.clas-des-bauges'
const DRAFT = '/responses/bilan-2026-06-10-caf731.clas-de-belledonne'
const CLOSED = '/responses/bilan-clos-caf731.clas-des-bauges'
const answers = validAnswers()

let partner: Caller
let agent: Caller
beforeAll(async () => {
  partner = await platform.as('partenaire@asso-belledonne.test')
  agent = await platform.as('conseiller@caf731.test')
  const sent = await partner.post(`${BAUGES}/submission`, {
    headers: { 'idempotency-key': 'un', 'if-match': (await partner.get(BAUGES)).etag },
    body: { answers },
  })
  expect(sent.status).toBe(201)
})

type Given = { etag?: string; by?: Caller; reason?: unknown; more?: Record<string, unknown> }

const correct = async (
  path: string,
  sent: Answers,
  { etag, by = agent, reason = 'Erreur relevée au téléphone', more }: Given = {},
) =>
  by.put(`${path}/answers`, {
    headers: { 'if-match': etag ?? (await agent.get(path)).etag },
    body: { answers: sent, reason, ...more },
  })

describe('PUT /responses/{id}/answers', () => {
  it('stores what the Caf corrects beside what the partner sent, which its receipt still proves', async () => {
    const before = (await partner.get(BAUGES)).body
    const reply = await correct(BAUGES, { ...answers, quartier: 'Centre ancien' })
    expect(reply.status).toBe(200)
    const after = await partner.get(BAUGES)
    expect(after.etag).toBe(reply.etag)
    expect(after.body).toMatchObject({
      status: 'submitted',
      reference: reply.body.receipt.reference,
      madeByCaf: { reason: 'Erreur relevée au téléphone', corrects: 1 },
      submission: { number: 2, by: 'Alix Bernard, Caf de la Savoie', answers: { quartier: 'Centre ancien' } },
    })
    expect(await sha256Of(after.body.submission.answers)).toBe(reply.body.receipt.sha256)

    const first = (await partner.get(`${BAUGES}/submissions/1`)).body
    expect(first.answers).toEqual(before.submission.answers)
    expect(first.madeByCaf).toBeUndefined()
    const jwks = createLocalJWKSet(
      await (await fetch(`${platform.local.origin}/.well-known/jwks.json`)).json(),
    )
    const own = await jwtVerify((await partner.get(`${BAUGES}/receipt?envoi=1`)).text, jwks)
    expect(own.payload).toMatchObject({ number: 1, sha256: await sha256Of(first.answers) })
    const made = await jwtVerify((await partner.get(`${BAUGES}/receipt`)).text, jwks)
    expect(made.payload).toMatchObject({ number: 2, corrects: own.payload.reference })
    const pdf = await partner.get(`${BAUGES}/receipt.pdf?envoi=1`)
    expect([pdf.status, pdf.headers.get('content-type')]).toEqual([200, 'application/pdf'])
    expect((await partner.get(`${BAUGES}/receipt?envoi=3`)).status).toBe(404)
  })

  it('tells before and after, field by field, with who and why, in the history and beside the submission', async () => {
    const change = { pointer: '/quartier', before: answers.quartier, after: 'Centre ancien' }
    const { items } = (await partner.get(`${BAUGES}/history`)).body
    expect(items.find(({ type }: { type: string }) => type === 'corrected')).toMatchObject({
      by: 'Alix Bernard, Caf de la Savoie',
      detail: 'Erreur relevée au téléphone',
      submission: 2,
      questions: ['/quartier'],
      changes: [change],
    })
    const made = (await partner.get(`${BAUGES}/submissions/2`)).body
    expect(made).toMatchObject({ changes: [change], previous: { number: 1 } })
    expect((await partner.get(`${BAUGES}/submissions/9`)).status).toBe(404)
  })

  it('tells the partner by mail, with the reason and what was corrected', async () => {
    const [letter] = await lettersTo(platform, 'saisie@asso-belledonne.test', 'a corrigé vos réponses')
    expect(letter?.subject).toContain('Corrigé par la Caf')
    expect(letter?.text).toContain('| Erreur relevée au téléphone')
    expect(letter?.text).toContain('/suivi/?dossier=bilan-2026-06-10-caf731.clas-des-bauges')
    expect(letter?.text).toContain('- Quartier')
  })

  it('answers a request sent again what it answered first, and makes one correction of it', async () => {
    const { etag } = await agent.get(BAUGES)
    const sent = { ...answers, quartier: 'Faubourg' }
    const replies = await Promise.all([1, 2, 3].map(() => correct(BAUGES, sent, { etag })))
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200])
    expect(new Set(replies.map(({ text }) => text)).size).toBe(1)
    expect((await correct(BAUGES, sent, { etag })).text).toBe(replies[0]?.text)
    expect((await agent.get(BAUGES)).body.submission.number).toBe(3)
  })

  it('lets one of two agents through, and tells the other that it is stale', async () => {
    const { etag } = await agent.get(BAUGES)
    const replies = await Promise.all(
      ['A', 'B'].map((quartier) => correct(BAUGES, { ...answers, quartier }, { etag })),
    )
    expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 412])
    expect(replies.find(({ status }) => status === 412)?.body.type).toBe('/problems/stale/')
    expect((await agent.get(BAUGES)).body.submission.number).toBe(4)
  })

  it('leaves the draft that the partner has not sent as it is', async () => {
    const { body } = await partner.get(BAUGES)
    const saved = await partner.put(`${BAUGES}/sections/lieu`, {
      headers: { 'if-match': `"${body.sections.lieu?.revision ?? 0}"` },
      body: { answers: { quartier: 'En cours' } },
    })
    expect(saved.status).toBe(200)
    expect((await correct(BAUGES, { ...answers, quartier: 'Corrigé' })).status).toBe(200)
    const after = (await partner.get(BAUGES)).body
    expect(after.sections.lieu).toMatchObject({
      answers: { quartier: 'En cours' },
      revision: saved.body.revision,
    })
    expect(after.submission.sectionRevisions.lieu ?? 0).toBeLessThan(saved.body.revision)
    expect(after.submission.answers.quartier).toBe('Corrigé')
  })

  it('is checked as a submission is: every fault has a pointer, and nothing changes', async () => {
    const before = await agent.get(BAUGES)
    const { bilan: _, ...incomplete } = answers
    const reply = await correct(BAUGES, { ...incomplete, siret: '11122233344455' })
    expect([reply.status, reply.body.type]).toEqual([422, '/problems/invalid-answers/'])
    const pointers = reply.body.errors.map(({ pointer }: { pointer: string }) => pointer)
    expect(pointers).toEqual(expect.arrayContaining(['/answers/siret', '/answers/bilan']))
    expect((await agent.get(BAUGES)).etag).toBe(before.etag)
  })

  it.each([
    ['without a reason', undefined, '/reason'],
    ['with a blank one', '   ', '/reason'],
    ['with one too long', 'x'.repeat(1001), '/reason'],
  ])('is refused %s, in words', async (_, reason, pointer) => {
    const { etag } = await agent.get(BAUGES)
    const reply = await agent.put(`${BAUGES}/answers`, {
      headers: { 'if-match': etag },
      body: { answers: { ...answers, quartier: 'Sans motif' }, reason },
    })
    expect([reply.status, reply.body.type]).toEqual([400, '/problems/invalid-request/'])
    expect(reply.body.errors).toEqual([{ pointer, detail: expect.stringContaining('motif') }])
    expect((await agent.get(BAUGES)).etag).toBe(etag)
  })

  it('is refused where nothing differs, where nothing was sent, and without the version that was read', async () => {
    const { etag, body } = await agent.get(BAUGES)
    const same = await correct(BAUGES, { ...answers, quartier: body.submission.answers.quartier })
    expect([same.status, same.body.type]).toEqual([409, '/problems/nothing-to-correct/'])
    const unsent = await correct(DRAFT, answers)
    expect([unsent.status, unsent.body.type]).toEqual([409, '/problems/nothing-to-correct/'])
    const blind = await agent.put(`${BAUGES}/answers`, { body: { answers, reason: 'Motif' } })
    expect(blind.status).toBe(400)
    expect((await correct(BAUGES, answers, { etag: '"perime"' })).status).toBe(412)
    expect((await agent.get(BAUGES)).etag).toBe(etag)
  })

  it('is for a conseiller of the Caf alone', async () => {
    expect((await correct(BAUGES, answers, { by: partner })).status).toBe(403)
    expect((await correct(BAUGES, answers, { by: await platform.as('campagne@caf731.test') })).status).toBe(
      403,
    )
    expect((await correct(BAUGES, answers, { by: await platform.as('conseiller@caf741.test') })).status).toBe(
      404,
    )
  })

  it('is not bound by the deadline', async () => {
    const { body } = await agent.get(CLOSED)
    expect([body.status, body.takesAnswers]).toEqual(['submitted', false])
    const reply = await correct(CLOSED, { ...answers, quartier: 'Après l’échéance' })
    expect(reply.status).toBe(200)
    expect((await agent.get(CLOSED)).body).toMatchObject({ status: 'submitted', submission: { number: 2 } })
  })

  it('settles what was asked of the partner', async () => {
    const asked = await agent.post(`${BAUGES}/correction`, {
      headers: { 'if-match': (await agent.get(BAUGES)).etag },
      body: { message: 'Précisez le quartier', lastDay: '2026-06-20' },
    })
    expect(asked.status).toBe(200)
    expect((await correct(BAUGES, { ...answers, quartier: 'Par la Caf' })).status).toBe(200)
    expect((await agent.get(BAUGES)).body.status).toBe('submitted')
  })

  it('is refused once validated, until that is withdrawn', async () => {
    const validated = await agent.post(`${BAUGES}/validation`, {
      headers: { 'if-match': (await agent.get(BAUGES)).etag },
      body: {},
    })
    expect(validated.status).toBe(200)
    const reply = await correct(BAUGES, { ...answers, quartier: 'Trop tard' })
    expect([reply.status, reply.body.type]).toEqual([409, '/problems/response-locked/'])
    const withdrawn = await agent.del(`${BAUGES}/validation`, {
      headers: { 'if-match': (await agent.get(BAUGES)).etag },
    })
    expect(withdrawn.status).toBe(200)
    expect((await correct(BAUGES, { ...answers, quartier: 'À temps' })).status).toBe(200)
  })

  it('keeps who stands by the parts it leaves as they were', async () => {
    const { id } = await openCampaign(twoRoleForm('confirme'))
    const started = await partner.post(`/campaigns/${id}/responses`, {
      body: { organisationId: 'asso-belledonne', projectName: 'Un dépôt' },
    })
    const path = `/responses/${started.body.id}`
    const given = { actions: 'Aide aux devoirs', montant: 10 }
    const sent = await partner.post(`${path}/submission`, {
      headers: { 'idempotency-key': 'deux', 'if-match': (await partner.get(path)).etag },
      body: { answers: given },
    })
    expect(sent.status).toBe(201)
    expect(Object.keys((await agent.get(path)).body.submission.confirmations)).toEqual(['activite', 'budget'])
    expect((await correct(path, { ...given, montant: 12 })).status).toBe(200)
    expect(Object.keys((await agent.get(path)).body.submission.confirmations)).toEqual(['activite'])
  })
})

describe('POST /responses/{id}/correction', () => {
  it('may point at questions, which the partner is told', async () => {
    const lac = '/responses/bilan-2026-06-10-caf731.clas-du-lac'
    const ask = async (questions: string[]) =>
      agent.post(`${lac}/correction`, {
        headers: { 'if-match': (await agent.get(lac)).etag },
        body: { message: 'Précisez ces réponses', lastDay: '2026-06-20', questions },
      })
    const wrong = await ask(['/quartier', '/inconnue'])
    expect([wrong.status, wrong.body.errors]).toEqual([
      400,
      [{ pointer: '/questions/1', detail: 'Cette question n’est pas dans le questionnaire.' }],
    ])
    expect((await ask(['/quartier', '/bilan'])).status).toBe(200)
    const seen = (await (await platform.as('partenaire@commune-lac.test')).get(lac)).body
    expect(seen.correction).toMatchObject({
      message: 'Précisez ces réponses',
      questions: ['/quartier', '/bilan'],
    })
  })
})

describe('GET /responses/{id}/last-year', () => {
  it('tells what the project transmitted to the same form the year before, or that it did not', async () => {
    const found = await agent.get('/responses/bilan-2026-06-10-caf731.clas-du-lac/last-year')
    expect([found.status, found.body.schoolYear]).toEqual([200, '2024-2025'])
    expect(found.body.answers.commune).toBe(answers.commune)
    const none = await agent.get('/responses/bilan-clos-caf731.clas-du-lac/last-year')
    expect([none.status, none.body.answers]).toEqual([200, undefined])
  })
})
