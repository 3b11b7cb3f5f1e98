// Sends many bytes as they are. `fetch` copies a body twice and lets go of the copies late: for an export, whose memory is
// counted, that is more than all the rest.
import http from 'node:http'
import https from 'node:https'
import { text } from 'node:stream/consumers'

type Sent = {
  readonly method: string
  readonly headers?: Readonly<Record<string, string>>
  readonly timeoutMs: number
}

/** A request whose body is these bytes, one after another, and what is answered to it. */
export const send = (
  url: string,
  { method, headers = {}, timeoutMs }: Sent,
  body: readonly Uint8Array[],
): Promise<Response> =>
  new Promise((resolve, reject) => {
    const length = body.reduce((sum, { byteLength }) => sum + byteLength, 0)
    const request = (url.startsWith('https:') ? https : http).request(
      url,
      { method, headers: { ...headers, 'content-length': String(length) }, timeout: timeoutMs },
      (reply) =>
        text(reply).then((told) => resolve(new Response(told, { status: reply.statusCode ?? 502 })), reject),
    )
    request.on('timeout', () => request.destroy(new Error(`${method} was not answered in ${timeoutMs} ms`)))
    request.on('error', reject)
    for (const bytes of body) request.write(bytes)
    request.end()
  })
