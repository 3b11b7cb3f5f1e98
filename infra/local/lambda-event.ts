import type { IncomingMessage } from 'node:http'
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda'
import type { JWTPayload } from 'jose'

type EventParts = {
  request: IncomingMessage
  url: URL
  key: string
  params: Record<string, string>
  claims: JWTPayload | undefined
  body: string | undefined
  requestId: string
  timeEpoch: number
}

/** The event of API Gateway's payload format 2.0; the time of receipt is stamped once the body has been read. */
export const toEvent = (parts: EventParts): APIGatewayProxyEventV2 => {
  const { request, url, key, params, claims, body, requestId, timeEpoch } = parts
  const method = request.method ?? 'GET'
  const headers = Object.entries(request.headers).map(([name, value]) => [name, [value].flat().join(',')])
  const { cookie, ...plain } = Object.fromEntries(headers) as Record<string, string>
  const context = {
    accountId: 'local',
    apiId: 'local',
    domainName: url.host,
    domainPrefix: 'local',
    http: {
      method,
      path: url.pathname,
      protocol: 'HTTP/1.1',
      sourceIp: request.socket.remoteAddress ?? '',
      userAgent: request.headers['user-agent'] ?? '',
    },
    requestId,
    routeKey: key,
    stage: '$default',
    time: new Date(timeEpoch).toUTCString(),
    timeEpoch,
    ...(claims ? { authorizer: { jwt: { claims, scopes: [] } } } : {}),
  }
  return {
    version: '2.0',
    routeKey: key,
    rawPath: url.pathname,
    rawQueryString: url.search.slice(1),
    headers: plain,
    pathParameters: params,
    queryStringParameters: Object.fromEntries(url.searchParams),
    requestContext: context,
    isBase64Encoded: false,
    ...(cookie ? { cookies: cookie.split(/;\s*/) } : {}),
    ...(body === undefined ? {} : { body }),
  }
}

/** The context a Lambda handler gets beside its event. */
export const lambdaContext = (functionName: string, awsRequestId: string): Context => ({
  callbackWaitsForEmptyEventLoop: false,
  functionName,
  functionVersion: '$LATEST',
  invokedFunctionArn: `arn:aws:lambda:local:000000000000:function:${functionName}`,
  memoryLimitInMB: '512',
  awsRequestId,
  logGroupName: 'local',
  logStreamName: 'local',
  getRemainingTimeInMillis: () => 30_000,
  done: () => undefined,
  fail: () => undefined,
  succeed: () => undefined,
})
