// What deadline a Caf may give to one response: a day that exists, to come, and never earlier than the one it has.
import { assertNoFault, fault } from './campaigns.ts'
import { deadlineText } from './dates.ts'
import { closingInstant, localDay } from './deadline.ts'
import { underCampaign } from './inherited.ts'
import type { Campaign } from './nouns/campaign.ts'
import type { Response } from './nouns/response.ts'
import { Problem } from './problems.ts'

const MAX_MS_AHEAD = 6 * 366 * 86_400_000

type Asked = { readonly lastDay: string; readonly at: string }

/** The instant an extension closes at; the present one again when that day is its last already. */
export const extendedDeadline = (response: Response, campaign: Campaign, asked: Asked): string => {
  if (!campaign.extensions) throw new Problem('extensions-forbidden')
  if (response.status === 'validated') throw new Problem('response-locked')
  return laterThan(underCampaign(response, campaign), asked)
}

/** The instant a correction is due at. */
export const correctionDeadline = (response: Response, asked: Asked): string => laterThan(response, asked)

/** Throws unless there is a submission to correct. */
export const assertSubmitted = ({ status }: Pick<Response, 'status'>): void => {
  if (status === 'submitted') return
  if (status === 'validated') throw new Problem('response-locked')
  throw new Problem(
    'concurrent-change',
    status === 'to-correct'
      ? 'Une correction est déjà demandée pour ce dossier.'
      : 'Rien n’a été transmis : il n’y a rien à corriger. Accordez plutôt un délai.',
  )
}

/** Throws unless a last day is to come, within some years: the instant it closes at. */
export const assertDayToCome = (lastDay: string, zone: string, at: string): string => {
  const closesAt = closingInstant(lastDay, zone)
  if (closesAt <= at)
    refuse(
      `Ce jour est déjà passé. Donnez un dernier jour à partir du ${localDay(at, zone).split('-').reverse().join('/')}.`,
    )
  if (Date.parse(closesAt) - Date.parse(at) > MAX_MS_AHEAD)
    refuse('Ce jour est trop lointain. Vérifiez l’année.')
  return closesAt
}

const laterThan = (response: Response, { lastDay, at }: Asked): string => {
  const { zone } = response
  const closesAt = assertDayToCome(lastDay, zone, at)
  if (closesAt < response.closesAt)
    refuse(
      `Ce dossier est déjà ouvert jusqu’au ${deadlineText(response.closesAt, zone)}. Donnez un jour plus tardif.`,
    )
  return closesAt
}

const refuse = (detail: string): void => assertNoFault([fault('lastDay', detail)])
