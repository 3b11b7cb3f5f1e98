// kill -9 in the middle of an export: in the end each dossier is in its file, once.
import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { startLocal } from '../../infra/local/local.ts'
import { DEMO_NOW } from '../support/data-folder.ts'
import { campaignOfMany } from '../support/exported.ts'
import { until, useRestarts } from '../support/restarts.ts'

const platform = useRestarts()
const start = (now: string) => platform.start('conseiller@caf731.test', now)

describe('kill -9 in the middle of an export', () => {
  it('loses no dossier and writes none twice', async () => {
    const local = await startLocal({ port: 0, dataDir: platform.dataDir, now: DEMO_NOW })
    const campaign = await campaignOfMany('tue', 220)
    await local.close()
    const agent = await start('2026-06-10T10:00:00.000Z')
    const { id } = (await agent.post(`/campaigns/${campaign.id}/exports`, { body: { format: 'pdf' } })).body
    // The first page is kept: others are to come, or the file is being put together.
    await until(async () => (await agent.get(`/exports/${id}`)).body.progress.total !== undefined)
    await platform.kill()
    // Reconciliation, at the start, finds the job late.
    const again = await start('2026-06-10T10:30:00.000Z')
    await until(async () => (await again.get(`/exports/${id}`)).body.status === 'ready')
    const { url, dossiers } = (await again.get(`/exports/${id}`)).body
    const files = Object.keys(unzipSync(new Uint8Array(await (await fetch(url)).arrayBuffer())))
    expect(dossiers).toBe(165)
    expect(files).toHaveLength(165)
    expect(new Set(files)).toHaveLength(165)
  })
})
