// DynamoDB on one machine: dynalite, kept on disk by LevelDB, which survives a kill -9 of this process (table-repair.ts).
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DescribeTableCommand,
  DynamoDBClient,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb'
import dynalite from 'dynalite'
import { Level } from 'level'
import { indexes, primaryKey } from '../../functions/store/schema.ts'
import { type Listening, listen } from './listen.ts'
import { beginRun } from './table-repair.ts'

export const TABLE_NAME = 'echeance'

/**
 * Starts the embedded DynamoDB over `<dataDir>/dynamodb` on a free port. Rejects when the folder is damaged or open
 * elsewhere: it is opened once beforehand, since dynalite would only find out at its first request, and end the
 * process with it.
 */
export const startDynamodb = async (dataDir: string): Promise<Listening> => {
  const path = join(dataDir, 'dynamodb')
  mkdirSync(path, { recursive: true })
  const database = new Level(path)
  await assertOpens(database)
  const repair = beginRun(dataDir)
  await repair.emptyIndexes(database)
  await database.close()
  const server = dynalite({ path, createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 })
  const listening = await listen(server, 0)
  await repair.refillIndexes(listening.url, TABLE_NAME)
  return {
    ...listening,
    close: async () => {
      await listening.close()
      repair.ended()
    },
  }
}

const assertOpens = async (database: Level): Promise<void> => {
  try {
    await database.open()
  } catch (error) {
    const cause = error instanceof Error ? error.cause : undefined
    throw cause instanceof Error ? cause : error
  }
}

/** Creates the table with the keys and indexes of functions/store/schema.ts, unless it is there. */
export const ensureTable = async (): Promise<void> => {
  const client = new DynamoDBClient({ maxAttempts: 1 })
  try {
    await client.send(new DescribeTableCommand({ TableName: TABLE_NAME }))
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'ResourceNotFoundException') throw error
    await client.send(new CreateTableCommand(tableDefinition()))
    await waitUntilTableExists(
      { client, maxWaitTime: 30, minDelay: 0.05, maxDelay: 1 },
      { TableName: TABLE_NAME },
    )
  } finally {
    client.destroy()
  }
}

const tableDefinition = (): CreateTableCommandInput => {
  const all = Object.entries(indexes)
  const keyed = [primaryKey, ...Object.values(indexes)]
  const attributes = new Set(keyed.flatMap(({ partitionKey, sortKey }) => [partitionKey, sortKey]))
  return {
    TableName: TABLE_NAME,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: [...attributes].map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
    KeySchema: keySchema(primaryKey),
    GlobalSecondaryIndexes: all.map(([IndexName, index]) => ({
      IndexName,
      KeySchema: keySchema(index),
      Projection: {
        ProjectionType: 'INCLUDE',
        NonKeyAttributes: projectedBeside(index),
      },
    })),
  }
}

/** The keys of an index are projected anyway, and may not be named again. */
const projectedBeside = ({ sortKey, projected }: { sortKey: string; projected: readonly string[] }) =>
  projected.filter((name) => name !== sortKey)

const keySchema = ({ partitionKey, sortKey }: { partitionKey: string; sortKey: string }) => [
  { AttributeName: partitionKey, KeyType: 'HASH' as const },
  { AttributeName: sortKey, KeyType: 'RANGE' as const },
]
