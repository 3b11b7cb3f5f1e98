// The one client of the table.
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import {
  BatchGetCommand,
  DeleteCommand,
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  type QueryCommandInput,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb'
import DataLoader from 'dataloader'
import * as z from 'zod'
import { requireEnv } from '../require-env.ts'
import { type IndexName, indexes, type Key } from './schema.ts'

let client: DynamoDBDocumentClient | undefined

const table = (): DynamoDBDocumentClient => {
  client ??= DynamoDBDocumentClient.from(new DynamoDBClient({}), {
    marshallOptions: { removeUndefinedValues: true },
  })
  return client
}

const tableName = () => requireEnv('TABLE_NAME')

/** Reads one item, strongly consistent, through its schema; undefined when there is none. */
export const findItem = async <T>(key: Key, schema: z.ZodType<T>): Promise<T | undefined> => {
  const item = await asked.load(key)
  return item && schema.parse(item)
}

/** Reads many items, strongly consistent, through their schema; those that do not exist are left out. In no order. */
export const findItems = async <T>(wanted: readonly Key[], schema: z.ZodType<T>): Promise<T[]> =>
  (await readItems(wanted)).map((item) => schema.parse(item))

type Stored = Record<string, unknown>

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

type Range = { pk: string; from: string; to: string }

/** Reads the items of a partition between two sort keys, strongly consistent, in order. */
export const queryRange = (
  { pk, from, to }: Range,
  filter?: { readonly expression: string; readonly values: Record<string, unknown> },
): Promise<Record<string, unknown>[]> =>
  queryAll({
    ConsistentRead: true,
    KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
    ...(filter ? { FilterExpression: filter.expression } : {}),
    ExpressionAttributeValues: { ':pk': pk, ':from': from, ':to': to, ...filter?.values },
  })

/** The keys of the items of a partition between two sort keys, strongly consistent, without what the items hold. */
export const listKeys = async (range: Range): Promise<Key[]> => {
  const rows = await queryParts(range, [])
  return rows.map((row) => ({ pk: String(row.pk), sk: String(row.sk) }))
}

/** The same with some attributes of the items beside their keys. */
export const queryParts = (
  { pk, from, to }: Range,
  attributes: readonly string[],
): Promise<Record<string, unknown>[]> => {
  const names = Object.fromEntries(attributes.map((name, i) => [`#a${i}`, name]))
  return queryAll({
    ConsistentRead: true,
    KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
    ProjectionExpression: ['pk', 'sk', ...Object.keys(names)].join(', '),
    ...(attributes.length > 0 ? { ExpressionAttributeNames: names } : {}),
    ExpressionAttributeValues: { ':pk': pk, ':from': from, ':to': to },
  })
}

type IndexQuery = {
  readonly upTo?: string
  readonly limit?: number
  readonly filter?: { readonly expression: string; readonly values: Record<string, unknown> }
}

/**
 * Reads one partition of an index; with `upTo`, only rows whose sort key is at most that; at most `limit` rows; only
 * those that a filter lets through.
 */
export const queryIndex = (
  index: IndexName,
  partition: string,
  { upTo, limit, filter }: IndexQuery = {},
): Promise<Record<string, unknown>[]> =>
  queryAll({
    IndexName: index,
    ...(limit ? { Limit: limit } : {}),
    KeyConditionExpression: upTo === undefined ? '#pk = :pk' : '#pk = :pk AND #sk <= :upTo',
    ExpressionAttributeNames: {
      '#pk': indexes[index].partitionKey,
      ...(upTo === undefined ? {} : { '#sk': indexes[index].sortKey }),
    },
    ...(filter ? { FilterExpression: filter.expression } : {}),
    ExpressionAttributeValues: { ':pk': partition, ':upTo': upTo, ...filter?.values },
  })

type Page = { items: Record<string, unknown>[]; next?: string }

/** Reads one page of an index partition, from where `next` of the page before left off. Memory holds one page. */
export const queryIndexPage = async (
  index: IndexName,
  partition: string,
  { limit, from, upTo }: { limit: number; from?: string | undefined; upTo?: string },
): Promise<Page> => {
  const { partitionKey, sortKey } = indexes[index]
  const { Items = [], LastEvaluatedKey } = await table().send(
    new QueryCommand({
      TableName: tableName(),
      IndexName: index,
      KeyConditionExpression: upTo === undefined ? '#pk = :pk' : '#pk = :pk AND #sk <= :upTo',
      ExpressionAttributeNames: { '#pk': partitionKey, ...(upTo === undefined ? {} : { '#sk': sortKey }) },
      ExpressionAttributeValues: { ':pk': partition, ':upTo': upTo },
      Limit: limit,
      ...(from ? { ExclusiveStartKey: PageStart.parse(JSON.parse(from)) } : {}),
    }),
  )
  return {
    items: Items,
    ...(LastEvaluatedKey ? { next: JSON.stringify(LastEvaluatedKey) } : {}),
  }
}

/** How many rows one partition of an index has; none of them is read out. */
export const countIndex = async (index: IndexName, partition: string): Promise<number> => {
  let count = 0
  let start: Record<string, unknown> | undefined
  do {
    const page = await table().send(
      new QueryCommand({
        TableName: tableName(),
        IndexName: index,
        Select: 'COUNT',
        KeyConditionExpression: '#pk = :pk',
        ExpressionAttributeNames: { '#pk': indexes[index].partitionKey },
        ExpressionAttributeValues: { ':pk': partition },
        ...(start ? { ExclusiveStartKey: start } : {}),
      }),
    )
    count += page.Count ?? 0
    start = page.LastEvaluatedKey
  } while (start)
  return count
}

const PageStart = z.record(z.string(), z.unknown())

const queryAll = async (input: Omit<QueryCommandInput, 'TableName'>): Promise<Record<string, unknown>[]> => {
  const items: Record<string, unknown>[] = []
  let start: Stored | undefined
  do {
    const page = await table().send(
      new QueryCommand({
        TableName: tableName(),
        ...input,
        ...(start ? { ExclusiveStartKey: start } : {}),
      }),
    )
    items.push(...(page.Items ?? []))
    start = page.LastEvaluatedKey
  } while (start && items.length < (input.Limit ?? Number.POSITIVE_INFINITY))
  return items
}

type Write = {
  condition?: string
  names?: Record<string, string>
  values?: Record<string, unknown>
}

/** Puts an item; false when its condition did not hold, with nothing written. */
export const putItem = (key: Key, item: Record<string, unknown>, write: Write = {}): Promise<boolean> =>
  unlessRefused(() =>
    table().send(
      new PutCommand({
        TableName: tableName(),
        Item: { ...item, ...key },
        ...expressions(write),
      }),
    ),
  )

/** Updates one item in one conditional write; false when its condition did not hold, with nothing written. */
export const updateItem = (key: Key, update: string, write: Write): Promise<boolean> =>
  unlessRefused(() =>
    table().send(
      new UpdateCommand({
        TableName: tableName(),
        Key: key,
        UpdateExpression: update,
        ...expressions(write),
      }),
    ),
  )

/** Deletes an item; false when its condition did not hold, with nothing deleted. */
export const deleteItem = (key: Key, write: Write = {}): Promise<boolean> =>
  unlessRefused(() =>
    table().send(new DeleteCommand({ TableName: tableName(), Key: key, ...expressions(write) })),
  )

const expressions = ({ condition, names, values }: Write) => ({
  ...(condition ? { ConditionExpression: condition } : {}),
  ...(names ? { ExpressionAttributeNames: names } : {}),
  ...(values ? { ExpressionAttributeValues: values } : {}),
})

const unlessRefused = async (write: () => Promise<unknown>): Promise<boolean> => {
  try {
    await write()
    return true
  } catch (error) {
    if (error instanceof Error && error.name === 'ConditionalCheckFailedException') return false
    throw error
  }
}
