// The thinnest Lambda API: asynchronous invocation of our own functions, tried twice more when one fails. Ours because
// what emulates Lambda brings containers; what is lost with the process is found again by reconciliation.
import type { IncomingMessage, ServerResponse } from 'node:http'
import { json } from 'node:stream/consumers'

const RETRY_DELAYS_MS = [1000, 5000]

type Options = {
  readonly invoke: (functionName: string, input: unknown) => Promise<void>
  readonly retryDelaysMs?: readonly number[]
}

/** Serves Invoke with InvocationType Event; `stop` resolves once nothing runs any more. */
export const createLambda = ({ invoke, retryDelaysMs = RETRY_DELAYS_MS }: Options) => {
  const running = new Set<Promise<void>>()
  const halt = Promise.withResolvers<void>()
  let stopped = false

  const attempt = async (name: string, input: unknown): Promise<void> => {
    for (const delayMs of [...retryDelaysMs, undefined]) {
      const failure = await invoke(name, input).then(
        () => undefined,
        (error: unknown) => error ?? 'failed',
      )
      if (failure === undefined) return
      console.error(JSON.stringify({ level: 'ERROR', invoked: name, error: String(failure) }))
      if (delayMs === undefined || stopped) return
      await Promise.race([new Promise((done) => setTimeout(done, delayMs).unref()), halt.promise])
    }
  }

  return {
    handle: async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
      const asked = await json(request).catch(() => ({}))
      const [, name = ''] =
        /^\/2015-03-31\/functions\/([^/]+)\/invocations$/.exec(request.url?.split('?')[0] ?? '') ?? []
      const isEvent = request.headers['x-amz-invocation-type'] === 'Event'
      if (request.method !== 'POST' || !name || !isEvent) {
        response
          .writeHead(400, {
            'content-type': 'application/json',
            'x-amzn-errortype': 'InvalidRequestException',
          })
          .end(JSON.stringify({ message: 'Only asynchronous invocations are served.' }))
        return
      }
      if (!stopped) {
        const done = attempt(decodeURIComponent(name).split(':').at(-1) ?? '', asked).finally(() =>
          running.delete(done),
        )
        running.add(done)
      }
      response.writeHead(202, { 'content-type': 'application/json' }).end()
    },
    stop: async (): Promise<void> => {
      stopped = true
      halt.resolve()
      await Promise.all(running)
    },
  }
}
