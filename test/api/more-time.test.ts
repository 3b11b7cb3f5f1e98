// Time given to one response, or to all; corrections; reminders; closing and opening again.
import { beforeAll, describe, expect, it } from 'vitest'
import { findJob } from '../../functions/store/jobs.ts'
import { getResponse } from '../../functions/store/responses.ts'
import { validAnswers } from '../support/answers.ts'
import { createBilan } from '../support/bilan-campaign.ts'
import { happenedTo, mailsOwedBy, owedBy } from '../support/owed.ts'
import { type Caller, usePlatform } from '../support/server.ts'
import { runAt } from '../support/work.ts'

const NOW = '2026-06-10T09:00:00.000Z'
const CLOSED = '2026-07-12T22:01:00.000Z'
const platform = usePlatform({ now: NOW })
let manager: Caller
let adviser: Caller
let partner: Caller

beforeAll(async () => {
  manager = await platform.as('campagne@caf731.test')
  adviser = await platform.as('conseiller@caf731.test')
  partner = await platform.as('partenaire@asso-belledonne.test')
})

const open = (more: object = {}) => createBilan(manager, more)
const close = (id: string, now = CLOSED) => runAt('close-campaign', now, { campaignId: id, job: 'close' })
/** Saves over whatever stands there: what was carried over from last year too. */
const save = async (id: string, name: string, answers: object) => {
  const { revision = 0 } = (await partner.get(`/responses/${id}`)).body.sections[name] ?? {}
  const headers = { 'if-match': `"${revision}"` }
  return partner.put(`/responses/${id}/sections/${name}`, { headers, body: { answers } })
}
const submit = async (id: string) => {
  const { etag } = await partner.get(`/responses/${id}`)
  return partner.post(`/responses/${id}/submission`, {
    headers: { 'if-match': etag, 'idempotency-key': 'cle' },
    body: { answers: validAnswers() },
  })
}
const extend = (id: string, lastDay: string, caller = manager) =>
  caller.put(`/responses/${id}/deadline`, { body: { lastDay, reason: 'Coordinatrice malade.' } })

describe('PUT /responses/{id}/deadline', () => {
  it('gives one response more time, tells it, and leaves the others and its ETag as they are', async () => {
    const campaign = await open()
    const id = `${campaign}.clas-des-bauges`
    const { etag } = await partner.get(`/responses/${id}`)
    const { status, body } = await extend(id, '2026-07-19')
    expect([status, body]).toEqual([
      200,
      { status: 'called', closesAt: '2026-07-19T22:00:00.000Z', deadlineFrom: 'own' },
    ])
    const seen = await partner.get(`/responses/${id}`)
    expect(seen.etag).toBe(etag)
    expect(seen.body).toMatchObject({ closesAt: '2026-07-19T22:00:00.000Z', deadlineFrom: 'own' })
    const { body: history } = await partner.get(`/responses/${id}/history`)
    // The mail of the call leaves when it leaves.
    const done = history.items.filter(({ type }: { type: string }) => !type.startsWith('mail'))
    expect(done.at(-1)).toMatchObject({ type: 'extended', detail: 'Coordinatrice malade.' })
    expect((await owedBy(id)).at(-1)).toMatchObject({
      mail: 'extension',
      facts: { closesAt: '2026-07-19T22:00:00.000Z', reason: 'Coordinatrice malade.' },
    })
    expect((await getResponse(`${campaign}.clas-du-val`)).closesAt).toBe('2026-07-12T22:00:00.000Z')
    expect(await findJob(campaign, 'sweep-2026-07-19T22:00:00.000Z')).toMatchObject({
      dueAt: '2026-07-19T22:01:00.000Z',
    })
  })

  it('sent twice is one extension', async () => {
    const id = `${await open()}.clas-des-bauges`
    expect((await extend(id, '2026-07-19')).status).toBe(200)
    expect((await extend(id, '2026-07-19')).status).toBe(200)
    expect(await happenedTo(id)).toEqual(['called', 'extended'])
  })

  it('makes what was missed a draft again, that its own sweep settles', async () => {
    const campaign = await open()
    const id = `${campaign}.clas-des-bauges`
    await save(id, 'lieu', { quartier: 'Biollay' })
    await close(campaign)
    expect((await getResponse(id)).status).toBe('missed')
    // As if it were after the closing: the agent's request comes then.
    const { setDeadline } = await import('../../functions/store/deadlines.ts')
    const { armSweep } = await import('../../functions/campaigns/plan.ts')
    const closesAt = '2026-07-19T22:00:00.000Z'
    await armSweep(campaign, closesAt, CLOSED)
    await setDeadline(await getResponse(id), { closesAt, from: 'own', at: CLOSED, by: 'A', reason: 'Grève.' })
    expect(await getResponse(id)).toMatchObject({ status: 'draft', flags: [] })
    await runAt('close-campaign', '2026-07-19T22:01:00.000Z', {
      campaignId: campaign,
      job: `sweep-${closesAt}`,
    })
    expect((await getResponse(id)).status).toBe('missed')
    expect(await findJob(campaign, `sweep-${closesAt}`)).toMatchObject({ doneAt: expect.any(String) })
  })

  it('makes no draft of what was never begun, and calls it again', async () => {
    const campaign = await open()
    const id = `${campaign}.clas-des-bauges`
    await close(campaign)
    expect((await getResponse(id)).status).toBe('missed')
    const { setDeadline } = await import('../../functions/store/deadlines.ts')
    const closesAt = '2026-07-19T22:00:00.000Z'
    await setDeadline(await getResponse(id), { closesAt, from: 'own', at: CLOSED, by: 'A', reason: 'Grève.' })
    expect((await getResponse(id)).status).toBe('called')
    expect((await partner.get(`/responses/${id}`)).body.status).toBe('called')
    expect((await save(id, 'lieu', { quartier: 'Biollay' })).status).toBe(200)
    expect((await getResponse(id)).status).toBe('draft')
  })

  it.each([
    ['2026-06-09', 'déjà passé'],
    ['2026-07-01', 'déjà ouvert jusqu’au dimanche 12 juillet 2026'],
    ['2026-02-30', 'n’existe pas'],
    ['2206-01-01', 'Vérifiez l’année'],
  ])('refuses %s and says what to change', async (lastDay, sentence) => {
    const { status, body } = await extend(`${await open()}.clas-des-bauges`, lastDay)
    expect([status, body.errors[0].pointer]).toEqual([400, '/lastDay'])
    expect(body.errors[0].detail).toContain(sentence)
  })

  it('is for the campaign managers of the Caf that funds the project', async () => {
    const id = `${await open()}.clas-des-bauges`
    expect((await extend(id, '2026-07-19', adviser)).status).toBe(403)
    expect((await extend(id, '2026-07-19', partner)).status).toBe(403)
    expect((await extend(id, '2026-07-19', await platform.as('conseiller@caf741.test'))).status).toBe(404)
  })
})

describe('POST /responses/{id}/correction', () => {
  it('has its own deadline; unanswered, the submission stands again, flagged', async () => {
    const id = `${await open({ extensions: false })}.clas-des-bauges`
    expect((await submit(id)).status).toBe(201)
    const { etag } = await adviser.get(`/responses/${id}`)
    const ask = (headers: Record<string, string>) =>
      adviser.post(`/responses/${id}/correction`, {
        headers,
        body: { message: 'Précisez les séances.', lastDay: '2026-08-15' },
      })
    expect((await ask({})).status).toBe(400)
    expect((await ask({ 'if-match': '"autre"' })).status).toBe(412)
    const asked = await ask({ 'if-match': etag })
    expect([asked.status, asked.body]).toEqual([
      200,
      { status: 'to-correct', closesAt: '2026-08-15T22:00:00.000Z', deadlineFrom: 'own' },
    ])
    expect((await ask({ 'if-match': etag })).status).toBe(409)
    expect((await owedBy(id)).at(-1)).toMatchObject({
      mail: 'correction-asked',
      facts: { message: 'Précisez les séances.' },
    })
    await close(id.split('.')[0] ?? '')
    expect((await getResponse(id)).status).toBe('to-correct')
    await runAt('close-campaign', '2026-08-15T22:01:00.000Z')
    expect(await getResponse(id)).toMatchObject({ status: 'submitted', flags: ['correction-lapsed'] })
    expect((await happenedTo(id)).at(-1)).toBe('lapsed')
    const { body } = await adviser.get(`/campaigns/${id.split('.')[0]}/responses`)
    expect(body.items.find((row: { id: string }) => row.id === id).flags).toEqual(['correction-lapsed'])
  })

  it('needs something submitted, and an adviser', async () => {
    const id = `${await open()}.clas-des-bauges`
    const body = { message: 'Précisez.', lastDay: '2026-08-15' }
    const headers = { 'if-match': '"x"' }
    expect((await adviser.post(`/responses/${id}/correction`, { headers, body })).status).toBe(409)
    expect((await manager.post(`/responses/${id}/correction`, { headers, body })).status).toBe(403)
  })
})

describe('reminders', () => {
  it('go to those who have not submitted, told apart, once a round, and never to those who have', async () => {
    const campaign = await open({ reminderDays: [7] })
    await save(`${campaign}.clas-des-bauges`, 'lieu', { quartier: 'Biollay' })
    await submit(`${campaign}.clas-de-belledonne`)
    const remind = () =>
      runAt('send-reminders', '2026-07-05T07:00:30.000Z', { campaignId: campaign, job: 'remind-2026-07-05' })
    expect(await remind()).toMatchObject({ outcome: 'done' })
    await remind()
    expect(await mailsOwedBy(`${campaign}.clas-des-bauges`)).toEqual(['call', 'reminder-draft'])
    expect(await mailsOwedBy(`${campaign}.clas-du-val`)).toEqual(['call', 'reminder-not-started'])
    expect(await mailsOwedBy(`${campaign}.clas-de-belledonne`)).toEqual(['call', 'receipt'])
    expect(await findJob(campaign, 'remind-2026-07-05')).toMatchObject({ handled: 3 })
  })

  it('by hand go to a list or to all, with a word, once for a request sent twice', async () => {
    const campaign = await open()
    await submit(`${campaign}.clas-de-belledonne`)
    const remind = (body: object, headers = {}) =>
      manager.post(`/campaigns/${campaign}/reminders`, { headers, body })
    const ids = ['clas-des-bauges', 'clas-de-belledonne'].map((project) => `${campaign}.${project}`)
    const some = await remind({ responses: [...ids, 'autre.clas-du-val'], message: 'Pensez-y.' })
    expect([some.status, some.body]).toMatchObject([202, { reminded: 1, skipped: 2, done: true }])
    expect((await owedBy(ids[0] ?? '')).at(-1)).toMatchObject({ facts: { message: 'Pensez-y.' } })
    const all = () => remind({}, { 'idempotency-key': 'tous' })
    expect((await all()).body).toEqual({ reminded: 3, skipped: 1, done: true })
    expect((await all()).body).toEqual({ reminded: 3, skipped: 1, done: true })
    expect(await mailsOwedBy(`${campaign}.clas-du-val`)).toEqual(['call', 'reminder-not-started'])
    expect((await adviser.post(`/campaigns/${campaign}/reminders`, { body: {} })).status).toBe(403)
    const upcoming = await open({ firstDay: '2026-06-20' })
    expect((await manager.post(`/campaigns/${upcoming}/reminders`, { body: {} })).status).toBe(409)
  })

  it('that come out together after an outage make one mail', async () => {
    const campaign = await open({ reminderDays: [7, 1] })
    for (const day of ['2026-07-05', '2026-07-11'])
      await runAt('send-reminders', '2026-07-11T12:00:00.000Z', {
        campaignId: campaign,
        job: `remind-${day}`,
      })
    expect(await mailsOwedBy(`${campaign}.clas-du-val`)).toEqual(['call', 'reminder-not-started'])
  })
})

describe('closing', () => {
  it('flags drafts that look complete, and owes the Caf one summary', async () => {
    const campaign = await open()
    const answers = validAnswers()
    const { body } = await partner.get(`/responses/${campaign}.clas-des-bauges`)
    const { sectionKeys } = await import('../../forms/shape.ts')
    const { getFormVersion } = await import('../../functions/store/forms.ts')
    const questions = sectionKeys(await getFormVersion('clas-bilan', 1))
    for (const { name } of body.form.sections) {
      const own = Object.entries(answers).filter(([question]) => questions[name]?.includes(question))
      expect((await save(`${campaign}.clas-des-bauges`, name, Object.fromEntries(own))).status).toBe(200)
    }
    await save(`${campaign}.clas-de-belledonne`, 'lieu', { quartier: 'Biollay' })
    await extend(`${campaign}.clas-du-val`, '2026-07-19')
    await close(campaign)
    await close(campaign)
    expect(await getResponse(`${campaign}.clas-des-bauges`)).toMatchObject({
      status: 'missed',
      flags: ['looks-complete'],
    })
    expect((await getResponse(`${campaign}.clas-de-belledonne`)).flags).toEqual([])
    expect(await mailsOwedBy(`${campaign}.clas-des-bauges`)).toEqual(['call', 'missed'])
    expect(await owedBy(campaign)).toMatchObject([
      {
        mail: 'closing-summary',
        facts: { called: '4', missed: '3', complete: '1', waiting: '1', submitted: '0' },
      },
    ])
  })

  it('of a campaign that recurs proposes the next year’s to the Caf, once', async () => {
    const campaign = await open({ recursUntil: '2027-2028' })
    await close(campaign)
    const proposed = async () =>
      (await manager.get('/campaigns')).body.items.filter(
        ({ follows }: { follows?: string }) => follows === campaign,
      )
    expect(await proposed()).toMatchObject([
      {
        phase: 'draft',
        proposed: true,
        title: 'Bilan 2026-2027',
        schoolYear: '2026-2027',
        lastDay: '2027-07-12',
        recursUntil: '2027-2028',
      },
    ])
    await close(campaign)
    expect(await proposed()).toHaveLength(1)
  })
})
