import { describe, expect, it } from 'vitest'
import type { Upcoming } from '../../forms/people-wire.ts'
import { comingOf } from '../../web/partner/coming.ts'

const coming = (campaignId: string, projectName: string, opensAt: string): Upcoming => ({
  campaignId,
  title: `Bilan ${campaignId}`,
  formTitle: 'Bilan',
  schoolYear: '2026-2027',
  projectId: projectName,
  projectName,
  organisationId: 'asso-belledonne',
  organisationName: 'Association Belledonne',
  opensAt,
  closesAt: '2027-01-15T00:00:00.000Z',
  zone: 'Europe/Paris',
  dataMapUrl: '/remplir/bilan/1/preparer/',
})

describe('what a partner will be asked', () => {
  const upcoming = [
    coming('second', 'Clas des Bauges', '2026-12-01T00:00:00.000Z'),
    coming('first', 'Clas des Bauges', '2026-10-01T00:00:00.000Z'),
    coming('first', 'Clas de Belledonne', '2026-10-01T00:00:00.000Z'),
  ]

  it('is told once a campaign, with its projects, the first to open first', () => {
    expect(comingOf(upcoming).map(({ campaignId, projects }) => [campaignId, projects])).toEqual([
      ['first', ['Clas de Belledonne', 'Clas des Bauges']],
      ['second', ['Clas des Bauges']],
    ])
    expect(comingOf([])).toEqual([])
  })

  it('names the organisations of somebody who has several', () => {
    expect(comingOf(upcoming, { withOrganisation: true })[1]?.projects).toEqual([
      'Clas des Bauges (Association Belledonne)',
    ])
  })
})
