import {
  ConflictException,
  CreateScheduleCommand,
  type CreateScheduleCommandInput,
  DeleteScheduleCommand,
  GetScheduleCommand,
  ListSchedulesCommand,
  ResourceNotFoundException,
  SchedulerClient,
  UpdateScheduleCommand,
} from '@aws-sdk/client-scheduler'
import { requireEnv } from '../require-env.ts'
import type { ScheduledName } from '../triggers.ts'

let client: SchedulerClient | undefined

const scheduler = (): SchedulerClient => {
  client ??= new SchedulerClient({})
  return client
}

type Once = {
  /** At most 64 characters of [0-9a-zA-Z-_.]. */
  readonly name: string
  /** ISO instant; schedules count in seconds, so it is rounded up, never early. */
  readonly at: string
  readonly functionName: ScheduledName
  readonly input: unknown
}

/** Has a scheduled function run once at an instant; a schedule of that name is replaced. AWS is precise to 60 s. */
export const scheduleOnce = async ({ name, at, functionName, input }: Once): Promise<void> => {
  const seconds = new Date(Math.ceil(Date.parse(at) / 1000) * 1000).toISOString().slice(0, 19)
  const schedule: CreateScheduleCommandInput = {
    Name: name,
    GroupName: requireEnv('SCHEDULER_GROUP'),
    ScheduleExpression: `at(${seconds})`,
    ScheduleExpressionTimezone: 'UTC',
    FlexibleTimeWindow: { Mode: 'OFF' },
    ActionAfterCompletion: 'DELETE',
    Target: {
      Arn: requireEnv('TARGET_ARN_PREFIX') + functionName,
      RoleArn: requireEnv('SCHEDULER_ROLE_ARN'),
      Input: JSON.stringify(input),
      RetryPolicy: { MaximumRetryAttempts: 20, MaximumEventAgeInSeconds: 24 * 3600 },
      DeadLetterConfig: { Arn: requireEnv('DEAD_LETTERS_ARN') },
    },
  }
  const create = () => scheduler().send(new CreateScheduleCommand(schedule))
  const update = () => scheduler().send(new UpdateScheduleCommand(schedule))
  // One of that name may fire, and so vanish, just before it is updated: then this one is created after all.
  await create()
    .catch(onRefusal(ConflictException, update))
    .catch(onRefusal(ResourceNotFoundException, create))
}

/** Takes a schedule back; one that has fired, or never was, is no failure. */
export const cancelSchedule = async (name: string): Promise<void> => {
  const group = requireEnv('SCHEDULER_GROUP')
  await scheduler()
    .send(new DeleteScheduleCommand({ Name: name, GroupName: group }))
    .catch(onRefusal(ResourceNotFoundException, async () => undefined))
}

/** The names of every schedule of the group. */
export const listSchedules = async (): Promise<string[]> => {
  const names: string[] = []
  let NextToken: string | undefined
  do {
    const page = await scheduler().send(
      new ListSchedulesCommand({
        GroupName: requireEnv('SCHEDULER_GROUP'),
        ...(NextToken ? { NextToken } : {}),
      }),
    )
    names.push(...(page.Schedules ?? []).flatMap(({ Name }) => Name ?? []))
    NextToken = page.NextToken
  } while (NextToken)
  return names
}

/** What a schedule sends to its function; undefined when there is no such schedule any more. */
export const findScheduleInput = async (name: string): Promise<unknown> => {
  const found = await scheduler()
    .send(new GetScheduleCommand({ Name: name, GroupName: requireEnv('SCHEDULER_GROUP') }))
    .catch(onRefusal(ResourceNotFoundException, async () => undefined))
  return found?.Target?.Input === undefined ? undefined : JSON.parse(found.Target.Input)
}

type Refusal = typeof ConflictException | typeof ResourceNotFoundException

const onRefusal =
  <T>(refusal: Refusal, act: () => Promise<T>) =>
  (error: unknown): Promise<T> => {
    if (error instanceof refusal) return act()
    throw error
  }
