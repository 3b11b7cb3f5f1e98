import { beforeAll, describe, expect, it } from 'vitest'
import { carryInto } from '../../functions/starting/carry.ts'
import { getFormVersion } from '../../functions/store/forms.ts'
import { remindResponse } from '../../functions/store/reminding.ts'
import { callResponse, getDossier, getResponse } from '../../functions/store/responses.ts'
import { forecastAnswers } from '../../infra/local/demo-money.ts'
import { mailsOwedBy } from '../support/owed.ts'
import { calledResponse } from '../support/response.ts'
import { type Caller, usePlatform } from '../support/server.ts'
import { until } from '../support/until.ts'

const NOW = '2026-06-10T09:00:00.000Z'
const REEL = 'reel-ouvert-caf731.clas-de-belledonne'
const platform = usePlatform({ now: NOW })

let partner: Caller
let manager: Caller
beforeAll(async () => {
  partner = await platform.as('partenaire@asso-belledonne.test')
  manager = await platform.as('campagne@caf731.test')
})

describe('a response that is called', () => {
  it('starts from the forecast of its year, each answer marked, and nobody has begun it', async () => {
    const { body } = await partner.get(`/responses/${REEL}`)
    const { collectifs, collectifs_total } = forecastAnswers(body.schoolYear)
    expect(body.status).toBe('called')
    expect(body.sections.collectifs.answers).toMatchObject({ collectifs })
    expect(body.sections.activite.answers).toEqual({
      collectifs_total,
      collectifs_elementaire: 2,
      collectifs_college: 1,
      collectifs_lycee: 0,
    })
    expect(Object.keys(body.sections).toSorted()).toEqual(['activite', 'collectifs', 'reprises'])
    expect(body.sections.reprises.answers).toEqual(
      Object.fromEntries(
        [
          ...['collectifs_total', 'collectifs_elementaire', 'collectifs_college', 'collectifs_lycee'],
          ...['collectifs', 'bonus_enfants_projet', 'bonus_parents_projet'],
        ].map((question) => [question, body.schoolYear]),
      ),
    )
  })

  it('has the numbers that its organisation is known by, to be confirmed as the rest', async () => {
    const response = calledResponse('essai-identite.clas-de-belledonne', {
      formId: 'clas-bilan',
      organisationId: 'asso-belledonne',
      schoolYear: '2020-2021',
      closesAt: '2026-06-30T22:00:00.000Z',
    })
    await carryInto(response, await getFormVersion('clas-bilan', 1), NOW)
    await callResponse(response)
    const { body } = await partner.get(`/responses/${response.id}`)
    expect(body.sections.structure.answers).toEqual({ rna: 'W731000001' })
    expect(body.sections.reprises.answers).toEqual({ rna: 'organisation' })
    const path = `/responses/${response.id}/notes/reprises`
    const save = (from: string) =>
      partner.put(path, { headers: { 'if-match': '"1"' }, body: { answers: { rna: from } } })
    expect((await save('ailleurs')).status).toBe(400)
    expect((await save('organisation')).status).toBe(200)
  })

  it('is reminded as one that was not begun', async () => {
    await remindResponse(REEL, { id: 'essai', at: NOW, by: 'Alix Bernard' })
    expect(await mailsOwedBy(REEL)).toContain('reminder-not-started')
  })

  it('keeps its marks until each is confirmed, whoever reads it again', async () => {
    const path = `/responses/${REEL}`
    const { sections } = (await partner.get(path)).body
    const { collectifs: _, ...left } = sections.reprises.answers
    const { status } = await partner.put(`${path}/notes/reprises`, {
      headers: { 'if-match': '"1"' },
      body: { answers: left },
    })
    expect(status).toBe(200)
    const again = (await partner.get(path)).body
    expect(again.sections.reprises.answers).toEqual(left)
    expect(again.sections.collectifs.answers).toEqual(sections.collectifs.answers)
  })

  it('is confirmed part by part, each by those whose role fills it', async () => {
    const path = `/responses/${REEL}`
    const [accounts, activity] = await Promise.all(
      ['finances', 'saisie'].map((name) => platform.as(`${name}@asso-belledonne.test`)),
    )
    const { revision, answers } = (await partner.get(path)).body.sections.reprises
    const save = (as: Caller | undefined, notes: Record<string, string>, seen = revision) =>
      as?.put(`${path}/notes/reprises`, { headers: { 'if-match': `"${seen}"` }, body: { answers: notes } })
    const { collectifs_total: _, ...left } = answers
    for (const notes of [left, { ...answers, collectifs_total: '2020-2021' }, {}]) {
      const refused = await save(accounts, notes)
      expect([refused?.status, refused?.body.detail]).toEqual([
        403,
        'Cette action demande le rôle « saisie activité » dans l’organisation. Son administrateur peut vous le donner.',
      ])
    }
    expect((await partner.get(path)).body.sections.reprises).toMatchObject({ revision, answers })
    expect((await save(accounts, left, revision - 1))?.status).toBe(412)
    expect((await save(activity, left))?.status).toBe(200)
    expect((await partner.get(path)).body.sections.reprises.answers).toEqual(left)
  })

  it('is never given again what a person emptied', async () => {
    const dossier = await getDossier(REEL)
    const save = await partner.put(`/responses/${REEL}/sections/collectifs`, {
      headers: { 'if-match': `"${dossier.sections.collectifs?.revision}"` },
      body: { answers: {} },
    })
    expect(save.status).toBe(200)
    await carryInto(await getResponse(REEL), await getFormVersion('clas-reel', 1), NOW)
    expect((await getDossier(REEL)).sections.collectifs?.answers).toEqual({})
  })

  it('starts from the réel of the year before, when that was transmitted', async () => {
    const { schoolYear } = (await partner.get(`/responses/${REEL}`)).body
    const next = schoolYear
      .split('-')
      .map((year: string) => Number(year) + 1)
      .join('-')
    const made = await manager.post('/campaigns', {
      body: {
        formId: 'clas-previsionnel',
        title: 'Données prévisionnelles',
        schoolYear: next,
        firstDay: '2026-06-01',
        lastDay: '2026-07-10',
      },
    })
    expect(made.status).toBe(201)
    const id = `${made.body.id}.clas-du-val`
    const centre = await platform.as('partenaire@centre-social-isere.test')
    const { body } = await until(
      () => centre.get(`/responses/${id}`),
      ({ status }) => status === 200,
      20_000,
    )
    expect(body.sections.reprises.answers.charges).toBe(schoolYear)
    const last = (await centre.get('/responses/reel-ouvert-caf731.clas-du-val')).body.submission.answers
    expect(body.sections.charges.answers.charges).toEqual(last.charges)
    expect(body.sections.activite.answers).not.toHaveProperty('premiere_seance')
  })
})
