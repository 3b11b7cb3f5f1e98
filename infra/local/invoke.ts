// What starts the functions that no request does: the scheduler, the worker, and mail that comes back.
import { randomUUID } from 'node:crypto'
import { lambdaContext } from './lambda-event.ts'

/** Runs a scheduled function, as EventBridge Scheduler does on AWS. */
export const invoke = async (name: string, input: unknown): Promise<void> => {
  const { handler } = await import(`../../functions/scheduled/${name}.ts`)
  await handler(input, {})
}

export const deliverMail = async (): Promise<void> => {
  await invoke('drain-history', {})
  await invoke('deliver-mail', {})
}

/** What EventBridge starts on AWS when a mail comes back. */
export const recordReturn = async (event: unknown): Promise<unknown> => {
  const { handler } = await import('../../functions/events/record-return.ts')
  return handler(event, lambdaContext('record-return', randomUUID()))
}
