// A draft is tried end to end by the agents of its Caf, and nobody else ever comes across what they answered.
import { beforeAll, describe, expect, it } from 'vitest'
import { getTrial } from '../../functions/store/trials.ts'
import { contentWith, DESIGNER, editForm, makeForm, question } from '../support/made-form.ts'
import { type Caller, usePlatform } from '../support/server.ts'

const NOW = '2026-06-10T09:00:00.000Z'
const platform = usePlatform({ now: NOW })
const PARTNER = 'partenaire@asso-belledonne.test'

const content = contentWith(
  question('nom', { isRequired: true }),
  { type: 'radiogroup', name: 'suite', title: 'Et ensuite ?', choices: ['oui', 'non'] },
  question('laquelle', { visibleIf: "{suite} = 'oui'" }),
  {
    type: 'file',
    name: 'preuve',
    title: 'Preuve',
    isRequired: true,
    storeDataAsText: false,
    acceptedTypes: '.pdf',
  },
)

let designer: Caller
let colleague: Caller
beforeAll(async () => {
  designer = await platform.as(DESIGNER)
  colleague = await platform.as('conseiller@caf731.test')
})

const begin = async (tried: unknown = content) => {
  const { id: formId } = await makeForm(designer, tried)
  const { status, body } = await designer.post(`/forms/${formId}/trials`)
  expect([status, body.errors]).toEqual([201, undefined])
  return { formId, id: String(body.id), url: String(body.url), endsAt: String(body.endsAt) }
}
const save = (id: string, answers: object, seen = 0, caller = colleague) =>
  caller.put(`/trials/${id}/sections/projet`, { headers: { 'if-match': `"${seen}"` }, body: { answers } })
const submit = async (id: string, answers: object, more: { key?: string; etag?: string } = {}) => {
  const etag = more.etag ?? (await colleague.get(`/trials/${id}`)).etag
  const headers = { 'if-match': etag, 'idempotency-key': more.key ?? crypto.randomUUID() }
  return colleague.post(`/trials/${id}/submission`, { headers, body: { answers } })
}

describe('a trial of a draft', () => {
  it('is filled as a response is, by any agent of its Caf, with the draft inside', async () => {
    const { formId, id, url, endsAt } = await begin()
    expect([url, endsAt.slice(0, 13)]).toEqual([`/essai/?dossier=${id}`, '2026-06-17T09'])
    const { status, body } = await colleague.get(`/trials/${id}`)
    expect([status, body.fillUrl, body.closesAt]).toEqual([200, url, endsAt])
    expect(body).toMatchObject({ projectName: 'Projet d’essai', organisationName: 'Structure d’essai' })
    expect(body.may).toMatchObject({ save: ['projet'], submit: true, confirm: [], validate: false })
    expect(body.trial).toMatchObject({ formId, begunBy: (await designer.get('/me')).body.name })
    expect(body.trial.definition.pages[0].elements[0]).toEqual(content.definition.pages[0]?.elements[0])
  })

  it('saves sections by the real checks, and overwrites nothing that it was not shown', async () => {
    const { id } = await begin()
    expect((await save(id, { nom: 'Bauges' })).body).toMatchObject({ revision: 1 })
    const late = await save(id, { nom: 'Autre' }, 0, designer)
    expect([late.status, late.body.current.answers]).toEqual([412, { nom: 'Bauges' }])
    const wrong = await save(id, { inconnue: 1 }, 1)
    expect([wrong.status, wrong.body.errors[0].pointer]).toEqual([422, '/answers/inconnue'])
    expect((await colleague.get(`/trials/${id}`)).body.sections.projet.answers).toEqual({ nom: 'Bauges' })
  })

  it('tells the faults of what would be transmitted, each at its place, and no document that is missing', async () => {
    const { id } = await begin()
    const { status, body } = await submit(id, { suite: 'non' })
    expect(status).toBe(422)
    expect(body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(['/answers/nom'])
  })

  it('ends with a receipt that says it is a trial and is signed by nobody, and with what was left out', async () => {
    const { id } = await begin()
    const answers = { nom: 'Bauges', suite: 'non', laquelle: 'Une autre' }
    const { status, body } = await submit(id, answers, { key: 'envoi' })
    expect([status, body.receipt.jws, body.removed]).toEqual([201, '', ['/answers/laquelle']])
    expect(body.receipt.reference).toMatch(/^ESSAI-/)
    const { submission, status: standing } = (await colleague.get(`/trials/${id}`)).body
    expect([standing, submission.answers]).toEqual(['submitted', { nom: 'Bauges', suite: 'non' }])
    expect((await submit(id, answers, { key: 'envoi', etag: '"avant"' })).body).toEqual(body)
    expect((await submit(id, answers, { etag: '"avant"' })).status).toBe(412)
    expect((await submit(id, answers)).status).toBe(201)
  })

  it('keeps the draft as it was when it began', async () => {
    const { formId, id } = await begin()
    await editForm(designer, formId, contentWith(question('autre')))
    expect(JSON.stringify((await colleague.get(`/trials/${id}`)).body.trial)).toContain('"nom"')
  })

  it('is refused while a check stands in the way, and says which', async () => {
    const { id } = await makeForm(designer, contentWith(question('nom'), question('nom')))
    const { status, body } = await designer.post(`/forms/${id}/trials`)
    expect([status, body.type]).toEqual([422, '/problems/not-to-try/'])
    expect(body.errors[0]).toMatchObject({ pointer: '/definition/pages/0/elements/1/name' })
    const published = await designer.post('/forms/clas-bilan/trials')
    expect([published.status, published.body.detail]).toEqual([
      422,
      expect.stringContaining('pas de brouillon'),
    ])
  })

  it('does not exist for a partner, for another Caf, or once its week is over', async () => {
    const { id, endsAt } = await begin()
    const partner = await platform.as(PARTNER)
    for (const reply of [
      await partner.get(`/trials/${id}`),
      await partner.get(`/trials/${id}/checks`),
      await save(id, { nom: 'Moi' }, 0, partner),
      await (await platform.as('conseiller@caf741.test')).get(`/trials/${id}`),
    ])
      expect(reply.status).toBe(404)
    expect((await colleague.get('/trials/essai.inconnu')).status).toBe(404)
    await expect(getTrial(id, endsAt)).rejects.toMatchObject({ name: 'not-found' })
  })

  it('is in nothing that lists, counts, exports or reads responses', async () => {
    const { id } = await begin()
    await save(id, { nom: 'Introuvable' })
    await submit(id, { nom: 'Introuvable' })
    const partner = await platform.as(PARTNER)
    const { items } = (await colleague.get('/campaigns')).body
    const campaigns: string[] = items.map((campaign: { id: string }) => campaign.id)
    const lists = ['/responses', '/campaigns', '/upcoming', '/waiting', '/organisations', '/projects']
    const cockpits = campaigns.flatMap((campaign) =>
      ['', '/summary', '/results', '/responses', '/exports'].map((what) => `/campaigns/${campaign}${what}`),
    )
    for (const caller of [colleague, designer, partner]) {
      for (const path of [...lists, ...cockpits]) {
        const { body } = await caller.get(path)
        expect(JSON.stringify(body), path).not.toMatch(/essai\.|Projet d’essai|Introuvable/)
      }
      expect((await caller.get(`/responses/${id}`)).status).toBe(404)
    }
    expect((await colleague.post('/campaigns/essai/exports', { body: { format: 'json' } })).status).toBe(404)
  })
})
