// Of whom a response that somebody starts by themself is: of an organisation they belong to, or, for want of one, of
// the person alone until the Caf has validated it.
import { createHash } from 'node:crypto'
import { responseIdOf, type Subject } from '../../forms/called-response.ts'
import type { StartResponse } from '../../forms/filling-wire.ts'
import type { Campaign } from '../../forms/nouns/campaign.ts'
import type { FormVersion } from '../../forms/nouns/form.ts'
import type { Actor } from '../../forms/nouns/people.ts'
import { Problem } from '../../forms/problems.ts'
import { listOrganisationResponses, listStartedResponses } from '../store/responses.ts'

/** In one campaign, by one organisation or person. */
const MAX_DEPOSITS = 20

type Starter = Pick<Subject, 'organisationId' | 'organisationName' | 'startedBy'> & {
  /** What ids and keys are made from, so that they never meet another's. */
  readonly owner: string
}

/** Who starts. Throws `forbidden` for an organisation that is not theirs. */
export const starterOf = (
  actor: Actor,
  { organisationId, organisationName = '' }: StartResponse,
): Starter => {
  if (organisationId === undefined) {
    return { organisationId: undefined, organisationName, startedBy: actor.email, owner: actor.email }
  }
  const member = actor.memberships.find((membership) => membership.organisationId === organisationId)
  if (!member) throw new Problem('forbidden', 'Vous n’êtes pas membre de cette organisation.')
  return { organisationId, organisationName: member.organisationName, owner: organisationId }
}

type Asked = {
  readonly body: StartResponse
  readonly key: string
  readonly form: FormVersion
  readonly campaign: Campaign
}

/** The subject of what is started. What is only about an organisation has it as its subject: it owes it once. */
export const subjectOf = (starter: Starter, { body, key, form }: Asked): Subject => {
  const { owner, ...of } = starter
  const { organisation, project } = form.info.onValidation ?? {}
  const isAboutOrganisation = organisation !== undefined && project === undefined
  const name = body.projectName ?? (isAboutOrganisation ? of.organisationName : 'Nouveau dépôt')
  if (isAboutOrganisation && of.organisationId !== undefined) return { ...of, id: of.organisationId, name }
  return { ...of, id: depositIdOf(of.organisationId ?? 'nouveau', `${owner} ${key}`), name }
}

/** The subject of a new deposit of an organisation. */
const depositIdOf = (organisationId: string, key: string): string =>
  `${organisationId.slice(0, 60)}-depot-${createHash('sha256').update(key).digest('hex').slice(0, 10)}`

/** Throws `too-many-deposits` when there are too many in this campaign, unless this one is among them. */
export const assertFewDeposits = async (
  { organisationId, owner }: Starter,
  campaign: Campaign,
  subject: Subject,
): Promise<void> => {
  const rows = await (organisationId === undefined
    ? listStartedResponses(owner)
    : listOrganisationResponses(organisationId))
  const here = rows.filter(({ campaignId }) => campaignId === campaign.id)
  if (here.some(({ id }) => id === responseIdOf(campaign, subject))) return
  if (here.length >= MAX_DEPOSITS) throw new Problem('too-many-deposits')
}
