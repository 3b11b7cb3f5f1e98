// What stands in a calendar for a partner and for a Caf.
import { fillUrl } from './addresses.ts'
import { otherTitle } from './asked-title.ts'
import type { DeadlineEvent } from './calendar.ts'
import { statusWords } from './lifecycle.ts'
import type { Campaign } from './nouns/campaign.ts'
import type { Response } from './nouns/response.ts'

type Options = {
  /** The site, without a slash at the end. */
  readonly origin: string
  /** When this was last true, ISO UTC. */
  readonly stamp: string
}

type Filed = Pick<
  Response,
  | 'id'
  | 'formId'
  | 'formVersion'
  | 'campaignTitle'
  | 'formTitle'
  | 'schoolYear'
  | 'projectName'
  | 'organisationName'
  | 'cafName'
  | 'status'
  | 'closesAt'
  | 'zone'
  | 'consequence'
>

/** What one response owes, by when; its title says when nothing is left to do. */
export const responseEvent = (response: Filed, { origin, stamp }: Options): DeadlineEvent => {
  const { id, campaignTitle, projectName, organisationName, cafName, status, consequence } = response
  const other = otherTitle(response)
  const todo = status === 'called' || status === 'draft' ? 'À transmettre' : statusWords[status]
  return {
    uid: id,
    title: `${todo} : ${campaignTitle}, ${projectName}`,
    description: [
      `${organisationName}, pour la ${cafName}.`,
      ...(other ? [`Questionnaire : ${other}.`] : []),
      `État : ${statusWords[status]}.`,
      ...(consequence ? [consequence] : []),
    ].join('\n'),
    url: origin + fillUrl(response),
    closesAt: response.closesAt,
    zone: response.zone,
    stamp,
  }
}

/** When one campaign closes, for its Caf. */
export const campaignEvent = (campaign: Campaign, { origin, stamp }: Options): DeadlineEvent => ({
  uid: campaign.id,
  title: `Clôture : ${campaign.title}`,
  description: `Année scolaire ${campaign.schoolYear}, ${campaign.cafName}.`,
  url: `${origin}/caf/campagne/?id=${encodeURIComponent(campaign.id)}`,
  closesAt: campaign.closesAt,
  zone: campaign.zone,
  stamp,
})
