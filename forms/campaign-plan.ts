// What a campaign does by itself, and when. The schedules of a campaign follow from this list alone: a change of its
// days changes the list, and whatever is missing or stale against it is put right.
import { addDays, hourOfDay } from './deadline.ts'
import type { Campaign, JobKind } from './nouns/campaign.ts'

/** After the deadline, so that what was received in time is written before anything is settled. */
export const CLOSING_DELAY_MS = 60_000
/** Reminders leave when people start to work, by the campaign's own clock. */
const REMINDER_HOUR = 9

export type PlannedJob = { readonly name: string; readonly kind: JobKind; readonly dueAt: string }

type Planned = Pick<
  Campaign,
  'status' | 'opensAt' | 'closesAt' | 'lastDay' | 'zone' | 'reminderDays' | 'deadlineChanges' | 'moves'
>

/** What a campaign will do, by time; nothing while it is a draft. */
export const planOf = (campaign: Planned): PlannedJob[] => {
  const { status, opensAt, closesAt, lastDay, zone, reminderDays } = campaign
  if (status === 'draft') return []
  return [
    { name: 'open', kind: 'open', dueAt: opensAt },
    ...reminderDays.map((days): PlannedJob => {
      const day = addDays(lastDay, -days)
      return { name: `remind-${day}`, kind: 'remind', dueAt: hourOfDay(day, zone, REMINDER_HOUR) }
    }),
    ...campaign.deadlineChanges
      .slice(-1)
      .map(({ at }): PlannedJob => ({ name: 'extend', kind: 'extend', dueAt: at })),
    ...(campaign.moves ?? [])
      .slice(-1)
      .map(({ at, to }): PlannedJob => ({ name: `version-${to}`, kind: 'move', dueAt: at })),
    { name: 'close', kind: 'close', dueAt: settlesAt(closesAt) },
  ]
}

/** What settles the responses that have a later deadline than their campaign's; one for each such deadline. */
export const sweepOf = (closesAt: string): PlannedJob => ({
  name: `sweep-${closesAt}`,
  kind: 'sweep',
  dueAt: settlesAt(closesAt),
})

const settlesAt = (closesAt: string): string =>
  new Date(Date.parse(closesAt) + CLOSING_DELAY_MS).toISOString()
