// Between the handlers and their table: counts the units that DynamoDB would bill, indexes included, from the very
// items (developer guide, « Read and write operations »). dynalite's own count leaves the indexes out.
import { createServer } from 'node:http'
import { json } from 'node:stream/consumers'
import { isDeepStrictEqual } from 'node:util'
import { indexes, primaryKey } from '../../functions/store/schema.ts'
import { listen } from '../../infra/local/listen.ts'

type Value = {
  S?: string
  N?: string
  BOOL?: boolean
  NULL?: boolean
  L?: Value[]
  M?: Record<string, Value>
}
type Item = Record<string, Value>
type Units = { requests: number; reads: number; writes: number }
type Asked = { TableName: string; Key?: Item; Item?: Item; ConsistentRead?: boolean }
type Answered = { Item?: Item; Items?: Item[] }

const READ_BYTES = 4096
const WRITE_BYTES = 1024
/** What DynamoDB stores beside each item, in the table and in an index. */
const OVERHEAD_BYTES = 100

/** Serves the table at `url` with its units counted; `take` answers those since the last time. */
export const meterTable = async (url: string) => {
  let units: Units = { requests: 0, reads: 0, writes: 0 }

  const forward = async (target: string, body: unknown) => {
    const reply = await fetch(url, {
      method: 'POST',
      headers: {
        'x-amz-target': `DynamoDB_20120810.${target}`,
        'content-type': 'application/x-amz-json-1.0',
        authorization:
          'AWS4-HMAC-SHA256 Credential=a/20260101/eu-west-3/dynamodb/aws4_request, SignedHeaders=host, Signature=a',
        'x-amz-date': '20260101T000000Z',
      },
      body: JSON.stringify(body),
    })
    return { status: reply.status, text: await reply.text() }
  }

  const find = async (TableName: string, Key: Item): Promise<Item | undefined> =>
    JSON.parse((await forward('GetItem', { TableName, Key, ConsistentRead: true })).text).Item

  const meterWrite = async (target: string, asked: Asked) => {
    const from = asked.Item ?? asked.Key ?? {}
    const key = pick(from, Object.values(primaryKey))
    const before = await find(asked.TableName, key)
    const reply = await forward(target, asked)
    const after = await find(asked.TableName, key)
    units.writes += writeUnits(before, after)
    return reply
  }

  const server = await listen(
    createServer(async (request, response) => {
      const target = String(request.headers['x-amz-target']).split('.')[1] ?? ''
      const asked = (await json(request)) as Asked
      units.requests += 1
      const isWrite = /^(Put|Update|Delete)Item$/.test(target)
      const { status, text } = await (isWrite ? meterWrite(target, asked) : forward(target, asked))
      if (!isWrite) units.reads += readUnits(JSON.parse(text), asked.ConsistentRead ?? false)
      response.writeHead(status, { 'content-type': 'application/x-amz-json-1.0' }).end(text)
    }),
    0,
  )
  return {
    url: server.url,
    take: (): Units => {
      const taken = units
      units = { requests: 0, reads: 0, writes: 0 }
      return taken
    },
  }
}

const pick = (item: Item, names: readonly string[]): Item =>
  Object.fromEntries(names.flatMap((name) => (item[name] ? [[name, item[name]]] : [])))

const readUnits = ({ Item, Items }: Answered, isConsistent: boolean): number => {
  const bytes = [Item ?? {}, ...(Items ?? [])].reduce((sum, item) => sum + bytesOf(item), 0)
  return Math.max(1, Math.ceil(bytes / READ_BYTES)) * (isConsistent ? 1 : 0.5)
}

/** A refused write is billed like the write it would have been; so is one that changes nothing. */
const writeUnits = (before: Item | undefined, after: Item | undefined): number => {
  const table = unitsOf(Math.max(bytesOf(before ?? {}), bytesOf(after ?? {})))
  return Object.values(indexes).reduce((sum, index) => {
    const keys = [index.partitionKey, index.sortKey]
    const row = (item: Item | undefined): Item | undefined =>
      item && keys.every((name) => item[name])
        ? pick(item, [...keys, ...Object.values(primaryKey), ...index.projected])
        : undefined
    const [old, next] = [row(before), row(after)]
    if (isDeepStrictEqual(old, next)) return sum
    const isMoved = old && next && !isDeepStrictEqual(pick(old, keys), pick(next, keys))
    if (isMoved) return sum + unitsOf(bytesOf(old)) + unitsOf(bytesOf(next))
    return sum + unitsOf(Math.max(bytesOf(old ?? {}), bytesOf(next ?? {})))
  }, table)
}

const unitsOf = (bytes: number): number => Math.max(1, Math.ceil(bytes / WRITE_BYTES))

/** Bytes of an item as DynamoDB counts them (developer guide, « Item sizes and formats »). */
const bytesOf = (item: Item): number =>
  Object.entries(item).reduce((sum, [name, value]) => sum + Buffer.byteLength(name) + valueBytes(value), 0)

const valueBytes = ({ S, N, L, M }: Value): number => {
  if (S !== undefined) return Buffer.byteLength(S)
  if (N !== undefined) return Math.ceil(N.length / 2) + 1
  if (L) return 3 + L.reduce((sum, value) => sum + valueBytes(value) + 1, 0)
  if (M) return 3 + bytesOf(M) + Object.keys(M).length
  return 1
}

/** Bytes that items take on disk, with their rows in the indexes. */
export const storedBytes = (items: readonly Item[]): number =>
  items.reduce((sum, item) => {
    const rows = Object.values(indexes).filter(
      ({ partitionKey, sortKey }) => item[partitionKey] && item[sortKey],
    )
    const inIndexes = rows.map(({ partitionKey, sortKey, projected }) =>
      bytesOf(pick(item, [partitionKey, sortKey, ...Object.values(primaryKey), ...projected])),
    )
    return sum + [bytesOf(item), ...inIndexes].reduce((total, bytes) => total + bytes + OVERHEAD_BYTES, 0)
  }, 0)
