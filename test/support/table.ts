// The store on the real emulator, without the rest of the platform.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { ensureTable, startDynamodb, TABLE_NAME } from '../../infra/local/dynamodb.ts'

/** Starts an empty table before the tests of a file and removes it after them. */
export const useTable = (): void => {
  const dataDir = mkdtempSync(join(tmpdir(), 'echeance-table-'))
  let close = async () => {}
  beforeAll(async () => {
    const dynamodb = await startDynamodb(dataDir)
    close = dynamodb.close
    Object.assign(process.env, {
      AWS_ENDPOINT_URL_DYNAMODB: dynamodb.url,
      AWS_ACCESS_KEY_ID: 'local',
      AWS_SECRET_ACCESS_KEY: 'local',
      AWS_REGION: 'eu-west-3',
      TABLE_NAME,
    })
    await ensureTable()
  })
  afterAll(async () => {
    await close()
    rmSync(dataDir, { recursive: true, force: true })
  })
}
