import { describe, expect, it } from 'vitest'
import type { Upcoming } from '../../forms/people-wire.ts'
import { summaryOf } from '../../forms/views.ts'
import { yearOf } from '../../web/partner/year.ts'
import { calledResponse } from '../support/response.ts'

const NOW = '2026-06-10T09:00:00.000Z'
const response = (id: string, closesAt: string, more = {}) =>
  summaryOf(calledResponse(id, { closesAt, ...more }))
const coming: Upcoming = {
  campaignId: 'suivante',
  title: 'Bilan suivant',
  formTitle: 'Bilan',
  schoolYear: '2026-2027',
  projectId: 'bauges',
  projectName: 'Clas des Bauges',
  organisationId: 'asso-belledonne',
  organisationName: 'Association Belledonne',
  opensAt: '2026-12-01T00:00:00.000Z',
  closesAt: '2027-01-15T00:00:00.000Z',
  zone: 'Europe/Paris',
  dataMapUrl: '/remplir/bilan/1/preparer/',
}

describe('a partner’s year', () => {
  it('groups what was, is and will be due by organisation and project, by deadline', () => {
    const year = yearOf(
      [
        response('b.bauges', '2026-07-01T00:00:00.000Z', {
          status: 'draft',
          campaignTitle: 'Enquête de mars, pilotes',
        }),
        response('a.bauges', '2026-05-01T00:00:00.000Z', { status: 'called' }),
        response('a.lac', '2026-07-01T00:00:00.000Z', {
          organisationId: 'lac',
          organisationName: 'Commune du Lac',
          projectName: 'Clas du Lac',
        }),
        response('vieux.bauges', '2024-05-01T00:00:00.000Z'),
      ],
      [coming],
      NOW,
    )
    expect(year.map(({ name }) => name)).toEqual(['Association Belledonne', 'Commune du Lac'])
    expect(year[0]?.projects.map(({ name }) => name)).toEqual(['Clas des Bauges'])
    expect(year[0]?.projects[0]?.items.map(({ key, title, status }) => [key, title, status])).toEqual([
      ['a.bauges', 'Bilan qualitatif 2023-2024', 'missed'],
      ['b.bauges', 'Enquête de mars, pilotes', 'draft'],
      ['suivante.bauges', 'Bilan suivant', 'next'],
    ])
  })

  it('is empty for somebody who owes nothing', () => {
    expect(yearOf([], [], NOW)).toEqual([])
  })
})
