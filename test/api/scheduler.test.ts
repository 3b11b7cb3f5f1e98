import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
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
    retryDelaysMs: [100, 200],
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
    DEAD_LETTERS_ARN: 'arn:aws:sqs:eu-west-3:000000000000:dead-letters',
    TARGET_ARN_PREFIX: 'arn:aws:lambda:eu-west-3:000000000000:function:',
  })
  scheduler.start()
})
beforeEach(() => {
  fired = []
  failures = 0
})
afterAll(async () => {
  await scheduler.stop()
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
    const asked = Date.now() + 500
    await schedule('une-fois', new Date(asked).toISOString())
    const due = Math.ceil(asked / 1000) * 1000
    await wait(due - Date.now() - 50)
    expect(fired).toEqual([])
    await wait(due - Date.now() + 300)
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
    await scheduler.stop()
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
    failures = 2
    await schedule('fragile', soon(-1000))
    await wait(700)
    expect(fired).toHaveLength(3)
    expect(kept()).toEqual([])
    expect(existsSync(join(dataDir, 'dead-letters.json'))).toBe(false)
  })

  it('whose function keeps failing becomes a dead letter with its error', async () => {
    failures = 99
    await schedule('condamnee', soon(-1000))
    await wait(1000)
    expect(fired).toHaveLength(3)
    expect(kept()).toEqual([])
    const letters = JSON.parse(readFileSync(join(dataDir, 'dead-letters.json'), 'utf8'))
    expect(letters).toMatchObject([
      {
        Name: 'condamnee',
        attempts: 2,
        error: 'Error: the function failed',
        Target: { Input: '{"name":"condamnee"}' },
      },
    ])
  })
})

describe('a scheduler that is killed', () => {
  it('has kept every schedule it acknowledged', async () => {
    const folder = join(dataDir, 'killed')
    mkdirSync(folder)
    const child = spawn(process.execPath, ['--input-type=module', '-e', schedulerProcess, folder])
    const url = String((await once(child.stdout, 'data'))[0]).trim()
    const killed = once(child, 'exit')
    const acknowledged: string[] = []
    const body = JSON.stringify({
      ScheduleExpression: 'rate(1 day)',
      FlexibleTimeWindow: { Mode: 'OFF' },
      Target: { Arn: 'a', RoleArn: 'r' },
    })
    for (let i = 0; child.exitCode === null && child.signalCode === null; i += 1) {
      const reply = await fetch(`${url}/schedules/n${i}`, { method: 'POST', body }).catch(() => undefined)
      if (reply?.ok) acknowledged.push(`n${i}`)
      if (acknowledged.length === 12) setTimeout(() => child.kill('SIGKILL'), 50)
    }
    await killed
    const file = JSON.parse(readFileSync(join(folder, 'schedules.json'), 'utf8'))
    expect(acknowledged.length).toBeGreaterThan(10)
    expect(file.map(({ Name }: { Name: string }) => Name)).toEqual(expect.arrayContaining(acknowledged))
  })
})

const localFolder = join(import.meta.dirname, '../../infra/local')
const schedulerProcess = `
  import { createServer } from 'node:http'
  const { createScheduler } = await import('${localFolder}/scheduler.ts')
  const { listen } = await import('${localFolder}/listen.ts')
  const scheduler = createScheduler({ dataDir: process.argv[1], now: Date.now, invoke: async () => {} })
  console.log((await listen(createServer(scheduler.handle), 0)).url)
`
