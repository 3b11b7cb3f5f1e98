// Requests that nobody's page makes: whatever an address names, it is refused as any other, and nothing breaks.
import { describe, expect, it } from 'vitest'
import { routes } from '../../functions/routes.ts'
import { validAnswers } from '../support/answers.ts'
import { DESIGNER } from '../support/made-form.ts'
import { campaignInTwo } from '../support/moving-form.ts'
import { usePlatform } from '../support/server.ts'

const platform = usePlatform()

/** Longer than a key of the table may be; and what means something to a table, a script or a file. */
const names = ['x'.repeat(3000), `${'x'.repeat(1500)}.y`, '%00', '__proto__', 'constructor', '%23', '..%2F..']

const verbs = { GET: 'get', PUT: 'put', POST: 'post', PATCH: 'patch', DELETE: 'del' } as const

describe('an address that names what cannot be', () => {
  it('is answered on every route as one that names nothing', async () => {
    const partner = await platform.as('partenaire@asso-belledonne.test')
    const broken: string[] = []
    for (const route of Object.keys(routes).filter((key) => key.includes('{'))) {
      const [method = '', path = ''] = route.split(' ')
      const verb = Object.entries(verbs).find(([name]) => name === method)?.[1] ?? 'get'
      for (const name of names) {
        const send = verb === 'get' ? {} : { headers: { 'if-match': '"0"' }, raw: '{}' }
        const { status } = await partner[verb](path.replaceAll(/\{\w+\}/g, name), send)
        if (status < 400 || status >= 500) broken.push(`${status} ${route} ${name.slice(0, 20)}`)
      }
    }
    expect(broken).toEqual([])
  })
})

describe('a page that goes on from a place that no page told', () => {
  it('is refused, whatever the place says', async () => {
    const designer = await platform.as(DESIGNER)
    const { id: campaignId, formId } = await campaignInTwo('suite')
    const rehearsed = (from?: string) =>
      designer.post(`/forms/${formId}/rehearsal`, {
        body: { campaignId, to: 2, mapping: { questions: {}, choices: {}, rows: {} }, from },
      })
    expect((await rehearsed()).status).toBe(200)
    const elsewhere = { id: 'bilan-2026-06-10-caf731.clas-des-bauges', projectName: 'Clas des Bauges' }
    for (const from of [
      '{"shard":0,"from":"x"}',
      '{"shard":0,"from":"{\\"pk\\":\\"RESPONSE#x\\"}"}',
      ...['{"shard":99}', '{"shard":-1}', '{', 'null', '\0'],
      ...Array.from({ length: 10 }, (_, shard) => JSON.stringify({ shard, after: elsewhere })),
    ])
      expect([from, (await rehearsed(from)).status]).toEqual([from, 400])
  })
})

describe('a text cut in the middle of a character', () => {
  it('is kept with a mark in the place of what is left of it, and may be transmitted', async () => {
    const partner = await platform.as('partenaire@asso-belledonne.test')
    const path = '/responses/bilan-2026-06-10-caf731.clas-de-belledonne'
    const { revision = 0 } = (await partner.get(path)).body.sections.lieu ?? {}
    const saved = await partner.put(`${path}/sections/lieu`, {
      headers: { 'if-match': `"${revision}"` },
      body: { answers: { quartier: 'Les Bauges \ud83d' } },
    })
    expect(saved.status).toBe(200)
    const { body, etag } = await partner.get(path)
    expect(body.sections.lieu.answers.quartier).toBe('Les Bauges \ufffd')
    const sent = await partner.post(`${path}/submission`, {
      headers: { 'if-match': etag, 'idempotency-key': 'moitie' },
      body: { answers: { ...validAnswers(), quartier: 'Les Bauges \ud83d' } },
    })
    expect(sent.status).toBe(201)
    expect((await partner.get(`${path}/submissions/1`)).body.answers.quartier).toBe('Les Bauges \ufffd')
  })
})

describe('a text with characters that nobody sees', () => {
  it('is kept without those that turn or control it, by whatever way they are told', async () => {
    const partner = await platform.as('partenaire@asso-belledonne.test')
    const [open] = (await partner.get('/open-campaigns')).body.items
    for (const raw of [
      '{"organisationName":"Asso \u202etneilC\u200b","projectName":"Clas 👨\u200d👩\u200d👧"}',
      String.raw`{"organisationName":"Asso \u202etneilC\u0000","projectName":"Clas 👨\u200d👩\u200d👧"}`,
    ]) {
      const { status, body } = await partner.post(`/campaigns/${open.id}/responses`, { raw })
      expect(status).toBe(201)
      expect([body.organisationName, body.projectName]).toEqual(['Asso tneilC', 'Clas 👨\u200d👩\u200d👧'])
    }
  })
})
