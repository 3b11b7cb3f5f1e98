import type middy from '@middy/core'
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda'
import { Problem, type ProblemName, problems } from '../../forms/problems.ts'
import { isThrottled } from '../store/throttling.ts'

/**
 * Turns whatever a handler throws into RFC 9457 problem+json. A throttled store is `busy`, to be retried;
 * anything unknown is logged once and answered as a blank 500.
 */
export const problemJson = (): middy.MiddlewareObj<
  APIGatewayProxyEventV2,
  APIGatewayProxyStructuredResultV2
> => ({
  onError: (request) => {
    const problem = toProblem(request.error)
    const requestId = request.event.requestContext.requestId
    if (problem.name === 'internal') logUnknown(request.error, requestId)
    request.response = problemReply(problem, requestId)
  },
})

/** The HTTP reply of a problem; `instance` is the request's id, which the log carries too. */
export const problemReply = (problem: Problem, requestId: string): APIGatewayProxyStructuredResultV2 => ({
  statusCode: problem.status,
  headers: {
    'content-type': 'application/problem+json; charset=utf-8',
    'cache-control': 'no-store',
    ...(problem.status === 429 ? { 'retry-after': '2' } : {}),
  },
  body: JSON.stringify({
    type: `/problems/${problem.name}/`,
    title: problems[problem.name].title,
    status: problem.status,
    detail: problem.message,
    instance: requestId,
    ...(problem.errors ? { errors: problem.errors } : {}),
    ...problem.extra,
  }),
})

const toProblem = (error: unknown): Problem => {
  if (error instanceof Problem) return error
  const name: ProblemName = isThrottled(error) ? 'busy' : 'internal'
  return new Problem(name)
}

const logUnknown = (error: unknown, requestId: string): void => {
  const told =
    error instanceof Error ? { name: error.name, message: error.message, stack: error.stack } : error
  console.error(JSON.stringify({ level: 'ERROR', requestId, error: told }))
}
