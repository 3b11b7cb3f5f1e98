// What becomes of a draft that was begun by mistake: who may give it up, what that leaves, and whether it may be named
// again. Page and server decide by the same; the write that does it holds status and deadline once more.
import { can } from './access.ts'
import { removable, takesAnswers } from './lifecycle.ts'
import type { Campaign } from './nouns/campaign.ts'
import type { FormInfo, SectionInfo } from './nouns/form.ts'
import type { Actor } from './nouns/people.ts'
import type { Response } from './nouns/response.ts'
import type { Section } from './nouns/submission.ts'

type Asked = Pick<Campaign, 'audience'>
type Unsent = Pick<Response, 'status' | 'closesAt' | 'submissionNumber'>

/**
 * What giving up a response that was never transmitted leaves: nothing (`gone`) where a person started it by themself,
 * what was called (`unbegun`) where the campaign waits for it; undefined where there is nothing to give up, or no more.
 */
export const givenUpAs = (
  response: Unsent,
  { audience }: Asked,
  at: string,
): 'gone' | 'unbegun' | undefined => {
  if (response.submissionNumber > 0 || !takesAnswers(response, at)) return undefined
  if (audience === 'open') return removable.some((status) => status === response.status) ? 'gone' : undefined
  return response.status === 'draft' ? 'unbegun' : undefined
}

/** Whether a deposit may be given another name: a person named it as they started it, and it was never transmitted. */
export const isRenamable = (
  response: Unsent & Pick<Response, 'projectId' | 'organisationId'>,
  { onValidation }: Pick<FormInfo, 'onValidation'>,
  campaign: Asked,
  at: string,
): boolean => {
  const isAboutOrganisation = onValidation?.organisation !== undefined && onValidation.project === undefined
  return !isAboutOrganisation && givenUpAs(response, campaign, at) === 'gone'
}

type Drafts = Response & { readonly sections: Readonly<Record<string, Section>> }

/** The sections that somebody wrote in: whoever gives the draft up must be one who fills each. */
export const writtenSections = (
  { sections: infos }: Pick<FormInfo, 'sections'>,
  { sections }: Pick<Drafts, 'sections'>,
): SectionInfo[] => infos.filter(({ name }) => (sections[name]?.revision ?? 0) > 0)

/** What this person may do about a draft begun by mistake. */
export const leavingOf = (
  dossier: Drafts,
  { info, campaign, actor, at }: { info: FormInfo; campaign: Asked | undefined; actor: Actor; at: string },
): { giveUp?: 'gone' | 'unbegun'; rename: boolean } => {
  if (!campaign) return { rename: false }
  const giveUp = givenUpAs(dossier, campaign, at)
  const mayErase =
    can(actor, 'response:give-up', dossier) &&
    writtenSections(info, dossier).every((section) => can(actor, 'response:save', { ...dossier, section }))
  return {
    ...(giveUp && mayErase ? { giveUp } : {}),
    rename: isRenamable(dossier, info, campaign, at) && can(actor, 'response:rename', dossier),
  }
}
