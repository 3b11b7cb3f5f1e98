// Who may do what: one table that a Caf officer can read. What someone may not see answers 404, what they
// may see but not do answers 403 (design §5); `decide` says which.

import type { SectionInfo } from './nouns/form.ts'
import type { Actor, Agency, AgentRole, PartnerRole } from './nouns/people.ts'
import { Problem } from './problems.ts'

type Rule = {
  /** Roles in the organisation the thing belongs to; `any` member; `section`: the role that fills the section. */
  readonly partner?: readonly PartnerRole[] | 'any' | 'section'
  /** Roles in the Caf that funds the thing; `any` agent. */
  readonly caf?: readonly AgentRole[] | 'any'
}

const rules = {
  'response:read': { partner: 'any', caf: 'any' },
  'response:save': { partner: 'section' },
  /** Which questions take documents from whom is the section's matter: `response:save` is asked of it too. */
  'document:give': { partner: ['saisie-activite', 'saisie-financiere'] },
  'response:confirm': { partner: 'section' },
  'response:annotate': { partner: ['saisie-activite', 'saisie-financiere', 'approbateur'] },
  /** Each section that somebody wrote in is asked about too: nobody erases what they may not fill. */
  'response:give-up': { partner: ['saisie-activite', 'saisie-financiere'] },
  'response:rename': { partner: ['saisie-activite', 'saisie-financiere', 'approbateur'] },
  'response:submit': { partner: ['approbateur'] },
  'response:extend': { caf: ['gestionnaire-campagne'] },
  'response:ask-correction': { caf: ['conseiller'] },
  'response:correct': { caf: ['conseiller'] },
  'response:message': { partner: 'any', caf: ['conseiller'] },
  'response:validate': { caf: ['conseiller'] },
  'campaign:read': { caf: 'any' },
  'campaign:edit': { caf: ['gestionnaire-campagne'] },
  'campaign:export': { caf: 'any' },
  'campaign:remind': { caf: ['gestionnaire-campagne'] },
  'form:edit': { caf: ['concepteur'] },
  /** Fill a trial of a draft, which somebody who edits it began. */
  'form:try': { caf: 'any' },
  'organisation:read': { partner: 'any', caf: 'any' },
  'organisation:manage': { partner: ['administrateur'] },
  'organisation:invite': { partner: ['administrateur'], caf: ['administrateur'] },
  'organisation:create': { caf: ['administrateur'] },
  'project:read': { partner: 'any', caf: 'any' },
  'project:create': { caf: ['administrateur'] },
  'project:notify': { caf: ['conseiller', 'administrateur'] },
  'import:run': { caf: ['administrateur'] },
  'access:read': { caf: ['administrateur'] },
  'notice:edit': { caf: ['administrateur'] },
  'agent:read': { caf: 'any' },
  'agent:manage': { caf: ['administrateur'] },
} as const satisfies Record<string, Rule>

export type Action = keyof typeof rules

/**
 * What an action is done to: the organisation and the Caf it belongs to, and the section where one is meant. A new
 * deposit that belongs to no organisation yet is its starter's alone, who may do on it all that a partner may.
 */
export type Thing = {
  cafId: string
  organisationId?: string | undefined
  startedBy?: string | undefined
  section?: SectionInfo | undefined
}

/** What people read for each role. */
export const roleWords: Record<PartnerRole | AgentRole, string> = {
  administrateur: 'administrateur',
  'saisie-activite': 'saisie activité',
  'saisie-financiere': 'saisie financière',
  approbateur: 'approbateur',
  conseiller: 'conseiller',
  'gestionnaire-campagne': 'gestionnaire de campagne',
  concepteur: 'concepteur',
}

/** Whether the actor may do this, may only see the thing, or may not know that it exists. */
export const decide = (actor: Actor, action: Action, thing: Thing): 'allowed' | 'forbidden' | 'hidden' => {
  const member =
    actor.memberships.find((m) => m.organisationId === thing.organisationId) ?? starterOf(actor, thing)
  const agency = actor.agencies.find((a) => a.cafId === thing.cafId)
  if (!member && !agency) return 'hidden'
  const rule: Rule = rules[action]
  const may =
    (member && hasRole(rolesNeeded(rule.partner, thing), member.roles)) ||
    (agency && hasRole(rule.caf ?? [], agency.roles))
  return may ? 'allowed' : 'forbidden'
}

const everyPartnerRole: readonly PartnerRole[] = [
  'administrateur',
  'saisie-activite',
  'saisie-financiere',
  'approbateur',
]

const starterOf = (actor: Actor, { organisationId, startedBy }: Thing) =>
  organisationId === undefined && startedBy !== undefined && startedBy === actor.email
    ? { roles: everyPartnerRole }
    : undefined

/** Whether the actor may do this. */
export const can = (actor: Actor, action: Action, thing: Thing): boolean =>
  decide(actor, action, thing) === 'allowed'

/** What an organisation is to an actor: of the Cafs it deals with, the one they work for. */
export const organisationThing = (
  actor: Actor,
  { id, cafIds = [] }: { id: string; cafIds?: readonly string[] | undefined },
): Thing => ({
  organisationId: id,
  cafId: cafIds.find((cafId) => actor.agencies.some((agency) => agency.cafId === cafId)) ?? '',
})

/**
 * The Caf for which an agent may do this: that one when it is named, the first otherwise. Throws `forbidden` for those
 * who may nowhere, `not-found` for a Caf that is not theirs.
 */
export const agencyFor = (actor: Actor, action: Action, cafId?: string): Agency => {
  const [first] = actor.agencies.filter((agency) => can(actor, action, agency))
  if (!first) throw new Problem('forbidden', forbiddenDetail(action, { cafId: '' }, 'caf'))
  if (cafId === undefined) return first
  assertMay(actor, action, { cafId })
  return actor.agencies.find((agency) => agency.cafId === cafId) ?? first
}

/** Throws `not-found` or `forbidden` unless the actor may do this. */
export const assertMay = (actor: Actor, action: Action, thing: Thing): void => {
  const verdict = decide(actor, action, thing)
  if (verdict === 'hidden') throw new Problem('not-found')
  if (verdict === 'forbidden') {
    const isAgent = actor.agencies.some(({ cafId }) => cafId === thing.cafId)
    throw new Problem('forbidden', forbiddenDetail(action, thing, isAgent ? 'caf' : 'partner'))
  }
}

const rolesNeeded = (partner: Rule['partner'], thing: Thing): readonly PartnerRole[] | 'any' => {
  if (partner === 'section') return thing.section ? [thing.section.role] : []
  return partner ?? []
}

const hasRole = <R extends string>(needed: readonly R[] | 'any', held: readonly R[]): boolean =>
  needed === 'any' || held.some((role) => needed.includes(role))

const forbiddenDetail = (action: Action, thing: Thing, side: 'partner' | 'caf'): string => {
  const rule: Rule = rules[action]
  const needed = side === 'caf' ? (rule.caf ?? []) : rolesNeeded(rule.partner, thing)
  if (needed === 'any' || needed.length === 0) {
    return 'Votre compte permet de consulter, pas de faire cette action.'
  }
  const roles = needed.map((role) => `« ${roleWords[role]} »`).join(' ou ')
  return `Cette action demande le rôle ${roles} ${side === 'caf' ? 'à la Caf' : 'dans l’organisation'}. Son administrateur peut vous le donner.`
}
