import { describe, expect, it } from 'vitest'
import type { Submission } from '../../forms/nouns/submission.ts'
import { listCampaignResponses } from '../../functions/store/campaign-rows.ts'
import { closeResponse, listOverdue } from '../../functions/store/closing.ts'
import { drainResponse, listHistory, listUndrained } from '../../functions/store/history.ts'
import { shardOf, shards } from '../../functions/store/index-keys.ts'
import {
  callResponse,
  etagOf,
  getDossier,
  getResponse,
  listOrganisationResponses,
} from '../../functions/store/responses.ts'
import { saveSection } from '../../functions/store/sections.ts'
import { countSubmission, findSubmission, findSubmissionByKey } from '../../functions/store/submissions.ts'
import { calledResponse } from '../support/response.ts'
import { useTable } from '../support/table.ts'

useTable()

const IN_TIME = '2024-07-12T21:59:59.999Z'
const CLOSED = '2024-07-12T22:00:00.000Z'

const submissionOf = (key: string, receivedAt: string, number = 1): Submission => ({
  id: `id-${key}-${number}`,
  number,
  answers: { bilan: 'Fait.' },
  by: 'Camille Martin',
  receivedAt,
  receipt: { reference: 'BQ-4M2X-81TZ', receivedAt, sha256: 'abc', jws: 'a.b.c' },
  sectionRevisions: {},
  idempotencyKey: key,
  reply: '{}',
})

const save = (id: string, name: string, seen: number, answers = {}) =>
  getResponse(id).then((response) =>
    saveSection(response, { name, answers, seen, by: 'Camille', at: '2024-07-01T08:00:00.000Z' }),
  )

describe('calling', () => {
  it('creates exactly one response, and never touches a draft when repeated', async () => {
    expect(await callResponse(calledResponse('appel.bauges'))).toBe(true)
    await save('appel.bauges', 'lieu', 0, { quartier: 'Biollay' })
    expect(await callResponse(calledResponse('appel.bauges'))).toBe(false)
    const dossier = await getDossier('appel.bauges')
    expect(dossier.status).toBe('draft')
    expect(dossier.sections.lieu?.answers).toEqual({ quartier: 'Biollay' })
  })

  it('shows the response to its organisation, its campaign and the closing of its shard', async () => {
    const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id)
    expect(ids(await listOrganisationResponses('asso-belledonne'))).toContain('appel.bauges')
    expect(ids(await listCampaignResponses('appel'))).toEqual(['appel.bauges'])
    expect(await listOverdue(shardOf('appel.bauges'), CLOSED)).toContain('appel.bauges')
    expect(await listOverdue(shardOf('appel.bauges'), IN_TIME)).not.toContain('appel.bauges')
  })
})

describe('the ETag of a dossier', () => {
  it('changes with each section saved and each submission, and with nothing else', async () => {
    await callResponse(calledResponse('etag.bauges'))
    const seen = [etagOf(await getDossier('etag.bauges'))]
    await save('etag.bauges', 'lieu', 0)
    seen.push(etagOf(await getDossier('etag.bauges')))
    await save('etag.bauges', 'lieu', 1)
    seen.push(etagOf(await getDossier('etag.bauges')))
    await countSubmission(await getResponse('etag.bauges'), submissionOf('a', IN_TIME))
    seen.push(etagOf(await getDossier('etag.bauges')))
    expect(new Set(seen).size).toBe(4)
    await drainResponse(await getResponse('etag.bauges'))
    expect(etagOf(await getDossier('etag.bauges'))).toBe(seen.at(-1))
  })
})

describe('counting a submission', () => {
  it('holds the deadline to the millisecond in the write itself', async () => {
    await callResponse(calledResponse('heure.juste'))
    await callResponse(calledResponse('heure.passee'))
    expect(await countSubmission(await getResponse('heure.juste'), submissionOf('a', IN_TIME))).toBeDefined()
    expect(
      await countSubmission(await getResponse('heure.passee'), submissionOf('a', CLOSED)),
    ).toBeUndefined()
    const refused = await getResponse('heure.passee')
    expect(refused).toMatchObject({ status: 'called', submissionNumber: 0 })
    expect(await findSubmission(refused)).toBeUndefined()
    expect(await findSubmissionByKey(refused, 'a')).toBeUndefined()
  })

  it('counts one of many that saw the same state', async () => {
    await callResponse(calledResponse('course.bauges'))
    const seen = await getResponse('course.bauges')
    const counted = await Promise.all(
      Array.from({ length: 12 }, (_, i) => countSubmission(seen, submissionOf(`cle-${i}`, IN_TIME))),
    )
    expect(counted.filter(Boolean)).toHaveLength(1)
    expect((await getResponse('course.bauges')).submissionIds).toHaveLength(1)
  })

  it('leaves the response out of the closing that follows', async () => {
    await callResponse(calledResponse('transmis.bauges'))
    await countSubmission(await getResponse('transmis.bauges'), submissionOf('a', IN_TIME))
    expect(await closeResponse('transmis.bauges', CLOSED)).toBe(false)
    expect((await getResponse('transmis.bauges')).status).toBe('submitted')
    const overdue = await Promise.all(shards.map((shard) => listOverdue(shard, CLOSED)))
    expect(overdue.flat()).not.toContain('transmis.bauges')
  })
})

describe('closing against submitting', () => {
  it('leaves no response in two states, whoever comes first', async () => {
    const ids = Array.from({ length: 20 }, (_, i) => `duel.projet-${i}`)
    for (const id of ids) await callResponse(calledResponse(id))
    const outcomes = await Promise.all(
      ids.map(async (id) => {
        const seen = await getResponse(id)
        const [closed, counted] = await Promise.all([
          closeResponse(id, CLOSED),
          countSubmission(seen, submissionOf('a', IN_TIME)),
        ])
        return { id, closed, counted: counted !== undefined }
      }),
    )
    for (const { id, closed, counted } of outcomes) {
      expect(closed).not.toBe(counted)
      expect((await getResponse(id)).status).toBe(counted ? 'submitted' : 'missed')
    }
  })
})

describe('history', () => {
  it('is the same before and after it is drained, and keeps what comes meanwhile', async () => {
    await callResponse(calledResponse('histoire.bauges'))
    const stale = await getResponse('histoire.bauges')
    await save('histoire.bauges', 'lieu', 0)
    expect(await drainResponse(stale)).toBe(false)
    expect((await listHistory(await getResponse('histoire.bauges'))).map(({ type }) => type)).toEqual([
      'called',
      'started',
    ])
    expect(await drainResponse(await getResponse('histoire.bauges'))).toBe(true)
    expect(await listUndrained(shardOf('histoire.bauges'))).not.toContain('histoire.bauges')
    const drained = await getResponse('histoire.bauges')
    expect(drained.history).toEqual([])
    expect((await listHistory(drained)).map(({ type }) => type)).toEqual(['called', 'started'])
  })
})
