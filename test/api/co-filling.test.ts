// Two people, two roles, one form: each confirms their section, and one transmission counts.
import { beforeAll, describe, expect, it } from 'vitest'
import type { PartnerRole } from '../../forms/nouns/people.ts'
import { putMembership } from '../../functions/store/members.ts'
import { type Caller, usePlatform } from '../support/server.ts'
import { openCampaign, twoRoleForm } from '../support/two-roles.ts'

const platform = usePlatform({ now: '2026-06-10T09:00:00.000Z' })
const ACTIVITY = 'saisie@asso-belledonne.test'
const FINANCE = 'finances@asso-belledonne.test'
const APPROVER = 'bonjour@nouvelle-association.test'

let owner: Caller
let activity: Caller
let finance: Caller
let approver: Caller
const give = (email: string, ...roles: PartnerRole[]) =>
  putMembership(email, {
    organisationId: 'asso-belledonne',
    organisationName: 'Association Belledonne',
    roles,
  })

beforeAll(async () => {
  await openCampaign(twoRoleForm('deux-roles'))
  owner = await platform.as('partenaire@asso-belledonne.test')
  activity = await platform.as(ACTIVITY)
  finance = await platform.as(FINANCE)
  approver = await platform.as(APPROVER)
  await give(APPROVER, 'approbateur')
  await approver.get('/me')
})

const start = async (key: string): Promise<string> => {
  const reply = await owner.post('/campaigns/deux-roles-2026/responses', {
    headers: { 'idempotency-key': key },
    body: { organisationId: 'asso-belledonne', projectName: `Dépôt ${key}` },
  })
  return `/responses/${reply.body.id}`
}
const seeing = (revision: number) => ({ 'if-match': `"${revision}"` })
const save = (by: Caller, path: string, section: string, revision: number, answers: unknown) =>
  by.put(`${path}/sections/${section}`, { headers: seeing(revision), body: { answers } })
const confirm = (by: Caller, path: string, section: string, revision: number) =>
  by.put(`${path}/sections/${section}/confirmation`, { headers: seeing(revision) })
const submit = async (by: Caller, path: string, answers: unknown, key = 'envoi') =>
  by.post(`${path}/submission`, {
    headers: { 'idempotency-key': key, 'if-match': (await by.get(path)).etag },
    body: { answers },
  })
const ANSWERS = { actions: 'Aide aux devoirs', montant: 1200 }

/** A response whose two sections are saved, each by the one who fills it. */
const filled = async (key: string): Promise<string> => {
  const path = await start(key)
  expect((await save(activity, path, 'activite', 0, { actions: 'Aide aux devoirs' })).status).toBe(200)
  expect((await save(finance, path, 'budget', 0, { montant: 1200 })).status).toBe(200)
  return path
}

describe('a section of another role', () => {
  it('is read, and neither saved nor confirmed', async () => {
    const path = await start('lecture')
    expect((await save(finance, path, 'activite', 0, {})).status).toBe(403)
    expect((await confirm(finance, path, 'activite', 0)).status).toBe(403)
    const { may, team } = (await finance.get(path)).body
    expect(may).toMatchObject({ save: ['budget'], confirm: ['budget'], submit: false })
    expect(team['saisie-activite']).toContain('Camille Martin')
  })

  it('is transmitted as it was saved, and a forged answer in it is refused', async () => {
    const path = await filled('forge')
    await confirm(activity, path, 'activite', 1)
    await confirm(finance, path, 'budget', 1)
    const forged = await submit(approver, path, { ...ANSWERS, montant: 999_999 })
    expect([forged.status, forged.body.errors[0].pointer]).toEqual([422, '/answers/montant'])
    const added = await submit(approver, path, { ...ANSWERS, remarque: 'ajoutée' })
    expect([added.status, added.body.errors[0].pointer]).toEqual([422, '/answers/remarque'])
    expect((await submit(approver, path, {})).status).toBe(201)
    expect((await owner.get(path)).body.submission.answers).toEqual(ANSWERS)
  })
})

describe('the list of a person', () => {
  it('says what is only for reading: none of it is theirs to fill or to transmit', async () => {
    const path = await start('liste')
    const told = async (by: Caller, id: string) =>
      (await by.get('/responses')).body.items.find((item: { id: string }) => item.id === id)
    const bilan = 'bilan-2026-06-10-caf731.clas-des-bauges'
    expect((await told(finance, bilan)).forReading).toBe(true)
    expect((await told(activity, bilan)).forReading).toBeUndefined()
    const own = path.split('/')[2] ?? ''
    for (const by of [finance, activity, approver]) expect((await told(by, own)).forReading).toBeUndefined()
    expect((await told(owner, own)).mayGiveUp).toBe(true)
    expect((await told(finance, own)).mayGiveUp).toBeUndefined()
  })
})

describe('a confirmation', () => {
  it('is asked of each section before transmission, with who can give it', async () => {
    const path = await filled('manque')
    const none = await submit(approver, path, ANSWERS)
    expect([none.status, none.body.type]).toEqual([409, '/problems/not-confirmed/'])
    expect(none.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
      '/sections/activite',
      '/sections/budget',
    ])
    expect(none.body.errors[1].detail).toMatch(/« Budget » .*« Saisie financière » : .*Andrea Morel/)
    expect((await confirm(activity, path, 'activite', 1)).status).toBe(200)
    const half = await submit(approver, path, ANSWERS)
    expect(half.body.sections).toEqual([
      expect.objectContaining({ name: 'budget', role: 'saisie-financiere' }),
    ])
    expect((await confirm(finance, path, 'budget', 1)).status).toBe(200)
    expect((await submit(approver, path, ANSWERS)).status).toBe(201)
    const { confirmations } = (await owner.get(path)).body.submission
    expect(confirmations.activite.by).toBe('Sacha Petit')
    expect(confirmations.budget.by).toBe('Andrea Morel')
  })

  it('is given for the revision that was seen, and a later save voids it', async () => {
    const path = await filled('revision')
    const stale = await confirm(finance, path, 'budget', 0)
    expect([stale.status, stale.body.current.revision]).toEqual([412, 1])
    expect((await confirm(finance, path, 'budget', 1)).body).toMatchObject({
      by: 'Andrea Morel',
      revision: 1,
    })
    const seen = await owner.get(path)
    expect(seen.body.sections.budget.confirmation.revision).toBe(1)
    await save(finance, path, 'budget', 1, { montant: 1300 })
    expect((await owner.get(path)).body.sections.budget.confirmation).toBeUndefined()
    await confirm(activity, path, 'activite', 1)
    expect((await submit(approver, path, { ...ANSWERS, montant: 1300 })).status).toBe(409)
  })

  it('changes nothing of what was reviewed: the ETag stays', async () => {
    const path = await filled('etag')
    const { etag } = await owner.get(path)
    expect((await confirm(finance, path, 'budget', 1)).status).toBe(200)
    expect((await confirm(finance, path, 'budget', 1)).status).toBe(200)
    expect((await owner.get(path)).etag).toBe(etag)
    expect((await save(finance, path, 'budget', 1, { montant: 5 })).body.revision).toBe(2)
  })

  it('is refused of a section that lacks an answer or has a wrong one, naming the first', async () => {
    const path = await start('incomplet')
    const empty = await confirm(finance, path, 'budget', 0)
    expect([empty.status, empty.body.type]).toEqual([422, '/problems/invalid-answers/'])
    expect(empty.body.detail).toBe(
      'La partie « Budget » n’est pas complète, rien n’a été confirmé. « Montant » : une réponse est attendue.',
    )
    expect(empty.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(['/answers/montant'])
    await save(finance, path, 'budget', 0, { remarque: 'Sans montant' })
    expect((await confirm(finance, path, 'budget', 1)).status).toBe(422)
    expect((await owner.get(path)).body.sections.budget.confirmation).toBeUndefined()
    // What others still lack does not matter.
    await save(finance, path, 'budget', 1, { montant: 5 })
    expect((await confirm(finance, path, 'budget', 2)).status).toBe(200)
  })

  it('is given by whoever transmits, for what their own roles cover', async () => {
    await give(APPROVER, 'approbateur', 'saisie-financiere')
    const path = await filled('propre')
    await confirm(activity, path, 'activite', 1)
    expect((await submit(approver, path, ANSWERS)).status).toBe(201)
    const { confirmations } = (await owner.get(path)).body.submission
    expect(confirmations).toMatchObject({ activite: { by: 'Sacha Petit' }, budget: { by: 'Noa Lambert' } })
    await give(APPROVER, 'approbateur')
    const alone = await start('seule')
    expect((await submit(owner, alone, ANSWERS)).status).toBe(201)
  })

  it('is refused once the deadline has passed or the Caf has validated', async () => {
    const closed = '/responses/bilan-clos-caf731.clas-des-bauges/sections/lieu/confirmation'
    const reply = await owner.put(closed, { headers: seeing(1) })
    expect([reply.status, reply.body.type]).toEqual([409, '/problems/form-closed/'])
    const path = await start('valide')
    await submit(owner, path, ANSWERS)
    const agent = await platform.as('conseiller@caf731.test')
    const { etag } = await agent.get(path)
    await agent.post(`${path}/validation`, { headers: { 'if-match': etag }, body: {} })
    expect((await confirm(finance, path, 'budget', 0)).body.type).toBe('/problems/response-locked/')
  })
})

describe('two who confirm and transmit at once', () => {
  it('make exactly one transmission, whatever the order', async () => {
    await give(ACTIVITY, 'saisie-activite', 'approbateur')
    await give(FINANCE, 'saisie-financiere', 'approbateur')
    for (let round = 0; round < 6; round += 1) {
      const path = await filled(`course-${round}`)
      const { etag } = await owner.get(path)
      const both = async (by: Caller, section: string, key: string) => {
        await confirm(by, path, section, 1)
        return by.post(`${path}/submission`, {
          headers: { 'idempotency-key': key, 'if-match': etag },
          body: { answers: ANSWERS },
        })
      }
      const replies = await Promise.all([both(activity, 'activite', 'a'), both(finance, 'budget', 'b')])
      const statuses = replies.map(({ status }) => status)
      expect(statuses.filter((status) => status === 201)).toHaveLength(1)
      expect(statuses.every((status) => [201, 409, 412].includes(status))).toBe(true)
      const { submission } = (await owner.get(path)).body
      expect(submission.number).toBe(1)
      expect(Object.keys(submission.confirmations)).toEqual(['activite', 'budget'])
    }
  })
})
