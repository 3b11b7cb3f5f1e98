// The HTTP API on one machine: the same route table, the same handlers and the same event as API Gateway's,
// behind a check of the token where the gateway has its JWT authorizer.
import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda'
import { createLocalJWKSet, type JSONWebKeySet, type JWTPayload, jwtVerify } from 'jose'
import { Problem } from '../../forms/problems.ts'
import type { Reply } from '../../functions/middleware/http.ts'
import { problemReply } from '../../functions/middleware/problem-json.ts'
import { type Route, routes } from '../../functions/routes.ts'
import { lambdaContext, toEvent } from './lambda-event.ts'

/** API Gateway's own limit; ours, on what a handler reads, is lower and says so in a problem. */
const MAX_BODY_BYTES = 10 * 1024 * 1024
export const API_PREFIX = '/api'
export const API_AUDIENCE = 'echeance-api'

type Handler = (event: APIGatewayProxyEventV2, context: Context) => Promise<Reply>
type Options = { readonly issuer: string; readonly jwks: JSONWebKeySet; readonly now: () => number }
type Match = { readonly route: Route; readonly key: string; readonly params: Record<string, string> }

/** Answers the requests under /api. */
export const createGateway = ({ issuer, jwks, now }: Options) => {
  const keySet = createLocalJWKSet(jwks)
  const patterns = Object.entries(routes).map(([key, route]) => ({ key, route, ...patternOf(key) }))
  const handlers = new Map<string, Promise<Handler>>()

  const handlerOf = (name: string): Promise<Handler> => {
    const loading = handlers.get(name) ?? import(`../../functions/http/${name}.ts`).then((m) => m.handler)
    handlers.set(name, loading)
    return loading
  }

  const claimsOf = async (request: IncomingMessage): Promise<JWTPayload> => {
    const [scheme, token] = (request.headers.authorization ?? '').split(' ')
    if (scheme?.toLowerCase() !== 'bearer' || !token) throw new Problem('not-signed-in')
    try {
      return (await jwtVerify(token, keySet, { issuer, audience: API_AUDIENCE })).payload
    } catch {
      throw new Problem('not-signed-in')
    }
  }

  const find = (method: string, path: string): Match => {
    const there = patterns.flatMap(({ pattern, ...rest }) => {
      const groups = pattern.exec(path)?.groups
      return groups || pattern.test(path) ? [{ ...rest, groups: groups ?? {} }] : []
    })
    const match = there.find((candidate) => candidate.method === method)
    if (match) return { route: match.route, key: match.key, params: decoded(match.groups) }
    throw new Problem(there.length > 0 ? 'method-not-allowed' : 'not-found')
  }

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const requestId = randomUUID()
    try {
      const url = new URL(request.url ?? '/', 'http://localhost')
      const { route, key, params } = find(request.method ?? 'GET', url.pathname.slice(API_PREFIX.length))
      const claims = route.who === 'public' ? undefined : await claimsOf(request)
      const body = await readBody(request)
      const event = toEvent({ request, url, key, params, claims, body, requestId, timeEpoch: now() })
      const handler = await handlerOf(route.handler)
      send(response, await handler(event, lambdaContext(route.handler, requestId)))
    } catch (error) {
      if (!(error instanceof Problem)) console.error(error)
      send(response, problemReply(error instanceof Problem ? error : new Problem('internal'), requestId))
    }
  }
}

const patternOf = (key: string): { method: string; pattern: RegExp } => {
  const [method = '', path = ''] = key.split(' ')
  const source = path.replaceAll('.', '\\.').replaceAll(/\{(\w+)\}/g, '(?<$1>[^/]+)')
  return { method, pattern: new RegExp(`^${source}$`) }
}

const decoded = (groups: Record<string, string>): Record<string, string> => {
  try {
    return Object.fromEntries(
      Object.entries(groups).map(([name, value]) => [name, decodeURIComponent(value)]),
    )
  } catch {
    throw new Problem('not-found')
  }
}

const readBody = async (request: IncomingMessage): Promise<string | undefined> => {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of request) {
    bytes += chunk.length
    if (bytes > MAX_BODY_BYTES) throw new Problem('too-large')
    chunks.push(chunk)
  }
  return bytes > 0 ? Buffer.concat(chunks).toString('utf8') : undefined
}

const send = (response: ServerResponse, reply: Reply & object): void => {
  const { statusCode, headers, cookies, body, isBase64Encoded } = reply
  response.writeHead(statusCode ?? 200, {
    ...Object.fromEntries(Object.entries(headers ?? {}).map(([name, value]) => [name, String(value)])),
    ...(cookies ? { 'set-cookie': cookies } : {}),
  })
  response.end(isBase64Encoded ? Buffer.from(body ?? '', 'base64') : body)
}
