import { takesAnswers } from '../../forms/lifecycle.ts'
import type { Response } from '../../forms/nouns/response.ts'
import { owed } from '../../forms/owed-mails.ts'
import { followCampaign } from './deadlines.ts'
import { changeResponse, getDossier } from './responses.ts'

/** Two rounds that come out together, after an outage, make one mail. */
const APART_MS = 12 * 3_600_000
const MAX_REMINDERS = 100

type Round = {
  /** One response is reminded once a round. */
  readonly id: string
  readonly at: string
  /** Who asked for it, in words; a schedule otherwise. */
  readonly by?: string | undefined
  readonly message?: string | undefined
}

/** Why a response is not reminded, as it stands; undefined when it may be. */
export const whyNotReminded = (
  response: Pick<Response, 'status' | 'closesAt' | 'reminders'>,
  { id: round, at }: Pick<Round, 'id' | 'at'>,
): string | undefined => {
  const { status, reminders } = response
  if (status === 'validated') return 'Ce dossier est validé : rien n’est à rappeler.'
  if (status === 'submitted') return 'Ses réponses sont transmises : rien n’est à rappeler.'
  if (status === 'to-correct') return 'Une correction lui est demandée, avec son échéance.'
  if (!takesAnswers(response, at)) return 'Son échéance est passée : il ne peut plus transmettre.'
  return reminders.includes(round) ? 'Cette relance lui a déjà été envoyée.' : undefined
}

/**
 * Owes a reminder to a response that was not submitted and still can be, told apart by whether it has any draft. False
 * when there is nothing to remind of, when this round reminded already, or when a scheduled round comes within 12 hours
 * of another.
 */
export const remindResponse = async (id: string, { id: round, at, by, message }: Round): Promise<boolean> => {
  const dossier = await followCampaign(await getDossier(id), at)
  if (whyNotReminded(dossier, { id: round, at }) !== undefined) return false
  const { status } = dossier
  // What was carried over from another year is no draft of anybody's.
  const notStarted = status === 'called' || Object.keys(dossier.sections).length === 0
  const mail = notStarted
    ? owed.reminderNotStarted({ at, reminder: round, message })
    : owed.reminderDraft({ at, reminder: round, message })
  return changeResponse(id, {
    from: ['called', 'draft'],
    entry: {
      id: `reminded-${round}`,
      at,
      type: 'reminded',
      ...(by ? { by } : {}),
      ...(message ? { detail: message } : {}),
    },
    mails: [mail],
    condition: [
      'closesAt > :at',
      '(attribute_not_exists(reminders) OR (NOT contains(reminders, :round) AND size(reminders) < :most))',
      ...(by ? [] : ['(attribute_not_exists(remindedAt) OR remindedAt < :apart)']),
    ].join(' AND '),
    set: ['reminders = list_append(if_not_exists(reminders, :none), :rounds)', 'remindedAt = :at'],
    values: {
      ':round': round,
      ':rounds': [round],
      ':most': MAX_REMINDERS,
      ...(by ? {} : { ':apart': new Date(Date.parse(at) - APART_MS).toISOString() }),
    },
  })
}
