// A campaign that runs goes on with another version of its questionnaire: what would happen, what happens, and pages that
// were opened before.
import { beforeAll, describe, expect, it } from 'vitest'
import { agreed, campaignInTwo, followed, saved, sent, startedBy } from '../support/moving-form.ts'
import { type Caller, usePlatform } from '../support/server.ts'

const platform = usePlatform({ now: '2026-06-10T09:00:00.000Z' })
let partner: Caller
let editor: Caller
let agent: Caller
beforeAll(async () => {
  partner = await platform.as('partenaire@asso-belledonne.test')
  editor = await platform.as('concepteur@caf731.test')
  agent = await platform.as('conseiller@caf731.test')
})

const FULL = { lieu: 'École Jean Jaurès', jours: ['lundi', 'mardi'], note: 'À revoir', public: 'CM1' }

/** A response with its first section filled under version 1. */
const begun = async (formId: string, key = 'un') => {
  const campaign = await campaignInTwo(formId)
  const path = await startedBy(partner, campaign, key)
  expect((await saved(partner, path, 'activite', { seen: 0, version: 1 }, FULL)).status).toBe(200)
  return { campaign, path }
}
const move = async (campaign: { id: string }, body: unknown = agreed) => {
  const reply = await editor.post(`/campaigns/${campaign.id}/version`, { body })
  expect([reply.status, reply.body.formVersion]).toEqual([200, 2])
  await followed(editor, campaign.id)
}
const rehearse = (formId: string, campaign: { id: string }, more: Record<string, unknown> = {}) =>
  editor.post(`/forms/${formId}/rehearsal`, {
    body: { campaignId: campaign.id, to: 2, mapping: agreed.mapping, ...more },
  })

describe('POST /forms/{id}/rehearsal', () => {
  it('tells what would happen, down to the response, and changes nothing', async () => {
    const { campaign, path } = await begun('repetition')
    await startedBy(partner, campaign, 'deux')
    const before = (await partner.get(path)).text
    const { body } = await rehearse('repetition', campaign)
    expect(body).toMatchObject({
      from: 1,
      total: 2,
      counts: { handled: 2, untouched: 1, drafts: 1, submitted: 0, losing: 1 },
      items: [
        {
          projectName: 'Dépôt un',
          lost: [
            { pointer: '/jours/0', question: '/jours', value: 'lundi', reason: 'Ce choix n’existe plus.' },
            { pointer: '/note', title: 'note', value: 'À revoir', reason: 'Cette question n’existe plus.' },
          ],
          toComplete: [{ pointer: '/effectif', detail: '« effectif » : une réponse est attendue.' }],
        },
      ],
    })
    expect((await partner.get(path)).text.replace(/"now":"[^"]+"/, '')).toBe(
      before.replace(/"now":"[^"]+"/, ''),
    )
  })

  it('knows neither the campaign of another form nor a version that was never published', async () => {
    const { campaign } = await begun('inconnu')
    await campaignInTwo('inconnu-autre')
    expect((await rehearse('inconnu-autre', campaign)).status).toBe(404)
    expect((await rehearse('inconnu', campaign, { to: 9 })).status).toBe(404)
    expect((await rehearse('inconnu', campaign, { to: 'draft' })).status).toBe(404)
    expect((await rehearse('inconnu', campaign, { from: 'ailleurs' })).status).toBe(400)
  })

  it('tries the draft as it is, and says when it cannot be tried yet', async () => {
    const { campaign } = await begun('brouillon')
    const started = await editor.post('/forms/brouillon/draft', {
      headers: { 'if-match': '"0"' },
      body: { from: { formId: 'brouillon', version: 2 } },
    })
    expect(started.status).toBeLessThan(300)
    const { body } = await rehearse('brouillon', campaign, { to: 'draft' })
    expect(body.items[0].toComplete[0].pointer).toBe('/effectif')
  })

  it('refuses a mapping that makes no sense, with its place', async () => {
    const { campaign } = await begun('mal-dit')
    const mapping = {
      questions: { '/lieu': 'nulle_part' },
      choices: { '/jours': { lundi: 'samedi' } },
      rows: {},
    }
    const { status, body } = await rehearse('mal-dit', campaign, { mapping })
    expect(status).toBe(400)
    expect(body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
      '/mapping/questions/~1lieu',
      '/mapping/choices/~1jours/lundi',
    ])
  })
})

describe('POST /campaigns/{id}/version', () => {
  it('refuses to lose what nobody agreed to lose, and names it', async () => {
    const { campaign, path } = await begun('refus')
    const reply = await editor.post(`/campaigns/${campaign.id}/version`, {
      body: { version: 2, mapping: agreed.mapping },
    })
    expect([reply.status, reply.body.type]).toEqual([409, '/problems/would-lose/'])
    expect(reply.body.questions).toEqual(['/jours', '/note'])
    expect(reply.body.errors[0].detail).toContain(
      '« Dépôt un » : la réponse à « Jours » n’aurait plus de place.',
    )
    expect((await partner.get(path)).body.form.version).toBe(1)
  })

  it('does what the rehearsal told, and no answer is gone', async () => {
    const { campaign, path } = await begun('passage')
    const [told] = (await rehearse('passage', campaign)).body.items
    await move(campaign)
    const { body } = await partner.get(path)
    expect(body.form.version).toBe(2)
    expect(body.fillUrl).toContain('/remplir/passage/2/')
    expect(body.working).toEqual({ site: FULL.lieu, jours: ['mardi'], public: 'CM1' })
    expect(body.sections.activite.answers).toEqual({ site: FULL.lieu, jours: ['mardi'] })
    expect(body.sections.budget.answers).toEqual({ public: 'CM1' })
    expect(body.moved).toMatchObject({ from: 1, to: 2, lost: told.lost, toComplete: told.toComplete })
    const history = (await partner.get(`${path}/history`)).body.items
    expect(history.at(-1)).toMatchObject({
      type: 'version-changed',
      detail: 'De la version 1 à la version 2 du questionnaire.',
    })
  })

  it('is for a version that is later, of a campaign that is published and not closed', async () => {
    const { campaign } = await begun('quand')
    const to = (version: number) =>
      editor.post(`/campaigns/${campaign.id}/version`, { body: { ...agreed, version } })
    expect((await to(1)).body.errors[0].pointer).toBe('/version')
    expect((await to(3)).status).toBe(404)
    const closed = await campaignInTwo('quand-clos', { firstDay: '2026-05-01', lastDay: '2026-06-01' })
    const reply = await editor.post(`/campaigns/${closed.id}/version`, { body: agreed })
    expect([reply.status, reply.body.type]).toEqual([409, '/problems/campaign-not-open/'])
  })

  it('gives the new version to who starts meanwhile', async () => {
    const { campaign } = await begun('nouveau')
    await move(campaign)
    const path = await startedBy(partner, campaign, 'plus-tard')
    const { body } = await partner.get(path)
    expect([body.form.version, body.moved]).toEqual([2, undefined])
  })

  it('asked twice moves once', async () => {
    const { campaign, path } = await begun('deux-fois')
    await move(campaign)
    await move(campaign)
    const history: { type: string }[] = (await partner.get(`${path}/history`)).body.items
    expect(history.filter(({ type }) => type === 'version-changed')).toHaveLength(1)
  })
})

describe('a page that was opened before', () => {
  it('goes on saving in its version, and what it saves is read in the new one', async () => {
    const { campaign, path } = await begun('ancienne')
    await move(campaign)
    const again = await saved(partner, path, 'activite', { seen: 1, version: 1 }, { ...FULL, lieu: 'Mairie' })
    expect([again.status, again.body.revision]).toEqual([200, 2])
    const { body } = await partner.get(path)
    expect(body.working.site).toBe('Mairie')
    expect(body.sections.activite.revision).toBe(2)
    const old = await partner.get(`${path}?version=1`)
    expect(old.body.form.version).toBe(1)
    expect(old.body.sections.activite.answers).toEqual({ ...FULL, lieu: 'Mairie' })
  })

  it('is checked against its own version', async () => {
    const { campaign, path } = await begun('controle')
    await move(campaign)
    const inNew = await saved(partner, path, 'activite', { seen: 1, version: 2 }, { lieu: 'Mairie' })
    expect([inNew.status, inNew.body.errors[0].pointer]).toEqual([422, '/answers/lieu'])
    const inOld = await saved(partner, path, 'activite', { seen: 1, version: 1 }, { site: 'Mairie' })
    expect([inOld.status, inOld.body.errors[0].pointer]).toEqual([422, '/answers/site'])
    expect((await saved(partner, path, 'activite', { seen: 1, version: 3 }, {})).status).toBe(400)
  })

  it('is told why, once somebody saved the part in the new version', async () => {
    const { campaign, path } = await begun('depassee')
    await move(campaign)
    const now = await saved(
      partner,
      path,
      'activite',
      { seen: 1, version: 2 },
      { site: 'Gymnase', jours: ['mardi'] },
    )
    expect([now.status, now.body.revision]).toEqual([200, 2])
    const late = await saved(partner, path, 'activite', { seen: 1, version: 1 }, FULL)
    expect([late.status, late.body.type]).toEqual([409, '/problems/form-changed/'])
    expect((await partner.get(path)).body.working.site).toBe('Gymnase')
  })

  it('is told why, once a question of the part was saved elsewhere in the new version', async () => {
    const { campaign, path } = await begun('ailleurs')
    await move(campaign)
    // « public » has come to this part: its content counts what was saved in the other.
    const budget = (await partner.get(path)).body.sections.budget
    expect(budget).toMatchObject({ revision: 1, answers: { public: 'CM1' } })
    const moved = await saved(
      partner,
      path,
      'budget',
      { seen: 1, version: 2 },
      { public: 'CM2', montant: 10 },
    )
    expect(moved.status).toBe(200)
    const late = await saved(partner, path, 'activite', { seen: 1, version: 1 }, FULL)
    expect([late.status, late.body.type]).toEqual([409, '/problems/form-changed/'])
    expect((await partner.get(path)).body.working.public).toBe('CM2')
  })

  it('makes stale what another reads in the new version', async () => {
    const { campaign, path } = await begun('croise')
    await move(campaign)
    expect(
      (await saved(partner, path, 'activite', { seen: 1, version: 1 }, { ...FULL, public: 'CE2' })).status,
    ).toBe(200)
    const late = await saved(partner, path, 'budget', { seen: 1, version: 2 }, { public: 'CM2' })
    expect([late.status, late.body.current]).toMatchObject([412, { revision: 2, answers: { public: 'CE2' } }])
  })

  it('transmits what it was opened for, which is kept and read in that version', async () => {
    const { campaign, path } = await begun('transmis')
    const { etag } = await partner.get(path)
    await move(campaign)
    const reply = await sent(partner, path, { etag, version: 1 }, { ...FULL, montant: 1200 })
    expect(reply.status).toBe(201)
    const { body } = await partner.get(path)
    expect(body.status).toBe('submitted')
    expect(body.submission.answers).toEqual({ ...FULL, montant: 1200 })
    expect(body.submission.made).toMatchObject({ version: 1, definitionUrl: '/forms/transmis/1.json' })
    expect(body.working).toEqual({ site: FULL.lieu, jours: ['mardi'], public: 'CM1', montant: 1200 })
    expect(body.submission.sectionRevisions).toMatchObject({ activite: 1, budget: 1 })
    const pdf = await agent.get(`${path}/answers.pdf`)
    expect(pdf.status).toBe(200)
    // The Caf corrects it in the version it was sent in.
    const corrected = await agent.put(`${path}/answers`, {
      headers: { 'if-match': body && (await agent.get(path)).etag },
      body: { answers: { ...FULL, montant: 1300 }, reason: 'Erreur de saisie' },
    })
    expect(corrected.status).toBe(200)
  })

  it('does not transmit over what was saved since in the new version', async () => {
    const { campaign, path } = await begun('trop-tard')
    await move(campaign)
    await saved(partner, path, 'activite', { seen: 1, version: 2 }, { site: 'Gymnase' })
    const { etag } = await partner.get(path)
    const reply = await sent(partner, path, { etag, version: 1 }, { ...FULL, montant: 1200 })
    expect([reply.status, reply.body.type]).toEqual([409, '/problems/form-changed/'])
  })
})

describe('what could not be taken over', () => {
  it('is told with its value until the new version is transmitted', async () => {
    const { campaign, path } = await begun('perdu')
    await move(campaign)
    const lost = (await partner.get(path)).body.moved.lost
    expect(lost).toMatchObject([{ value: 'lundi' }, { value: 'À revoir' }])
    const answers = { site: 'Gymnase', jours: ['mardi'], effectif: '12' }
    expect((await saved(partner, path, 'activite', { seen: 1, version: 2 }, answers)).status).toBe(200)
    const after = await partner.get(path)
    expect(after.body.moved.lost).toEqual(lost)
    expect(after.body.moved.toComplete).toEqual([])
    const reply = await sent(partner, path, { etag: after.etag, version: 2 }, { ...answers, montant: 5 })
    expect(reply.status).toBe(201)
    const { body } = await partner.get(path)
    expect(body.submission.made).toBeUndefined()
    expect(body.moved).toMatchObject({ lost: [], toComplete: [] })
  })
})
