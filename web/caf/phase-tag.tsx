import type { JSX } from 'preact'
import { phaseOf } from '../../forms/campaigns.ts'
import type { Campaign } from '../../forms/nouns/campaign.ts'
import { Tag } from '../shared/status-tag.tsx'
import { phaseWords } from './opening.ts'

const looks = {
  draft: { tone: 'warn', icon: 'half' },
  open: { tone: 'ok', icon: 'clock' },
  upcoming: { tone: 'info', icon: 'calendar' },
  closed: { tone: 'neutral', icon: 'lock' },
} as const

/** Where a campaign is in its life, in words. */
export const PhaseTag = ({ campaign, now }: { campaign: Campaign; now: string }): JSX.Element => (
  <Tag {...looks[phaseOf(campaign, now)]}>{phaseWords(campaign, now)}</Tag>
)
