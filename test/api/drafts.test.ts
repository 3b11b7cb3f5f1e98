import { beforeAll, describe, expect, it } from 'vitest'
import { putAgency } from '../../functions/store/members.ts'
import { type Caller, usePlatform } from '../support/server.ts'

const platform = usePlatform({ now: '2026-06-10T09:00:00.000Z' })

let designer: Caller
let colleague: Caller
let partner: Caller
beforeAll(async () => {
  designer = await platform.as('concepteur@caf731.test')
  partner = await platform.as('partenaire@asso-belledonne.test')
  await putAgency('bonjour@nouvelle-association.test', {
    cafId: 'caf731',
    cafName: 'Caf de la Savoie',
    roles: ['concepteur'],
  })
  colleague = await platform.as('bonjour@nouvelle-association.test')
})

/** With a question that cannot be published, for the checks to find. */
const content = (text: string) => ({
  definition: { pages: [{ name: 'page1', title: text, elements: [{ type: 'signaturepad', name: 'a' }] }] },
  info: {},
})

const made = async (title: string): Promise<string> => {
  const reply = await designer.post('/forms', { body: { title, from: 'blank' } })
  expect(reply.status).toBe(201)
  return `/forms/${reply.body.id}`
}

const save = (as: Caller, path: string, seen: number, text: string, tab = 'onglet-1') =>
  as.put(`${path}/draft`, {
    headers: { 'if-match': `"${seen}"` },
    body: { title: text, content: content(text), tab },
  })

const textOf = async (path: string): Promise<string> =>
  (await designer.get(path)).body.draft.content.definition.pages[0].title

describe('a draft of a questionnaire', () => {
  it('is kept at each save, told apart by its revision, with what the checks find in it', async () => {
    const path = await made('Enquête gardée')
    const saved = await save(designer, path, 1, 'Une')
    expect([saved.status, saved.etag]).toEqual([200, '"2"'])
    expect(saved.body.revision).toBe(2)
    expect(saved.body.findings).toContainEqual(
      expect.objectContaining({ severity: 'error', pointer: '/definition/pages/0/elements/0/type' }),
    )
    const { body, etag } = await designer.get(path)
    expect(etag).toBe('"2"')
    expect(body).toMatchObject({
      title: 'Une',
      versions: [],
      draft: { revision: 2, savedBy: expect.any(String), content: content('Une') },
    })
    expect(body.latestVersion).toBeUndefined()
  })

  it('is not written over by who has not read the latest: they are told who saved', async () => {
    const path = await made('Enquête disputée')
    await save(designer, path, 1, 'La première')
    const late = await save(colleague, path, 1, 'La seconde', 'onglet-2')
    expect([late.status, late.body.type]).toEqual([412, '/problems/stale/'])
    expect(late.body.current).toMatchObject({ revision: 2, savedBy: (await designer.get('/me')).body.name })
    expect(late.body.detail).toContain('Rien n’a été écrasé')
    expect(await textOf(path)).toBe('La première')
  })

  it('answers a save sent again after a lost reply as the first time, whoever has taken over since', async () => {
    const path = await made('Enquête répétée')
    await save(designer, path, 1, 'La même')
    await colleague.put(`${path}/lock`, { body: { tab: 'onglet-2', takeOver: true } })
    const again = await save(designer, path, 1, 'La même')
    expect([again.status, again.body.revision]).toEqual([200, 2])
    expect((await save(designer, path, 1, 'Une autre')).status).toBe(409)
    expect((await designer.get(path)).body.draft.revision).toBe(2)
  })

  it('keeps what was typed, right or not: markup, a bomb, a loop of conditions, the same name twice', async () => {
    const path = await made('Enquête fausse')
    const definition = {
      title: '<script>alert(1)</script>',
      pages: [
        {
          name: 'p',
          elements: [
            {
              type: 'text',
              name: 'a',
              visibleIf: '{b} = 1',
              validators: [{ type: 'regex', regex: '(a+)+$' }],
            },
            { type: 'text', name: 'b', visibleIf: '{a} = 1 and (' },
            { type: 'text', name: 'a' },
            { type: 'html', name: 'h', html: '<img src=x onerror=alert(1)>' },
            { type: 'dropdown', name: 'c', choicesByUrl: { url: 'https://exemple.test/' } },
          ],
        },
      ],
    }
    const reply = await designer.put(`${path}/draft`, {
      headers: { 'if-match': '"1"' },
      body: { title: '', content: { definition, info: { sections: 'non' } }, tab: 'onglet-1' },
    })
    expect(reply.status).toBe(200)
    expect((await designer.get(path)).body.draft.content).toEqual({ definition, info: { sections: 'non' } })
  })

  it.each([
    ['no JSON', '{"title": ', 400, 'malformed-json', 'JSON'],
    ['JSON that nests without end', `{"content":${'['.repeat(5000)}`, 400, 'malformed-json', 'imbriqué'],
    [
      'no object',
      '{"title":"a","content":{"definition":[],"info":{}},"tab":"o"}',
      400,
      'invalid-request',
      '',
    ],
    ['5 MB', JSON.stringify({ title: 'x'.repeat(5_000_000) }), 413, 'too-large', '220 Ko'],
    [
      'a content over 220 KB',
      JSON.stringify({ title: 'a', tab: 'o', content: { definition: { a: 'é'.repeat(115_000) }, info: {} } }),
      413,
      'too-large',
      'data:',
    ],
  ])('refuses %s in words, and keeps what there was', async (_, raw, status, name, words) => {
    const path = await made('Enquête refusée')
    const reply = await designer.put(`${path}/draft`, { headers: { 'if-match': '"1"' }, raw })
    expect([reply.status, reply.body.type]).toEqual([status, `/problems/${name}/`])
    expect(reply.body.detail).toContain(words)
    expect((await designer.get(path)).body.draft.revision).toBe(1)
  })

  it('asks which revision was read', async () => {
    const path = await made('Enquête sans révision')
    const reply = await designer.put(`${path}/draft`, {
      body: { title: 'a', content: content('a'), tab: 'o' },
    })
    expect([reply.status, reply.body.type]).toEqual([400, '/problems/invalid-request/'])
    expect(reply.body.detail).toContain('if-match')
  })

  it('is given up by who has read it; one that was never published goes with it', async () => {
    const path = await made('Enquête abandonnée')
    await save(designer, path, 1, 'Une')
    expect((await designer.del(`${path}/draft`, { headers: { 'if-match': '"1"' } })).status).toBe(412)
    expect((await designer.del(`${path}/draft`, { headers: { 'if-match': '"2"' } })).status).toBe(204)
    expect((await designer.get(path)).status).toBe(404)
    const { items } = (await designer.get('/forms')).body
    expect(items.map(({ id }: { id: string }) => `/forms/${id}`)).not.toContain(path)
  })

  it('never takes an earlier draft for the next one, though both began anew', async () => {
    const start = { body: { from: { formId: 'clas-bilan', version: 1 } } }
    const path = '/forms/clas-bilan'
    expect((await designer.get(path)).etag).toBe('"0"')
    const first = await designer.post(`${path}/draft`, start)
    expect(first.status).toBe(201)
    await designer.del(`${path}/draft`, { headers: { 'if-match': first.etag } })
    expect((await designer.get(path)).etag).toBe('"0"')
    const next = await designer.post(`${path}/draft`, start)
    expect(next.body.draft).toMatchObject({ startedFrom: { formId: 'clas-bilan', version: 1 } })
    const late = await save(designer, path, first.body.draft.revision, 'De l’ancien brouillon')
    expect(late.status).toBe(412)
    await designer.del(`${path}/draft`, { headers: { 'if-match': next.etag } })
  })

  it('does not start from a version over a draft that there is, but in its place by who has read it', async () => {
    const path = await made('Enquête à repartir')
    const from = { from: { formId: 'clas-bilan', version: 1 } }
    const blind = await designer.post(`${path}/draft`, { body: from })
    expect([blind.status, blind.body.current.revision]).toEqual([412, 1])
    const told = await designer.post(`${path}/draft`, { headers: { 'if-match': '"1"' }, body: from })
    expect([told.status, told.etag]).toEqual([201, '"2"'])
    expect(told.body.draft.content.info).toMatchObject({
      id: path.slice('/forms/'.length),
      title: 'Enquête à repartir',
      kind: 'clas-bilan',
    })
  })
})

describe('the lock of a questionnaire', () => {
  const take = (as: Caller, path: string, tab: string, takeOver = false) =>
    as.put(`${path}/lock`, { body: { tab, takeOver } })

  it('is held by one tab, which others are told of by name, until it leaves it', async () => {
    const path = await made('Enquête fermée')
    const { name } = (await designer.get('/me')).body
    const held = await take(designer, path, 'onglet-1')
    expect(held.body).toMatchObject({ name, email: 'concepteur@caf731.test', tab: 'onglet-1' })
    const refused = await take(colleague, path, 'onglet-2')
    expect([refused.status, refused.body.type]).toEqual([409, '/problems/locked/'])
    expect(refused.body.lock).toMatchObject({ name, until: expect.any(String) })
    expect(refused.body.detail).toContain(`${name} modifie ce questionnaire`)
    expect((await colleague.get(path)).body.lock).toMatchObject({ name })
    const listed = (await colleague.get('/forms')).body.items.find(
      ({ id }: { id: string }) => path === `/forms/${id}`,
    )
    expect(listed).toMatchObject({ lock: { name }, draft: { revision: 1, title: 'Enquête fermée' } })
    await colleague.del(`${path}/lock`, { body: { tab: 'onglet-1' } })
    expect((await take(colleague, path, 'onglet-2')).status).toBe(409)
    expect((await designer.del(`${path}/lock`, { body: { tab: 'onglet-1' } })).status).toBe(204)
    expect((await take(colleague, path, 'onglet-2')).status).toBe(200)
  })

  it('keeps another tab of the same person out too, in other words', async () => {
    const path = await made('Enquête à deux onglets')
    await take(designer, path, 'onglet-1')
    const other = await take(designer, path, 'onglet-2')
    expect([other.status, other.body.detail]).toEqual([409, expect.stringContaining('dans un autre onglet')])
    expect((await save(designer, path, 1, 'Du second', 'onglet-2')).status).toBe(409)
    expect((await save(designer, path, 1, 'Du premier', 'onglet-1')).status).toBe(200)
  })

  it('is taken over when asked for: the tab that had it neither saves nor renews it', async () => {
    const path = await made('Enquête reprise')
    await take(designer, path, 'onglet-1')
    expect((await take(colleague, path, 'onglet-2', true)).status).toBe(200)
    expect((await take(designer, path, 'onglet-1')).status).toBe(409)
    const late = await save(designer, path, 1, 'Trop tard')
    expect([late.status, late.body.type]).toEqual([409, '/problems/locked/'])
    expect((await save(colleague, path, 1, 'La reprise', 'onglet-2')).status).toBe(200)
    expect(await textOf(path)).toBe('La reprise')
  })

  it('keeps others from giving up the draft, or starting it anew, under who edits it', async () => {
    const path = await made('Enquête protégée')
    await take(designer, path, 'onglet-1')
    const ask = { headers: { 'if-match': '"1"' } }
    expect((await colleague.del(`${path}/draft`, ask)).status).toBe(409)
    const from = { from: { formId: 'clas-bilan', version: 1 } }
    expect((await colleague.post(`${path}/draft`, { ...ask, body: from })).status).toBe(409)
    expect((await designer.del(`${path}/draft`, ask)).status).toBe(204)
  })
})

describe('who edits questionnaires', () => {
  it('is in the log of accesses, once for a while of typing', async () => {
    const path = await made('Enquête tracée')
    await save(designer, path, 1, 'Enquête suivie')
    await save(designer, path, 2, 'Enquête suivie de près')
    await designer.del(`${path}/draft`, { headers: { 'if-match': '"3"' } })
    const administrator = await platform.as('administrateur@caf731.test')
    const { items } = (await administrator.get('/accesses?person=concepteur')).body
    const lines = items.filter(({ form }: { form?: string }) => path === `/forms/${form}`)
    expect(lines.map(({ what, side }: { what: string; side: string }) => [what, side]).toSorted()).toEqual([
      ['form-draft-given-up', 'caf'],
      ['form-edited', 'caf'],
    ])
  })

  it('sees drafts; other agents see what is published alone, and a partner nothing', async () => {
    const path = await made('Enquête discrète')
    const idsFor = async (as: Caller) =>
      (await as.get('/forms')).body.items.map(({ id }: { id: string }) => `/forms/${id}`)
    const agent = await platform.as('conseiller@caf731.test')
    expect(await idsFor(designer)).toContain(path)
    expect(await idsFor(agent)).not.toContain(path)
    expect(await idsFor(agent)).toContain('/forms/clas-bilan')
    expect(await idsFor(partner)).toEqual([])
    expect((await agent.get(path)).status).toBe(403)
    expect((await partner.get(path)).status).toBe(404)
  })

  it('has no campaign ask a questionnaire that was never published', async () => {
    const path = await made('Enquête pas prête')
    const manager = await platform.as('campagne@caf731.test')
    const reply = await manager.post('/campaigns', {
      body: {
        formId: path.slice('/forms/'.length),
        title: 'Une campagne',
        schoolYear: '2026-2027',
        firstDay: '2026-09-01',
        lastDay: '2026-10-01',
      },
    })
    expect([reply.status, reply.body.errors?.[0]?.pointer]).toEqual([400, '/formId'])
  })
})
