// People and their accesses: an access is a membership by e-mail address. One that was given by invitation begins at
// the first sign-in with that address, and ends unused after a while.
import * as z from 'zod'
import { Agency, type AgentRole, Membership, type PartnerRole } from './nouns/people.ts'
import { Instant, ResponseId } from './nouns/scalars.ts'

/** How long an invitation may be taken up. */
const INVITATION_DAYS = 15
const DAY_MS = 24 * 3600_000

const Access = z.object({
  email: z.email(),
  /** As the identity provider tells it, once the person has signed in. */
  name: z.string().optional(),
  /** The first request of the person that found this access. */
  joinedAt: Instant.optional(),
  invitedAt: Instant.optional(),
  invitedBy: z.string().optional(),
  /** From then on an invitation not taken up is worth nothing. */
  invitationEndsAt: Instant.optional(),
  /** The response whose validation gave it. */
  openedBy: ResponseId.optional(),
})
type Access = z.infer<typeof Access>

/** One person of an organisation, and of a Caf. */
export const Member = Membership.extend(Access.shape)
export type Member = z.infer<typeof Member>
export const Agent = Agency.extend(Access.shape)
export type Agent = z.infer<typeof Agent>

export const Standing = z.enum(['active', 'invited', 'expired'])
export type Standing = z.infer<typeof Standing>

/** Whether an access is in use, waits for its person, or was not taken up in time. */
export const standingOf = (access: Pick<Access, 'joinedAt' | 'invitationEndsAt'>, at: string): Standing => {
  if (access.joinedAt !== undefined || access.invitationEndsAt === undefined) return 'active'
  return at < access.invitationEndsAt ? 'invited' : 'expired'
}

/** The dates of an invitation made at `at`. */
export const invitation = (at: string, by: string) => ({
  invitedAt: at,
  invitedBy: by,
  invitationEndsAt: new Date(Date.parse(at) + INVITATION_DAYS * DAY_MS).toISOString(),
})

/** What people read for each role in an organisation. */
export const partnerRoleWords: Record<PartnerRole, { name: string; does: string }> = {
  administrateur: { name: 'Administrateur', does: 'invite, donne les rôles, retire les accès' },
  'saisie-activite': { name: 'Saisie activité', does: 'remplit les parties sur l’activité' },
  'saisie-financiere': { name: 'Saisie financière', does: 'remplit les parties financières' },
  approbateur: { name: 'Approbateur', does: 'transmet à la Caf' },
}

/** And in a Caf. */
export const agentRoleWords: Record<AgentRole, { name: string; does: string }> = {
  conseiller: { name: 'Conseiller', does: 'relit, écrit, corrige, valide' },
  'gestionnaire-campagne': {
    name: 'Gestionnaire de campagne',
    does: 'ouvre les campagnes, accorde les délais, relance',
  },
  concepteur: { name: 'Concepteur', does: 'prépare les questionnaires' },
  administrateur: { name: 'Administrateur', does: 'gère les agents, les organisations et les projets' },
}

type Named = { readonly email: string; readonly name?: string | undefined; readonly roles: readonly string[] }

/** Those who hold a role, by name, as people read them. */
export const holdersOf = (people: readonly Named[], role: string): string[] =>
  people.filter(({ roles }) => roles.includes(role)).map(({ name, email }) => name ?? email)
