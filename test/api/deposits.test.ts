// What somebody starts by themself in a campaign open to all, and what its validation by the Caf opens.
import { beforeAll, describe, expect, it } from 'vitest'
import { settleValidation } from '../../functions/openings/settle.ts'
import { outboxShard, shardOf } from '../../functions/store/index-keys.ts'
import { keys } from '../../functions/store/keys.ts'
import { updateItem } from '../../functions/store/write-items.ts'
import { type Caller, usePlatform } from '../support/server.ts'
import { openCampaign, twoRoleForm, validAnswers } from '../support/two-roles.ts'
import { runAt } from '../support/work.ts'

const NOW = '2026-06-10T09:00:00.000Z'
const platform = usePlatform({ now: NOW })
const NEWCOMER = 'bonjour@nouvelle-association.test'
const organisation = { name: 'nom', siret: 'siret', rna: 'rna', people: 'personnes' }

let newcomer: Caller
let agent: Caller
let lac: Caller
beforeAll(async () => {
  await openCampaign(twoRoleForm('habiliter', { organisation }))
  await openCampaign(twoRoleForm('deposer', { organisation, project: { name: 'actions', years: 4 } }))
  newcomer = await platform.as(NEWCOMER)
  agent = await platform.as('conseiller@caf731.test')
  lac = await platform.as('partenaire@commune-lac.test')
})

const start = async (by: Caller, campaign: string, body: unknown, key?: string) =>
  by.post(`/campaigns/${campaign}-2026/responses`, {
    body,
    ...(key ? { headers: { 'idempotency-key': key } } : {}),
  })
const submit = async (by: Caller, path: string, answers: unknown, key = 'envoi') =>
  by.post(`${path}/submission`, {
    headers: { 'idempotency-key': key, 'if-match': (await by.get(path)).etag },
    body: { answers },
  })
const validate = async (path: string, body: unknown = {}, by = agent) =>
  by.post(`${path}/validation`, { headers: { 'if-match': (await by.get(path)).etag }, body })
const withdraw = async (path: string) =>
  agent.del(`${path}/validation`, { headers: { 'if-match': (await agent.get(path)).etag } })

/** A response that the newcomer started and transmitted. */
const sent = async (key: string, answers: unknown, campaign = 'habiliter'): Promise<string> => {
  const started = await start(newcomer, campaign, { organisationName: 'Les Petits Cahiers' }, key)
  expect(started.status).toBe(201)
  const path = `/responses/${started.body.id}`
  expect((await submit(newcomer, path, answers)).status).toBe(201)
  return path
}
const memberships = async () => (await newcomer.get('/me')).body.memberships

describe('somebody without organisation', () => {
  it('is told what they may start, and starts it once for a key', async () => {
    const { items } = (await newcomer.get('/open-campaigns')).body
    const own = items.filter(({ id }: { id: string }) => id.endsWith('-2026'))
    expect(own).toMatchObject([
      { id: 'deposer-2026', opens: 'project', dataMapUrl: expect.stringMatching(/preparer\/$/) },
      { id: 'habiliter-2026', opens: 'organisation', dataMapUrl: expect.stringMatching(/preparer\/$/) },
    ])
    const body = { organisationName: 'Essai' }
    const [first, again] = [
      await start(newcomer, 'habiliter', body, 'cle'),
      await start(newcomer, 'habiliter', body, 'cle'),
    ]
    expect([first.status, again.status, again.body.id]).toEqual([201, 201, first.body.id])
    expect((await newcomer.get('/responses')).body.items.map(({ id }: { id: string }) => id)).toEqual([
      first.body.id,
    ])
  })

  it('alone reads it, with the Caf; others do not know of it, whatever key they use', async () => {
    const [{ id }] = (await newcomer.get('/responses')).body.items
    expect((await agent.get(`/responses/${id}`)).status).toBe(200)
    expect((await lac.get(`/responses/${id}`)).status).toBe(404)
    expect((await (await platform.as('conseiller@caf741.test')).get(`/responses/${id}`)).status).toBe(404)
    const other = await start(lac, 'habiliter', { organisationName: 'Essai' }, 'cle')
    expect(other.body.id).not.toBe(id)
  })

  it.each([
    ['neither an organisation nor a name', {}],
    ['both', { organisationId: 'commune-lac', organisationName: 'Commune' }],
    ['an empty name', { organisationName: ' ' }],
    ['more than was asked', { organisationName: 'Essai', startedBy: 'a@b.test' }],
  ])('is refused with %s', async (_, body) => {
    expect((await start(newcomer, 'habiliter', body)).status).toBe(400)
  })

  it('does not start for an organisation of others, nor where nobody may', async () => {
    expect((await start(newcomer, 'habiliter', { organisationId: 'commune-lac' })).status).toBe(403)
    const called = '/campaigns/bilan-ouvert-caf731/responses'
    expect((await newcomer.post(called, { body: { organisationName: 'Essai' } })).status).toBe(404)
  })

  it('starts twenty at most', async () => {
    const replies = []
    for (let i = 0; i < 21; i += 1) {
      replies.push(await start(lac, 'deposer', { organisationName: 'Essai' }, `n${i}`))
    }
    expect(replies.map(({ status }) => status)).toEqual([...Array(20).fill(201), 429])
    expect((await start(lac, 'deposer', { organisationName: 'Essai' }, 'n3')).status).toBe(201)
  })
})

describe('an habilitation that the Caf validates', () => {
  const people = [
    { mel: NEWCOMER, roles: ['saisie-activite', 'approbateur'] },
    { mel: 'tresor@nouvelle-association.test', roles: ['saisie-financiere'] },
  ]
  let path: string

  it('opens the organisation and the access of that person; others are invited', async () => {
    path = await sent('habilitation', { ...validAnswers, personnes: people })
    expect((await agent.get(path)).body).toMatchObject({ opens: 'organisation', may: { validate: true } })
    const reply = await validate(path)
    expect(reply.status).toBe(200)
    const { organisationId } = reply.body.opened
    // Somebody must administer it: for want of another, the person who asked.
    expect(await memberships()).toEqual([
      {
        organisationId,
        organisationName: 'Les Petits Cahiers',
        roles: ['administrateur', 'saisie-activite', 'approbateur'],
      },
    ])
    const view = (await newcomer.get(`/organisations/${organisationId}`)).body
    expect(view).toMatchObject({ siret: '82345671000016', cafIds: ['caf731'], may: { manage: true } })
    expect(
      view.people.map(({ email, standing }: { email: string; standing: string }) => [email, standing]),
    ).toEqual([
      [NEWCOMER, 'active'],
      ['tresor@nouvelle-association.test', 'invited'],
    ])
    expect((await agent.get(path)).body.status).toBe('validated')
    expect((await newcomer.get(path)).body.organisationId).toBe(organisationId)
    const listed = (await newcomer.get('/responses')).body.items
    expect(listed.find(({ id }: { id: string }) => path.endsWith(id)).organisationId).toBe(organisationId)
  })

  it('locks it until the Caf takes it back, and the accesses it opened with it', async () => {
    expect((await submit(newcomer, path, validAnswers, 'encore')).body.type).toBe(
      '/problems/response-locked/',
    )
    const { organisationId } = (await newcomer.get(path)).body
    const reply = await withdraw(path)
    expect([reply.status, reply.body.status]).toEqual([200, 'submitted'])
    expect(await memberships()).toEqual([])
    expect((await newcomer.get(`/organisations/${organisationId}`)).status).toBe(404)
    expect((await newcomer.get(path)).body).toMatchObject({ status: 'submitted' })
    expect((await withdraw(path)).body.type).toBe('/problems/not-to-validate/')
  })

  it('is validated again as the first time', async () => {
    const reply = await validate(path)
    expect([reply.status, reply.body.status]).toEqual([200, 'validated'])
    expect(await memberships()).toHaveLength(1)
  })

  it('is validated once by two agents at once', async () => {
    const other = await sent('deux-agents', { ...validAnswers, siret: '77777712900019' })
    const { etag } = await agent.get(other)
    const replies = await Promise.all(
      [1, 2, 3].map(() => agent.post(`${other}/validation`, { headers: { 'if-match': etag }, body: {} })),
    )
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(replies.every(({ status }) => [200, 409, 412].includes(status))).toBe(true)
  })

  it('of a number that is taken asks the agent to say so, and names nobody', async () => {
    const other = await sent('prise', { ...validAnswers, nom: 'Autre nom', siret: '20007312000012' })
    const reply = await validate(other)
    expect([reply.status, reply.body.type, reply.body.joins]).toEqual([
      409,
      '/problems/organisation-exists/',
      true,
    ])
    expect(reply.text).not.toContain('Lac')
    expect((await agent.get(other)).body.status).toBe('submitted')
    const joined = await validate(other, { joins: true })
    expect(joined.body.opened.organisationId).toBe('commune-lac')
    expect(
      (await memberships()).map(({ organisationId }: { organisationId: string }) => organisationId),
    ).toContain('commune-lac')
    await withdraw(other)
    expect((await lac.get('/organisations/commune-lac')).status).toBe(200)
  })

  it('with the numbers of two organisations is refused, and nothing changes', async () => {
    const other = await sent('deux', { ...validAnswers, siret: '20007312000012', rna: 'W731000001' })
    expect((await validate(other, { joins: true })).body.type).toBe('/problems/organisation-exists/')
    expect((await agent.get(other)).body.status).toBe('submitted')
  })

  it.each([
    ['no number', { ...validAnswers, siret: '' }],
    ['a SIRET that passes a naive Luhn', { ...validAnswers, siret: '11122233344455' }],
  ])('with %s is refused, and nothing changes', async (name, answers) => {
    const other = await sent(name, answers)
    expect((await validate(other)).body.type).toBe('/problems/not-to-validate/')
    expect((await agent.get(other)).body.status).toBe('submitted')
  })

  it('is not validated before it was transmitted, nor on an older reading', async () => {
    const started = await start(newcomer, 'habiliter', { organisationName: 'Essai' }, 'pas-envoye')
    const other = `/responses/${started.body.id}`
    expect((await validate(other)).body.type).toBe('/problems/not-to-validate/')
    const { etag } = await agent.get(other)
    await submit(newcomer, other, validAnswers)
    const stale = await agent.post(`${other}/validation`, { headers: { 'if-match': etag }, body: {} })
    expect(stale.status).toBe(412)
  })

  it('brings about what it must even when the server dies right after the lock', async () => {
    const other = await sent('mort', { ...validAnswers, nom: 'Après la panne', siret: '51234567900017' })
    await validate(other)
    const id = other.split('/')[2] ?? ''
    const { organisationId } = (await newcomer.get(other)).body
    // As the lock alone leaves it: everything else is done again by the worker, and once more changes nothing.
    const owes = 'SET effect = :open, outboxShard = :shard, outboxSince = :at REMOVE organisationId'
    await updateItem(keys.response(id), owes, {
      values: { ':open': 'open', ':shard': outboxShard(shardOf(id)), ':at': NOW },
    })
    expect((await newcomer.get(other)).body.organisationId).toBeUndefined()
    await runAt('drain-history', NOW)
    await settleValidation(id)
    expect((await newcomer.get(other)).body.organisationId).toBe(organisationId)
    expect((await newcomer.get(`/organisations/${organisationId}`)).body.people).toHaveLength(1)
  })
})

describe('a deposit that the Caf validates', () => {
  it('makes the project of a member’s organisation, with the years of its convention', async () => {
    const started = await start(lac, 'deposer', {
      organisationId: 'commune-lac',
      projectName: 'Clas du port',
    })
    const path = `/responses/${started.body.id}`
    expect((await submit(lac, path, { ...validAnswers, siret: undefined })).status).toBe(201)
    const reply = await validate(path)
    expect(reply.status).toBe(200)
    const project = (await lac.get(`/projects/${started.body.projectId}`)).body
    expect(project).toMatchObject({
      name: 'Aide aux devoirs',
      organisationId: 'commune-lac',
      cafId: 'caf731',
      cof: { first: '2026-2027', last: '2029-2030' },
      suspended: false,
    })
    expect((await agent.get('/projects')).body.items.map(({ id }: { id: string }) => id)).toContain(
      project.id,
    )
    await withdraw(path)
    expect((await lac.get(`/projects/${project.id}`)).body.suspended).toBe(true)
    await validate(path)
    expect((await lac.get(`/projects/${project.id}`)).body.suspended).toBe(false)
  })

  it('makes the organisation too when it is not here yet', async () => {
    const path = await sent(
      'tout-nouveau',
      { ...validAnswers, nom: 'Toute nouvelle', rna: 'W739999999', siret: '' },
      'deposer',
    )
    const { opened } = (await validate(path)).body
    const { projects, rna } = (await newcomer.get(`/organisations/${opened.organisationId}`)).body
    expect([rna, projects.map(({ name }: { name: string }) => name)]).toEqual([
      'W739999999',
      ['Aide aux devoirs'],
    ])
  })

  it('starts from a copy of an earlier one, for those who may read that one', async () => {
    const earlier = (await lac.get('/responses')).body.items.find(
      ({ campaignId, submittedAt }: { campaignId: string; submittedAt?: string }) =>
        campaignId === 'deposer-2026' && submittedAt,
    )
    const body = { organisationId: 'commune-lac', projectName: 'Encore un', copyOf: earlier.id }
    const copy = await start(lac, 'deposer', body)
    expect(copy.status).toBe(201)
    const dossier = (await lac.get(`/responses/${copy.body.id}`)).body
    expect(dossier.status).toBe('draft')
    expect(dossier.sections.activite.answers).toMatchObject({ actions: 'Aide aux devoirs' })
    expect(dossier.sections.budget.answers).toEqual({ montant: 10 })
    const foreign = await start(newcomer, 'deposer', { organisationName: 'Essai', copyOf: earlier.id })
    expect(foreign.status).toBe(404)
    const otherForm = await start(lac, 'habiliter', { organisationId: 'commune-lac', copyOf: earlier.id })
    expect(otherForm.status).toBe(400)
  })
})
