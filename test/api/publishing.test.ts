// A Caf publishes a draft: an immutable version with its static files, once whatever happens.
import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { addDays } from '../../forms/deadline.ts'
import { putAgency } from '../../functions/store/members.ts'
import { type Death, dyingTable } from '../support/dying-table.ts'
import {
  contentWith,
  DESIGNER,
  editForm,
  makeForm,
  publishForm,
  publishNext,
  question,
} from '../support/made-form.ts'
import { type Caller, usePlatform } from '../support/server.ts'

const NOW = '2026-06-10T09:00:00.000Z'
const death: Death = { writes: undefined, carriedOut: false }
const platform = usePlatform({ now: NOW, inFrontOfTable: dyingTable(death) })
const COLLEAGUE = 'bonjour@nouvelle-association.test'

let designer: Caller
let colleague: Caller
beforeAll(async () => {
  await putAgency(COLLEAGUE, { cafId: 'caf731', cafName: 'Caf de la Savoie', roles: ['concepteur'] })
  designer = await platform.as(DESIGNER)
  colleague = await platform.as(COLLEAGUE)
})

const file = async (address: string) => {
  const reply = await fetch(platform.local.origin + address)
  return {
    status: reply.status,
    bytes: Buffer.from(await reply.arrayBuffer()),
    type: reply.headers.get('content-type'),
    cache: reply.headers.get('cache-control'),
    etag: reply.headers.get('etag'),
  }
}
/** The same members in the other order. */
const reversed = (object: object) => Object.fromEntries(Object.entries(object).toReversed())
const versionsOf = async (id: string): Promise<number[]> =>
  (await designer.get(`/forms/${id}`)).body.versions.map(({ version }: { version: number }) => version)

describe('publishing a draft', () => {
  it('makes a version with its files, says the hash of its definition, and ends the draft', async () => {
    const { id, etag } = await makeForm(designer, contentWith(question('nom')))
    expect((await file(`/forms/${id}/1.json`)).status).toBe(404)
    const { status, body } = await publishForm(designer, id, etag)
    expect([status, body.version, body.definitionUrl]).toEqual([201, 1, `/forms/${id}/1.json`])
    const definition = await file(body.definitionUrl)
    expect(createHash('sha256').update(definition.bytes).digest('hex')).toBe(body.sha256)
    expect(definition.cache).toBe('public, max-age=31536000, immutable')
    const paper = await file(`/remplir/${id}/1/preparer/donnees-a-reunir.pdf`)
    expect([paper.status, paper.type, paper.cache]).toEqual([200, 'application/pdf', 'no-cache'])
    const form = (await designer.get(`/forms/${id}`)).body
    expect([form.latestVersion, form.draft]).toEqual([1, undefined])
    expect(form.versions).toEqual([{ version: 1, publishedAt: expect.any(String), sha256: body.sha256 }])
  })

  it('says what the draft left out: sections, references, time', async () => {
    const { id, etag } = await makeForm(designer, contentWith(question('nom')))
    await publishForm(designer, id, etag)
    const { body } = await designer.get(`/forms/${id}/versions/1`)
    expect(body).toMatchObject({ version: 1, publishedBy: (await designer.get('/me')).body.name })
    expect(body.content.info).toMatchObject({
      id,
      title: 'Enquête de rentrée',
      sections: [{ name: 'projet', title: 'Le projet', role: 'saisie-activite' }],
      prefilled: {},
    })
  })

  it('keeps every property and the order of keys, to the byte', async () => {
    const own = {
      ...{ zeta: 1, alpha: { z: [1, { b: 2, a: 1 }] } },
      ...{ type: 'text', name: 'nom', title: 'Nom', maxLength: 9 },
    }
    const { id, etag } = await makeForm(designer, contentWith(own))
    await publishForm(designer, id, etag)
    const { bytes } = await file(`/forms/${id}/1.json`)
    expect(bytes.toString()).toContain(JSON.stringify(own))
    const { content } = (await designer.get(`/forms/${id}/versions/1`)).body
    expect(JSON.stringify(content.definition)).toBe(bytes.toString())
  })

  it('gives a campaign what it may ask, and its partners a form to fill', async () => {
    const { id, etag } = await makeForm(designer, contentWith(question('nom')))
    const campaigner = await platform.as('campagne@caf731.test')
    const firstDay = NOW.slice(0, 10)
    const body = {
      ...{ formId: id, title: 'Enquête', schoolYear: '2026-2027', audience: 'open' },
      ...{ firstDay, lastDay: addDays(firstDay, 10) },
    }
    expect((await campaigner.post('/campaigns', { body })).status).toBe(400)
    await publishForm(designer, id, etag)
    const campaign = await campaigner.post('/campaigns', { body })
    expect(campaign.status).toBe(201)
    const partner = await platform.as('partenaire@asso-belledonne.test')
    const started = await partner.post(`/campaigns/${campaign.body.id}/responses`, {
      body: { organisationId: 'asso-belledonne', projectName: 'Projet' },
    })
    expect(started.status).toBe(201)
    const { definitionUrl } = (await partner.get(`/responses/${started.body.id}`)).body
    expect([definitionUrl, (await file(definitionUrl)).status]).toEqual([`/forms/${id}/1.json`, 200])
  })
})

describe('what is not published', () => {
  it('is a draft with faults: each is told at its place, and the draft stays', async () => {
    const { id, etag } = await makeForm(designer, contentWith({ type: 'signaturepad', name: 'nom' }))
    const { status, body } = await publishForm(designer, id, etag)
    expect([status, body.type]).toEqual([422, '/problems/not-publishable/'])
    expect(body.errors).toContainEqual(
      expect.objectContaining({ pointer: '/definition/pages/0/elements/0/type' }),
    )
    const form = (await designer.get(`/forms/${id}`)).body
    expect([form.versions, form.draft.revision]).toEqual([[], 1])
    expect((await file(`/forms/${id}/1.json`)).status).toBe(404)
  })

  it('is a page whose name cannot be a section’s: it is told at the page', async () => {
    const content = contentWith(question('nom'))
    content.definition.pages[0] = { name: 'Page 1', title: 'Une', elements: [question('nom')] }
    const { id, etag } = await makeForm(designer, content)
    const { status, body } = await publishForm(designer, id, etag)
    expect(status).toBe(422)
    expect(body.errors).toContainEqual(expect.objectContaining({ pointer: '/definition/pages/0/name' }))
  })

  it('is a draft that says what the latest version says, in whatever order', async () => {
    const { id, etag } = await makeForm(designer, contentWith(question('nom')))
    await publishForm(designer, id, etag)
    const { definition, info } = (await designer.get(`/forms/${id}/versions/1`)).body.content
    const again = await editForm(designer, id, { definition: reversed(definition), info: reversed(info) })
    const { status, body } = await publishForm(designer, id, again)
    expect([status, body.type]).toEqual([409, '/problems/nothing-to-publish/'])
    expect(body.detail).toContain('identique à la version 1')
    expect((await designer.get(`/forms/${id}`)).body.draft).toBeDefined()
    expect(await versionsOf(id)).toEqual([1])
  })

  it('is what was saved since, or what nobody said they had read', async () => {
    const { id, etag } = await makeForm(designer, contentWith(question('nom')))
    await editForm(designer, id, contentWith(question('nom'), question('prenom')))
    const stale = await publishForm(designer, id, etag)
    expect([stale.status, stale.body.current.revision]).toEqual([412, 2])
    expect((await designer.post(`/forms/${id}/versions`)).status).toBe(400)
    expect(await versionsOf(id)).toEqual([])
  })

  it('is what there is no draft of, nor what somebody is editing', async () => {
    const { id, etag } = await makeForm(designer, contentWith(question('nom')))
    await designer.put(`/forms/${id}/lock`, { body: { tab: 'onglet' } })
    const locked = await publishForm(colleague, id, etag)
    expect([locked.status, locked.body.type]).toEqual([409, '/problems/locked/'])
    await publishForm(designer, id, etag)
    const none = await publishForm(designer, id, '"0"')
    expect([none.status, none.body.type]).toEqual([409, '/problems/nothing-to-publish/'])
  })
})

describe('a publication that is asked for again', () => {
  it('after a lost reply is answered as the first time', async () => {
    const { id, etag } = await makeForm(designer, contentWith(question('nom')))
    const first = await publishForm(designer, id, etag)
    const again = await publishForm(designer, id, etag)
    expect([again.status, again.text]).toEqual([201, first.text])
    expect(await versionsOf(id)).toEqual([1])
  })

  it('by two people at once is one version: one of them has it, the other is told whose it is', async () => {
    const { id, etag } = await makeForm(designer, contentWith(question('nom')))
    const replies = await Promise.all([designer, colleague].map((caller) => publishForm(caller, id, etag)))
    expect(replies.map(({ status }) => status).toSorted()).toEqual([201, 409])
    const { name } = (await (replies[0]?.status === 201 ? designer : colleague).get('/me')).body
    const told = replies.find(({ status }) => status === 409)?.body.detail
    expect(told).toContain(`${name} vient de publier ce brouillon : c’est la version 1`)
    expect(await versionsOf(id)).toEqual([1])
  })

  it('by one person from many tabs is one version, and all are told of it', async () => {
    const { id, etag } = await makeForm(designer, contentWith(question('nom')))
    const replies = await Promise.all(Array.from({ length: 6 }, () => publishForm(designer, id, etag)))
    expect(replies.map(({ status, body }) => [status, body.version])).toEqual(Array(6).fill([201, 1]))
    expect(await versionsOf(id)).toEqual([1])
  })
})

describe('a process that dies while it publishes', () => {
  const deaths = [0, 1, 2].flatMap((writes) =>
    [false, true].map((carriedOut) => [writes, carriedOut] as const),
  )

  it.each(deaths)('at write %i (carried out: %s) is made up for by the next', async (writes, carriedOut) => {
    const { id } = await makeForm(designer, contentWith(question('nom')))
    await publishNext(designer, id, contentWith(question('nom'), question('prenom')))
    const etag = await editForm(designer, id, contentWith(question('nom'), question('age')))
    Object.assign(death, { writes, carriedOut })
    const died = await publishForm(designer, id, etag)
    death.writes = undefined
    expect(died.status).toBe(500)
    const { latestVersion } = (await designer.get(`/forms/${id}`)).body
    // Nobody is sent to a page that is not there.
    expect((await file(`/forms/${id}/${latestVersion}.json`)).status).toBe(200)
    const again = await publishForm(designer, id, etag)
    expect([again.status, again.body.version]).toEqual([201, 2])
    expect(await versionsOf(id)).toEqual([1, 2])
    expect((await designer.get(`/forms/${id}`)).body.draft).toBeUndefined()
  })

  it('leaves a version that is ended before another one, when its draft went on', async () => {
    const { id, etag } = await makeForm(designer, contentWith(question('nom')))
    Object.assign(death, { writes: 0, carriedOut: true })
    await publishForm(designer, id, etag)
    death.writes = undefined
    expect((await designer.get(`/forms/${id}/versions/1`)).status).toBe(404)
    expect(await publishNext(designer, id, contentWith(question('autre')))).toBe(2)
    expect((await file(`/forms/${id}/1.json`)).bytes.toString()).toContain('Question nom')
    expect(await versionsOf(id)).toEqual([1, 2])
  })

  it('without storage sends nobody to files that are not there', async () => {
    const { id, etag } = await makeForm(designer, contentWith(question('nom')))
    const storage = process.env.AWS_ENDPOINT_URL_S3
    process.env.AWS_ENDPOINT_URL_S3 = 'http://127.0.0.1:9'
    expect((await publishForm(designer, id, etag)).status).toBe(500)
    process.env.AWS_ENDPOINT_URL_S3 = storage
    expect((await designer.get(`/forms/${id}`)).body.latestVersion).toBeUndefined()
    expect((await publishForm(designer, id, etag)).status).toBe(201)
    expect((await file(`/forms/${id}/1.json`)).status).toBe(200)
  })
})

describe('a published version', () => {
  it('never changes: later versions leave its bytes, hash and address as they were', async () => {
    const { id, etag } = await makeForm(designer, contentWith(question('nom')))
    const { body } = await publishForm(designer, id, etag)
    const before = {
      file: await file(body.definitionUrl),
      view: (await designer.get(`/forms/${id}/versions/1`)).text,
    }
    expect(await publishNext(designer, id, contentWith(question('nom', { isRequired: true })))).toBe(2)
    expect(await publishNext(designer, id, contentWith(question('nom')))).toBe(3)
    expect(await file(body.definitionUrl)).toEqual(before.file)
    expect((await designer.get(`/forms/${id}/versions/1`)).text).toBe(before.view)
    expect((await file(`/forms/${id}/3.json`)).bytes).toEqual(before.file.bytes)
  })

  it('is none that was not published', async () => {
    const { id } = await makeForm(designer, contentWith(question('nom')))
    const none = await designer.get(`/forms/${id}/versions/1`)
    expect([none.status, none.body.detail]).toEqual([
      404,
      'Ce questionnaire n’a pas encore de version publiée.',
    ])
    for (const version of ['4', '0', 'un', '1e3', '-1'])
      expect((await designer.get(`/forms/clas-bilan/versions/${version}`)).body.detail).toContain(
        'ses versions vont de 1 à 1',
      )
  })
})
