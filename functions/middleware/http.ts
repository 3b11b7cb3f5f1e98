// The one shape of an API handler: who is calling, what they mean, whether they may, then the body, then the
// act. The order is the contract (design §5): 401, then 404 or 403, and only then is the body looked at.
import { gzipSync } from 'node:zlib'
import middy from '@middy/core'
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda'
import * as z from 'zod'
import { assertMay, can, type Thing } from '../../forms/access.ts'
import type { Actor } from '../../forms/nouns/people.ts'
import { Problem } from '../../forms/problems.ts'
import { requireEnvFor } from '../require-env.ts'
import { type Route, type RouteKey, routes } from '../routes.ts'
import { withAccessLogged } from './access-log.ts'
import { claimsOf, findKnownActor, loadActor } from './actor.ts'
import { parseBody } from './body.ts'
import { problemJson } from './problem-json.ts'

/** Shorter replies are not worth the work. */
const PACKED_FROM = 32 * 1024
/** An e-mail address is the longest. */
const LONGEST_NAME = 254
const nobody: Actor = { sub: '', email: 'personne@invalid.test', name: '', memberships: [], agencies: [] }

export type Reply = APIGatewayProxyStructuredResultV2

/** What is known of a request before who sends it. */
type Sent = {
  readonly params: Readonly<Record<string, string>>
  readonly headers: Readonly<Record<string, string | undefined>>
  readonly event: APIGatewayProxyEventV2
  /** The gateway's receipt time, ISO UTC: the only clock a deadline is judged by. */
  readonly receivedAt: string
}

/** What a handler knows of its request before the body is read. */
export type Request = Sent & {
  /** The signed-in person; nobody on a public route. */
  readonly actor: Actor
}

type Reads<L> =
  /** Reads what the request is about, on which the route's `who` is then checked; or `nothing`. */
  | { readonly load: (request: Request) => Promise<L>; readonly read?: never }
  /**
   * The same where it does not depend on who asks: both are read at once, in one request where `often`, which only an
   * act may say that needs of the person no more than that they may.
   */
  | { readonly read: (request: Sent) => Promise<L>; readonly often?: boolean; readonly load?: never }

type Options<L extends Thing | undefined, B> = Reads<L> & {
  readonly route: RouteKey
  /** Guards of a public route, before anything else is read. */
  readonly before?: (event: APIGatewayProxyEventV2) => void
  /** The schema of the body; or `noBody`. */
  readonly body: z.ZodType<B>
  /** What is said of a body that is over the limit, where it is more than that. */
  readonly tooLarge?: string
  readonly act: (request: Request & { readonly loaded: L; readonly body: B }) => Promise<Reply> | Reply
  /** Told of a refusal that came once access was granted; it is answered all the same. */
  readonly refused?: (
    request: Request & { readonly loaded: L; readonly body: B | undefined },
    problem: Problem,
  ) => Promise<void>
}

/** For routes about the caller alone. */
export const nothing = async (): Promise<undefined> => undefined
/** For routes that take no body. */
export const noBody = z.undefined()

/** Makes the Lambda handler of a route from its parts. Throws when an environment variable it needs is missing. */
export const http = <L extends Thing | undefined, B>(options: Options<L, B>) => {
  const { who, grants }: Route = routes[options.route]
  requireEnvFor(grants)
  return middy<APIGatewayProxyEventV2, Reply>()
    .use(problemJson())
    .handler(async (event) => {
      options.before?.(event)
      const claims = who === 'public' ? undefined : claimsOf(event)
      const sent: Sent = {
        params: paramsOf(event),
        headers: event.headers,
        event,
        receivedAt: new Date(event.requestContext.timeEpoch).toISOString(),
      }
      const load = begun(options, sent)
      const known = claims && options.read && options.often && (await findKnownActor(claims, sent.receivedAt))
      let actor = known || (claims ? await loadActor(claims, sent.receivedAt) : nobody)
      const loaded = await load({ ...sent, actor })
      if (loaded && who !== 'public' && who !== 'signed-in') {
        if (known && !can(known, who, loaded)) actor = await loadActor(claims, sent.receivedAt)
        assertMay(actor, who, loaded)
      }
      const request: Request = { ...sent, actor }
      let body: B | undefined
      try {
        const parsed = parseBody(event, options)
        body = parsed
        const act = () => options.act({ ...request, loaded, body: parsed })
        return await withAccessLogged(options.route, { ...request, loaded }, act)
      } catch (error) {
        if (error instanceof Problem) await options.refused?.({ ...request, loaded, body }, error)
        throw error
      }
    })
}

/** Begins to read what can be read before it is known who asks; its failure is told to who waits for it. */
const begun = <L>(reads: Reads<L>, sent: Sent): ((request: Request) => Promise<L>) => {
  if (reads.load) return reads.load
  const reading = reads.read(sent)
  reading.catch(() => undefined)
  return () => reading
}

type ReplyOptions = { status?: number; headers?: Record<string, string>; cookies?: string[] }

/** A JSON reply, 200 unless told. Nothing an API says may be kept by a cache. */
export const ok = (value: unknown, options: ReplyOptions = {}): Reply =>
  text(JSON.stringify(value), 'application/json; charset=utf-8', options)

/** A long JSON reply, compressed for who takes it: a function may answer 6 MB, which 10,000 rows come near. */
export const packed = (value: unknown, headers: Request['headers']): Reply => {
  const takesGzip = /\bgzip\b/.test(headers['accept-encoding'] ?? '')
  const body = JSON.stringify(value)
  if (!takesGzip || body.length < PACKED_FROM) return ok(value)
  const type = 'application/json; charset=utf-8'
  return bytes(gzipSync(body, { level: 1 }), type, {
    headers: { 'content-encoding': 'gzip', vary: 'accept-encoding' },
  })
}

/** A reply whose body is text already. */
export const text = (body: string, contentType: string, options: ReplyOptions = {}): Reply => ({
  statusCode: options.status ?? 200,
  headers: { 'content-type': contentType, 'cache-control': 'no-store', ...options.headers },
  ...(options.cookies ? { cookies: options.cookies } : {}),
  body,
})

/** A reply whose body is a file. */
export const bytes = (body: Uint8Array, contentType: string, options: ReplyOptions = {}): Reply => ({
  ...text(Buffer.from(body).toString('base64'), contentType, options),
  isBase64Encoded: true,
})

/** 204, for what leaves nothing to say. */
export const noContent = ({ cookies }: { cookies?: string[] } = {}): Reply => ({
  statusCode: 204,
  headers: { 'cache-control': 'no-store' },
  ...(cookies ? { cookies } : {}),
})

/** What the address names. Throws `not-found` for what is longer than any name of ours, and than a key of the table. */
const paramsOf = ({ pathParameters }: APIGatewayProxyEventV2): Record<string, string> =>
  Object.fromEntries(
    Object.entries(pathParameters ?? {}).flatMap(([key, value]) => {
      if (value === undefined) return []
      if (value.length > LONGEST_NAME) throw new Problem('not-found')
      return [[key, value]]
    }),
  )
