import { phaseOf } from '../../forms/campaigns.ts'
import { dayText, timeLeftText } from '../../forms/dates.ts'
import type { Campaign } from '../../forms/nouns/campaign.ts'

/** « 14 juin 2024 », the day without its name. */
export const dayWords = (instant: string, zone: string): string =>
  dayText(instant, zone).replace(/^\p{L}+ /u, '')

type Dated = Pick<Campaign, 'status' | 'opensAt' | 'closesAt' | 'zone' | 'proposed'>

/** « Se termine dans 3 jours », « Il reste 12 min », « Ouvre demain », « Close », « Brouillon », « Proposée ». */
export const phaseWords = (campaign: Dated, now: string): string => {
  const { opensAt, closesAt, zone, proposed } = campaign
  const phase = phaseOf(campaign, now)
  if (phase === 'draft') return proposed ? 'Proposée' : 'Brouillon'
  if (phase === 'closed') return 'Close'
  // timeLeftText counts to the last instant before a limit; an opening is counted to its first instant.
  const limit = phase === 'open' ? closesAt : new Date(Date.parse(opensAt) + 1).toISOString()
  const left = timeLeftText(now, limit, zone)
  if (left.startsWith('il reste'))
    return phase === 'open' ? left.replace('il', 'Il') : 'Ouvre dans moins d’une heure'
  return `${phase === 'open' ? 'Se termine' : 'Ouvre'} ${left}`
}
