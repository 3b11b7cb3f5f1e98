// One item written, in one conditional write.
import { DeleteCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { table, tableName } from './client.ts'
import type { Key } from './keys.ts'

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
