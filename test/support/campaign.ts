import { Campaign } from '../../forms/nouns/campaign.ts'

/** A campaign that closes on 12 July 2024 in Paris. */
export const demoCampaign = (more: Partial<Campaign> = {}): Campaign =>
  Campaign.parse({
    id: 'bilan-2024',
    cafId: 'caf731',
    cafName: 'Caf de la Savoie',
    title: 'Bilan qualitatif 2023-2024',
    formId: 'clas-bilan',
    formVersion: 1,
    schoolYear: '2023-2024',
    firstDay: '2024-06-05',
    lastDay: '2024-07-12',
    zone: 'Europe/Paris',
    opensAt: '2024-06-04T22:00:00.000Z',
    closesAt: '2024-07-12T22:00:00.000Z',
    ...more,
  })
