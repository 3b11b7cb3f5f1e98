// A process that dies between two writes, as its table sees it: from the write of that number on nothing arrives, or that
// one arrives and nothing comes back.
import { createServer } from 'node:http'
import { text } from 'node:stream/consumers'
import { type Listening, listen } from '../../infra/local/listen.ts'
import { passOn } from './watched-table.ts'

export type Death = {
  /** How many writes of forms go well before; undefined for a process that lives. */
  writes: number | undefined
  /** Whether the write at which it dies was carried out. */
  carriedOut: boolean
}

/** Starts a proxy in front of the table; `death` may change while it runs. */
export const dyingTable =
  (death: Death) =>
  (url: string): Promise<Listening> =>
    listen(
      createServer(async (asked, answer) => {
        const body = await text(asked)
        const isWrite = /\.(?:Put|Update|Delete)Item$/.test(String(asked.headers['x-amz-target']))
        const isDead = death.writes !== undefined && isWrite && body.includes('"FORM#') && death.writes-- <= 0
        const dies = isDead && death.writes === -1
        if (isDead && !(dies && death.carriedOut)) return answer.writeHead(400).end('{"__type":"Dead"}')
        const { status, said } = await passOn(url, asked, body)
        if (dies) return answer.writeHead(400).end('{"__type":"Dead"}')
        return answer.writeHead(status, { 'content-type': 'application/x-amz-json-1.0' }).end(said)
      }),
      0,
    )
