// Items by a range of a partition, or by a partition of an index.

import { QueryCommand, type QueryCommandInput } from '@aws-sdk/lib-dynamodb'
import * as z from 'zod'
import { table, tableName } from './client.ts'
import type { Key } from './keys.ts'
import type { Stored } from './read-items.ts'
import { type IndexName, indexes } from './schema.ts'

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
