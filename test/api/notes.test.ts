import { beforeAll, describe, expect, it } from 'vitest'
import type { Answers } from '../../forms/nouns/scalars.ts'
import { getFormVersion, putFormVersion } from '../../functions/store/forms.ts'
import { callResponse, getResponse } from '../../functions/store/responses.ts'
import { changed, real } from '../support/coherence-cases.ts'
import { publishedForm } from '../support/definitions.ts'
import { type Caller, usePlatform } from '../support/server.ts'

const BILAN = 'bilan-2026-06-10-caf731'
const platform = usePlatform({ now: '2026-06-10T09:00:00.000Z' })

let partner: Caller
let colleague: Caller
let agent: Caller
beforeAll(async () => {
  partner = await platform.as('partenaire@asso-belledonne.test')
  colleague = await platform.as('saisie@asso-belledonne.test')
  agent = await platform.as('conseiller@caf731.test')
  for (const name of ['clas-reel', 'clas-previsionnel']) await putFormVersion(publishedForm(name))
})

/** A response of the project to a form, called in a campaign of its own, in a year nothing else is about; its path. */
const called = async (form: string, campaignId: string, schoolYear: string): Promise<string> => {
  const model = await getResponse(`${BILAN}.clas-des-bauges`)
  const { info } = await getFormVersion(form, 1)
  const id = `${campaignId}.${model.projectId}`
  const own = { id, campaignId, schoolYear, formId: form, formVersion: 1, formTitle: info.title }
  await callResponse({ ...model, ...own, status: 'called' })
  return `/responses/${id}`
}

const inYear = (schoolYear: string): Answers =>
  changed(real, {
    '/premiere_seance': `${schoolYear.slice(0, 4)}-09-15`,
    '/derniere_seance': `${schoolYear.slice(5)}-06-15`,
  })

const save = (as: Caller, path: string, name: string, answers: Record<string, unknown>, revision = 0) =>
  as.put(`${path}/notes/${name}`, { headers: { 'if-match': `"${revision}"` }, body: { answers } })

const submit = async (path: string, answers: Answers, justifications?: Record<string, unknown>) =>
  partner.post(`${path}/submission`, {
    headers: { 'idempotency-key': crypto.randomUUID(), 'if-match': (await partner.get(path)).etag },
    body: { answers, ...(justifications ? { justifications } : {}) },
  })

describe('the explanations beside the answers', () => {
  it('are saved with the draft, read with it, and begin it', async () => {
    const path = await called('clas-reel', 'notes-garde', '2040-2041')
    const saved = await save(partner, path, 'justifications', { R9: 'Une intervenante est partie.' })
    expect([saved.status, saved.body.revision, saved.etag]).toEqual([200, 1, '"1"'])
    const { body } = await colleague.get(path)
    expect(body.status).toBe('draft')
    expect(body.sections.justifications).toMatchObject({
      answers: { R9: 'Une intervenante est partie.' },
      revision: 1,
      savedBy: 'Camille Martin',
    })
    expect(body.may.annotate).toBe(true)
  })

  it('meet those of another person as answers do: the second to save is told of the first', async () => {
    const path = await called('clas-reel', 'notes-ensemble', '2041-2042')
    await save(partner, path, 'justifications', { R9: 'Un départ.' })
    const stale = await save(colleague, path, 'justifications', { R8: 'Une école de montagne.' })
    expect([stale.status, stale.body.current.answers]).toEqual([412, { R9: 'Un départ.' }])
    const both = { R9: 'Un départ.', R8: 'Une école de montagne.' }
    expect((await save(colleague, path, 'justifications', both, 1)).status).toBe(200)
  })

  it('make another version of what is reviewed, so that nobody sends what they have not read', async () => {
    const path = await called('clas-reel', 'notes-version', '2042-2043')
    const { etag } = await partner.get(path)
    await save(colleague, path, 'justifications', { R9: 'Un départ.' })
    const late = await partner.post(`${path}/submission`, {
      headers: { 'idempotency-key': 'k1', 'if-match': etag },
      body: { answers: inYear('2042-2043') },
    })
    expect(late.status).toBe(412)
  })

  it('are sent with the answers, kept with the rules applied, and read by the Caf', async () => {
    const path = await called('clas-reel', 'notes-envoi', '2043-2044')
    const unusual = changed(inYear('2043-2044'), { '/collectifs/0/intervenants': 1 })
    await save(partner, path, 'justifications', { R9: 'Un départ en mars.', R8: 'Sans objet.' })
    const { sections } = (await partner.get(path)).body
    expect((await submit(path, unusual, sections.justifications.answers)).status).toBe(201)
    expect((await agent.get(path)).body.submission.coherence).toMatchObject({
      ruleSet: 'clas-reel, version 1',
      findings: [{ rule: 'R9', justification: 'Un départ en mars.' }],
    })
  })

  it('are a draft not sent when they change after a submission', async () => {
    const path = await called('clas-previsionnel', 'notes-apres', '2044-2045')
    await submit(path, inYear('2044-2045'))
    const saved = await save(partner, path, 'justifications', { R9: 'Un départ.' })
    expect(saved.body).toMatchObject({ status: 'submitted', submissionNumber: 1 })
    const { body } = await partner.get(path)
    const section = await partner.put(`${path}/sections/activite`, {
      headers: { 'if-match': '"0"' },
      body: { answers: {} },
    })
    expect(section.body).toMatchObject({ status: 'submitted', submissionNumber: 1 })
    expect(body.submission.sectionRevisions.justifications).toBeUndefined()
    expect(body.sections.justifications.revision).toBe(1)
  })

  it.each([
    ['a rule that has no such name', 'justifications', { X1: 'Texte.' }],
    ['a text that is no text', 'justifications', { R8: 12 }],
    ['a text over 1,000 characters', 'justifications', { R8: 'x'.repeat(1_001) }],
    ['a question that nothing carries over', 'reprises', { benevoles: '2025-2026' }],
    ['a year that is none', 'reprises', { collectifs_total: '2025' }],
  ])('refuse %s, and store nothing', async (_, name, notes) => {
    const path = await called('clas-reel', 'notes-refus', '2045-2046')
    const reply = await save(partner, path, name, notes)
    expect([reply.status, reply.body.type]).toEqual([400, '/problems/invalid-request/'])
    expect((await partner.get(path)).body.sections).toEqual({})
  })

  it('refuse a name that is none, an agent of the Caf, and whoever comes after the deadline', async () => {
    const path = await called('clas-reel', 'notes-non', '2046-2047')
    expect((await save(partner, path, 'autres', {})).status).toBe(404)
    expect((await save(agent, path, 'justifications', { R9: 'Un départ.' })).status).toBe(403)
    const closed = `/responses/bilan-clos-caf731.clas-des-bauges`
    expect((await save(partner, closed, 'justifications', { R9: 'Un départ.' })).status).toBe(409)
  })
})

describe('what a page checks by', () => {
  it('is the rules of the form in force, the facts they read and no other answer', async () => {
    const year = '2047-2048'
    await submit(await called('clas-previsionnel', 'faits-prev', year), inYear(year))
    const path = await called('clas-reel', 'faits-reel', year)
    const { body } = await agent.get(`${path}/checks`)
    expect(body.ruleSet).toBe('clas-reel, version 1')
    expect(body.rules.map(({ id }: { id: string }) => id)).toEqual([
      'R1',
      'R2',
      'R3',
      'R4',
      'R5',
      'R6',
      'R7',
      'R8',
      'R9',
      'R10',
      'R11',
      'R12',
      'R13',
      'R14',
    ])
    expect(body.facts.schoolYear).toBe(year)
    expect(body.facts.others['clas-previsionnel'].parents).toBe(real.parents)
    expect(body.facts.others['clas-previsionnel']).not.toHaveProperty('bonus_enfants_projet')
    expect(body.rates).toEqual([])
  })

  it('has the notification and the rates of its year, where the form has funding', async () => {
    const path = await called('clas-previsionnel', 'faits-taux', '2023-2024')
    const { body } = await partner.get(`${path}/checks`)
    expect(body.rates).toMatchObject([{ schoolYear: '2023-2024', rate: 0.325 }])
    const now = await called('clas-previsionnel', 'faits-notif', '2025-2026')
    expect((await partner.get(`${now}/checks`)).body.facts.notifiedCollectifs).toBe(3)
  })

  it('is nothing for a form without rules, which says so', async () => {
    await putFormVersion(publishedForm('habilitation'))
    const path = await called('habilitation', 'faits-aucun', '2025-2026')
    expect((await partner.get(path)).body.hasChecks).toBe(false)
    expect((await partner.get(`${path}/checks`)).body).toMatchObject({
      rules: [],
      rates: [],
      facts: { others: {} },
    })
  })
})
