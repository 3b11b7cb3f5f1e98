// Items by their keys, strongly consistent: what is asked for together is read together.
import { BatchGetCommand, GetCommand } from '@aws-sdk/lib-dynamodb'
import DataLoader from 'dataloader'
import type * as z from 'zod'
import { table, tableName } from './client.ts'
import type { Key } from './keys.ts'

/** Reads one item, strongly consistent, through its schema; undefined when there is none. */
export const findItem = async <T>(key: Key, schema: z.ZodType<T>): Promise<T | undefined> => {
  const item = await asked.load(key)
  return item && schema.parse(item)
}

/** Reads many items, strongly consistent, through their schema; those that do not exist are left out. In no order. */
export const findItems = async <T>(wanted: readonly Key[], schema: z.ZodType<T>): Promise<T[]> =>
  (await readItems(wanted)).map((item) => schema.parse(item))

export type Stored = Record<string, unknown>

/** Items asked for before anything else is waited for go in one request: a request costs more than what it brings. */
const asked = new DataLoader<Key, Stored | undefined>(
  async (wanted) => {
    const [only] = wanted
    if (only && wanted.length === 1) return [await readItem(only)]
    const each = new Map(wanted.map((key) => [nameOf(key), key]))
    const found = new Map((await readItems([...each.values()])).map((item) => [nameOf(item), item]))
    return wanted.map((key) => found.get(nameOf(key)))
  },
  { cache: false },
)

const nameOf = ({ pk, sk }: { readonly pk?: unknown; readonly sk?: unknown }): string => `${pk} ${sk}`

const readItem = async (key: Key): Promise<Stored | undefined> => {
  const { Item } = await table().send(
    new GetCommand({ TableName: tableName(), Key: key, ConsistentRead: true }),
  )
  return Item
}

/** BatchGetItem takes this many keys. */
const MAX_BATCH = 100
const MAX_UNPROCESSED_ROUNDS = 20

const readItems = async (wanted: readonly Key[]): Promise<Stored[]> => {
  const found: Stored[] = []
  for (let start = 0; start < wanted.length; start += MAX_BATCH) {
    let rest: Stored[] = wanted.slice(start, start + MAX_BATCH)
    for (let round = 0; rest.length > 0; round += 1) {
      // A throttled table answers a part of what was asked.
      if (round > 0) await pause(Math.random() * 50 * 2 ** Math.min(round, 6))
      if (round > MAX_UNPROCESSED_ROUNDS) throw throttled()
      const { Responses, UnprocessedKeys } = await table().send(
        new BatchGetCommand({ RequestItems: { [tableName()]: { Keys: rest, ConsistentRead: true } } }),
      )
      found.push(...(Responses?.[tableName()] ?? []))
      rest = UnprocessedKeys?.[tableName()]?.Keys ?? []
    }
  }
  return found
}

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms))

const throttled = (): Error =>
  Object.assign(new Error('The table answered none of the keys asked for'), {
    name: 'ProvisionedThroughputExceededException',
  })
