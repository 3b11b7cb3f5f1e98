// `node test/bench/cost.ts`: what the platform costs a month on AWS, from the requests and the units that one
// response really takes: every handler is run, every item is weighed. Prices and habits stand below; change them there.
import { fork } from 'node:child_process'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb'
import { sectionKeys } from '../../forms/shape.ts'
import { TABLE_NAME } from '../../infra/local/dynamodb.ts'
import { listen } from '../../infra/local/listen.ts'
import { publish } from '../../infra/publication/publish.ts'
import { validAnswers } from '../support/answers.ts'
import { calledResponse } from '../support/response.ts'
import { call, EMAIL } from './handlers.ts'
import { meterTable, storedBytes } from './metered-table.ts'
import { monthlyCost } from './prices.ts'

/** What people do with one response. */
const VISITS = 3
const SAVES_OF_EACH_SECTION = 10
const READINGS_BY_THE_CAF = 2
const ID = 'cout.projet'

const parts = fork(join(import.meta.dirname, 'parts.ts'))
const endpoints = await new Promise<Record<string, string>>((resolve) => parts.once('message', resolve))
const meter = await meterTable(endpoints.AWS_ENDPOINT_URL_DYNAMODB ?? '')
const mails = await listen(
  createServer((request, response) => {
    request.resume().once('end', () => response.end('{"MessageId":"un"}'))
  }),
  0,
)
Object.assign(process.env, endpoints, {
  AWS_ENDPOINT_URL_DYNAMODB: meter.url,
  AWS_ENDPOINT_URL_SESV2: mails.url,
  AWS_ACCESS_KEY_ID: 'local',
  AWS_SECRET_ACCESS_KEY: 'local',
  AWS_REGION: 'eu-west-3',
  MAIL_CONFIGURATION_SET: 'echeance',
  MAIL_FROM: 'ne-pas-repondre@echeance.test',
  SITE_ORIGIN: 'https://echeance.test',
  TABLE_NAME,
})

const { ensureTable } = await import('../../infra/local/dynamodb.ts')
const { putMembership } = await import('../../functions/store/members.ts')
const { callResponse } = await import('../../functions/store/responses.ts')
await ensureTable()
const form = await publish({
  source: 'clas-bilan',
  formId: 'clas-bilan',
  cafId: 'caf731',
  departements: ['73'],
  at: '2026-01-01T00:00:00.000Z',
})
await putMembership(EMAIL, {
  organisationId: 'asso-belledonne',
  organisationName: 'Association Belledonne',
  roles: ['administrateur', 'saisie-activite', 'saisie-financiere', 'approbateur'],
})
meter.take()

const rows: { what: string; times: number; requests: number; reads: number; writes: number }[] = []
const measure = async (what: string, times: number, act: (i: number) => Promise<unknown>): Promise<void> => {
  for (let i = 0; i < times; i += 1) await act(i)
  rows.push({ what, times, ...meter.take() })
}

const handlers = {
  me: (await import('../../functions/http/get-me.ts')).handler,
  list: (await import('../../functions/http/list-responses.ts')).handler,
  read: (await import('../../functions/http/get-response.ts')).handler,
  save: (await import('../../functions/http/save-section.ts')).handler,
  submit: (await import('../../functions/http/submit-answers.ts')).handler,
  receipt: (await import('../../functions/http/get-receipt.ts')).handler,
  history: (await import('../../functions/http/list-history.ts')).handler,
}
const scheduled = {
  drain: (await import('../../functions/scheduled/drain-history.ts')).handler,
  deliver: (await import('../../functions/scheduled/deliver-mail.ts')).handler,
  close: (await import('../../functions/scheduled/close-campaign.ts')).handler,
}
// biome-ignore lint/suspicious/noExplicitAny: none of them looks at its context
const context = {} as any
const drain = () => scheduled.drain({}, context)
const deliver = () => scheduled.deliver({}, context)

// What the scheduled functions log is not wanted here.
const { log } = console
console.log = () => {}
await measure('a minute of the workers, nothing to do', 1, async () => {
  await drain()
  await deliver()
})
await measure('an hourly sweep, nothing to do', 1, () => scheduled.close({}, context))
const idle = rows.splice(0)

const closesAt = new Date(Date.now() + 86_400_000).toISOString()
await measure('called', 1, () => callResponse(calledResponse(ID, { closesAt })))
await measure('visits: who am I, my list, the response', VISITS, async () => {
  await call(handlers.me, 200, {}, {})
  await call(handlers.list, 200, {}, {})
  await call(handlers.read, 200, { id: ID }, {})
})
const answers = validAnswers()
for (const [name, keys] of Object.entries(sectionKeys(form))) {
  const own = Object.fromEntries(Object.entries(answers).filter(([key]) => keys.includes(key)))
  await measure(`autosaves of « ${name} »`, SAVES_OF_EACH_SECTION, (i) =>
    call(handlers.save, 200, { id: ID, name }, { 'if-match': `"${i}"` }, { answers: own }),
  )
}
await measure('submitted', 1, async () => {
  const { headers } = await call(handlers.read, 200, { id: ID }, {})
  const sent = { 'if-match': String(headers?.etag), 'idempotency-key': 'mesure' }
  await call(handlers.submit, 201, { id: ID }, sent, { answers })
  await call(handlers.receipt, 200, { id: ID }, {})
})
await measure('history and mails, drained and delivered', 1, async () => {
  await drain()
  await deliver()
})
await measure('read by the Caf', READINGS_BY_THE_CAF, async () => {
  await call(handlers.read, 200, { id: ID }, {})
  await call(handlers.history, 200, { id: ID }, {})
})

const { Items = [] } = await new DynamoDBClient({}).send(new ScanCommand({ TableName: TABLE_NAME }))
const bytesAResponse = storedBytes(
  JSON.parse(JSON.stringify(Items.filter(({ pk }) => pk?.S === `RESPONSE#${ID}`))),
)
parts.kill()

const total = (key: 'reads' | 'writes') => rows.reduce((sum, row) => sum + row[key], 0)
const requests =
  VISITS * 4 + Object.keys(sectionKeys(form)).length * SAVES_OF_EACH_SECTION + 3 + READINGS_BY_THE_CAF * 2
const response = { requests, reads: total('reads'), writes: total('writes'), bytes: bytesAResponse }
const sum = (key: 'reads' | 'writes') => (idle[0]?.[key] ?? 0) * 60 * 730 + (idle[1]?.[key] ?? 0) * 730

console.log = log
console.table([...idle, ...rows])
console.log('A response, in all:', response)
console.table(
  Object.fromEntries(
    [300, 10_000, 1_000_000].map((responses) => [
      responses.toLocaleString('fr-FR'),
      monthlyCost({ responses, response, idle: { reads: sum('reads'), writes: sum('writes') } }),
    ]),
  ),
)
process.exit(0)
