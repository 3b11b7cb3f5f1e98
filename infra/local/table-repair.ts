// dynalite writes an item's index rows before the item, each by itself: a kill between them leaves the indexes ahead,
// which DynamoDB's never are, and what a closing looks for could be missing from them for ever. So after a start that
// no end followed, the indexes are emptied and written again from the items, which alone are trusted.
import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DynamoDBClient, PutItemCommand, paginateScan } from '@aws-sdk/client-dynamodb'
import type { Level } from 'level'

/** dynalite's prefix of every index row; the second is the first string after all of them. */
const INDEX_ROWS = { gte: 'index-', lt: 'index.' }

type Repair = {
  /** Before dynalite opens the database. */
  readonly emptyIndexes: (database: Level) => Promise<void>
  /** Once dynalite serves it at this address. */
  readonly refillIndexes: (endpoint: string, table: string) => Promise<void>
  /** When everything has been closed in order. */
  readonly ended: () => void
}

/** Says that a run begins on this folder, and what is to be repaired of the one before. */
export const beginRun = (dataDir: string): Repair => {
  const mark = join(dataDir, 'running')
  const wasCut = existsSync(mark)
  writeFileSync(mark, 'Ce fichier dit que la plateforme tourne, ou qu’elle a été arrêtée net.\n')
  return {
    emptyIndexes: async (database) => {
      if (wasCut) await database.clear(INDEX_ROWS)
    },
    refillIndexes: async (endpoint, table) => {
      if (wasCut) await putAllAgain(endpoint, table)
    },
    ended: () => rmSync(mark, { force: true }),
  }
}

/** Each item put again as it is: dynalite writes its index rows along. */
const putAllAgain = async (endpoint: string, TableName: string): Promise<void> => {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' }
  const client = new DynamoDBClient({ endpoint, region: 'local', credentials })
  try {
    for await (const { Items = [] } of paginateScan({ client }, { TableName, ConsistentRead: true }))
      for (const Item of Items) await client.send(new PutItemCommand({ TableName, Item }))
  } catch (error) {
    // A first start that was cut before it made the table has nothing to repair.
    if (!(error instanceof Error) || error.name !== 'ResourceNotFoundException') throw error
  } finally {
    client.destroy()
  }
}
