// CPU per request in the handlers themselves, SDK included, table and key in another process; and of the SDK alone.
import { fork } from 'node:child_process'
import { subscribe } from 'node:diagnostics_channel'
import { join } from 'node:path'
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda'
import type { FormVersion } from '../../forms/nouns/form.ts'
import { sectionKeys } from '../../forms/shape.ts'
import type { Reply } from '../../functions/middleware/http.ts'
import { putFormVersion } from '../../functions/store/forms.ts'
import { putMembership } from '../../functions/store/members.ts'
import { callResponse } from '../../functions/store/responses.ts'
import { putItem } from '../../functions/store/write-items.ts'
import { ensureTable, TABLE_NAME } from '../../infra/local/dynamodb.ts'
import { calledResponse } from '../support/response.ts'
import { benchAnswers, benchForm, forecastForm, realAnswers, realForm } from './bench-form.ts'

export const EMAIL = 'mesure@asso.test'
const WARM_UP = 30
/** V8 goes on compiling for some hundreds of saves: measured from the thirtieth on, that was a third of what one took. */
const WARM_UP_AUTOSAVES = 1000
const RUNS = 200

type Handler = (event: APIGatewayProxyEventV2, context: Context) => Promise<Reply>

/** CPU milliseconds of this process, and the requests it made, per warm act: means over many. */
export type Spent = { readonly cpuMs: number; readonly requests: number }

let requests = 0
subscribe('http.client.request.start', () => {
  requests += 1
})

/** `write`: one PutItem with nothing around it, below which no request of the SDK goes. */
export const measureHandlers = async (): Promise<
  Readonly<Record<'submit' | 'submitReal' | 'autosave' | 'write', Spent>>
> => {
  const parts = fork(join(import.meta.dirname, 'parts.ts'))
  const endpoints = await new Promise<Record<string, string>>((resolve) => parts.once('message', resolve))
  Object.assign(process.env, endpoints, {
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_REGION: 'eu-west-3',
    SITE_ORIGIN: 'http://localhost',
    TABLE_NAME,
  })
  try {
    await ensureTable()
    for (const form of [benchForm, realForm, forecastForm]) await putFormVersion(form)
    await putMembership(EMAIL, {
      organisationId: 'asso-belledonne',
      organisationName: 'Mesure',
      roles: ['saisie-activite', 'saisie-financiere', 'approbateur'],
    })
    return {
      autosave: await autosaves(),
      submit: await submissions(),
      submitReal: await realSubmissions(),
      // Last, once all that is shared is warm.
      write: await writes(),
    }
  } finally {
    parts.kill()
  }
}

const firstPage = () => {
  const keys = sectionKeys(benchForm).page1 ?? []
  return Object.fromEntries(Object.entries(benchAnswers).filter(([name]) => keys.includes(name)))
}

const writes = (): Promise<Spent> => {
  const answers = firstPage()
  return cpuPerRun((i) => putItem({ pk: 'MESURE', sk: 'SECTION#page1' }, { answers, revision: i }))
}

const autosaves = async (): Promise<Spent> => {
  const { handler } = await import('../../functions/http/save-section.ts')
  const id = await freshResponse('autosave')
  const answers = firstPage()
  return cpuPerRun(
    (i) =>
      call(
        handler,
        200,
        { id, name: 'page1' },
        { 'if-match': `"${i}"` },
        { answers: { ...answers, p1q1: `Essai ${i}` } },
      ),
    WARM_UP_AUTOSAVES,
  )
}

const submissions = async (): Promise<Spent> => {
  const { handler } = await import('../../functions/http/submit-answers.ts')
  const { etagOf, getDossier } = await import('../../functions/store/responses.ts')
  const ids = await Promise.all(Array.from({ length: WARM_UP + RUNS }, (_, i) => freshResponse(`envoi-${i}`)))
  const etag = etagOf(await getDossier(ids[0] ?? ''))
  return cpuPerRun((i) =>
    call(
      handler,
      201,
      { id: ids[i] ?? '' },
      { 'if-match': etag, 'idempotency-key': `cle-${i}` },
      {
        answers: benchAnswers,
      },
    ),
  )
}

/** Réel with 20 collectifs, held against the forecast of its project: shape, expressions and fourteen rules. */
const realSubmissions = async (): Promise<Spent> => {
  const { handler } = await import('../../functions/http/submit-answers.ts')
  const { etagOf, getDossier } = await import('../../functions/store/responses.ts')
  const projects = Array.from({ length: WARM_UP + RUNS }, (_, i) => `reel-${i}`)
  const send = async (form: FormVersion, project: string) => {
    const id = await freshResponse(project, form.formId)
    const headers = { 'if-match': etagOf(await getDossier(id)), 'idempotency-key': id.slice(-60) }
    return () => call(handler, 201, { id }, headers, { answers: realAnswers })
  }
  for (const project of projects) await (await send(forecastForm, project))()
  const ready = await Promise.all(projects.map((project) => send(realForm, project)))
  return cpuPerRun(async (i) => ready[i]?.())
}

const cpuPerRun = async (run: (i: number) => Promise<unknown>, warmUp = WARM_UP): Promise<Spent> => {
  for (let i = 0; i < warmUp; i += 1) await run(i)
  requests = 0
  const before = process.cpuUsage()
  for (let i = warmUp; i < warmUp + RUNS; i += 1) await run(i)
  const { user, system } = process.cpuUsage(before)
  return { cpuMs: (user + system) / 1000 / RUNS, requests: requests / RUNS }
}

const freshResponse = async (project: string, formId = benchForm.formId): Promise<string> => {
  const closesAt = new Date(Date.now() + 86_400_000).toISOString()
  const response = calledResponse(`mesure-${formId}.${project}`, {
    formId,
    schoolYear: '2025-2026',
    status: 'draft',
    closesAt,
  })
  await callResponse(response)
  return response.id
}

/** Calls a handler as the gateway would; answers the reply, and throws when its status is another. */
export const call = async (
  handler: Handler,
  status: number,
  pathParameters: Record<string, string>,
  headers: Record<string, string>,
  body?: unknown,
): Promise<Reply & object> => {
  const claims = { sub: 'mesure', email: EMAIL, email_verified: true, name: 'Mesure' }
  const event = {
    headers,
    pathParameters,
    body: JSON.stringify(body),
    isBase64Encoded: false,
    requestContext: { timeEpoch: Date.now(), requestId: 'mesure', authorizer: { jwt: { claims } } },
  }
  // biome-ignore lint/suspicious/noExplicitAny: the few members of an event that a handler reads
  const reply = await handler(event as any, {} as any)
  if (reply && typeof reply === 'object' && reply.statusCode === status) return reply
  throw new Error(`expected ${status}, got ${JSON.stringify(reply)}`)
}
