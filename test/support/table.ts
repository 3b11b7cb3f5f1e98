// The store on the real emulator, without the rest of the platform.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import type { Response } from '../../forms/schemas.ts'
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

/** A response just called, closing on 12 July 2024 in Paris. */
export const calledResponse = (id: string, more: Partial<Response> = {}): Response => ({
  id,
  campaignId: id.split('.')[0] ?? '',
  campaignTitle: 'Bilan qualitatif 2023-2024',
  cafId: 'caf731',
  cafName: 'Caf de la Savoie',
  organisationId: 'asso-belledonne',
  organisationName: 'Association Belledonne',
  projectId: id.split('.')[1] ?? '',
  projectName: 'Clas des Bauges',
  formId: 'clas-bilan',
  formVersion: 1,
  formTitle: 'Bilan qualitatif',
  estimatedMinutes: 25,
  schoolYear: '2023-2024',
  zone: 'Europe/Paris',
  status: 'called',
  closesAt: '2024-07-12T22:00:00.000Z',
  deadlineFrom: 'campaign',
  submissionNumber: 0,
  submissionIds: [],
  history: [{ id: 'appel', at: '2024-06-05T00:00:00.000Z', type: 'called' }],
  ...more,
})
