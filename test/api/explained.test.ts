// Whatever an agent does to a dossier is told by its history alone: who, when, why, and of what.
import { beforeAll, describe, expect, it } from 'vitest'
import { validAnswers } from '../support/answers.ts'
import { type Caller, usePlatform } from '../support/server.ts'

const platform = usePlatform({ now: '2026-06-10T09:00:00.000Z' })
const CAMPAIGN = 'bilan-2026-06-10-caf731'
const ID = `${CAMPAIGN}.clas-des-bauges`
const PATH = `/responses/${ID}`
const answers = validAnswers()

type Item = { type: string; by?: string; detail?: string; submission?: number; questions?: string[] }
type Told = [type: string, by: string | undefined, detail: string | undefined]

let adviser: Caller
let manager: Caller
beforeAll(async () => {
  adviser = await platform.as('conseiller@caf731.test')
  manager = await platform.as('campagne@caf731.test')
})
const history = async (path: string): Promise<Item[]> =>
  (await adviser.get(`${path}/history`)).body.items.filter(({ type }: Item) => !type.startsWith('mail'))
const seen = async (path: string) => ({ 'if-match': (await adviser.get(path)).etag })
const accepted = (reply: { status: number }) => expect([200, 201, 202]).toContain(reply.status)

describe('the history of a dossier', () => {
  it('tells each act of an agent, with who and why', async () => {
    const partner = await platform.as('partenaire@asso-belledonne.test')
    const before = (await history(PATH)).length
    const word = 'Pensez à la partie 3.'
    accepted(
      await manager.post(`/campaigns/${CAMPAIGN}/reminders`, { body: { responses: [ID], message: word } }),
    )
    accepted(
      await manager.put(`${PATH}/deadline`, { body: { lastDay: '2026-06-15', reason: 'Panne du réseau' } }),
    )
    const several = { responses: [ID], lastDay: '2026-06-18', reason: 'Neige' }
    accepted(await manager.post(`/campaigns/${CAMPAIGN}/extensions`, { body: several }))
    const sent = await partner.post(`${PATH}/submission`, {
      headers: { 'idempotency-key': 'un', ...(await seen(PATH)) },
      body: { answers },
    })
    accepted(sent)
    const asked = { message: 'Précisez', lastDay: '2026-06-25', questions: ['/quartier'] }
    accepted(await adviser.post(`${PATH}/correction`, { headers: await seen(PATH), body: asked }))
    const corrected = { answers: { ...answers, quartier: 'Bissy' }, reason: 'Vu au téléphone' }
    accepted(await adviser.put(`${PATH}/answers`, { headers: await seen(PATH), body: corrected }))
    accepted(await adviser.post(`${PATH}/messages`, { body: { text: 'C’est fait.' } }))
    accepted(await adviser.post(`${PATH}/validation`, { headers: await seen(PATH), body: {} }))
    accepted(await adviser.del(`${PATH}/validation`, { headers: await seen(PATH) }))
    const several2 = { responses: [{ id: ID, reference: (await adviser.get(PATH)).body.reference }] }
    accepted(await adviser.post(`/campaigns/${CAMPAIGN}/validations`, { body: several2 }))

    const items = (await history(PATH)).slice(before)
    expect(items.map(({ type, by, detail }): Told => [type, by, detail])).toEqual([
      ['reminded', 'Lou Girard', word],
      ['extended', 'Lou Girard', 'Panne du réseau'],
      ['extended', 'Lou Girard', 'Neige'],
      ['submitted', 'Camille Martin', sent.body.receipt.reference],
      ['correction-asked', 'Alix Bernard', 'Précisez'],
      ['corrected', 'Alix Bernard, Caf de la Savoie', 'Vu au téléphone'],
      ['message', 'Alix Bernard', 'C’est fait.'],
      ['validated', 'Alix Bernard, Caf de la Savoie', undefined],
      ['validation-withdrawn', 'Alix Bernard, Caf de la Savoie', undefined],
      ['validated', 'Alix Bernard, Caf de la Savoie', undefined],
    ])
    expect(items.find(({ type }) => type === 'correction-asked')?.questions).toEqual(['/quartier'])
    expect(items.find(({ type }) => type === 'corrected')).toMatchObject({
      changes: [{ pointer: '/quartier', after: 'Bissy' }],
    })
    // Which of the versions was validated.
    expect(items.findLast(({ type }) => type === 'validated')?.submission).toBe(2)
  })

  it('tells what a validation opened, and what its withdrawal closed', async () => {
    const path = '/responses/habilitation-caf731.nouveau-depot-demo'
    accepted(await adviser.post(`${path}/validation`, { headers: await seen(path), body: {} }))
    accepted(await adviser.del(`${path}/validation`, { headers: await seen(path) }))
    const told = (await history(path)).map(({ detail }) => detail)
    expect(told.at(-2)).toBe(
      'Organisation inscrite : « Les Écoliers de Chambéry ». Personnes indiquées : noa@ecoliers-chambery.test.',
    )
    expect(told.at(-1)).toBe('Les accès que la validation avait ouverts sont retirés.')
  })

  it('tells of a deadline that moved for a whole campaign, with the reason given for all', async () => {
    const id = 'bilan-ouvert-caf731'
    const { body, etag } = await manager.get(`/campaigns/${id}`)
    const extended = await manager.patch(`/campaigns/${id}`, {
      headers: { 'if-match': etag },
      body: { lastDay: '2026-07-30', reason: 'Grève des postes' },
    })
    expect([extended.status, body.id]).toEqual([200, id])
    await expect
      .poll(async () => (await history(`/responses/${id}.clas-des-bauges`)).at(-1), { timeout: 30_000 })
      .toMatchObject({ type: 'extended', by: 'Lou Girard', detail: 'Grève des postes' })
  })
})
