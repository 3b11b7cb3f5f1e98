// Runs again what failed for good. A letter leaves the queue once its run has succeeded; running twice what a
// schedule starts changes nothing, so a letter that is replayed and then found again does no harm.
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda'
import { DeleteMessageCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import * as z from 'zod'
import { needed, type Options, outputsOf } from './stage.ts'

/** What Lambda leaves when a function failed, and what EventBridge Scheduler leaves when it could not start it. */
const Failed = z.object({
  requestContext: z.object({ functionArn: z.string() }),
  requestPayload: z.unknown(),
})
const NOT_STARTED = 'TARGET_ARN'

export const run = async (options: Options): Promise<void> => {
  const output = await outputsOf(needed(options, 'stage'), ['Api'])
  const { replayed, left } = await replay(output('DeadLettersUrl'))
  console.log(`${replayed} replayed; ${left} failed again and are left in the queue`)
}

/** Replays every letter of a queue once. */
export const replay = async (queueUrl: string): Promise<{ replayed: number; left: number }> => {
  const queue = new SQSClient({ useQueueUrlAsEndpoint: false })
  const seen = { replayed: 0, left: 0 }
  for (;;) {
    const { Messages = [] } = await queue.send(
      new ReceiveMessageCommand({
        QueueUrl: queueUrl,
        MaxNumberOfMessages: 10,
        MessageAttributeNames: ['All'],
        VisibilityTimeout: 900,
      }),
    )
    if (Messages.length === 0) return seen
    for (const { Body = '', MessageAttributes, ReceiptHandle } of Messages) {
      const body: unknown = JSON.parse(Body)
      const target = MessageAttributes?.[NOT_STARTED]?.StringValue
      const { requestContext, requestPayload } = target
        ? { requestContext: { functionArn: target }, requestPayload: body }
        : Failed.parse(body)
      if (await succeeds(requestContext.functionArn, requestPayload)) {
        await queue.send(new DeleteMessageCommand({ QueueUrl: queueUrl, ReceiptHandle }))
        seen.replayed += 1
      } else seen.left += 1
    }
  }
}

const succeeds = async (functionArn: string, payload: unknown): Promise<boolean> => {
  const { FunctionError, Payload } = await new LambdaClient({}).send(
    new InvokeCommand({
      FunctionName: functionArn.replace(/:\$LATEST$/, ''),
      Payload: Buffer.from(JSON.stringify(payload)),
    }),
  )
  if (FunctionError) console.error(`${functionArn}: ${Payload?.transformToString()}`)
  return FunctionError === undefined
}
