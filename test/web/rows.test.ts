import { describe, expect, it } from 'vitest'
import type { CampaignRow } from '../../forms/campaign-rows-wire.ts'
import { phaseWords } from '../../web/caf/opening.ts'
import { mayBeReminded, queryOfView, shownRows, viewOfQuery } from '../../web/caf/rows.ts'

const row = (projectName: string, part: Partial<CampaignRow> = {}): CampaignRow => ({
  id: `bilan.${projectName.length}`,
  projectName,
  organisationId: 'asso',
  organisationName: 'Association',
  status: 'called',
  closesAt: '2024-07-12T22:00:00.000Z',
  deadlineFrom: 'campaign',
  flags: [],
  unread: 0,
  ...part,
})
const rows = [
  row('Clas d’Épierre', { status: 'draft' }),
  row('Clas 10', { status: 'submitted', submittedAt: '2024-07-02T08:00:00.000Z', reference: 'BQ-7F3K-92QD' }),
  row('Clas 2', {
    status: 'submitted',
    submittedAt: '2024-07-01T08:00:00.000Z',
    flags: ['looks-complete'],
  }),
]
const names = (query: string): string[] =>
  shownRows(rows, viewOfQuery(new URLSearchParams(query))).map(({ projectName }) => projectName)

describe('the table of a campaign', () => {
  it('sorts by project as people count', () => {
    expect(names('')).toEqual(['Clas 2', 'Clas 10', 'Clas d’Épierre'])
    expect(names('tri=-projet')).toEqual(['Clas d’Épierre', 'Clas 10', 'Clas 2'])
  })

  it('sorts by date of sending, those not sent last either way', () => {
    expect(names('tri=transmis')).toEqual(['Clas 2', 'Clas 10', 'Clas d’Épierre'])
    expect(names('tri=-transmis')).toEqual(['Clas 10', 'Clas 2', 'Clas d’Épierre'])
  })

  it('finds without accents or capitals, by every word, in the reference too', () => {
    expect(names('q=epierre')).toEqual(['Clas d’Épierre'])
    expect(names('q=ASSOCIATION 10')).toEqual(['Clas 10'])
    expect(names('q=92qd')).toEqual(['Clas 10'])
  })

  it('filters by status', () => {
    expect(names('etat=draft')).toEqual(['Clas d’Épierre'])
  })

  it('filters by what a closing pointed out', () => {
    expect(names('signal=looks-complete')).toEqual(['Clas 2'])
  })

  it('filters by what asks for attention, by how far drafts came, by organisation', () => {
    const now = '2024-07-06T09:00:00.000Z'
    const some = [
      row('Rien', { status: 'called' }),
      row('Loin', { status: 'draft', percent: 80, movedAt: '2024-06-20T09:00:00.000Z' }),
      row('Fini', {
        status: 'draft',
        percent: 100,
        movedAt: '2024-07-05T09:00:00.000Z',
        organisationId: 'b',
      }),
      row('Reçu', { status: 'submitted', percent: 100 }),
    ]
    const found = (query: string) =>
      shownRows(some, viewOfQuery(new URLSearchParams(query)), now).map(({ projectName }) => projectName)
    expect(found('cas=non-commence')).toEqual(['Rien'])
    expect(found('cas=bloque')).toEqual(['Loin'])
    expect(found('cas=urgent')).toEqual(['Fini', 'Loin', 'Rien'])
    expect(found('avance=plus-50')).toEqual(['Loin'])
    expect(found('avance=complet')).toEqual(['Fini'])
    expect(found('avance=rien')).toEqual(['Rien'])
    expect(found('organisation=b')).toEqual(['Fini'])
    expect(found('tri=avance')).toEqual(['Loin', 'Fini', 'Reçu', 'Rien'])
  })

  it('proposes to remind those that have not submitted and still can', () => {
    const [epierre, sent] = rows
    expect([epierre, sent].map((one) => one && mayBeReminded(one, '2024-07-12T21:59:59.999Z'))).toEqual([
      true,
      false,
    ])
    expect(epierre && mayBeReminded(epierre, '2024-07-12T22:00:00.000Z')).toBe(false)
  })

  it('keeps its view in the address, and takes an unknown one for none', () => {
    const address =
      '?id=bilan&etat=draft&signal=looks-complete&cas=bloque&avance=moins-50&organisation=asso&q=clas&tri=-echeance'
    expect(queryOfView('bilan', viewOfQuery(new URLSearchParams(address)))).toBe(address)
    expect(
      queryOfView('bilan', viewOfQuery(new URLSearchParams('?etat=x&signal=z&cas=y&avance=x&tri=y'))),
    ).toBe('?id=bilan')
  })
})

describe('a campaign in words', () => {
  const campaign = {
    status: 'published' as const,
    proposed: false,
    opensAt: '2024-06-13T22:00:00.000Z',
    closesAt: '2024-07-12T22:00:00.000Z',
    zone: 'Europe/Paris',
  }
  it.each([
    ['2024-06-11T10:00:00.000Z', 'Ouvre dans 3 jours'],
    ['2024-06-13T10:00:00.000Z', 'Ouvre demain'],
    ['2024-07-09T10:00:00.000Z', 'Se termine dans 3 jours'],
    ['2024-07-12T21:48:00.000Z', 'Il reste 12 min'],
    ['2024-07-12T22:00:00.000Z', 'Close'],
  ])('at %s: %s', (now, words) => {
    expect(phaseWords(campaign, now)).toBe(words)
  })

  it('says of a draft that it is one, or that it was proposed, whatever its days', () => {
    const draft = { ...campaign, status: 'draft' as const }
    expect(phaseWords(draft, '2024-07-09T10:00:00.000Z')).toBe('Brouillon')
    expect(phaseWords({ ...draft, proposed: true }, '2024-07-09T10:00:00.000Z')).toBe('Proposée')
  })
})
