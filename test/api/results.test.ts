// The results of a campaign: what the answers that count come to, for its Caf alone, narrowed, and as they may be published.
import { beforeAll, describe, expect, it } from 'vitest'
import type { Campaign } from '../../forms/nouns/campaign.ts'
import type { Answers } from '../../forms/nouns/scalars.ts'
import type { CampaignResults, QuestionResult, TextsPage } from '../../forms/results-wire.ts'
import { bilanAnswers } from '../../infra/local/demo-answers.ts'
import { publishedForm } from '../support/definitions.ts'
import { campaignOf, dossier } from '../support/exported.ts'
import { type Caller, usePlatform } from '../support/server.ts'

const platform = usePlatform({ now: '2026-06-10T09:00:00.000Z' })
const form = { ...publishedForm('clas-bilan'), formId: 'bilan-des-resultats' }

let agent: Caller
let campaign: Campaign
let empty: Campaign
beforeAll(async () => {
  agent = await platform.as('conseiller@caf731.test')
  campaign = await campaignOf([form])
  const base = bilanAnswers(form.info)
  for (let i = 0; i < 24; i += 1) {
    const own: Answers = {
      ...(i % 3 === 0 ? { qpv: 'oui', qpv_nom: 'Le Biollay' } : { qpv: 'non' }),
      milieu: i < 2 ? 'rural' : 'urbain',
      niveaux: i < 10 ? ['college', 'lycee'] : ['elementaire'],
      structure_type: i < 12 ? 'centre_social' : 'ccas',
      familles: 10 + i,
      bilan: `Bilan numéro ${i}`,
    }
    await dossier(
      campaign,
      `projet-${i}`,
      { ...base, ...own },
      { projectName: `Projet ${String(i).padStart(2, '0')}` },
    )
  }
  await dossier(campaign, 'en-retard')
  empty = await campaignOf([{ ...form, formId: 'bilan-vide' }])
  await dossier(empty, 'rien')
})

const resultsOf = async (query = '', of = campaign): Promise<CampaignResults> => {
  const { status, body } = await agent.get(`/campaigns/${of.id}/results${query}`)
  expect(status).toBe(200)
  return body
}
const oneOf = ({ questions }: CampaignResults, name: string): QuestionResult => {
  const found = questions.find(({ path }) => path === `/${name}`)
  if (!found) throw new Error(`no question ${name}`)
  return found
}
const barsOf = ({ figures }: QuestionResult) =>
  figures.kind === 'choices' ? Object.fromEntries(figures.bars.map(({ code, count }) => [code, count])) : {}

describe('the results of a campaign', () => {
  it('count what was transmitted, and nothing else', async () => {
    const results = await resultsOf()
    expect(results).toMatchObject({
      transmitted: 24,
      dossiers: 24,
      isPublished: false,
      formTitle: 'Bilan qualitatif',
    })
    expect(barsOf(oneOf(results, 'qpv'))).toEqual({ oui: 8, non: 16 })
    expect(oneOf(results, 'familles').figures).toMatchObject({
      numbers: { count: 24, sum: 516, mean: 21.5, median: 21.5, min: 10, max: 33 },
    })
    expect(oneOf(results, 'bilan').figures).toMatchObject({
      items: expect.arrayContaining([
        {
          text: 'Bilan numéro 0',
          response: `${campaign.id}.projet-0`,
          projectName: 'Projet 00',
          organisationName: 'Association Belledonne',
        },
      ]),
      more: true,
    })
  })

  it('say how many were asked a question that depends on another', async () => {
    expect(oneOf(await resultsOf(), 'qpv_nom')).toMatchObject({ answered: 8, shown: 8, asked: 24 })
  })

  it('of a campaign without any submission are empty, not wrong', async () => {
    const results = await resultsOf('', empty)
    expect(results).toMatchObject({ transmitted: 0, dossiers: 0 })
    expect(results.questions.length).toBeGreaterThan(10)
    expect(oneOf(results, 'familles').figures).toMatchObject({
      numbers: { count: 0, mean: null, median: null },
    })
  })

  it('follow a dossier as soon as it is transmitted', async () => {
    const fresh = await campaignOf([{ ...form, formId: 'bilan-frais' }])
    await dossier(fresh, 'un', bilanAnswers(form.info))
    expect(await resultsOf('', fresh)).toMatchObject({ transmitted: 1 })
    await dossier(fresh, 'deux', bilanAnswers(form.info))
    expect(await resultsOf('', fresh)).toMatchObject({ transmitted: 2 })
  })

  it('are known to no other Caf and to no partner', async () => {
    const other = await platform.as('conseiller@caf741.test')
    const partner = await platform.as('partenaire@asso-belledonne.test')
    for (const path of ['results', 'results/texts?question=/bilan']) {
      expect((await other.get(`/campaigns/${campaign.id}/${path}`)).status).toBe(404)
      expect((await partner.get(`/campaigns/${campaign.id}/${path}`)).status).toBe(404)
      expect((await platform.anyone.get(`/campaigns/${campaign.id}/${path}`)).status).toBe(401)
    }
  })

  it('stand in the log of accesses', async () => {
    await resultsOf()
    const head = await platform.as('administrateur@caf731.test')
    const { body } = await head.get('/accesses')
    expect(body.items).toEqual(
      expect.arrayContaining([expect.objectContaining({ what: 'results-read', campaign: campaign.id })]),
    )
  })
})

describe('filters', () => {
  it('narrow the results, one or several at once', async () => {
    expect(await resultsOf('?qpv=oui')).toMatchObject({ transmitted: 24, dossiers: 8 })
    const both = await resultsOf('?qpv=oui&niveau=college')
    expect(both.dossiers).toBe(4)
    expect(barsOf(oneOf(both, 'niveaux'))).toEqual({ elementaire: 0, college: 4, lycee: 4 })
    expect((await resultsOf('?structure=ccas')).dossiers).toBe(12)
  })

  it('offer the values that dossiers hold, with how many do', async () => {
    const { filters } = await resultsOf('?niveau=lycee')
    expect(filters.map(({ name, by }) => [name, by])).toEqual([
      ['commune', 'territory'],
      ['qpv', 'territory'],
      ['milieu', 'territory'],
      ['niveau', 'level'],
      ['structure', 'organisation'],
    ])
    expect(filters.find(({ name }) => name === 'niveau')).toMatchObject({
      chosen: 'lycee',
      options: [
        { value: 'elementaire', text: 'Élémentaire', dossiers: 14 },
        { value: 'college', dossiers: 10 },
        { value: 'lycee', dossiers: 10 },
      ],
    })
  })

  it.each([
    { query: '?publish=peut-etre', says: '« publish » vaut « true » ou « false ».' },
    { query: '?niveau=maternelle', says: '« maternelle » n’est pas une valeur de « Niveau scolaire ».' },
    {
      query: '?couleur=bleu',
      says: '« couleur » n’est pas un filtre de ce questionnaire. Il a : « commune », « qpv », « milieu », « niveau », « structure ».',
    },
  ])('refuse $query in a sentence', async ({ query, says }) => {
    const { status, body } = await agent.get(`/campaigns/${campaign.id}/results${query}`)
    expect([status, body.detail]).toEqual([400, says])
  })
})

describe('the version to publish', () => {
  it('hides what fewer than five have in common, and what would tell it', async () => {
    const results = await resultsOf('?publish=true')
    expect(results).toMatchObject({ isPublished: true, transmitted: 24 })
    expect(barsOf(oneOf(results, 'milieu'))).toEqual({ urbain: null, rural: null })
    expect(barsOf(oneOf(results, 'qpv'))).toEqual({ oui: 8, non: 16 })
    expect(oneOf(results, 'familles').figures).toMatchObject({
      numbers: { sum: 516, median: 21.5, min: null, max: null, atMin: null },
    })
  })

  it('holds no text, no name and no dossier', async () => {
    const told = JSON.stringify(await resultsOf('?publish=true'))
    for (const secret of ['Bilan numéro', 'Projet 0', 'Camille', 'Belledonne', '.projet-'])
      expect(told).not.toContain(secret)
  })

  it('tells nothing of a filter that lets fewer than five dossiers through', async () => {
    const results = await resultsOf('?publish=true&milieu=rural')
    expect(results.dossiers).toBeNull()
    expect(results.questions.every(({ figures }) => figures.kind === 'withheld')).toBe(true)
  })
})

describe('the texts of a question', () => {
  it('come page by page, each once, by project', async () => {
    const many = await campaignOf([{ ...form, formId: 'bilan-long' }])
    for (let i = 0; i < 70; i += 1)
      await dossier(many, `projet-${i}`, { bilan: `Texte ${i}` }, { projectName: `Projet ${i % 5}` })
    const texts: string[] = []
    const projects: string[] = []
    let from: string | undefined
    let pages = 0
    do {
      const { body }: { body: TextsPage } = await agent.get(
        `/campaigns/${many.id}/results/texts?question=/bilan${from ? `&from=${from}` : ''}`,
      )
      texts.push(...body.items.map(({ text }) => text))
      projects.push(...body.items.map(({ projectName }) => projectName))
      from = body.next
      pages += 1
    } while (from)
    expect(pages).toBe(2)
    expect(new Set(texts).size).toBe(70)
    expect(texts).toHaveLength(70)
    expect(projects).toEqual(projects.toSorted())
  })

  it('are those that the filters let through', async () => {
    const { body }: { body: TextsPage } = await agent.get(
      `/campaigns/${campaign.id}/results/texts?question=/bilan&milieu=rural`,
    )
    expect(body.items.map(({ text }) => text)).toEqual(['Bilan numéro 0', 'Bilan numéro 1'])
  })

  it('inside lists are found too', async () => {
    const { body }: { body: TextsPage } = await agent.get(
      `/campaigns/${campaign.id}/results/texts?question=/actions/*/description&milieu=rural`,
    )
    expect(body.items).toHaveLength(6)
  })

  it.each([
    { query: '', says: 'Dites de quelle question, par exemple « ?question=/bilan ».' },
    {
      query: '?question=/familles',
      says: '« /familles » n’est pas une question à texte de ce questionnaire.',
    },
    { query: '?question=/bilan&publish=true', says: 'Une version à publier n’a pas de textes.' },
    {
      query: '?question=/bilan&from=abc',
      says: 'Cette suite des textes n’existe pas : reprenez depuis les premiers.',
    },
    {
      query: `?question=/bilan&from=${Buffer.from('[["autre-campagne.projet","Projet"]]').toString('base64url')}`,
      says: 'Cette suite des textes n’existe pas : reprenez depuis les premiers.',
    },
  ])('refuse $query in a sentence', async ({ query, says }) => {
    const { status, body } = await agent.get(`/campaigns/${campaign.id}/results/texts${query}`)
    expect([status, body.detail]).toEqual([400, says])
  })
})
