// Who each mail is for, and whether it still makes sense: decided when it is delivered, from what stands then.
import { takesAnswers } from '../lifecycle.ts'
import type { MailName } from '../nouns/history.ts'
import type { AgentRole, PartnerRole } from '../nouns/people.ts'
import type { Response } from '../nouns/response.ts'
import type { ResponseMail } from './response-letters.ts'

const everyPartner: readonly PartnerRole[] = [
  'administrateur',
  'saisie-activite',
  'saisie-financiere',
  'approbateur',
]
const whoSigns: readonly PartnerRole[] = ['administrateur', 'approbateur']

/** The roles in the organisation that are written each mail; one of them is enough. */
export const partnerRoles: Record<ResponseMail, readonly PartnerRole[]> = {
  call: everyPartner,
  'reminder-not-started': everyPartner,
  'reminder-draft': everyPartner,
  receipt: whoSigns,
  extension: everyPartner,
  'correction-asked': everyPartner,
  corrected: everyPartner,
  'message-to-partner': everyPartner,
  'message-to-caf': [],
  validated: whoSigns,
  'validation-withdrawn': whoSigns,
  missed: everyPartner,
}

/** The roles in the Caf that are written what a partner has to say of a response. */
export const messageRoles: readonly AgentRole[] = ['conseiller']

/** The roles in the Caf that are written when a campaign has closed. */
export const closingRoles: readonly AgentRole[] = ['gestionnaire-campagne', 'conseiller']

/** Whether a mail is about a response; the others are about a campaign, or about a person's access. */
export const isResponseMail = (mail: MailName): mail is ResponseMail =>
  mail !== 'closing-summary' && mail !== 'invitation'

/**
 * The mail to write in the place of one that was owed: a reminder follows the response (a draft begun meanwhile is
 * said to be one), and undefined when what it would say is no longer so: nobody is reminded of what they have sent.
 */
export const stillOwed = (
  mail: ResponseMail,
  response: Pick<Response, 'status' | 'closesAt'>,
  now: string,
): ResponseMail | undefined => {
  const { status } = response
  const awaited = (status === 'called' || status === 'draft') && takesAnswers(response, now)
  if (mail === 'reminder-not-started' || mail === 'reminder-draft') {
    if (!awaited) return undefined
    return status === 'draft' ? 'reminder-draft' : 'reminder-not-started'
  }
  const holds: Record<Exclude<ResponseMail, 'reminder-not-started' | 'reminder-draft'>, boolean> = {
    call: awaited,
    receipt: true,
    extension: takesAnswers(response, now),
    'correction-asked': status === 'to-correct',
    corrected: true,
    'message-to-partner': true,
    'message-to-caf': true,
    validated: status === 'validated',
    'validation-withdrawn': status === 'submitted',
    missed: status === 'missed',
  }
  return holds[mail] ? mail : undefined
}
