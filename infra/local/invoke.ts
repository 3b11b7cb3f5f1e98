// What starts the functions that no request does: the scheduler, the worker, and mail that comes back.
import { randomUUID } from 'node:crypto'
import type { ScheduledName } from '../../functions/triggers.ts'
import { lambdaContext } from './lambda-event.ts'

/** Runs a scheduled function, as EventBridge Scheduler does on AWS. */
export const invoke = async (name: string, input: unknown): Promise<void> => {
  const { handler } = await import(`../../functions/scheduled/${name}.ts`)
  await handler(input, {})
}

/** What the mail worker runs, in this order, every minute and soon after a change. */
export const mailWork: ReadonlySet<string> = new Set<ScheduledName>(['drain-history', 'deliver-mail'])

export const deliverMail = async (): Promise<void> => {
  for (const name of mailWork) await invoke(name, {})
}

/** What EventBridge starts on AWS when a mail comes back. */
export const recordReturn = async (event: unknown): Promise<unknown> => {
  const { handler } = await import('../../functions/events/record-return.ts')
  return handler(event, lambdaContext('record-return', randomUUID()))
}
