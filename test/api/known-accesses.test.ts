// A person who saves again is known by the accesses that the process has seen: what was taken away or given meanwhile
// counts at once all the same.
import { beforeEach, describe, expect, it } from 'vitest'
import { changeRoles, organisationHouse, putMembership, removePerson } from '../../functions/store/members.ts'
import { type Caller, usePlatform } from '../support/server.ts'

const platform = usePlatform({ now: '2026-06-10T09:00:00.000Z' })
const EMAIL = 'saisie@asso-belledonne.test'
const CAMPAIGN = '/responses/bilan-2026-06-10-caf731'
const OURS = `${CAMPAIGN}.clas-de-belledonne/sections/lieu`
const THEIRS = `${CAMPAIGN}.clas-du-val/sections/lieu`
const belledonne = organisationHouse('asso-belledonne')

let person: Caller
let revision = 0
const save = async (path: string, seen = revision) => {
  const headers = { 'if-match': `"${seen}"` }
  const reply = await person.put(path, { headers, body: { answers: { quartier: `Quartier ${seen}` } } })
  if (path === OURS && reply.status === 200) revision += 1
  return reply.status
}

beforeEach(async () => {
  person = await platform.as(EMAIL)
  await putMembership(EMAIL, {
    organisationId: 'asso-belledonne',
    organisationName: 'Association Belledonne',
    roles: ['saisie-activite'],
  })
  expect([await save(OURS), await save(OURS), await save(OURS)]).toEqual([200, 200, 200])
})

describe('a person who has just saved', () => {
  it('saves no more once removed, and does not know of the response', async () => {
    await removePerson(belledonne, EMAIL)
    expect(await save(OURS)).toBe(404)
  })

  it('saves no more once the role is taken away, and again once it is back', async () => {
    await changeRoles(belledonne, EMAIL, ['saisie-financiere'])
    expect(await save(OURS)).toBe(403)
    await changeRoles(belledonne, EMAIL, ['saisie-activite'])
    expect(await save(OURS)).toBe(200)
  })

  it('saves for another organisation as soon as it lets them in', async () => {
    expect(await save(THEIRS, 0)).toBe(404)
    await putMembership(EMAIL, {
      organisationId: 'centre-social-isere',
      organisationName: 'Centre social du Val d’Isère',
      roles: ['saisie-activite'],
    })
    expect(await save(THEIRS, 0)).toBe(200)
  })
})
