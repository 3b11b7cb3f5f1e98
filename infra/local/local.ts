// One machine's worth of the cloud: each part listens on the loopback address, and the handlers reach it by the
// same environment variables that point the AWS SDK elsewhere.
import { randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { join, resolve } from 'node:path'
import { invokeLater } from '../../functions/external/functions.ts'
import { type Scheduled, schedules } from '../../functions/triggers.ts'
import { prerendererPath } from '../publication/publish.ts'
import { createClock } from './domain-clock.ts'
import { ensureTable, startDynamodb, TABLE_NAME } from './dynamodb.ts'
import { API_PREFIX, createGateway } from './gateway.ts'
import { createIdentity } from './identity.ts'
import { deliverMail, invoke, mailWork, recordReturn } from './invoke.ts'
import { createKms } from './kms.ts'
import { createLambda } from './lambda.ts'
import { type Listening, listen } from './listen.ts'
import { createMailWorker } from './mail-worker.ts'
import { createMailbox } from './mailbox.ts'
import { createMailboxPage, MAILBOX_PATH } from './mailbox-page.ts'
import { createScheduler } from './scheduler.ts'
import { seed } from './seed.ts'
import { createSite } from './site.ts'
import { writeEveryForm } from './static-files.ts'
import {
  createStorage,
  DEFINITIONS_BUCKET,
  EXPORTS_BUCKET,
  STORAGE_PREFIX,
  UPLOADS_BUCKET,
} from './storage.ts'

export const distDir = resolve(import.meta.dirname, '../../dist')

const REQUEST_TIMEOUT_MS = 30_000
const REGION = 'eu-west-3'

type Options = {
  /** Port of the site; 0 takes a free one. */
  readonly port: number
  readonly dataDir: string
  /** ISO instant from which the domain clock runs; the real time by default. */
  readonly now?: string
  /** The folder is a copy of one that was seeded at `now`: nothing is missing from it. */
  readonly isSeeded?: boolean
  /** What a test of faults puts between the functions and the table, told the table's address. */
  readonly inFrontOfTable?: (url: string) => Promise<Listening>
  /** The storage's clock, epoch milliseconds: the real one but in tests of what expires. */
  readonly storageNow?: () => number
}

export type Local = {
  readonly origin: string
  /** The domain clock, epoch milliseconds. */
  readonly now: () => number
  /** Has the domain clock say that instant (ISO) now: a test that has prepared a rush goes to its deadline. */
  readonly turnTo: (instant: string) => void
  readonly tokenFor: (email: string) => Promise<string>
  readonly close: () => Promise<void>
}

/** Starts everything. Throws an Error whose message says in French what to do: busy port, unreadable data. */
export const startLocal = async (options: Options): Promise<Local> => {
  const { port, dataDir, now, isSeeded = false, inFrontOfTable, storageNow } = options
  const data = resolve(dataDir)
  const siteDir = join(data, 'site')
  mkdirSync(siteDir, { recursive: true })
  const clock = createClock(now)
  let serve: Serve = starting
  const front = createServer({ requestTimeout: REQUEST_TIMEOUT_MS }, (request, response) =>
    serve(request, response),
  )
  const site = await listen(front, port).catch((error) => {
    throw portProblem(error, port)
  })
  const origin = `http://localhost:${site.port}`
  const parts: Pick<Listening, 'close'>[] = [site]
  try {
    const dynamodb = await startDynamodb(data).catch((error: unknown) => {
      throw dataProblem(error, data)
    })
    const table = (await inFrontOfTable?.(dynamodb.url)) ?? dynamodb
    const kms = createKms({ dataDir: data })
    const worker = createMailWorker({ run: deliverMail })
    const run = (name: string, input: unknown) => invoke(name, input).finally(worker.nudge)
    const scheduler = createScheduler({ dataDir: data, now: clock.now, invoke: run })
    const lambda = createLambda({ invoke: run })
    // Known to this process alone: what it has signed is refused after a restart, and nobody else can sign.
    const keys = { accessKeyId: 'local', secretAccessKey: randomUUID() }
    const storage = createStorage({ dataDir: data, ...keys, ...(storageNow ? { now: storageNow } : {}) })
    const mailbox = createMailbox({ dataDir: data, now: clock.now, onReturn: recordReturn })
    const kmsServer = await listen(createServer(kms.handle), 0)
    const lambdaServer = await listen(createServer(lambda.handle), 0)
    const schedulerServer = await listen(createServer(scheduler.handle), 0)
    const mailServer = await listen(createServer(mailbox.handle), 0)
    parts.push(table, dynamodb, kmsServer, lambdaServer, schedulerServer, mailServer, mailbox)
    setEnvironment({
      AWS_ENDPOINT_URL_DYNAMODB: table.url,
      AWS_ENDPOINT_URL_KMS: kmsServer.url,
      AWS_ENDPOINT_URL_LAMBDA: lambdaServer.url,
      AWS_ENDPOINT_URL_S3: origin + STORAGE_PREFIX,
      AWS_ENDPOINT_URL_SCHEDULER: schedulerServer.url,
      AWS_ENDPOINT_URL_SESV2: mailServer.url,
      AWS_ACCESS_KEY_ID: keys.accessKeyId,
      AWS_SECRET_ACCESS_KEY: keys.secretAccessKey,
      CLOCK_OFFSET_MS: String(clock.offsetMs()),
      OIDC_ISSUER: `${origin}/oidc`,
      PRERENDERER: prerendererPath(),
      RECEIPT_KEY_ID: kms.keyId,
      RECEIPT_KID: kms.kid,
      SITE_ORIGIN: origin,
    })
    // The demo data has documents: storage is there before the rest is.
    serve = (request, response) =>
      (request.url ?? '').startsWith(`${STORAGE_PREFIX}/`)
        ? storage.handle(request, response)
        : starting(request, response)
    await ensureTable()
    if (!isSeeded) await seed({ now: new Date(clock.now()).toISOString(), siteOrigin: origin })
    await writeEveryForm(siteDir)
    clock.restart()
    process.env.CLOCK_OFFSET_MS = String(clock.offsetMs())
    const identity = createIdentity({ issuer: `${origin}/oidc`, siteOrigin: origin, dataDir: data })
    const gateway = createGateway({ issuer: `${origin}/oidc`, jwks: identity.jwks, now: clock.now })
    const files = createSite(distDir, siteDir)
    const letters = createMailboxPage(mailbox, distDir)
    const json = documents(origin, kms.jwks)
    serve = (request, response) => {
      const path = (request.url ?? '/').split('?')[0] ?? '/'
      if (isElsewhere(request, origin))
        return response.writeHead(307, { location: origin + request.url }).end()
      const document = json[path]
      if (document)
        return response.setHeader('content-type', 'application/json').end(JSON.stringify(document()))
      if (path.startsWith(`${API_PREFIX}/`)) {
        if (isChange(request, path)) response.once('finish', worker.nudge)
        return gateway(request, response)
      }
      if (path.startsWith(`${STORAGE_PREFIX}/`)) return storage.handle(request, response)
      if (path.startsWith(MAILBOX_PATH)) return letters(request, response)
      if (path.startsWith('/oidc')) return identity.handle(request, response)
      return files(request, response)
    }
    scheduler.start()
    scheduler.recur(recurring())
    await invokeLater('reconcile-campaigns', {})
    worker.nudge()
    return {
      origin,
      now: clock.now,
      turnTo: (instant) => {
        clock.turnTo(instant)
        process.env.CLOCK_OFFSET_MS = String(clock.offsetMs())
      },
      tokenFor: identity.mintAccessToken,
      close: async () => {
        await Promise.all([scheduler.stop(), lambda.stop(), worker.stop(), storage.stop()])
        await Promise.all(parts.map((part) => part.close()))
      },
    }
  } catch (error) {
    await Promise.all(parts.map((part) => part.close()))
    throw error
  }
}

type Serve = (request: IncomingMessage, response: ServerResponse) => unknown

const starting: Serve = (_, response) =>
  response
    .writeHead(503, { 'retry-after': '2', 'content-type': 'text/plain; charset=utf-8' })
    .end('Démarrage…')

/** A page asked for at another name of this machine, as 127.0.0.1: people sign in at one address. */
const isElsewhere = ({ headers, url = '' }: IncomingMessage, origin: string): boolean =>
  headers['sec-fetch-dest'] === 'document' && url.startsWith('/') && headers.host !== new URL(origin).host

/** Whether a request may owe a mail; autosaves, which come by the second, do not. */
const isChange = ({ method }: IncomingMessage, path: string): boolean =>
  method !== 'GET' && !path.includes('/sections/')

/** What runs by itself, by function name: its rate or cron expression; but for what the worker runs. */
const recurring = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries<Scheduled>(schedules).flatMap(([name, { every }]) =>
      every && !mailWork.has(name) ? [[name, every]] : [],
    ),
  )

const documents = (origin: string, jwks: () => unknown): Record<string, () => unknown> => ({
  '/.well-known/jwks.json': jwks,
  '/config.json': () => ({
    authorizationEndpoint: `${origin}/oidc/auth`,
    clientId: 'echeance-web',
    scope: 'openid email profile offline_access',
  }),
})

const setEnvironment = (specific: Record<string, string>): void => {
  Object.assign(process.env, {
    AWS_REGION: REGION,
    DEAD_LETTERS_ARN: `arn:aws:sqs:${REGION}:000000000000:dead-letters`,
    MAIL_FROM: 'ne-pas-repondre@echeance.test',
    MAIL_CONFIGURATION_SET: 'echeance',
    OIDC_CLIENT_ID: 'echeance-web',
    SCHEDULER_GROUP: 'echeance',
    SCHEDULER_ROLE_ARN: 'arn:aws:iam::000000000000:role/local',
    TABLE_NAME,
    TARGET_ARN_PREFIX: `arn:aws:lambda:${REGION}:000000000000:function:`,
    DEFINITIONS_BUCKET,
    EXPORTS_BUCKET,
    UPLOADS_BUCKET,
    ...specific,
  })
}

const portProblem = (error: unknown, port: number): Error => {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code !== 'EADDRINUSE') return error instanceof Error ? error : new Error(String(error))
  return new Error(
    `Le port ${port} est déjà pris par un autre programme. Arrêtez-le, ou choisissez-en un autre : npm start -- --port ${port + 1}`,
  )
}

const dataProblem = (error: unknown, data: string): Error => {
  const detail = error instanceof Error ? error.message : String(error)
  return new Error(
    `Le dossier de données ${data} ne s’ouvre pas : ${detail}\n` +
      'S’il sert déjà à une autre instance, arrêtez-la ou donnez un autre dossier : npm start -- --data AUTRE_DOSSIER.\n' +
      `S’il est abîmé, mettez-le de côté (mv "${data}" "${data}-abime") puis relancez : des données de démonstration neuves seront créées.`,
    { cause: error },
  )
}
