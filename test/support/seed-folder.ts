// Seeds a data folder as of an instant, by starting the platform on it and stopping it: `node seed-folder.ts FOLDER NOW`.
import { deliverMail } from '../../infra/local/invoke.ts'
import { startLocal } from '../../infra/local/local.ts'

const [dataDir = '', now = ''] = process.argv.slice(2)
const local = await startLocal({ port: 0, dataDir, now })
// What the demo owes is done here once, rather than by each file that starts on a copy.
local.turnTo(now)
await deliverMail()
await local.close()
process.exit(0)
