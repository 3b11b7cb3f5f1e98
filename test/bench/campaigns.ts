// A campaign of very many responses, called and closed by the very work its schedules start: time, writes, and the heap,
// which must not grow with their number. A process of its own: the heap is that of this work alone.
import { fork } from 'node:child_process'
import { subscribe } from 'node:diagnostics_channel'
import { ClientRequest } from 'node:http'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import * as z from 'zod'
import { calling } from '../../functions/campaigns/calling.ts'
import { closing } from '../../functions/campaigns/closing.ts'
import { putPlan } from '../../functions/campaigns/plan.ts'
import { runJob, type Work } from '../../functions/campaigns/run.ts'
import { putCampaign } from '../../functions/store/campaigns.ts'
import { putFormVersion } from '../../functions/store/forms.ts'
import { putProject } from '../../functions/store/projects.ts'
import { forEachFew } from '../../functions/store/throttling.ts'
import { ensureTable, TABLE_NAME } from '../../infra/local/dynamodb.ts'
import { publishedCampaign } from '../support/published-campaign.ts'
import { benchForm } from './bench-form.ts'

export type CampaignMeasure = {
  what: string
  seconds: number
  writes: number
  reads: number
  handled: number
  /** Highest heap after a collection, in the first and in the last quarter of the work. */
  heapMB: { first: number; last: number }
}

const CAMPAIGN = publishedCampaign('mesure', { formId: benchForm.formId })
const WRITES = /\.(?:PutItem|UpdateItem|DeleteItem)$/
const { values } = parseArgs({ options: { responses: { type: 'string', default: '100000' } } })
const count = Number(values.responses)

const requests = { writes: 0, reads: 0 }
const Sent = z.object({ request: z.instanceof(ClientRequest) })
subscribe('http.client.request.start', (message) => {
  const { request } = Sent.parse(message)
  if (WRITES.test(String(request.getHeader('x-amz-target')))) requests.writes += 1
  else requests.reads += 1
})

const startParts = async () => {
  const parts = fork(join(import.meta.dirname, 'parts.ts'))
  const endpoints = await new Promise<Record<string, string>>((resolve) => parts.once('message', resolve))
  Object.assign(process.env, endpoints, {
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_REGION: 'eu-west-3',
    TABLE_NAME,
  })
  await ensureTable()
  return parts
}

const fill = async (): Promise<void> => {
  await putFormVersion(benchForm)
  await putCampaign(CAMPAIGN)
  await putPlan(CAMPAIGN.id, '2024-06-01T00:00:00.000Z')
  await forEachFew(
    Array.from({ length: count }, (_, i) => i),
    50,
    (i) =>
      putProject({
        id: `projet-${i}`,
        name: `Projet ${i}`,
        organisationId: `organisation-${i % 1000}`,
        organisationName: `Organisation ${i % 1000}`,
        cafId: CAMPAIGN.cafId,
        facts: [],
        importIds: [],
      }),
  )
}

/** Runs a job to its end by slices, as its invocations would follow each other, looking at the heap meanwhile. */
const measure = async (what: string, work: Work, job: string, now: string): Promise<CampaignMeasure> => {
  const before = { ...requests }
  const heaps: number[] = []
  let handled = 0
  const counted: Work = {
    ...work,
    page: async (request) => {
      const page = await work.page(request)
      handled += page.handled
      return page
    },
  }
  const sampling = setInterval(() => {
    global.gc?.()
    heaps.push(process.memoryUsage().heapUsed / 2 ** 20)
  }, 1000)
  const started = performance.now()
  while ((await runJob(counted, { campaignId: CAMPAIGN.id, job, now, budgetMs: 60_000 })) !== 'done');
  clearInterval(sampling)
  const quarter = Math.max(1, Math.ceil(heaps.length / 4))
  return {
    what,
    seconds: (performance.now() - started) / 1000,
    writes: requests.writes - before.writes,
    reads: requests.reads - before.reads,
    handled,
    heapMB: { first: Math.max(...heaps.slice(0, quarter)), last: Math.max(...heaps.slice(-quarter)) },
  }
}

const parts = await startParts()
try {
  await fill()
  const results = [
    await measure('call', calling, 'open', CAMPAIGN.opensAt),
    await measure('close', closing, 'close', '2024-07-12T22:01:00.000Z'),
  ]
  if (process.send) process.send(results)
  else console.table(results.map(({ heapMB, ...rest }) => ({ ...rest, ...heapMB })))
} finally {
  parts.kill()
}
