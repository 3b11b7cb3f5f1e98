// The process is killed again and again in the middle of closing, and its scheduler forgets everything: in the end each
// response is settled once, each is told once, and the Caf gets one summary.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { putProject } from '../../functions/store/projects.ts'
import { startLocal } from '../../infra/local/local.ts'
import { createBilan } from '../support/bilan-campaign.ts'
import { DEMO_NOW } from '../support/data-folder.ts'
import { until, useRestarts } from '../support/restarts.ts'
import { type Caller, callerOf } from '../support/server.ts'

const PROJECTS = 90
const KILLS = 2
const platform = useRestarts()
const start = () => platform.start('campagne@caf731.test', '2026-07-12T22:05:00.000Z')

/** A campaign that has called hundreds of projects, by a platform that then stops. */
const prepare = async (): Promise<string> => {
  const local = await startLocal({ port: 0, dataDir: platform.dataDir, now: DEMO_NOW })
  for (let i = 0; i < PROJECTS; i += 1)
    await putProject({
      id: `projet-${i}`,
      name: `Projet ${i}`,
      organisationId: 'asso-belledonne',
      organisationName: 'Association Belledonne',
      cafId: 'caf731',
      facts: ['tué'],
      importIds: [],
    })
  const manager = callerOf(local.origin, await local.tokenFor('campagne@caf731.test'))
  const id = await createBilan(manager, { audience: { fact: 'tué' } })
  await until(async () => (await rowsOf(manager, id)).length === PROJECTS)
  await local.close()
  return id
}

const rowsOf = async (agent: Caller, id: string): Promise<{ id: string; status: string }[]> =>
  (await agent.get(`/campaigns/${id}/responses`)).body.items

const missedOf = async (agent: Caller, id: string): Promise<number> =>
  (await rowsOf(agent, id)).filter(({ status }) => status === 'missed').length

describe('kill -9 in the middle of closing', () => {
  it('settles each response once, whatever was lost', async () => {
    const id = await prepare()
    for (let kill = 1; kill <= KILLS; kill += 1) {
      if (kill % 2 === 0) writeFileSync(join(platform.dataDir, 'schedules.json'), '[]')
      const agent = await start()
      await until(async () => (await missedOf(agent, id)) > kill * 10)
      await platform.kill()
    }
    const manager = await start()
    await until(async () => (await manager.get(`/campaigns/${id}`)).body.closedAt !== undefined)
    const rows = await rowsOf(manager, id)
    expect(rows).toHaveLength(PROJECTS)
    for (const { id: responseId, status } of rows) {
      expect(status).toBe('missed')
      const { body } = await manager.get(`/responses/${responseId}/history`)
      const types: string[] = body.items.map(({ type }: { type: string }) => type)
      expect(types.filter((type) => type !== 'mail')).toEqual(['called', 'missed'])
    }
  })
})
