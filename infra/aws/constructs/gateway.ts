import { RemovalPolicy, Validations } from 'aws-cdk-lib'
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway'
import { HttpApi, HttpMethod, HttpNoneAuthorizer, LogGroupLogDestination } from 'aws-cdk-lib/aws-apigatewayv2'
import { HttpUserPoolAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers'
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import { Construct } from 'constructs'
import { type Route, routes } from '../../../functions/routes.ts'
import type { Settings } from '../settings.ts'
import type { Functions } from './functions.ts'
import type { People } from './people.ts'

/** Requests a second over the whole API, and how many at once before that counts. */
const RATE_LIMIT = 500
const BURST_LIMIT = 1000
/** CloudFront passes /api/* on as it came, so the routes carry the prefix. */
const PREFIX = '/api'

/** One line a request: enough to follow it to the function's log by its id, and never what was sent. */
const ACCESS_LOG = {
  requestId: '$context.requestId',
  at: '$context.requestTimeEpoch',
  ip: '$context.identity.sourceIp',
  routeKey: '$context.routeKey',
  status: '$context.status',
  bytes: '$context.responseLength',
  latencyMs: '$context.responseLatency',
  refusedBy: '$context.authorizer.error',
  error: '$context.integrationErrorMessage',
}

type Props = { readonly settings: Settings; readonly people: People; readonly functions: Functions }

/** The HTTP API: one route for each entry of the route table, a JWT checked before any function runs. */
export class Gateway extends Construct {
  readonly api: HttpApi

  constructor(scope: Construct, id: string, { settings, people, functions }: Props) {
    super(scope, id)
    const authorizer = new HttpUserPoolAuthorizer('People', people.pool, { userPoolClients: [people.client] })
    this.api = new HttpApi(this, 'Api', { createDefaultStage: false })
    for (const [key, handler] of functions.byRoute) {
      const route: Route = routes[key]
      const [verb, path] = key.split(' ')
      this.api.addRoutes({
        path: PREFIX + path,
        methods: [HttpMethod[verb as keyof typeof HttpMethod]],
        integration: new HttpLambdaIntegration(route.handler, handler),
        authorizer: route.who === 'public' ? new HttpNoneAuthorizer() : authorizer,
      })
    }
    const logs = new LogGroup(this, 'AccessLogs', {
      retention: settings.isProd ? RetentionDays.ONE_YEAR : RetentionDays.ONE_WEEK,
      removalPolicy: settings.isProd ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    })
    this.api.addStage('DefaultStage', {
      stageName: '$default',
      autoDeploy: true,
      throttle: { rateLimit: RATE_LIMIT, burstLimit: BURST_LIMIT },
      accessLogSettings: {
        destination: new LogGroupLogDestination(logs),
        format: AccessLogFormat.custom(JSON.stringify(ACCESS_LOG)),
      },
    })
    Validations.of(this.api).acknowledge({
      id: 'AwsSolutions-APIG4',
      reason: 'Public routes are the session (checked by Origin and cookie) and the description of the API.',
    })
  }
}
