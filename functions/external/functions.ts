import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda'
import { requireEnv } from '../require-env.ts'
import type { ScheduledName } from '../triggers.ts'

let client: LambdaClient | undefined

/** Has a function of ours run as soon as it can, without waiting for it; Lambda tries twice more if it fails. */
export const invokeLater = async (functionName: ScheduledName, input: unknown): Promise<void> => {
  client ??= new LambdaClient({})
  await client.send(
    new InvokeCommand({
      FunctionName: requireEnv('TARGET_ARN_PREFIX') + functionName,
      InvocationType: 'Event',
      Payload: JSON.stringify(input),
    }),
  )
}
