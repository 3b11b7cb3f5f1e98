import { beforeAll, describe, expect, it } from 'vitest'
import { checkAnswers } from '../../forms/answers.ts'
import type { FormVersion } from '../../forms/nouns/form.ts'
import type { Answers } from '../../forms/nouns/scalars.ts'
import { prefilledOf } from '../../forms/prefilled.ts'
import { getFormVersion, putFormVersion } from '../../functions/store/forms.ts'
import { notifyProject } from '../../functions/store/projects.ts'
import { callResponse, getResponse } from '../../functions/store/responses.ts'
import { validAnswers } from '../support/answers.ts'
import { changed, real } from '../support/coherence-cases.ts'
import { publishedForm } from '../support/definitions.ts'
import { type Caller, usePlatform } from '../support/server.ts'

const BILAN = 'bilan-2026-06-10-caf731'
const platform = usePlatform({ now: '2026-06-10T09:00:00.000Z' })

let partner: Caller
beforeAll(async () => {
  partner = await platform.as('partenaire@asso-belledonne.test')
  for (const name of ['clas-reel', 'clas-previsionnel']) await putFormVersion(publishedForm(name))
  const told = { collectifs: 3, at: '2026-06-10T09:00:00.000Z', by: 'Alix Bernard' }
  await notifyProject('clas-des-bauges', '2025-2026', told)
})

/** A response of the project to a form, called in a campaign of its own; its path. */
const called = async (form: string, campaignId: string, more = {}): Promise<string> => {
  const model = await getResponse(`${BILAN}.clas-des-bauges`)
  const { info } = await getFormVersion(form, 1)
  const id = `${campaignId}.${model.projectId}`
  const own = { id, campaignId, formId: form, formVersion: 1, formTitle: info.title, ...more }
  await callResponse({ ...model, ...own, status: 'called' })
  return `/responses/${id}`
}

const submit = async (path: string, answers: Answers, justifications?: Record<string, unknown>) =>
  partner.post(`${path}/submission`, {
    headers: { 'idempotency-key': crypto.randomUUID(), 'if-match': (await partner.get(path)).etag },
    body: { answers, ...(justifications ? { justifications } : {}) },
  })

const pointersOf = (reply: { body: { errors: { pointer: string }[] } }) =>
  reply.body.errors.map(({ pointer }) => pointer)

describe('the coherence of what is transmitted', () => {
  it('blocks answers that contradict one another, with a pointer to each, and stores nothing', async () => {
    const path = await called('clas-reel', 'reel-bloque')
    const faulty = changed(real, { '/collectifs_lycee': 1, '/produits/p87/montant': 0 })
    const reply = await submit(path, faulty, { R11: 'Une autre année que prévu.', R13: 'Un don tardif.' })
    expect([reply.status, reply.body.type]).toEqual([422, '/problems/invalid-answers/'])
    expect(pointersOf(reply)).toEqual(['/answers/collectifs_total', '/answers/produits/p87/montant'])
    const after = (await partner.get(path)).body
    expect([after.status, after.submission]).toEqual(['called', undefined])
    const { body: history } = await partner.get(`${path}/history`)
    expect(history.items.map((item: { type: string }) => item.type)).toContain('attempt')
  })

  it('asks why of what is unusual, then keeps the answer with the version of the rules', async () => {
    const path = await called('clas-reel', 'reel-inhabituel')
    const unusual = changed(real, { '/collectifs/0/intervenants': 1 })
    const refused = await submit(path, unusual)
    expect([refused.status, pointersOf(refused)]).toEqual([422, ['/justifications/R9']])
    expect(refused.body.coherence).toMatchObject({
      ruleSet: 'clas-reel, version 1',
      findings: [{ rule: 'R9', kind: 'warning', pointer: '/collectifs/0/intervenants' }],
    })
    expect((await submit(path, unusual, { R9: '   ' })).status).toBe(422)
    const accepted = await submit(path, unusual, { R9: ' Une intervenante est partie en mars. ' })
    expect(accepted.status).toBe(201)
    expect((await partner.get(path)).body.submission.coherence).toEqual({
      ruleSet: 'clas-reel, version 1',
      findings: [
        {
          rule: 'R9',
          kind: 'warning',
          pointer: '/collectifs/0/intervenants',
          message: 'Ce collectif a moins de 2 intervenants (1).',
          justification: 'Une intervenante est partie en mars.',
        },
      ],
    })
  })

  it('asks the agent who corrects why, and keeps whose each explanation is', async () => {
    const path = await called('clas-reel', 'reel-corrige')
    const unusual = changed(real, { '/collectifs/0/intervenants': 1 })
    expect((await submit(path, unusual, { R9: 'Une intervenante est partie.' })).status).toBe(201)
    const agent = await platform.as('conseiller@caf731.test')
    const correct = async (answers: Answers, justifications?: Record<string, string>) =>
      agent.put(`${path}/answers`, {
        headers: { 'if-match': (await agent.get(path)).etag },
        body: { answers, reason: 'Relevé au téléphone', ...(justifications ? { justifications } : {}) },
      })
    const corrected = changed(unusual, { '/produits/p76/montant': 1 })
    const refused = await correct(corrected)
    expect([refused.status, pointersOf(refused)]).toEqual([422, ['/justifications/R13']])
    expect((await correct(corrected, { R13: 'Un arrondi de la banque.' })).status).toBe(200)
    const whose = async () =>
      (await partner.get(path)).body.submission.coherence.findings.map(
        (it: { rule: string; justification: string; explainedByCaf?: true }) => [
          it.rule,
          it.justification,
          it.explainedByCaf ?? false,
        ],
      )
    expect(await whose()).toEqual([
      ['R9', 'Une intervenante est partie.', false],
      ['R13', 'Un arrondi de la banque.', true],
    ])
    expect((await correct({ ...corrected, parents: 21 }, { R9: 'Une intervenante de moins.' })).status).toBe(
      200,
    )
    expect(await whose()).toEqual([
      ['R9', 'Une intervenante de moins.', true],
      ['R13', 'Un arrondi de la banque.', true],
    ])
  })

  it('keeps that nothing was found', async () => {
    const path = await called('clas-previsionnel', 'prev-juste')
    expect((await submit(path, real)).status).toBe(201)
    expect((await partner.get(path)).body.submission.coherence).toEqual({
      ruleSet: 'clas-previsionnel, version 1',
      findings: [],
    })
  })

  it('compares with the forecast, the notification and the bilan of the same project and year only', async () => {
    const year = { schoolYear: '2031-2032' }
    const dates = { '/premiere_seance': '2031-09-15', '/derniere_seance': '2032-06-15' }
    const forecast = changed(real, { ...dates, '/parents': 60 })
    await submit(await called('clas-previsionnel', 'prev-2031', year), forecast)
    await submit(await called('clas-previsionnel', 'prev-2030', { schoolYear: '2030-2031' }), real)
    const sent = await submit(await called('clas-reel', 'reel-2031', year), changed(real, dates))
    expect(pointersOf(sent)).toEqual(['/justifications/R11'])
    expect(sent.body.errors[0].detail).toContain('prévu 60')
  })

  it('reads the latest transmission of the other form, corrected or not', async () => {
    const year = { schoolYear: '2032-2033' }
    const dates = { '/premiere_seance': '2032-09-15', '/derniere_seance': '2033-06-15' }
    const forecast = await called('clas-previsionnel', 'prev-2032', year)
    await submit(forecast, changed(real, { ...dates, '/parents': 60 }))
    await submit(forecast, changed(real, { ...dates, '/parents': 25 }))
    expect((await submit(await called('clas-reel', 'reel-2032', year), changed(real, dates))).status).toBe(
      201,
    )
  })

  it('knows the notification of the year, and none of another', async () => {
    const four = changed(real, {
      '/collectifs_total': 4,
      '/collectifs_college': 2,
      '/enfants/college/filles': 14,
      '/collectifs': [...(Array.isArray(real.collectifs) ? real.collectifs : []), collectif],
    })
    const refused = await submit(await called('clas-reel', 'reel-notifie'), four, {
      R11: 'Un groupe de plus.',
    })
    expect(pointersOf(refused)).toEqual(['/justifications/R10'])
    const dates = { '/premiere_seance': '2033-09-15', '/derniere_seance': '2034-06-15' }
    const path = await called('clas-reel', 'reel-2033', { schoolYear: '2033-2034' })
    expect((await submit(path, changed(four, dates))).status).toBe(201)
  })

  it('holds the bilan against the réel, under whatever id a Caf publishes its form', async () => {
    const path = await called('clas-bilan', 'bilan-2031', { schoolYear: '2031-2032' })
    const before = await submit(path, validAnswers())
    expect(before.status).toBe(201)
    const own: FormVersion = { ...publishedForm('clas-reel'), formId: 'clas-reel-caf741' }
    await putFormVersion(own)
    const year = { schoolYear: '2031-2032' }
    const dates = { '/premiere_seance': '2031-09-15', '/derniere_seance': '2032-06-15', '/parents': 60 }
    const reply = await submit(await called('clas-reel-caf741', 'reel-741', year), changed(real, dates))
    expect(pointersOf(reply)).toEqual(['/justifications/R14'])
    expect(reply.body.errors[0].detail).toContain('40')
  })

  it.each([
    ['a rule that has no such name', { X: 'Texte.' }],
    ['a text that is no text', { R8: 12 }],
    ['a text over 1,000 characters', { R8: 'x'.repeat(1_001) }],
  ])('refuses %s as malformed', async (_, justifications) => {
    const path = await called('clas-previsionnel', 'prev-mal')
    const reply = await submit(path, real, justifications)
    expect([reply.status, reply.body.type]).toEqual([400, '/problems/invalid-request/'])
  })

  it('accepts the réel that the checker accepts, hidden texts removed first', async () => {
    const none = changed(real, Object.fromEntries(bonuses.map((at) => [at, 'non'])))
    const path = await called('clas-reel', 'reel-sans-bonus')
    const reply = await submit(path, none)
    expect([reply.status, reply.body.removed.toSorted()]).toEqual([
      201,
      ['/answers/bonus_enfants_projet', '/answers/bonus_parents_projet'],
    ])
    const form = await getFormVersion('clas-reel', 1)
    const { answers } = checkAnswers(form, none, prefilledOf(form.info, await getResponse(path.slice(11))))
    expect((await partner.get(path)).body.submission.answers).toEqual(answers)
  })
})

const bonuses = [0, 1, 2].flatMap((row) =>
  ['bonus_enfants', 'bonus_parents'].map((bonus) => `/collectifs/${row}/${bonus}`),
)
const collectif = {
  lieu: 'Collège du Lac',
  niveau: 'college',
  enfants: 10,
  intervenants: 2,
  bonus_enfants: 'non',
  bonus_parents: 'non',
}
