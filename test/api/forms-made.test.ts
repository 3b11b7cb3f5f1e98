import { beforeAll, describe, expect, it } from 'vitest'
import { getFormVersion } from '../../functions/store/forms.ts'
import { definitionNames, publishedForm } from '../support/definitions.ts'
import { definitionsElsewhere, questionTypes } from '../support/definitions-elsewhere.ts'
import { type Caller, usePlatform } from '../support/server.ts'

const platform = usePlatform({ now: '2026-06-10T09:00:00.000Z' })

let designer: Caller
beforeAll(async () => {
  designer = await platform.as('concepteur@caf731.test')
})

const create = (title: string, from: unknown, more: object = {}) =>
  designer.post('/forms', { body: { title, from }, ...more })

const draftOf = async (id: string) => (await designer.get(`/forms/${id}`)).body.draft

describe('a questionnaire made elsewhere', () => {
  it('may have every type of question that SurveyJS knows', () => {
    expect(questionTypes).toContain('signaturepad')
    expect(questionTypes.length).toBeGreaterThan(20)
  })

  it.each(Object.entries(definitionsElsewhere))(
    'is kept to the last property, in its order: %s',
    async (_, definition) => {
      const made = await create('Importé', { content: { definition, info: {} } })
      expect(made.status).toBe(201)
      const kept = await draftOf(made.body.id)
      expect(JSON.stringify(kept.content.definition)).toBe(JSON.stringify(definition))
      const saved = await designer.put(`/forms/${made.body.id}/draft`, {
        headers: { 'if-match': `"${kept.revision}"` },
        body: { title: 'Importé', content: kept.content, tab: 'onglet' },
      })
      expect(saved.status).toBe(200)
      expect(JSON.stringify((await draftOf(made.body.id)).content)).toBe(JSON.stringify(kept.content))
    },
  )

  it.each(definitionNames)('may be ours: %s', async (name) => {
    const { definition, info } = publishedForm(name)
    const made = await create('Le nôtre', { content: { definition, info } })
    const { content } = await draftOf(made.body.id)
    expect(JSON.stringify(content.definition)).toBe(JSON.stringify(definition))
    expect(JSON.stringify(content.info)).toBe(
      JSON.stringify({ ...info, id: made.body.id, title: 'Le nôtre' }),
    )
  })
})

describe('a new questionnaire', () => {
  it('starts blank with a page to fill, under an address made of its title', async () => {
    const made = await create('Enquête d’été : « nos œuvres » !', 'blank')
    expect(made.body.id).toBe('enquete-d-ete-nos-oeuvres')
    const { body } = await designer.get(`/forms/${made.body.id}`)
    expect(body).toMatchObject({ cafId: 'caf731', title: 'Enquête d’été : « nos œuvres » !', versions: [] })
    expect(body.draft.content.definition).toMatchObject({
      locale: 'fr',
      pages: [{ name: 'page1', elements: [] }],
    })
    const next = await create('Enquête d’été : « nos œuvres » !', 'blank')
    expect(next.body.id).toBe('enquete-d-ete-nos-oeuvres-2')
  })

  it.each(['???', 'Ж'.repeat(120), `${'mot '.repeat(40)}fin`])(
    'has an address for « %s » too',
    async (title) => {
      const made = await create(title, 'blank')
      expect([made.status, made.body.id]).toEqual([201, expect.stringMatching(/^[a-z0-9]+(-[a-z0-9]+)*$/)])
      expect(made.body.id.length).toBeLessThanOrEqual(50)
    },
  )

  it('starts from a version, and goes on as the same kind', async () => {
    const made = await create('Bilan 2027', { formId: 'clas-bilan', version: 1 })
    const draft = await draftOf(made.body.id)
    const { definition, info } = await getFormVersion('clas-bilan', 1)
    expect(draft.startedFrom).toEqual({ formId: 'clas-bilan', version: 1 })
    expect(draft.content.definition).toEqual(definition)
    expect(draft.content.info).toEqual({ ...info, id: made.body.id, title: 'Bilan 2027', kind: 'clas-bilan' })
  })

  it('is made once by a request that is sent again after a lost reply', async () => {
    const key = { headers: { 'idempotency-key': 'essai-1' } }
    const first = await create('Une seule fois', 'blank', key)
    const again = await create('Une seule fois', 'blank', key)
    expect([again.status, again.body.id]).toEqual([201, first.body.id])
    expect((await create('Une seule fois', 'blank')).body.id).not.toBe(first.body.id)
  })

  it('is one each for those that are asked for at once, and one for the same request', async () => {
    const key = { headers: { 'idempotency-key': 'essai-2' } }
    const asked = Array.from({ length: 5 }, () => create('En même temps', 'blank'))
    const same = Array.from({ length: 3 }, () => create('En même temps', 'blank', key))
    const made = await Promise.all([...asked, ...same])
    expect(made.map(({ status }) => status)).toEqual(made.map(() => 201))
    expect(new Set(made.map(({ body }) => body.id)).size).toBe(6)
  })

  it('may take the title and the address of one that was given up', async () => {
    const first = await create('Reprise', 'blank')
    await designer.del(`/forms/${first.body.id}/draft`, { headers: { 'if-match': '"1"' } })
    const next = await create('Reprise', 'blank')
    expect([next.status, next.body.id]).toEqual([201, first.body.id])
    const { body, etag } = await designer.get(`/forms/${next.body.id}`)
    expect([etag, body.draft.revision]).toEqual(['"3"', 3])
  })

  it.each([
    ['another Caf’s version', 'Emprunt', { formId: 'clas-bilan-caf741', version: 1 }, '/from'],
    ['a version that does not exist', 'Emprunt', { formId: 'clas-bilan', version: 99 }, '/from'],
    ['nothing that it could start from', 'Emprunt', 'ailleurs', '/from'],
    ['a definition that is a list', 'Emprunt', { content: { definition: [], info: {} } }, '/from'],
    ['no title', ' ', 'blank', '/title'],
  ])('does not start from %s', async (_, title, from, at) => {
    const reply = await create(title, from)
    expect([reply.status, reply.body.errors?.[0]?.pointer]).toEqual([400, at])
    expect(reply.body.errors[0].detail).toMatch(/ /)
  })

  it('does not start from more than 220 KB, and says what to do', async () => {
    const reply = await create('Trop lourd', {
      content: { definition: { logo: `data:image/png;base64,${'A'.repeat(230_000)}` }, info: {} },
    })
    expect([reply.status, reply.body.detail]).toEqual([413, expect.stringContaining('data:')])
  })

  it('is asked for at one’s own Caf alone', async () => {
    const body = { title: 'Ailleurs', from: 'blank', cafId: 'caf741' }
    expect((await designer.post('/forms', { body })).status).toBe(404)
    expect((await (await platform.as('conseiller@caf731.test')).post('/forms', { body })).status).toBe(403)
    expect((await (await platform.as('partenaire@commune-lac.test')).post('/forms', { body })).status).toBe(
      404,
    )
  })
})
