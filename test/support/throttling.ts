// A table that is short of throughput: a proxy in front of dynalite that refuses some requests as DynamoDB does, before
// or, worse, after they were carried out.
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import { type Listening, listen } from '../../infra/local/listen.ts'

export type Throttle = {
  /** Share of the requests refused before they reach the table. */
  refused: number
  /** Share of the requests carried out whose answer is lost. */
  unanswered: number
  /** How many of each there were. */
  count: number
}

export const noThrottle = (): Throttle => ({ refused: 0, unanswered: 0, count: 0 })

/** Starts the proxy; `throttle` may change while it runs. */
export const throttledTable =
  (throttle: Throttle) =>
  (url: string): Promise<Listening> =>
    listen(
      createServer((asked, answer) => {
        const dice = Math.random()
        if (dice < throttle.refused) return refuse(asked, answer, throttle)
        return pass(url, asked, answer, dice < throttle.refused + throttle.unanswered ? throttle : undefined)
      }),
      0,
    )

const refuse = (asked: IncomingMessage, answer: ServerResponse, throttle: Throttle): void => {
  throttle.count += 1
  asked.resume().once('end', () =>
    answer.writeHead(400, { 'content-type': 'application/x-amz-json-1.0' }).end(
      JSON.stringify({
        __type: 'com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException',
        message: 'The level of configured provisioned throughput for the table was exceeded.',
      }),
    ),
  )
}

const pass = (
  url: string,
  asked: IncomingMessage,
  answer: ServerResponse,
  lost: Throttle | undefined,
): void => {
  const onward = request(url, { method: asked.method, headers: asked.headers }, (reply) => {
    if (lost) {
      lost.count += 1
      reply.resume().once('end', () => answer.writeHead(500).end())
      return
    }
    answer.writeHead(reply.statusCode ?? 500, reply.headers)
    reply.pipe(answer)
  })
  onward.once('error', () => answer.destroy())
  asked.pipe(onward)
}
