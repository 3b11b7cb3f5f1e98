import type { JSX } from 'preact'
import { phaseOf } from '../../forms/campaigns.ts'
import { localDay, startOfDay } from '../../forms/deadline.ts'
import type { Campaign } from '../../forms/nouns/campaign.ts'
import { Tag } from '../shared/status-tag.tsx'
import { phaseWords } from './opening.ts'

const looks = {
  draft: { tone: 'warn', icon: 'half' },
  open: { tone: 'ok', icon: 'clock' },
  upcoming: { tone: 'info', icon: 'calendar' },
  closed: { tone: 'neutral', icon: 'lock' },
} as const

/** Its last day is here: no time for the calm of green. */
const endsSoon = (campaign: Campaign, now: string): boolean =>
  phaseOf(campaign, now) === 'open' &&
  now >= startOfDay(localDay(justBefore(campaign.closesAt), campaign.zone), campaign.zone)

/** A deadline is the first instant after its day. */
const justBefore = (closesAt: string): string => new Date(Date.parse(closesAt) - 1).toISOString()

/** Where a campaign is in its life, in words. */
export const PhaseTag = ({ campaign, now }: { campaign: Campaign; now: string }): JSX.Element => (
  <Tag {...(endsSoon(campaign, now) ? { tone: 'warn', icon: 'clock' } : looks[phaseOf(campaign, now)])}>
    {phaseWords(campaign, now)}
  </Tag>
)
