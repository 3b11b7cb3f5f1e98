// What a Caf says of accessibility and of personal data: read by everybody, written by its administrateur.
import { describe, expect, it } from 'vitest'
import { usePlatform } from '../support/server.ts'

const platform = usePlatform({ now: '2026-06-10T09:00:00.000Z' })

describe('what a Caf says', () => {
  it('is what is proposed, in its own name, until its administrateur writes it', async () => {
    const all = await platform.anyone.get('/notices')
    expect(all.body.cafs.map(({ id }: { id: string }) => id)).toEqual(['caf741', 'caf731'])
    expect(all.body.notices).toBeUndefined()
    expect(all.body.state).toBe('non')
    const before = (await platform.anyone.get('/notices?caf=caf741')).body
    expect(before).toMatchObject({
      revision: 0,
      notices: { state: 'non', operator: 'la Caf de la Haute-Savoie' },
    })
    expect((await platform.anyone.get('/notices?caf=inconnue')).status).toBe(404)

    const administrator = await platform.as('administrateur@caf731.test')
    const { notices } = (await platform.anyone.get('/notices?caf=caf731')).body
    const written = { ...notices, state: 'partial', purposes: 'Instruire les projets.' }
    const saved = await administrator.put('/notices', { body: { ...written, revision: 0 } })
    expect([saved.status, saved.body.revision]).toEqual([200, 1])
    expect((await platform.anyone.get('/notices?caf=caf731')).body.notices).toEqual(written)
    expect((await platform.anyone.get('/notices?caf=caf741')).body.notices).toEqual(before.notices)
    // They do not say the same any more: nothing is said for both.
    expect((await platform.anyone.get('/notices')).body.state).toBeUndefined()
  })

  it('is not written over what another wrote meanwhile, nor with an address that is none', async () => {
    const administrator = await platform.as('administrateur@caf731.test')
    const { notices, revision } = (await platform.anyone.get('/notices?caf=caf731')).body
    const stale = await administrator.put('/notices', { body: { ...notices, revision: revision - 1 } })
    expect([stale.status, stale.body.type]).toEqual([409, '/problems/concurrent-change/'])
    const bad = await administrator.put('/notices', { body: { ...notices, contact: 'la mairie', revision } })
    expect([bad.status, bad.body.errors[0].pointer]).toEqual([400, '/contact'])
    const agent = await platform.as('conseiller@caf731.test')
    expect((await agent.put('/notices', { body: { ...notices, revision } })).status).toBe(403)
  })
})
