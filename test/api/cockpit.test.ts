// A Caf's desk follows a campaign: how far each came, what asks for attention, and acting on several at once.
import { beforeAll, describe, expect, it } from 'vitest'
import type { Answers } from '../../forms/nouns/scalars.ts'
import { getResponse } from '../../functions/store/responses.ts'
import { validAnswers } from '../support/answers.ts'
import { createBilan } from '../support/bilan-campaign.ts'
import { bySection, saveSection } from '../support/fill.ts'
import { happenedTo, mailsOwedBy, owedBy } from '../support/owed.ts'
import { type Caller, usePlatform } from '../support/server.ts'
import { openCampaign, validAnswers as openingAnswers, twoRoleForm } from '../support/two-roles.ts'
import { runAt } from '../support/work.ts'

const platform = usePlatform({ now: '2026-06-10T09:00:00.000Z' })
let manager: Caller
let adviser: Caller
let partner: Caller

beforeAll(async () => {
  manager = await platform.as('campagne@caf731.test')
  adviser = await platform.as('conseiller@caf731.test')
  partner = await platform.as('partenaire@asso-belledonne.test')
})

const open = (more: object = {}) => createBilan(manager, { lastDay: '2026-06-16', ...more })
const save = (id: string, name: string, answers: Answers) => saveSection(partner, id, name, answers)
const submit = async (id: string, key = 'cle', answers: object = validAnswers()) => {
  const { etag } = await partner.get(`/responses/${id}`)
  return partner.post(`/responses/${id}/submission`, {
    headers: { 'if-match': etag, 'idempotency-key': key },
    body: { answers },
  })
}
const row = async (campaign: string, id: string) =>
  (await adviser.get(`/campaigns/${campaign}/responses`)).body.items.find(
    (one: { id: string }) => one.id === id,
  )
const dossiers = (campaign: string) => ({
  bauges: `${campaign}.clas-des-bauges`,
  belledonne: `${campaign}.clas-de-belledonne`,
  val: `${campaign}.clas-du-val`,
})

describe('how far a draft came', () => {
  it('is told to the Caf from the first save on', async () => {
    const campaign = await open()
    const { bauges } = dossiers(campaign)
    expect(await row(campaign, bauges)).not.toHaveProperty('percent')
    await save(bauges, 'lieu', { quartier: 'Biollay' })
    const begun = await row(campaign, bauges)
    expect(begun).toMatchObject({ status: 'draft', movedAt: expect.stringMatching(/^2026-06-10/) })
    const { lieu = {}, ...others } = bySection(validAnswers())
    await save(bauges, 'lieu', lieu)
    const further = await row(campaign, bauges)
    expect(further.percent).toBeGreaterThan(begun.percent)
    for (const [name, answers] of Object.entries(others)) await save(bauges, name, answers)
    expect((await row(campaign, bauges)).percent).toBe(100)
  })

  it('leaves the list as it is while a save brings it no further', async () => {
    const campaign = await open()
    const { bauges } = dossiers(campaign)
    await save(bauges, 'lieu', { quartier: 'Biollay' })
    const { quarters, movedAt } = await getResponse(bauges)
    await save(bauges, 'lieu', { quartier: 'Le Biollay' })
    expect(await getResponse(bauges)).toMatchObject({ quarters, movedAt })
  })
})

describe('GET /campaigns/{id}/summary', () => {
  it('counts where responses stand and what asks for attention, and draws how they came there', async () => {
    const campaign = await open()
    const { bauges, belledonne } = dossiers(campaign)
    await save(bauges, 'lieu', { quartier: 'Biollay' })
    await submit(belledonne)
    const { status, body } = await adviser.get(`/campaigns/${campaign}/summary`)
    expect([status, body.total]).toEqual([200, 4])
    expect(body.counts).toEqual({
      called: 2,
      draft: 1,
      submitted: 1,
      'to-correct': 0,
      validated: 0,
      missed: 0,
    })
    expect(body.situations).toEqual({ 'non-commence': 2, bloque: 0, urgent: 3, 'hors-delai': 0, messages: 0 })
    expect(body.draftPercent).toBeLessThan(50)
    expect(body.days).toEqual([{ day: '2026-06-10', counts: body.counts }])
    const { steps } = await getResponse(belledonne)
    expect(steps?.map((step) => step.status)).toEqual(['called', 'submitted'])
  })

  it('tells those whose deadline has passed apart from those that can still be reminded', async () => {
    const campaign = await open()
    await runAt('close-campaign', '2026-06-16T22:01:00.000Z', { campaignId: campaign, job: 'close' })
    const { body } = await adviser.get(`/campaigns/${campaign}/summary`)
    expect(body.situations).toEqual({ 'non-commence': 0, bloque: 0, urgent: 0, 'hors-delai': 4, messages: 0 })
  })
})

describe('POST /campaigns/{id}/extensions', () => {
  const extend = (campaign: string, responses: readonly string[], more: object = {}) =>
    manager.post(`/campaigns/${campaign}/extensions`, {
      body: { responses, lastDay: '2026-06-23', reason: 'Crue de l’Isère.', ...more },
    })

  it('gives each its day and its mail, and tells of each why it was not', async () => {
    const campaign = await open()
    const { bauges, belledonne, val } = dossiers(campaign)
    await submit(belledonne)
    await validate(campaign, [belledonne])
    const reply = await extend(campaign, [bauges, belledonne, val, 'autre.clas-du-val'])
    expect([reply.status, reply.body.items]).toEqual([
      200,
      [
        { id: bauges, outcome: 'done' },
        { id: belledonne, outcome: 'refused', detail: expect.stringContaining('validé') },
        { id: val, outcome: 'done' },
        { id: 'autre.clas-du-val', outcome: 'refused', detail: 'Ce dossier n’est pas de cette campagne.' },
      ],
    ])
    expect(await getResponse(bauges)).toMatchObject({
      closesAt: '2026-06-23T22:00:00.000Z',
      deadlineFrom: 'own',
    })
    expect((await owedBy(bauges)).at(-1)).toMatchObject({
      mail: 'extension',
      facts: { reason: 'Crue de l’Isère.' },
    })
    expect((await extend(campaign, [bauges])).body.items).toEqual([
      { id: bauges, outcome: 'refused', detail: 'Son échéance est déjà ce jour-là.' },
    ])
  })

  it('calls again what was missed without having been begun', async () => {
    const campaign = await open()
    const { val } = dossiers(campaign)
    await runAt('close-campaign', '2026-06-16T22:01:00.000Z', { campaignId: campaign, job: 'close' })
    expect((await extend(campaign, [val])).body.items).toEqual([{ id: val, outcome: 'done' }])
    expect((await getResponse(val)).status).toBe('called')
    expect((await getResponse(val)).steps?.map((step) => step.status)).toEqual(['called', 'missed', 'called'])
  })

  it('refuses a day that is past, no reason, nobody, too many, and a campaign without extensions, whole', async () => {
    const campaign = await open()
    const { val } = dossiers(campaign)
    const past = await extend(campaign, [val], { lastDay: '2026-06-01' })
    expect([past.status, past.body.errors[0].pointer]).toEqual([400, '/lastDay'])
    expect((await extend(campaign, [val], { reason: '' })).status).toBe(400)
    expect((await extend(campaign, [])).body.detail).toBeTruthy()
    const many = Array.from({ length: 101 }, (_, i) => `${campaign}.p${i}`)
    expect((await extend(campaign, many)).body.errors[0].detail).toBe(
      'Choisissez 100 dossiers au plus par demande.',
    )
    const strict = await open({ extensions: false })
    expect((await extend(strict, [dossiers(strict).val])).status).toBe(409)
    expect((await getResponse(val)).closesAt).toBe('2026-06-16T22:00:00.000Z')
  })
})

describe('POST /campaigns/{id}/validations', () => {
  it('validates what was read, and nothing that came since, nor what was never sent', async () => {
    const campaign = await open()
    const { bauges, belledonne, val } = dossiers(campaign)
    for (const id of [bauges, belledonne]) await submit(id)
    const read = await referenceOf(campaign, bauges)
    await submit(bauges, 'nouvelle', { ...validAnswers(), quartier: 'Un autre quartier' })
    const reply = await adviser.post(`/campaigns/${campaign}/validations`, {
      body: {
        responses: [
          { id: bauges, reference: read },
          { id: belledonne, reference: await referenceOf(campaign, belledonne) },
          { id: val, reference: 'BQ-0000-0000' },
        ],
      },
    })
    expect(reply.body.items).toEqual([
      { id: bauges, outcome: 'refused', detail: expect.stringContaining('Un nouvel envoi est arrivé') },
      { id: belledonne, outcome: 'done' },
      {
        id: val,
        outcome: 'refused',
        detail: expect.stringContaining('Seul ce qui a été transmis se valide'),
      },
    ])
    expect((await getResponse(bauges)).status).toBe('submitted')
    expect(await happenedTo(belledonne)).toContain('validated')
    expect(await mailsOwedBy(belledonne)).toContain('validated')
  })

  it('leaves what opens accesses to be read and validated by itself', async () => {
    const { id: campaign } = await openCampaign(
      twoRoleForm('ouvre', { organisation: { name: 'nom', siret: 'siret', people: 'personnes' } }),
    )
    const person = await platform.as('bonjour@nouvelle-association.test')
    const started = await person.post(`/campaigns/${campaign}/responses`, {
      body: { organisationName: 'Les Petits Cahiers' },
    })
    const { id } = started.body
    for (const name of ['activite', 'budget']) {
      const { actions, montant, ...rest } = openingAnswers
      const answers = name === 'activite' ? { actions, ...rest } : { montant }
      await person.put(`/responses/${id}/sections/${name}`, {
        headers: { 'if-match': '"0"' },
        body: { answers },
      })
      await person.put(`/responses/${id}/sections/${name}/confirmation`, { headers: { 'if-match': '"1"' } })
    }
    const { etag } = await person.get(`/responses/${id}`)
    const sent = await person.post(`/responses/${id}/submission`, {
      headers: { 'if-match': etag, 'idempotency-key': 'cle' },
      body: { answers: openingAnswers },
    })
    expect(sent.status).toBe(201)
    const { items } = (await validate(campaign, [id])).body
    expect(items[0]).toMatchObject({ outcome: 'refused', detail: expect.stringContaining('depuis sa page') })
    expect((await getResponse(id)).status).toBe('submitted')
  })
})

describe('POST /campaigns/{id}/reminders', () => {
  it('tells of each named response whether it was reminded, and the same when asked again', async () => {
    const campaign = await open()
    const { bauges, belledonne } = dossiers(campaign)
    await submit(belledonne)
    const remind = () =>
      manager.post(`/campaigns/${campaign}/reminders`, {
        headers: { 'idempotency-key': 'relance' },
        body: { responses: [bauges, belledonne] },
      })
    for (const { body } of [await remind(), await remind()]) {
      expect(body.items).toEqual([
        { id: bauges, outcome: 'done' },
        {
          id: belledonne,
          outcome: 'refused',
          detail: 'Ses réponses sont transmises : rien n’est à rappeler.',
        },
      ])
    }
    expect(await mailsOwedBy(bauges)).toEqual(['call', 'reminder-not-started'])
  })
})

const referenceOf = async (campaign: string, id: string): Promise<string> =>
  (await row(campaign, id))?.reference

const validate = async (campaign: string, ids: readonly string[]) => {
  const responses = await Promise.all(
    ids.map(async (id) => ({ id, reference: await referenceOf(campaign, id) })),
  )
  return adviser.post(`/campaigns/${campaign}/validations`, { body: { responses } })
}
