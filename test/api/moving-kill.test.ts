// kill -9 in the middle of a move: what had followed stays so, the rest follows later, once each.
import { describe, expect, it } from 'vitest'
import { callResponse } from '../../functions/store/responses.ts'
import { startLocal } from '../../infra/local/local.ts'
import { DEMO_NOW } from '../support/data-folder.ts'
import { agreed, campaignInTwo } from '../support/moving-form.ts'
import { calledResponse } from '../support/response.ts'
import { until, useRestarts } from '../support/restarts.ts'
import type { Caller } from '../support/server.ts'

const COUNT = 250
const platform = useRestarts()
const start = (now: string) => platform.start('concepteur@caf731.test', now)

type Job = { handled: number; doneAt?: string }

const jobOf = async (agent: Caller, id: string, wanted: 'open' | 'move'): Promise<Job | undefined> =>
  (await agent.get(`/campaigns/${id}`)).body.jobs.find(({ kind }: { kind: string }) => kind === wanted)

describe('kill -9 in the middle of a move', () => {
  it('leaves the rest to the next start; every response follows once', async () => {
    const local = await startLocal({ port: 0, dataDir: platform.dataDir, now: DEMO_NOW })
    const campaign = await campaignInTwo('tue')
    for (let i = 0; i < COUNT; i += 1) {
      const { formId, closesAt } = campaign
      await callResponse(calledResponse(`${campaign.id}.p${i}`, { formId, closesAt, status: 'draft' }))
    }
    await local.close()
    const agent = await start('2026-06-10T10:00:00.000Z')
    // Opened by itself as it starts: a change of version that was read before would be refused, as of two people at once.
    await until(async () => (await jobOf(agent, campaign.id, 'open'))?.doneAt !== undefined)
    // Killed as soon as some have followed, whether or not it was answered.
    let refusal: unknown
    const asked = agent
      .post(`/campaigns/${campaign.id}/version`, { body: agreed })
      .then(({ status, body }) => {
        if (status !== 200) refusal = body
      })
      .catch(() => undefined)
    await until(async () => {
      if (refusal) throw new Error(`The change was refused: ${JSON.stringify(refusal)}`)
      return ((await jobOf(agent, campaign.id, 'move'))?.handled ?? 0) > 0
    })
    await platform.kill()
    await asked
    // Reconciliation, at the start, finds the job late.
    const again = await start('2026-06-10T10:30:00.000Z')
    await until(async () => (await jobOf(again, campaign.id, 'move'))?.doneAt !== undefined)
    const rows: { id: string }[] = (await again.get(`/campaigns/${campaign.id}/responses`)).body.items
    expect(rows).toHaveLength(COUNT)
    for (const { id } of rows.filter((_, i) => i % 7 === 0)) {
      const { form } = (await again.get(`/responses/${id}`)).body
      const history: { type: string }[] = (await again.get(`/responses/${id}/history`)).body.items
      expect([id, form.version]).toEqual([id, 2])
      expect(history.filter(({ type }) => type === 'version-changed')).toHaveLength(1)
    }
    // Nobody stays behind: a rehearsal of the same change finds nothing to do.
    const { body } = await again.post(`/forms/${campaign.formId}/rehearsal`, {
      body: { campaignId: campaign.id, to: 2, mapping: agreed.mapping },
    })
    expect(body).toMatchObject({ items: [], counts: { losing: 0 } })
  })
})
