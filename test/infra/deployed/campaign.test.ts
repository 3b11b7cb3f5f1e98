// A campaign that lives by itself on the deployed platform: called by a request, armed by a function, closed by the
// schedule which that function made. A last day ends at midnight, so the deadline is brought near in the table, where
// it is judged; then what puts plans right is run, as it is every ten minutes.
import { setTimeout as wait } from 'node:timers/promises'
import { DynamoDBClient, UpdateItemCommand } from '@aws-sdk/client-dynamodb'
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda'
import { GetScheduleCommand, ListSchedulesCommand, SchedulerClient } from '@aws-sdk/client-scheduler'
import { describe, expect, it } from 'vitest'
import { addDays, localDay } from '../../../forms/deadline.ts'
import { type Key, keys } from '../../../functions/store/keys.ts'
import { validAnswers } from '../../support/answers.ts'
import { AGENT, PARTNER, useDeployed } from '../../support/deployed.ts'
import { until } from '../../support/until.ts'

const SOON_MS = 15_000
const aws = useDeployed()
let campaign = ''
const response = () => `${campaign}.clas-des-bauges`

const schedules = async () => {
  const scheduler = new SchedulerClient({})
  const { Schedules = [] } = await scheduler.send(new ListSchedulesCommand({ GroupName: 'echeance-dev' }))
  const found = await Promise.all(
    Schedules.filter(({ Name }) => Name?.startsWith('close-')).map(({ Name }) =>
      scheduler.send(new GetScheduleCommand({ GroupName: 'echeance-dev', Name })),
    ),
  )
  return found.filter(({ Target }) => Target?.Input?.includes(campaign))
}

const setDeadline = ({ pk, sk }: Key, closesAt: string) =>
  new DynamoDBClient({}).send(
    new UpdateItemCommand({
      TableName: aws.output('TableName'),
      Key: { pk: { S: pk }, sk: { S: sk } },
      UpdateExpression: 'SET closesAt = :at',
      ConditionExpression: 'attribute_exists(pk)',
      ExpressionAttributeValues: { ':at': { S: closesAt } },
    }),
  )

const submit = async (key: string) => {
  const { etag } = await aws.as(PARTNER).get(`/responses/${response()}`)
  const headers = { 'idempotency-key': key, 'if-match': etag }
  const body = { answers: validAnswers() }
  return aws.as(PARTNER).post(`/responses/${response()}/submission`, { headers, body })
}

describe('a campaign', () => {
  it('created by its Caf, calls its partners at once', async () => {
    const today = localDay(new Date().toISOString(), 'Europe/Paris')
    const { status, body } = await aws.as(AGENT).post('/campaigns', {
      body: {
        formId: 'clas-bilan',
        title: 'Bilan sur AWS',
        schoolYear: '2025-2026',
        firstDay: today,
        lastDay: addDays(today, 10),
      },
    })
    expect([status, body.phase]).toEqual([201, 'open'])
    campaign = body.id
    const { body: mine } = await aws.as(PARTNER).get('/responses')
    expect(mine.items.map(({ id }: { id: string }) => id)).toContain(response())
  })

  it('has its closing armed, with what replays it if it fails', async () => {
    const [schedule, ...others] = await schedules()
    expect(others).toEqual([])
    expect(schedule?.Target?.Arn).toMatch(/:echeance-dev-close-campaign$/)
    expect(schedule?.Target?.DeadLetterConfig?.Arn).toContain('DeadLetters')
    expect(schedule?.Target?.RetryPolicy?.MaximumRetryAttempts).toBeGreaterThan(0)
  })

  it('moved, is armed again by the function that puts plans right', async () => {
    const closesAt = new Date(Date.now() + SOON_MS).toISOString()
    for (const key of [keys.campaign(campaign), keys.response(response())]) await setDeadline(key, closesAt)
    await new LambdaClient({}).send(
      new InvokeCommand({ FunctionName: 'echeance-dev-reconcile-campaigns', Payload: '{}' }),
    )
    const [schedule, ...others] = await schedules()
    expect(others).toEqual([])
    const dueAt = Date.parse(`${schedule?.ScheduleExpression?.slice(3, -1)}Z`)
    expect(dueAt).toBeGreaterThanOrEqual(Date.parse(closesAt))
    expect(dueAt).toBeLessThan(Date.parse(closesAt) + 62_000)
    await wait(Math.max(0, Date.parse(closesAt) - Date.now()))
  })

  it('refuses a submission that comes after the deadline, before anything has closed it', async () => {
    const { status, body } = await submit('trop-tard')
    expect([status, body.type]).toEqual([409, '/problems/form-closed/'])
  })

  it('is closed by its own schedule, which is then gone', async () => {
    const status = async () => (await aws.as(PARTNER).get(`/responses/${response()}`)).body.status
    expect(await until(status, (now) => now === 'missed', 120_000)).toBe('missed')
    expect(await until(schedules, ({ length }) => length === 0, 10_000)).toEqual([])
    expect((await submit('apres-cloture')).status).toBe(409)
  })
})
