// DynamoDB on one machine: dynalite, kept on disk by LevelDB, which survives a kill -9 of this process.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DescribeTableCommand,
  DynamoDBClient,
} from '@aws-sdk/client-dynamodb'
import dynalite from 'dynalite'
import { indexes, primaryKey } from '../../functions/store/schema.ts'
import { type Listening, listen } from './listen.ts'

export const TABLE_NAME = 'echeance'

/** Starts the embedded DynamoDB over `<dataDir>/dynamodb` on a free port. */
export const startDynamodb = (dataDir: string): Promise<Listening> => {
  const path = join(dataDir, 'dynamodb')
  mkdirSync(path, { recursive: true })
  return listen(dynalite({ path, createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 }), 0)
}

/** Creates the table with the keys and indexes of functions/store/schema.ts, unless it is there. */
export const ensureTable = async (): Promise<void> => {
  const client = new DynamoDBClient({ maxAttempts: 1 })
  try {
    await client.send(new DescribeTableCommand({ TableName: TABLE_NAME }))
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'ResourceNotFoundException') throw error
    await client.send(new CreateTableCommand(tableDefinition()))
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
