// A draft begun by mistake is given up, or given another name, as long as it was never transmitted.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { markGone } from '../../functions/store/giving-up.ts'
import { putJob } from '../../functions/store/jobs.ts'
import { keys, partitionOf } from '../../functions/store/keys.ts'
import { listKeys } from '../../functions/store/query-items.ts'
import { findStored, getResponse } from '../../functions/store/responses.ts'
import { documentForm, give, pdf } from '../support/documents.ts'
import { type Caller, usePlatform } from '../support/server.ts'
import { openCampaign, twoRoleForm, validAnswers } from '../support/two-roles.ts'
import { runAt } from '../support/work.ts'

const NOW = '2026-06-10T09:00:00.000Z'
const LATER = '2026-06-10T09:30:00.000Z'
const CLOSED = '2026-07-10T22:01:00.000Z'
const platform = usePlatform({ now: NOW })
const REEL = 'reel-ouvert-caf731.clas-de-belledonne'

let owner: Caller
let activity: Caller
let finance: Caller
let lac: Caller
let agent: Caller
beforeAll(async () => {
  await openCampaign(documentForm('pieces'), { keptMonths: 3 })
  await openCampaign(twoRoleForm('habiliter', { organisation: { name: 'nom' } }))
  owner = await platform.as('partenaire@asso-belledonne.test')
  activity = await platform.as('saisie@asso-belledonne.test')
  finance = await platform.as('finances@asso-belledonne.test')
  lac = await platform.as('partenaire@commune-lac.test')
  agent = await platform.as('administrateur@caf731.test')
})

const start = async (by = owner, campaign = 'pieces', key: string = crypto.randomUUID()): Promise<string> => {
  const organisationId = by === lac ? 'commune-lac' : 'asso-belledonne'
  const { status, body } = await by.post(`/campaigns/${campaign}-2026/responses`, {
    headers: { 'idempotency-key': key },
    body: { organisationId },
  })
  expect(status).toBe(201)
  return `/responses/${body.id}`
}
const save = (by: Caller, path: string, section: string, answers: unknown, revision = 0) =>
  by.put(`${path}/sections/${section}`, { headers: { 'if-match': `"${revision}"` }, body: { answers } })
const giveUp = async (by: Caller, path: string) =>
  by.del(path, { headers: { 'if-match': (await by.get(path)).etag } })
const submit = async (by: Caller, path: string, answers: unknown) =>
  by.post(`${path}/submission`, {
    headers: { 'idempotency-key': 'envoi', 'if-match': (await by.get(path)).etag },
    body: { answers },
  })
const idOf = (path: string) => path.split('/')[2] ?? ''
const listed = async (by = owner) =>
  (await by.get('/responses')).body.items.map(({ id }: { id: string }) => id)
const stored = async (path: string) =>
  (await listKeys(partitionOf(keys.response(idOf(path))))).map(({ sk }) => sk)
const filesOf = (path: string) => {
  const folder = join(platform.dataDir, 'uploads', 'files')
  return readdirSync(folder).filter((name) => decodeURIComponent(name).includes(idOf(path)))
}

describe('a dossier that somebody started by themself', () => {
  let path: string
  beforeAll(async () => {
    path = await start()
    expect((await save(owner, path, 'activite', { actions: 'Par erreur' })).status).toBe(200)
    expect((await give(owner, path, { name: 'Statuts.pdf', bytes: pdf() })).status).toBe(200)
    expect((await owner.get(path)).body.may).toMatchObject({ giveUp: 'gone', rename: true })
    expect(filesOf(path)).toHaveLength(1)
  })

  it('is given up by whoever fills all that is written in it, as they have seen it', async () => {
    expect((await lac.del(path)).status).toBe(404)
    expect((await owner.del(path)).status).toBe(400)
    expect((await owner.del(path, { headers: { 'if-match': '"autre"' } })).status).toBe(412)
    expect((await finance.get(path)).body.may.giveUp).toBeUndefined()
    expect((await giveUp(finance, path)).status).toBe(403)
    expect((await activity.get(path)).body.may.giveUp).toBe('gone')
  })

  it('leaves every list with its answers and documents; what is kept says who did it and when', async () => {
    expect((await giveUp(activity, path)).status).toBe(204)
    expect((await owner.get(path)).status).toBe(404)
    expect((await save(owner, path, 'activite', { actions: 'Encore' }, 1)).status).toBe(404)
    expect(await listed()).not.toContain(idOf(path))
    const rows = (await agent.get('/campaigns/pieces-2026/responses')).body
    expect(JSON.stringify(rows)).not.toContain(idOf(path))
    expect((await agent.get('/campaigns/pieces-2026/summary')).body.total).toBe(0)
    await runAt('drain-history', LATER)
    const left = await stored(path)
    expect(left.filter((sk) => /^(SECTION|DOCUMENT)#/.test(sk))).toEqual([])
    expect(filesOf(path)).toEqual([])
    const { items } = (await agent.get('/accesses?caf=caf731')).body
    expect(items.find(({ what }: { what: string }) => what === 'draft-removed')).toMatchObject({
      email: 'saisie@asso-belledonne.test',
      response: idOf(path),
      at: expect.stringContaining('2026-06-10T09:'),
    })
    expect((await findStored(idOf(path)))?.givenUp?.by).toContain('Sacha')
  })

  it('is erased to the end by the worker where the server died after the write', async () => {
    const other = await start()
    expect((await save(owner, other, 'activite', { actions: 'Par erreur' })).status).toBe(200)
    expect((await give(owner, other, { name: 'Statuts.pdf', bytes: pdf() })).status).toBe(200)
    const { status } = await getResponse(idOf(other))
    expect(status).toBe('draft')
    expect(await markGone(await getResponse(idOf(other)), { by: 'Quelqu’un', at: LATER })).toBe(true)
    expect(await stored(other)).toContain('SECTION#activite')
    await runAt('drain-history', LATER)
    expect((await stored(other)).filter((sk) => /^(SECTION|DOCUMENT)#/.test(sk))).toEqual([])
    expect((await findStored(idOf(other)))?.erasing).toBeUndefined()
  })

  it('is refused in the write once it was transmitted meanwhile, and after the deadline', async () => {
    const other = await start()
    expect((await save(owner, other, 'activite', { actions: 'Aide' })).status).toBe(200)
    const before = await getResponse(idOf(other))
    expect(await markGone(before, { by: 'Quelqu’un', at: CLOSED })).toBe(false)
    expect((await submit(owner, other, { actions: 'Aide', montant: 1 })).status).toBe(201)
    expect(await markGone(before, { by: 'Quelqu’un', at: LATER })).toBe(false)
    expect((await giveUp(owner, other)).body.type).toBe('/problems/not-to-give-up/')
    expect((await owner.get(other)).body).toMatchObject({ status: 'submitted', may: { rename: false } })
    expect((await owner.get(other)).body.may.giveUp).toBeUndefined()
  })

  it('cannot be transmitted any more once it was given up', async () => {
    const other = await start()
    const { etag } = await owner.get(other)
    expect((await giveUp(owner, other)).status).toBe(204)
    const late = await owner.post(`${other}/submission`, {
      headers: { 'idempotency-key': 'envoi', 'if-match': etag },
      body: { answers: {} },
    })
    expect(late.status).toBe(404)
  })

  it('is begun again, empty, where an organisation has it once; its history goes on', async () => {
    const first = await start(lac, 'habiliter')
    expect((await save(lac, first, 'activite', { nom: 'Par erreur' })).status).toBe(200)
    expect((await giveUp(lac, first)).status).toBe(204)
    expect(await listed(lac)).not.toContain(idOf(first))
    const again = await start(lac, 'habiliter')
    expect(again).toBe(first)
    const { body } = await lac.get(again)
    expect(body).toMatchObject({ status: 'called', sections: {} })
    expect(await listed(lac)).toContain(idOf(first))
    const { items } = (await lac.get(`${again}/history`)).body
    expect(items.map(({ type }: { type: string }) => type)).toEqual([
      'called',
      'started',
      'given-up',
      'called',
    ])
    // What only stands for the structure has the name of the structure.
    expect((await lac.put(`${again}/name`, { body: { projectName: 'Autre nom' } })).status).toBe(409)
    expect((await submit(lac, again, { ...validAnswers, siret: undefined })).status).toBe(201)
  })
})

describe('a dossier that a campaign called', () => {
  const path = `/responses/${REEL}`

  it('is to begin again, with what was carried over into it and nothing else', async () => {
    const before = (await owner.get(path)).body
    expect(before.status).toBe('called')
    expect(before.may.giveUp).toBeUndefined()
    expect((await giveUp(owner, path)).body.type).toBe('/problems/not-to-give-up/')
    const { revision } = before.sections.activite
    const saved = await save(owner, path, 'activite', { collectifs_total: 9 }, revision)
    expect(saved.status).toBe(200)
    expect((await owner.get(path)).body).toMatchObject({ status: 'draft', may: { giveUp: 'unbegun' } })
    expect((await giveUp(owner, path)).status).toBe(204)
    const after = (await owner.get(path)).body
    expect(after.status).toBe('called')
    const answersOf = ({ sections }: { sections: Record<string, { answers: unknown }> }) =>
      Object.fromEntries(Object.entries(sections).map(([name, { answers }]) => [name, answers]))
    expect(answersOf(after)).toEqual(answersOf(before))
    expect(await listed()).toContain(REEL)
    const { items } = (await owner.get(`${path}/history`)).body
    // The mail that called it may be told after it.
    expect(items.filter(({ type }: { type: string }) => type !== 'mail').at(-1)).toMatchObject({
      type: 'given-up',
      by: expect.stringContaining('Camille'),
    })
  })

  it('is not renamed: its project has its own name', async () => {
    expect((await owner.put(`${path}/name`, { body: { projectName: 'Autre nom' } })).status).toBe(409)
  })
})

describe('the name of a dossier', () => {
  it('changes while it was never transmitted, and the history tells from what to what', async () => {
    const path = await start()
    const reply = await owner.put(`${path}/name`, { body: { projectName: '  Clas du port ' } })
    expect([reply.status, reply.body.projectName]).toEqual([200, 'Clas du port'])
    const row = (await owner.get('/responses')).body.items.find(({ id }: { id: string }) => path.endsWith(id))
    expect(row.projectName).toBe('Clas du port')
    const { items } = (await owner.get(`${path}/history`)).body
    expect(items.at(-1)).toMatchObject({
      type: 'renamed',
      detail: '« Nouveau dépôt » devient « Clas du port ».',
    })
    expect((await owner.put(`${path}/name`, { body: { projectName: 'ab' } })).status).toBe(400)
    expect((await lac.put(`${path}/name`, { body: { projectName: 'Clas' } })).status).toBe(404)
  })
})

describe('what was given up', () => {
  it('is kept as long as the answers of its campaign, and no longer', async () => {
    await openCampaign(twoRoleForm('gardes'), { keptMonths: 3 })
    const path = await start(owner, 'gardes')
    expect((await giveUp(owner, path)).status).toBe(204)
    const id = 'gardes-2026'
    await putJob(id, { name: 'close', kind: 'close', dueAt: CLOSED })
    await putJob(id, { name: 'open', kind: 'open', dueAt: '2026-05-31T22:00:00.000Z' })
    await runAt('open-campaign', CLOSED, { campaignId: id, job: 'open' })
    await runAt('close-campaign', CLOSED, { campaignId: id, job: 'close' })
    await runAt('drain-history', CLOSED)
    await runAt('reconcile-campaigns', CLOSED)
    await runAt('delete-expired', '2026-10-10T22:00:00.000Z')
    expect(await stored(path)).toEqual([])
  })
})
