// The one client of the table.
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { requireEnv } from '../require-env.ts'

let client: DynamoDBDocumentClient | undefined

/** The client: one a process, so that its connections are kept. */
export const table = (): DynamoDBDocumentClient => {
  client ??= DynamoDBDocumentClient.from(new DynamoDBClient({}), {
    marshallOptions: { removeUndefinedValues: true },
  })
  return client
}

export const tableName = () => requireEnv('TABLE_NAME')
