import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  CreateScheduleCommand,
  type CreateScheduleCommandInput,
  DeleteScheduleCommand,
  GetScheduleCommand,
  ListSchedulesCommand,
  SchedulerClient,
  UpdateScheduleCommand,
} from '@aws-sdk/client-scheduler'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { scheduleOnce } from '../../functions/external/scheduler.ts'
import { type Listening, listen } from '../../infra/local/listen.ts'
import { dueAfter } from '../../infra/local/schedule.ts'
import { createScheduler } from '../../infra/local/scheduler.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'echeance-scheduler-api-'))
const scheduler = createScheduler({ dataDir, now: Date.now, invoke: async () => undefined })
let answer: (request: IncomingMessage, response: ServerResponse) => unknown
let server: Listening

beforeAll(async () => {
  server = await listen(
    createServer((request, response) => answer(request, response)),
    0,
  )
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_SCHEDULER: server.url,
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    AWS_REGION: 'eu-west-3',
    SCHEDULER_GROUP: 'echeance',
    SCHEDULER_ROLE_ARN: 'arn:aws:iam::000000000000:role/local',
    DEAD_LETTERS_ARN: 'arn:aws:sqs:eu-west-3:000000000000:dead-letters',
    TARGET_ARN_PREFIX: 'arn:aws:lambda:eu-west-3:000000000000:function:',
  })
})
beforeEach(() => {
  answer = scheduler.handle
})
afterAll(async () => {
  await server.close()
  rmSync(dataDir, { recursive: true, force: true })
})

const kept = () => JSON.parse(readFileSync(join(dataDir, 'schedules.json'), 'utf8'))

const client = () => new SchedulerClient({})
const asked = (changes: Partial<CreateScheduleCommandInput> = {}): CreateScheduleCommandInput => ({
  Name: 'rappel',
  GroupName: 'echeance',
  ScheduleExpression: 'at(2999-01-01T00:00:00)',
  FlexibleTimeWindow: { Mode: 'OFF' },
  ActionAfterCompletion: 'DELETE',
  Target: { Arn: 'arn:aws:lambda:eu-west-3:000000000000:function:drain-history', RoleArn: 'r', Input: '{}' },
  ...changes,
})

describe('the API of the scheduler', () => {
  it('describes, lists and deletes schedules by group', async () => {
    await client().send(new CreateScheduleCommand(asked()))
    await client().send(new CreateScheduleCommand(asked({ GroupName: 'autre' })))
    const inGroup = { Name: 'rappel', GroupName: 'echeance' }
    expect(await client().send(new GetScheduleCommand(inGroup))).toMatchObject({
      ...asked(),
      State: 'ENABLED',
      Arn: expect.stringContaining('schedule/echeance/rappel'),
    })
    expect((await client().send(new ListSchedulesCommand({}))).Schedules).toHaveLength(2)
    const { Schedules } = await client().send(
      new ListSchedulesCommand({ GroupName: 'autre', NamePrefix: 'r' }),
    )
    expect(Schedules).toMatchObject([{ Name: 'rappel', GroupName: 'autre' }])
    await client().send(new DeleteScheduleCommand({ Name: 'rappel', GroupName: 'autre' }))
    await client().send(new DeleteScheduleCommand(inGroup))
    expect(kept()).toEqual([])
  })

  it('refuses a second schedule of one name, and what it does not know', async () => {
    const unknown = { name: 'ResourceNotFoundException', $metadata: { httpStatusCode: 404 } }
    await client().send(new CreateScheduleCommand(asked()))
    await expect(client().send(new CreateScheduleCommand(asked()))).rejects.toMatchObject({
      name: 'ConflictException',
      $metadata: { httpStatusCode: 409 },
    })
    await client().send(new DeleteScheduleCommand({ Name: 'rappel', GroupName: 'echeance' }))
    await expect(client().send(new UpdateScheduleCommand(asked()))).rejects.toMatchObject(unknown)
    await expect(client().send(new GetScheduleCommand({ Name: 'rappel' }))).rejects.toMatchObject(unknown)
    await expect(client().send(new DeleteScheduleCommand({ Name: 'rappel' }))).rejects.toMatchObject(unknown)
  })

  it.each<[string, Partial<CreateScheduleCommandInput>]>([
    ['a name of 65 characters', { Name: 'x'.repeat(65) }],
    ['a name with a space', { Name: 'un rappel' }],
    ['a day that does not exist', { ScheduleExpression: 'at(2999-02-30T00:00:00)' }],
    ['an instant with a zone', { ScheduleExpression: 'at(2999-01-01T00:00:00Z)' }],
    ['another zone than UTC', { ScheduleExpressionTimezone: 'Europe/Paris' }],
    ['a flexible window', { FlexibleTimeWindow: { Mode: 'FLEXIBLE', MaximumWindowInMinutes: 5 } }],
    ['a one-time schedule that stays', { ActionAfterCompletion: 'NONE' }],
    ['an end date', { EndDate: new Date() }],
    ['an input that is not JSON', { Target: { Arn: 'a', RoleArn: 'r', Input: 'rien' } }],
  ])('refuses %s', async (_, changes) => {
    await expect(client().send(new CreateScheduleCommand(asked(changes)))).rejects.toMatchObject({
      name: 'ValidationException',
      $metadata: { httpStatusCode: 400 },
    })
    expect(kept()).toEqual([])
  })

  it('refuses a body that is not JSON', async () => {
    const reply = await fetch(`${server.url}/schedules/rappel`, { method: 'POST', body: '{' })
    expect([reply.status, reply.headers.get('x-amzn-errortype')]).toEqual([400, 'ValidationException'])
  })
})

describe('scheduling once', () => {
  const once = {
    name: 'x',
    at: '2999-01-01T00:00:00.001Z',
    functionName: 'close-campaign',
    input: {},
  } as const

  it('rounds up to the next second, in UTC', async () => {
    await scheduleOnce({ ...once, name: 'arrondi' })
    const inGroup = { Name: 'arrondi', GroupName: 'echeance' }
    expect(await client().send(new GetScheduleCommand(inGroup))).toMatchObject({
      ScheduleExpression: 'at(2999-01-01T00:00:01)',
      ScheduleExpressionTimezone: 'UTC',
    })
    await client().send(new DeleteScheduleCommand(inGroup))
  })

  it('creates again what fired between the refused creation and the update', async () => {
    const replies = ['ConflictException', 'ResourceNotFoundException', '']
    const methods: (string | undefined)[] = []
    answer = (request, response) => {
      methods.push(request.method)
      const error = replies.shift()
      response.writeHead(error ? 400 : 200, error ? { 'x-amzn-errortype': error } : {}).end('{}')
    }
    await scheduleOnce(once)
    expect(methods).toEqual(['POST', 'PUT', 'POST'])
  })
})

describe('an expression', () => {
  it.each([
    ['rate(1 minute)', '2026-06-10T09:00:30Z', '2026-06-10T09:01:30Z'],
    ['rate(5 days)', '2026-06-10T09:00:30Z', '2026-06-15T09:00:30Z'],
    ['cron(30 6 * * ? *)', '2026-06-10T09:00:30Z', '2026-06-11T06:30:00Z'],
    ['cron(0 8 ? * 2-6 *)', '2026-06-12T09:00:00Z', '2026-06-15T08:00:00Z'],
    ['cron(0 0 1 9 ? 2027)', '2026-06-12T09:00:00Z', '2027-09-01T00:00:00Z'],
  ])('%s after %s is due at %s', (expression, after, due) => {
    expect(dueAfter(expression, Date.parse(after))).toBe(Date.parse(due))
  })

  it.each(['rate(0 minutes)', 'rate(5 weeks)', 'rate(5)', 'cron(* * * * *)', 'cron(61 * * * ? *)', 'soon()'])(
    'never is due by %s',
    (expression) => {
      expect(dueAfter(expression, 0)).toBeNaN()
    },
  )
})
