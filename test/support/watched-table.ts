// What happens between two requests of one piece of work, as others see it: a proxy in front of the table that tells of
// each request before it lets it through.
import { createServer, type IncomingMessage } from 'node:http'
import { text } from 'node:stream/consumers'
import { type Listening, listen } from '../../infra/local/listen.ts'

/** Starts the proxy; a request waits until `before`, told its body, is done. */
export const watchedTable =
  (before: (body: string) => Promise<void>) =>
  (url: string): Promise<Listening> =>
    listen(
      createServer(async (asked, answer) => {
        const body = await text(asked)
        await before(body)
        const { status, said } = await passOn(url, asked, body)
        answer.writeHead(status, { 'content-type': 'application/x-amz-json-1.0' }).end(said)
      }),
      0,
    )

/** What the table says to a request. */
export const passOn = async (
  url: string,
  asked: IncomingMessage,
  body: string,
): Promise<{ status: number; said: string }> => {
  const headers = Object.fromEntries(
    Object.entries(asked.headers).flatMap(([name, value]) =>
      ['host', 'connection', 'content-length'].includes(name) ? [] : [[name, String(value)]],
    ),
  )
  const reply = await fetch(url, { method: 'POST', headers, body })
  return { status: reply.status, said: await reply.text() }
}
