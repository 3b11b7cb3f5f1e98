import { describe, expect, it } from 'vitest'
import { type Action, agencyFor, assertMay, decide } from '../../forms/access.ts'
import type { Actor, AgentRole, PartnerRole } from '../../forms/nouns/people.ts'

const thing = { cafId: 'caf731', organisationId: 'asso-belledonne' }
const activity = { name: 'lieu', title: 'Lieu', role: 'saisie-activite' as const }

const member = (...roles: PartnerRole[]): Actor => ({
  ...nobody,
  memberships: [{ organisationId: 'asso-belledonne', organisationName: 'Association Belledonne', roles }],
})
const agent = (cafId: string, ...roles: AgentRole[]): Actor => ({
  ...nobody,
  agencies: [{ cafId, cafName: 'Caf', roles }],
})
const nobody: Actor = { sub: 's', email: 'a@b.test', name: 'A', memberships: [], agencies: [] }

describe('who may do what', () => {
  it.each<[string, Actor, Action, 'allowed' | 'forbidden' | 'hidden']>([
    ['a member reads', member('saisie-activite'), 'response:read', 'allowed'],
    ['a member with no role reads', member(), 'response:read', 'allowed'],
    ['an agent of the Caf reads', agent('caf731', 'conseiller'), 'response:read', 'allowed'],
    ['an agent of another Caf knows nothing', agent('caf741', 'administrateur'), 'response:read', 'hidden'],
    ['a stranger knows nothing', nobody, 'response:read', 'hidden'],
    ['the one who fills saves', member('saisie-activite'), 'response:save', 'allowed'],
    ['the finance person does not fill activity', member('saisie-financiere'), 'response:save', 'forbidden'],
    ['an agent does not fill', agent('caf731', 'administrateur'), 'response:save', 'forbidden'],
    ['the approver transmits', member('approbateur'), 'response:submit', 'allowed'],
    ['the one who fills does not transmit', member('saisie-activite'), 'response:submit', 'forbidden'],
    ['an administrator alone does not transmit', member('administrateur'), 'response:submit', 'forbidden'],
    ['a stranger does not transmit', nobody, 'response:submit', 'hidden'],
    ['an agent reads campaigns', agent('caf731', 'concepteur'), 'campaign:read', 'allowed'],
  ])('%s', (_, actor, action, verdict) => {
    expect(decide(actor, action, { ...thing, section: activity })).toBe(verdict)
  })

  it('does not let a partner see campaigns of the Caf', () => {
    expect(decide(member('administrateur'), 'campaign:read', { cafId: 'caf731' })).toBe('hidden')
  })

  it('says which role is missing, and that it can be given', () => {
    expect(() => assertMay(member('saisie-activite'), 'response:submit', thing)).toThrow(/« approbateur »/)
    expect(() => assertMay(nobody, 'response:submit', thing)).toThrow(
      expect.objectContaining({ name: 'not-found' }),
    )
  })
})

describe('who may do what with campaigns', () => {
  it.each<[string, AgentRole, Action, 'allowed' | 'forbidden']>([
    ['a campaign manager edits', 'gestionnaire-campagne', 'campaign:edit', 'allowed'],
    ['a campaign manager reminds', 'gestionnaire-campagne', 'campaign:remind', 'allowed'],
    ['a campaign manager gives more time', 'gestionnaire-campagne', 'response:extend', 'allowed'],
    ['an adviser gives no more time', 'conseiller', 'response:extend', 'forbidden'],
    ['an adviser asks for a correction', 'conseiller', 'response:ask-correction', 'allowed'],
    ['an administrator creates no campaign', 'administrateur', 'campaign:edit', 'forbidden'],
  ])('%s', (_, role, action, verdict) => {
    expect(decide(agent('caf731', role), action, thing)).toBe(verdict)
  })

  it('is by the Caf that is named, or the first where one may', () => {
    const both: Actor = {
      ...nobody,
      agencies: [
        { cafId: 'caf741', cafName: 'Autre', roles: ['conseiller'] },
        { cafId: 'caf731', cafName: 'Caf', roles: ['gestionnaire-campagne'] },
      ],
    }
    expect(agencyFor(both, 'campaign:edit').cafId).toBe('caf731')
    expect(() => agencyFor(both, 'campaign:edit', 'caf741')).toThrow(/« gestionnaire de campagne » à la Caf/)
    expect(() => agencyFor(both, 'campaign:edit', 'caf999')).toThrow(
      expect.objectContaining({ name: 'not-found' }),
    )
    expect(() => agencyFor(member('administrateur'), 'campaign:edit')).toThrow(
      expect.objectContaining({ name: 'forbidden' }),
    )
  })
})
