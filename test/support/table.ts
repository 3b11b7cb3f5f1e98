// The store on a real emulator, without the rest of the platform: dynalite, or the DynamoDB of ministack where the
// project has started that, so that nothing is built on one emulator's quirks.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, inject } from 'vitest'
import { ensureTable, startDynamodb, TABLE_NAME } from '../../infra/local/dynamodb.ts'

/** Starts an empty table before the tests of a file and removes it after them. */
export const useTable = (): void => {
  let close = async () => {}
  beforeAll(async () => {
    const dynamodb = await started()
    close = dynamodb.close
    Object.assign(process.env, {
      AWS_ENDPOINT_URL_DYNAMODB: dynamodb.url,
      // ministack keeps an account apart for each key of 12 digits.
      AWS_ACCESS_KEY_ID: String(Math.random()).slice(2).padEnd(12, '0').slice(0, 12),
      AWS_SECRET_ACCESS_KEY: 'local',
      AWS_REGION: 'eu-west-3',
      TABLE_NAME,
    })
    await ensureTable()
  })
  afterAll(() => close())
}

const started = async (): Promise<{ url: string; close: () => Promise<void> }> => {
  const ministack = inject('ministack')
  if (ministack) return { url: ministack, close: async () => {} }
  const dataDir = mkdtempSync(join(tmpdir(), 'echeance-table-'))
  const dynamodb = await startDynamodb(dataDir)
  return {
    url: dynamodb.url,
    close: async () => {
      await dynamodb.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
