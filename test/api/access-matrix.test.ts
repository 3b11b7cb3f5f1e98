// Every role on every route: of the organisation and the Caf that a thing belongs to, of others, removed, or nobody.
// The rules stand here once more, in other words than access.ts; a route without one fails.
import { beforeAll, describe, expect, it } from 'vitest'
import { AgentRole, PartnerRole } from '../../forms/nouns/people.ts'
import { problems } from '../../forms/problems.ts'
import { type RouteKey, routes } from '../../functions/routes.ts'
import { putImport } from '../../functions/store/imports.ts'
import { organisationHouse, putAgency, putMembership, removePerson } from '../../functions/store/members.ts'
import { contentWith, DESIGNER, makeForm, question } from '../support/made-form.ts'
import { type Caller, type Reply, usePlatform } from '../support/server.ts'
import { openCampaign, twoRoleForm } from '../support/two-roles.ts'

const platform = usePlatform({ now: '2026-06-10T09:00:00.000Z' })

type Rule =
  /** Whoever asks, and whoever is signed in. */
  | 'public'
  | 'signed-in'
  /** A thing of an organisation and a Caf: these roles act, the others see it, and nobody else knows of it. */
  | {
      at: Record<string, string>
      partner?: readonly PartnerRole[]
      caf?: readonly AgentRole[]
      onlyCaf?: true
    }
  /**
   * What an agent does at their own Caf; with `named`, at the one the address names; with `onlyCaf`, nobody else knows
   * that it can be done.
   */
  | { desk: readonly AgentRole[]; named?: true; onlyCaf?: true }

const everyPartner = PartnerRole.options
const everyAgent = AgentRole.options
/** Those who fill a section; which of them, for a question, is seen in documents.test.ts. */
const givers: readonly PartnerRole[] = ['saisie-activite', 'saisie-financiere']

const RESPONSE = 'deux-roles-2026.'
const response: Record<string, string> = { id: RESPONSE }
const organisation = { id: 'asso-belledonne', person: 'inconnue' }
const project = { id: 'clas-des-bauges', schoolYear: '2026-2027' }
const imported = { id: 'import-essai' }
const campaign = { id: 'deux-roles-2026' }
const form = { id: 'deux-roles' }
const exported: Record<string, string> = { id: '' }
const trial: Record<string, string> = { id: '', name: 'projet' }

const rules: Record<RouteKey, Rule> = {
  'GET /me': 'signed-in',
  'POST /session': 'public',
  'DELETE /session': 'public',
  'GET /openapi.json': 'public',
  'GET /calendar.ics': 'public',
  'GET /responses': 'signed-in',
  'GET /responses/{id}': { at: response, partner: everyPartner, caf: everyAgent },
  'DELETE /responses/{id}': { at: response, partner: givers },
  'PUT /responses/{id}/name': {
    at: response,
    partner: ['saisie-activite', 'saisie-financiere', 'approbateur'],
  },
  'PUT /responses/{id}/sections/{name}': { at: { name: 'activite' }, partner: ['saisie-activite'] },
  'PUT /responses/{id}/sections/{name}/confirmation': {
    at: { name: 'budget' },
    partner: ['saisie-financiere'],
  },
  'GET /responses/{id}/checks': { at: response, partner: everyPartner, caf: everyAgent },
  'PUT /responses/{id}/notes/{name}': {
    at: { name: 'justifications' },
    partner: ['saisie-activite', 'saisie-financiere', 'approbateur'],
  },
  'POST /responses/{id}/submission': { at: response, partner: ['approbateur'] },
  'GET /responses/{id}/receipt': { at: response, partner: everyPartner, caf: everyAgent },
  'GET /responses/{id}/receipt.pdf': { at: response, partner: everyPartner, caf: everyAgent },
  'GET /responses/{id}/history': { at: response, partner: everyPartner, caf: everyAgent },
  'PUT /responses/{id}/deadline': { at: response, caf: ['gestionnaire-campagne'] },
  'POST /responses/{id}/correction': { at: response, caf: ['conseiller'] },
  'PUT /responses/{id}/answers': { at: response, caf: ['conseiller'] },
  'GET /responses/{id}/submissions/{number}': {
    at: { number: '1' },
    partner: everyPartner,
    caf: everyAgent,
  },
  'GET /responses/{id}/last-year': { at: response, partner: everyPartner, caf: everyAgent },
  'GET /responses/{id}/messages': { at: response, partner: everyPartner, caf: everyAgent },
  'POST /responses/{id}/messages': { at: response, partner: everyPartner, caf: ['conseiller'] },
  'PUT /responses/{id}/messages/seen': { at: response, partner: everyPartner, caf: ['conseiller'] },
  'POST /responses/{id}/validation': { at: response, caf: ['conseiller'] },
  'DELETE /responses/{id}/validation': { at: response, caf: ['conseiller'] },
  'GET /responses/{id}/documents': { at: response, partner: everyPartner, caf: everyAgent },
  'POST /responses/{id}/documents': { at: response, partner: givers },
  'POST /responses/{id}/documents/{document}/check': { at: response, partner: givers },
  'GET /responses/{id}/documents/{document}': { at: response, partner: everyPartner, caf: everyAgent },
  'DELETE /responses/{id}/documents/{document}': { at: response, partner: givers },
  'GET /upcoming': 'signed-in',
  'GET /open-campaigns': 'signed-in',
  'GET /waiting': 'signed-in',
  'GET /campaigns': 'signed-in',
  'POST /campaigns': { desk: ['gestionnaire-campagne'] },
  'GET /campaigns/{id}': { at: campaign, caf: everyAgent, onlyCaf: true },
  'PATCH /campaigns/{id}': { at: campaign, caf: ['gestionnaire-campagne'], onlyCaf: true },
  'DELETE /campaigns/{id}': { at: campaign, caf: ['gestionnaire-campagne'], onlyCaf: true },
  'POST /campaigns/{id}/clone': { at: campaign, caf: ['gestionnaire-campagne'], onlyCaf: true },
  'POST /campaigns/{id}/reminders': { at: campaign, caf: ['gestionnaire-campagne'], onlyCaf: true },
  'POST /campaigns/{id}/extensions': { at: campaign, caf: ['gestionnaire-campagne'], onlyCaf: true },
  'POST /campaigns/{id}/validations': { at: campaign, caf: ['conseiller'], onlyCaf: true },
  'GET /campaigns/{id}/summary': { at: campaign, caf: everyAgent, onlyCaf: true },
  'GET /campaigns/{id}/results': { at: campaign, caf: everyAgent, onlyCaf: true },
  'GET /campaigns/{id}/results/texts': { at: campaign, caf: everyAgent, onlyCaf: true },
  'POST /campaigns/{id}/responses': 'signed-in',
  'GET /campaigns/{id}/responses': { at: campaign, caf: everyAgent, onlyCaf: true },
  'POST /campaigns/{id}/exports': { at: campaign, caf: everyAgent, onlyCaf: true },
  'GET /campaigns/{id}/exports': { at: campaign, caf: everyAgent, onlyCaf: true },
  'GET /exports/{id}': { at: exported, caf: everyAgent, onlyCaf: true },
  'GET /responses/{id}/answers.pdf': { at: response, partner: everyPartner, caf: everyAgent },
  'GET /calendar': 'signed-in',
  'POST /calendar': 'signed-in',
  'DELETE /calendar': 'signed-in',
  'GET /organisations': 'signed-in',
  'POST /organisations': { desk: ['administrateur'] },
  'GET /organisations/{id}': { at: organisation, partner: everyPartner, caf: everyAgent },
  'GET /organisations/{id}/documents': { at: organisation, partner: everyPartner, caf: everyAgent },
  'GET /organisations/{id}/responses': { at: organisation, partner: everyPartner, caf: everyAgent },
  'POST /organisations/{id}/members': {
    at: organisation,
    partner: ['administrateur'],
    caf: ['administrateur'],
  },
  'PUT /organisations/{id}/members/{person}': { at: organisation, partner: ['administrateur'] },
  'DELETE /organisations/{id}/members/{person}': { at: organisation, partner: ['administrateur'] },
  'GET /projects': 'signed-in',
  'POST /projects': { desk: ['administrateur'] },
  'GET /projects/{id}': { at: project, partner: everyPartner, caf: everyAgent },
  'PUT /projects/{id}/notifications/{schoolYear}': { at: project, caf: ['conseiller', 'administrateur'] },
  'GET /imports': 'signed-in',
  'POST /imports': { desk: ['administrateur'] },
  'GET /imports/{id}': { at: imported, caf: ['administrateur'], onlyCaf: true },
  'POST /imports/{id}/confirmation': { at: imported, caf: ['administrateur'], onlyCaf: true },
  'GET /accesses': { desk: ['administrateur'], named: true },
  'GET /notices': 'public',
  'PUT /notices': { desk: ['administrateur'], named: true },
  'GET /agents': { desk: everyAgent, named: true },
  'POST /agents': { desk: ['administrateur'], named: true },
  'PUT /agents/{person}': { desk: ['administrateur'], named: true },
  'DELETE /agents/{person}': { desk: ['administrateur'], named: true },
  'GET /forms': 'signed-in',
  'POST /forms': { desk: ['concepteur'], onlyCaf: true },
  'GET /forms/{id}': { at: form, caf: ['concepteur'], onlyCaf: true },
  'POST /forms/{id}/draft': { at: form, caf: ['concepteur'], onlyCaf: true },
  'POST /forms/{id}/rehearsal': { at: form, caf: ['concepteur'], onlyCaf: true },
  'POST /campaigns/{id}/version': { at: campaign, caf: ['concepteur'], onlyCaf: true },
  'PUT /forms/{id}/draft': { at: form, caf: ['concepteur'], onlyCaf: true },
  'DELETE /forms/{id}/draft': { at: form, caf: ['concepteur'], onlyCaf: true },
  'PUT /forms/{id}/lock': { at: form, caf: ['concepteur'], onlyCaf: true },
  'DELETE /forms/{id}/lock': { at: form, caf: ['concepteur'], onlyCaf: true },
  'POST /forms/{id}/versions': { at: form, caf: ['concepteur'], onlyCaf: true },
  'GET /forms/{id}/versions/{version}': { at: { ...form, version: '1' }, caf: ['concepteur'], onlyCaf: true },
  'GET /forms/{id}/changes': { at: form, caf: ['concepteur'], onlyCaf: true },
  'POST /forms/{id}/trials': { at: form, caf: ['concepteur'], onlyCaf: true },
  'GET /trials/{id}': { at: trial, caf: everyAgent, onlyCaf: true },
  'GET /trials/{id}/checks': { at: trial, caf: everyAgent, onlyCaf: true },
  'PUT /trials/{id}/sections/{name}': { at: trial, caf: everyAgent, onlyCaf: true },
  'PUT /trials/{id}/notes/{name}': { at: trial, caf: everyAgent, onlyCaf: true },
  'POST /trials/{id}/submission': { at: trial, caf: everyAgent, onlyCaf: true },
}

// biome-ignore lint/suspicious/noExplicitAny: a test reads what the API says as it comes
type Answer = Reply<any>
type Verdict = 'allowed' | 'forbidden' | 'hidden' | 'unknown'
type Side = {
  partner?: readonly PartnerRole[]
  agent?: readonly AgentRole[]
  otherCaf?: readonly AgentRole[]
}

/** What a person with these roles is to be answered. */
const expected = (rule: Rule, { partner, agent, otherCaf }: Side): Verdict => {
  if (rule === 'public' || rule === 'signed-in') return 'allowed'
  const holds = (held: readonly string[] = [], needed: readonly string[] = []) =>
    held.some((role) => needed.includes(role))
  if ('desk' in rule) {
    if (holds(agent, rule.desk)) return 'allowed'
    if (holds(otherCaf, rule.desk)) return rule.named ? 'hidden' : 'allowed'
    return rule.onlyCaf && !agent ? 'hidden' : 'forbidden'
  }
  if (holds(agent, rule.caf) || holds(partner, rule.partner)) return 'allowed'
  return agent || (partner && !rule.onlyCaf) ? 'forbidden' : 'hidden'
}

/** What a reply says of access, whatever else is wrong with the request. */
const verdictOf = ({ status, body }: Answer): Verdict => {
  if (status >= 500) throw new Error(`${status}: ${JSON.stringify(body)}`)
  if (status === 401) return 'unknown'
  if (status === 403) return 'forbidden'
  return status === 404 && body.detail === problems['not-found'].help ? 'hidden' : 'allowed'
}

const keysOfRoutes = Object.keys(routes).filter((key): key is RouteKey => key in routes)

const ask = (caller: Caller, key: RouteKey): Promise<Answer> => {
  const rule = rules[key]
  const [method = '', path = ''] = key.split(' ')
  const params: Record<string, string> = {
    ...(path.startsWith('/responses/') ? response : {}),
    ...(path.startsWith('/campaigns/') ? campaign : {}),
    person: 'inconnue',
    ...(typeof rule === 'object' && 'at' in rule ? rule.at : {}),
  }
  const at = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => params[name] ?? name)
  const named = typeof rule === 'object' && 'named' in rule ? '?caf=caf731' : ''
  const takesBody = method !== 'GET' && method !== 'DELETE' && !/\/(confirmation|check)$/.test(path)
  const send = {
    headers: { origin: platform.local.origin },
    ...(takesBody ? { raw: '{"pas du JSON' } : {}),
  }
  const verbs = { GET: 'get', PUT: 'put', POST: 'post', PATCH: 'patch', DELETE: 'del' } as const
  const verb = Object.entries(verbs).find(([name]) => name === method)?.[1] ?? 'get'
  return caller[verb](at + named, send)
}

const PERSON = 'bonjour@nouvelle-association.test'
/** Takes all they have in both organisations, whatever they administer there. */
const clear = async () => {
  for (const id of ['asso-belledonne', 'commune-lac']) {
    await member(id, [])
    await removePerson(organisationHouse(id), PERSON)
  }
}
const member = (organisationId: string, roles: PartnerRole[]) =>
  putMembership(PERSON, { organisationId, organisationName: organisationId, roles })

let person: Caller
beforeAll(async () => {
  const { id } = await openCampaign(twoRoleForm('deux-roles'))
  await putImport(
    {
      ...{ id: imported.id, cafId: 'caf731', kind: 'organisations', fileName: '', by: 'Morgan Blanc' },
      ...{ preparedAt: '2026-06-10T09:00:00.000Z', total: 0, refused: {} },
      foreseen: { new: 0, changed: 0, same: 0 },
    },
    [],
  )
  const owner = await platform.as('partenaire@asso-belledonne.test')
  const started = await owner.post(`/campaigns/${id}/responses`, {
    body: { organisationId: 'asso-belledonne', projectName: 'Un dépôt' },
  })
  expect(started.status).toBe(201)
  response.id = started.body.id
  const agent = await platform.as('conseiller@caf731.test')
  const asked = await agent.post(`/campaigns/${id}/exports`, { body: { format: 'json' } })
  exported.id = asked.body.id
  const designer = await platform.as(DESIGNER)
  const { id: formId } = await makeForm(designer, contentWith(question('nom')))
  trial.id = (await designer.post(`/forms/${formId}/trials`)).body.id
  person = await platform.as(PERSON)
})

const judge = async (caller: Caller, side: Side): Promise<void> => {
  const verdicts: Record<string, Verdict> = {}
  const wanted: Record<string, Verdict> = {}
  for (const key of keysOfRoutes) {
    verdicts[key] = verdictOf(await ask(caller, key))
    wanted[key] = expected(rules[key], side)
  }
  expect(verdicts).toEqual(wanted)
}

describe('the access matrix', () => {
  it('has a rule for every route, and no other', () => {
    expect(Object.keys(rules).toSorted()).toEqual(Object.keys(routes).toSorted())
  })

  it('lets nobody without a token in, but where everybody is', async () => {
    for (const key of keysOfRoutes) {
      const reply = await ask(platform.anyone, key)
      expect([key, reply.status === 401]).toEqual([key, rules[key] !== 'public'])
    }
  })

  it.each(PartnerRole.options)('holds for « %s » of the organisation', async (role) => {
    await clear()
    await member('asso-belledonne', [role])
    await judge(person, { partner: [role] })
  })

  it('holds for a member without any role', async () => {
    await clear()
    await member('asso-belledonne', [])
    const reading = keysOfRoutes.filter((key) => key.startsWith('GET /responses/{id}'))
    for (const key of reading) expect(verdictOf(await ask(person, key))).toBe('allowed')
    expect(verdictOf(await ask(person, 'POST /responses/{id}/submission'))).toBe('forbidden')
  })

  it('holds for a member who was removed, from the next request on', async () => {
    await clear()
    await member('asso-belledonne', [...everyPartner])
    expect(verdictOf(await ask(person, 'GET /responses/{id}'))).toBe('allowed')
    await clear()
    await judge(person, {})
  })

  it('holds for every role of another organisation', async () => {
    await clear()
    await member('commune-lac', [...everyPartner])
    await judge(person, {})
  })

  it('holds for somebody who belongs nowhere', async () => {
    await clear()
    await judge(person, {})
  })

  it.each(AgentRole.options)('holds for « %s » of the Caf', async (role) => {
    await clear()
    await putAgency(PERSON, { cafId: 'caf731', cafName: 'Caf', roles: [role] })
    await judge(person, { agent: [role] })
  })

  it('holds for every role of another Caf', async () => {
    await putAgency('conseiller@caf741.test', { cafId: 'caf741', cafName: 'Caf', roles: [...everyAgent] })
    await judge(await platform.as('conseiller@caf741.test'), { otherCaf: everyAgent })
  })
})
