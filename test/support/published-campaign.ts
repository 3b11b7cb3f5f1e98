import { instantsOf } from '../../forms/campaigns.ts'
import type { Campaign } from '../../forms/nouns/campaign.ts'

/** A week after the last day of `publishedCampaign`. */
export const LATER = '2024-07-19T22:00:00.000Z'

/** A published campaign that closes on 12 July 2024 in Paris. */
export const publishedCampaign = (id: string, more: Partial<Campaign> = {}): Campaign => {
  const campaign: Campaign = {
    id,
    cafId: 'caf731',
    cafName: 'Caf de la Savoie',
    title: 'Bilan qualitatif 2023-2024',
    formId: 'clas-bilan',
    formVersion: 1,
    schoolYear: '2023-2024',
    status: 'published',
    firstDay: '2024-06-05',
    lastDay: '2024-07-12',
    zone: 'Europe/Paris',
    opensAt: '',
    closesAt: '',
    reminderDays: [],
    audience: 'all',
    extensions: true,
    proposed: false,
    revision: 1,
    deadlineChanges: [],
    ...more,
  }
  return { ...campaign, ...instantsOf(campaign) }
}
