// A campaign goes on with a version whose coherence rules are others: what they would ask of what was answered before.
import { beforeAll, describe, expect, it } from 'vitest'
import type { Rule } from '../../forms/coherence-rules.ts'
import { followed, publishNext, saved, sent, startedBy, twoVersions } from '../support/moving-form.ts'
import { type Caller, usePlatform } from '../support/server.ts'
import { openCampaign } from '../support/two-roles.ts'

const platform = usePlatform({ now: '2026-06-10T09:00:00.000Z' })
let partner: Caller
let editor: Caller
beforeAll(async () => {
  partner = await platform.as('partenaire@asso-belledonne.test')
  editor = await platform.as('concepteur@caf731.test')
})

const atLeast = (id: string, kind: Rule['kind'], min: number): Rule => ({
  ...{ id, kind, title: `Le montant est d’au moins ${min}` },
  checks: [{ check: 'each', values: ['/montant'], min, message: 'Vérifiez {value}.', money: false }],
})

const SITE = { lieu: 'École' }
const mapping = { questions: { '/lieu': 'site' }, choices: {}, rows: {} }
const EFFECTIF = expect.objectContaining({ pointer: '/effectif' })

/** A response of 50 under the rules of before, whose questionnaire then has others. */
const begun = async (
  formId: string,
  before: Rule[],
  after: Rule[],
  justifications?: Record<string, string>,
) => {
  const [first, second] = twoVersions(formId)
  const campaign = await openCampaign({ ...first, info: { ...first.info, coherence: before } })
  await publishNext({ ...second, info: { ...second.info, coherence: after } })
  const path = await startedBy(partner, campaign, 'un')
  await saved(partner, path, 'activite', { seen: 0 }, SITE)
  await saved(partner, path, 'budget', { seen: 0 }, { montant: 50 })
  if (justifications) {
    const { etag } = await partner.get(path)
    const reply = await partner.post(`${path}/submission`, {
      headers: { 'if-match': etag, 'idempotency-key': 'envoi' },
      body: { answers: { ...SITE, montant: 50 }, justifications },
    })
    expect(reply.status).toBe(201)
  }
  return { campaign, path }
}

const rehearsed = async (formId: string, campaign: { id: string }) => {
  const reply = await editor.post(`/forms/${formId}/rehearsal`, {
    body: { campaignId: campaign.id, to: 2, mapping },
  })
  expect(reply.status).toBe(200)
  return reply.body.items[0].toComplete
}

describe('rules that change between two versions', () => {
  it('are rehearsed on what was answered: one that is new, by its name, and it is told once it is so', async () => {
    const { campaign, path } = await begun('regle-neuve', [], [atLeast('R1', 'blocking', 100)])
    const told = [
      EFFECTIF,
      { pointer: '/montant', detail: 'La règle R1 « Le montant est d’au moins 100 » bloque : Vérifiez 50.' },
    ]
    expect(await rehearsed('regle-neuve', campaign)).toEqual(told)
    await editor.post(`/campaigns/${campaign.id}/version`, { body: { version: 2, mapping } })
    await followed(editor, campaign.id)
    const { body, etag } = await partner.get(path)
    expect(body.moved.toComplete).toEqual(told)
    const answers = { site: 'École', effectif: '12', montant: 50 }
    const refused = await sent(partner, path, { etag, version: 2 }, answers)
    expect([refused.status, refused.body.errors]).toEqual([
      422,
      [{ pointer: '/answers/montant', detail: 'Vérifiez 50.' }],
    ])
  })

  it('ask nothing of what they asked before', async () => {
    const rules = [atLeast('R1', 'blocking', 100), atLeast('R2', 'warning', 200)]
    const { campaign } = await begun('regle-meme', rules, rules)
    expect(await rehearsed('regle-meme', campaign)).toEqual([EFFECTIF])
  })

  it('ask again of what was explained, once they block', async () => {
    const { campaign } = await begun(
      'regle-durcie',
      [atLeast('R2', 'warning', 100)],
      [atLeast('R2', 'blocking', 100)],
      { R2: 'Petite année.' },
    )
    expect(await rehearsed('regle-durcie', campaign)).toEqual([
      EFFECTIF,
      { pointer: '/montant', detail: 'La règle R2 « Le montant est d’au moins 100 » bloque : Vérifiez 50.' },
    ])
  })

  it('ask for an explanation where they become a warning of more, and for none of what was explained', async () => {
    const { campaign } = await begun(
      'regle-elargie',
      [atLeast('R2', 'warning', 100)],
      [atLeast('R2', 'warning', 200), atLeast('R3', 'warning', 60)],
      { R2: 'Petite année.' },
    )
    expect(await rehearsed('regle-elargie', campaign)).toEqual([
      EFFECTIF,
      {
        pointer: '/montant',
        detail: 'La règle R3 « Le montant est d’au moins 60 » demande une explication : Vérifiez 50.',
      },
    ])
  })
})
