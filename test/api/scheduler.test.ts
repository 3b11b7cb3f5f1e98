import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { cancelSchedule, scheduleOnce } from '../../functions/external/scheduler.ts'
import { type Listening, listen } from '../../infra/local/listen.ts'
import { createScheduler } from '../../infra/local/scheduler.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'echeance-scheduler-'))
let fired: { name: string; input: unknown }[] = []
let failures = 0
let server: Listening
let scheduler: ReturnType<typeof createScheduler>

const open = () =>
  createScheduler({
    dataDir,
    now: Date.now,
    invoke: async (name, input) => {
      fired.push({ name, input })
      if (failures > 0) {
        failures -= 1
        throw new Error('the function failed')
      }
    },
  })

beforeAll(async () => {
  scheduler = open()
  server = await listen(
    createServer((request, response) => scheduler.handle(request, response)),
    0,
  )
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_SCHEDULER: server.url,
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_REGION: 'eu-west-3',
    SCHEDULER_GROUP: 'echeance',
    SCHEDULER_ROLE_ARN: 'arn:aws:iam::000000000000:role/local',
    TARGET_ARN_PREFIX: 'arn:aws:lambda:eu-west-3:000000000000:function:',
  })
  scheduler.start()
})
beforeEach(() => {
  fired = []
})
afterAll(async () => {
  scheduler.stop()
  await server.close()
  rmSync(dataDir, { recursive: true, force: true })
})

const soon = (ms: number) => new Date(Date.now() + ms).toISOString()
const wait = (ms: number) => new Promise((done) => setTimeout(done, ms))
const schedule = (name: string, at: string, input: unknown = { name }) =>
  scheduleOnce({ name, at, functionName: 'close-campaign', input })
const kept = () => JSON.parse(readFileSync(join(dataDir, 'schedules.json'), 'utf8'))

describe('a schedule', () => {
  it('fires once at its time with its input, never before, and is gone', async () => {
    const at = Math.ceil((Date.now() + 500) / 1000) * 1000
    await schedule('une-fois', soon(500))
    expect(fired).toEqual([])
    await wait(at - Date.now() + 300)
    expect(fired).toEqual([{ name: 'close-campaign', input: { name: 'une-fois' } }])
    expect(kept()).toEqual([])
  })

  it('is replaced by one of the same name, and can be taken back twice', async () => {
    await schedule('deplacee', soon(500), { version: 1 })
    await schedule('deplacee', soon(60_000), { version: 2 })
    await schedule('annulee', soon(500))
    await cancelSchedule('annulee')
    await cancelSchedule('annulee')
    await wait(1800)
    expect(fired).toEqual([])
    expect(kept()).toMatchObject([{ Name: 'deplacee' }])
    await cancelSchedule('deplacee')
  })

  it('that fell due while nothing ran fires once at the next start', async () => {
    scheduler.stop()
    await schedule('en-retard', soon(-86_400_000))
    scheduler = open()
    await wait(200)
    expect(fired).toEqual([])
    scheduler.start()
    await wait(300)
    expect(fired).toEqual([{ name: 'close-campaign', input: { name: 'en-retard' } }])
    expect(kept()).toEqual([])
  })

  it('whose function fails is tried again', async () => {
    failures = 1
    await schedule('fragile', soon(-1000))
    await wait(1800)
    expect(fired).toHaveLength(2)
    expect(kept()).toEqual([])
  })

  it('with a name the service would refuse is refused', async () => {
    await expect(schedule('x'.repeat(65), soon(1000))).rejects.toThrow()
  })
})
