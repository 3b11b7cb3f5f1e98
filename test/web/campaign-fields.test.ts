import { describe, expect, it } from 'vitest'
import { NewCampaign } from '../../forms/campaign-wire.ts'
import { type Campaign, Campaign as CampaignSchema } from '../../forms/nouns/campaign.ts'
import {
  blankFields,
  type CampaignFields,
  changesOf,
  faultsAfter,
  fieldsOf,
  missingFields,
  newCampaignOf,
  remindersOf,
  schoolYearsAround,
} from '../../web/caf/campaign-fields.ts'

const forms = [{ id: 'clas-bilan', cafId: 'caf731', title: 'Bilan qualitatif', latestVersion: 3 }]
const blank = blankFields({ forms, zone: 'Indian/Reunion', now: '2026-06-10T09:00:00.000Z' })
const asking = (formId: string, version: string) =>
  blankFields({
    forms: [...forms, { id: 'enquete', cafId: 'caf731', title: 'Enquête', latestVersion: 2 }],
    zone: 'Europe/Paris',
    now: '2026-06-10T09:00:00.000Z',
    asked: { formId, version },
  })

it.each([
  ['enquete', '2', 'enquete', 2],
  ['enquete', '1', 'enquete', 1],
  ['enquete', '9', 'enquete', 2],
  ['enquete', '', 'enquete', 2],
  ['inconnue', '1', 'clas-bilan', 3],
  ['', '', 'clas-bilan', 3],
])('a new campaign asks what it was opened for: « %s » in version « %s »', (formId, version, id, of) => {
  expect(asking(formId, version)).toMatchObject({ formId: id, version: of })
})

const filled: CampaignFields = {
  ...blank,
  title: ' Bilan 2025-2026 ',
  firstDay: '2026-06-14',
  lastDay: '2026-07-15',
}
const campaign: Campaign = CampaignSchema.parse({
  id: 'bilan',
  cafId: 'caf731',
  cafName: 'Caf de la Savoie',
  title: 'Bilan',
  formId: 'clas-bilan',
  formVersion: 2,
  schoolYear: '2025-2026',
  firstDay: '2026-06-14',
  lastDay: '2026-07-15',
  zone: 'Europe/Paris',
  opensAt: '2026-06-13T22:00:00.000Z',
  closesAt: '2026-07-15T22:00:00.000Z',
  reminderDays: [7, 1],
  audience: { fact: 'imprimés renvoyés' },
  consequence: 'La PS n’est pas versée.',
})

describe('the form of a campaign', () => {
  it('proposes the latest version, the zone of the Caf and the school year under way', () => {
    expect(blank).toMatchObject({ version: 3, zone: 'Indian/Reunion', schoolYear: '2025-2026' })
    expect(schoolYearsAround('2026-09-02T10:00:00.000Z')[1]).toBe('2026-2027')
  })

  it('says no longer what is mended, and keeps the rest', () => {
    const faults = { ...missingFields(blank), keptMonths: ['Autre chose.'] }
    expect(Object.keys(faults)).toEqual(['title', 'firstDay', 'lastDay', 'keptMonths'])
    const day = { firstDay: '2026-06-14' }
    expect(faultsAfter(faults, day, { ...blank, ...day })).toEqual({
      title: ['Donnez un titre à la campagne.'],
      lastDay: ['Choisissez le dernier jour.'],
      keptMonths: ['Autre chose.'],
    })
    expect(Object.keys(faultsAfter(faults, { title: 'B' }, { ...blank, title: 'B' }))).toContain('title')
    const chosen = { projects: ['clas-du-lac'] }
    const fields: CampaignFields = { ...filled, audience: 'projects', ...chosen }
    expect(faultsAfter({ audience: ['Aucun projet.'] }, chosen, fields)).toEqual({})
  })

  it('asks for a campaign that the API understands, trimmed, without what was left empty', () => {
    const asked = newCampaignOf(filled, { cafId: 'caf731', status: 'draft' })
    expect(NewCampaign.parse(asked)).toEqual({
      cafId: 'caf731',
      formId: 'clas-bilan',
      version: 3,
      title: 'Bilan 2025-2026',
      schoolYear: '2025-2026',
      firstDay: '2026-06-14',
      lastDay: '2026-07-15',
      zone: 'Indian/Reunion',
      reminderDays: [7, 1],
      audience: 'all',
      extensions: true,
      keptMonths: 72,
      status: 'draft',
    })
  })

  it.each([
    ['all', {}, 'all'],
    ['open', {}, 'open'],
    ['fact', { fact: 'imprimés renvoyés' }, { fact: 'imprimés renvoyés' }],
    ['projects', { projects: ['clas-du-lac'] }, { projects: ['clas-du-lac'] }],
  ] as const)('calls the audience « %s »', (audience, part, asked) => {
    const fields = { ...filled, audience, ...part }
    expect(newCampaignOf(fields, { cafId: 'caf731', status: 'published' }).audience).toEqual(asked)
  })

  it('changes only what differs, and takes away what was emptied', () => {
    const fields = fieldsOf(campaign)
    expect(changesOf(campaign, fields)).toEqual({})
    expect(changesOf(campaign, { ...fields, lastDay: '2026-07-20', reminders: '14 7' })).toEqual({
      lastDay: '2026-07-20',
      reminderDays: [14, 7],
    })
    expect(changesOf(campaign, { ...fields, consequence: '  ', audience: 'all' })).toEqual({
      consequence: null,
      audience: 'all',
    })
  })

  it.each([
    ['7, 1', [7, 1], undefined],
    ['14;7  1', [14, 7, 1], undefined],
    ['', [], undefined],
    ['7, demain', [7], 'demain'],
    ['-2', [], '-2'],
    ['1.5', [], '1.5'],
  ])('reads the reminders « %s »', (typed, days, bad) => {
    expect(remindersOf(typed)).toEqual({ days, bad })
  })

  it('says what is missing, field by field', () => {
    expect(missingFields(filled)).toEqual({})
    expect(Object.keys(missingFields({ ...blank, reminders: 'lundi', audience: 'projects' }))).toEqual([
      'title',
      'firstDay',
      'lastDay',
      'reminderDays',
      'audience',
    ])
    expect(missingFields({ ...filled, audience: 'fact' })).toEqual({
      audience: ['Choisissez la situation qui désigne les projets.'],
    })
  })
})
