// From a mail that is owed to what each person gets: read from the table when it is delivered, so that nobody is
// told of a deadline or a status that has changed since.
import { calendarOf, type DeadlineEvent } from '../../forms/calendar.ts'
import { responseEvent } from '../../forms/calendar-events.ts'
import { underCampaign } from '../../forms/inherited.ts'
import {
  closingRoles,
  isResponseMail,
  messageRoles,
  partnerRoles,
  stillOwed,
} from '../../forms/mails/addressees.ts'
import { closingLetter } from '../../forms/mails/closing-letter.ts'
import { invitationLetter } from '../../forms/mails/invitation-letter.ts'
import { type Written, write } from '../../forms/mails/letter.ts'
import { missingIn } from '../../forms/mails/missing.ts'
import { type ResponseMail, responseLetter } from '../../forms/mails/response-letters.ts'
import type { Response } from '../../forms/nouns/response.ts'
import { standingOf } from '../../forms/people.ts'
import type { Attachment } from '../external/mail.ts'
import { findCampaign, getCampaign } from '../store/campaigns.ts'
import { getFormVersion } from '../store/forms.ts'
import type { Mail } from '../store/mails.ts'
import { cafHouse, findPerson, type House, organisationHouse } from '../store/members.ts'
import { underPresent } from '../store/moves.ts'
import { agentsWith, membersWith } from '../store/people.ts'
import { type Dossier, findDossier } from '../store/responses.ts'
import { findSubmission, findSubmissionById } from '../store/submissions.ts'

export type Composed = {
  readonly to: readonly string[]
  readonly sender: string
  readonly written: Written
  readonly attachments: readonly Attachment[]
}

type Options = { readonly origin: string; readonly now: string }

/** What a mail comes to at `now`; undefined when there is no longer a reason to send it. */
export const compose = async (mail: Mail, { origin, now }: Options): Promise<Composed | undefined> => {
  if (mail.mail === 'invitation') return invitation(mail, { origin, now })
  if (!isResponseMail(mail.mail)) return closingSummary(mail, origin)
  const stored = await findDossier(mail.about)
  if (!stored) return undefined
  const dossier = underCampaign(stored, await findCampaign(stored.campaignId))
  const name = stillOwed(mail.mail, asBegun(dossier), now)
  if (!name) return undefined
  const missing = name === 'reminder-draft' ? await missingOf(dossier) : []
  const letter = responseLetter(name, { response: dossier, facts: mail.facts, origin, missing })
  return {
    to: await readersOf(dossier, name),
    sender: dossier.cafName,
    written: write(letter, { sender: dossier.cafName, origin }),
    attachments: await attachmentsOf(name, mail, dossier, origin),
  }
}

const closingSummary = async (mail: Mail, origin: string): Promise<Composed> => {
  const campaign = await getCampaign(mail.about)
  const letter = closingLetter({ campaign, facts: mail.facts, origin })
  return {
    to: await agentsWith(campaign.cafId, closingRoles),
    sender: campaign.cafName,
    written: write(letter, { sender: campaign.cafName, origin }),
    attachments: [],
  }
}

/** What was missed and opened again is a draft even if nobody ever began it: it is not told that it is begun. */
const asBegun = ({ status, closesAt, sections }: Dossier) => ({
  status: status === 'draft' && Object.keys(sections).length === 0 ? ('called' as const) : status,
  closesAt,
})

const readersOf = async (response: Response, mail: ResponseMail): Promise<string[]> => {
  const { organisationId, startedBy, cafId } = response
  if (mail === 'message-to-caf') return agentsWith(cafId, messageRoles)
  if (organisationId !== undefined) return membersWith(organisationId, partnerRoles[mail])
  return startedBy === undefined ? [] : [startedBy]
}

/** An invitation that was taken back, made again or ran out since has nothing more to say. */
const invitation = async (mail: Mail, { origin, now }: Options): Promise<Composed | undefined> => {
  const { organisation, caf } = mail.facts
  const house: House = organisation === undefined ? cafHouse(caf ?? '') : organisationHouse(organisation)
  const access = await findPerson(house, mail.about)
  if (!access || access.invitedAt !== mail.at || standingOf(access, now) === 'expired') return undefined
  const sender = 'organisationName' in access ? access.organisationName : access.cafName
  return {
    to: [mail.about],
    sender,
    written: write(invitationLetter({ access, origin }), { sender, origin }),
    attachments: [],
  }
}

const missingOf = async (dossier: Dossier): Promise<string[]> => {
  const { sections } = await underPresent(dossier, await findSubmission(dossier))
  return missingIn(await getFormVersion(dossier.formId, dossier.formVersion), sections)
}

const withCalendar = new Set<ResponseMail>([
  'call',
  'reminder-not-started',
  'reminder-draft',
  'extension',
  'correction-asked',
])

const attachmentsOf = async (
  name: ResponseMail,
  mail: Mail,
  response: Response,
  origin: string,
): Promise<Attachment[]> => {
  if (withCalendar.has(name)) return [calendarFile(responseEvent(response, { origin, stamp: mail.at }))]
  const submission =
    name === 'receipt' && (await findSubmissionById(response.id, mail.facts.submission ?? ''))
  if (!submission) return []
  const { reference, jws } = submission.receipt
  return [{ name: `recu-${reference}.jws`, type: 'application/jose', content: jws }]
}

const calendarFile = (event: DeadlineEvent): Attachment => ({
  name: 'echeance.ics',
  type: 'text/calendar; charset=UTF-8; method=PUBLISH',
  content: calendarOf('Échéance', [event], { alarms: true }),
})
