// The table, the signing key and the storage in a process of their own, so that their CPU is not counted with the handlers'.
import { mkdtempSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startDynamodb } from '../../infra/local/dynamodb.ts'
import { createKms } from '../../infra/local/kms.ts'
import { listen } from '../../infra/local/listen.ts'
import { createStorage, STORAGE_PREFIX } from '../../infra/local/storage.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'echeance-bench-'))
const dynamodb = await startDynamodb(dataDir)
const kms = createKms({ dataDir })
const storage = createStorage({ dataDir, accessKeyId: 'local', secretAccessKey: 'local' })
const storageServer = await listen(createServer(storage.handle), 0)
const kmsServer = await listen(createServer(kms.handle), 0)
process.send?.({
  AWS_ENDPOINT_URL_DYNAMODB: dynamodb.url,
  AWS_ENDPOINT_URL_KMS: kmsServer.url,
  AWS_ENDPOINT_URL_S3: storageServer.url + STORAGE_PREFIX,
  RECEIPT_KEY_ID: kms.keyId,
  RECEIPT_KID: kms.kid,
})
process.once('disconnect', () => process.exit(0))
