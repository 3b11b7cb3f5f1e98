import { Stack } from 'aws-cdk-lib'
import type { ITableV2 } from 'aws-cdk-lib/aws-dynamodb'
import type { IKey } from 'aws-cdk-lib/aws-kms'
import { Queue } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'
import {
  type Grant,
  type Needs,
  type Route,
  type RouteKey,
  routes,
  schedules,
} from '../../../functions/routes.ts'
import type { Settings } from '../settings.ts'
import { ApiFunction } from './api-function.ts'
import type { People } from './people.ts'

type Props = {
  readonly settings: Settings
  readonly table: ITableV2
  readonly receiptKey: IKey
  readonly people: People
}

/** One function for each route and each schedule of functions/routes.ts, with exactly the grants written there. */
export class Functions extends Construct {
  readonly byRoute: ReadonlyMap<RouteKey, ApiFunction>
  readonly scheduled: ReadonlyMap<string, ApiFunction>
  readonly deadLetters: Queue

  constructor(scope: Construct, id: string, props: Props) {
    super(scope, id)
    this.deadLetters = new Queue(this, 'DeadLetters', { enforceSSL: true })
    const entries = Object.entries(routes) as [RouteKey, Route][]
    this.byRoute = new Map(
      entries.map(([key, route]) => [key, this.make(route.handler, `http/${route.handler}`, route, props)]),
    )
    this.scheduled = new Map(
      Object.entries(schedules).map(([name, needs]) => [
        name,
        this.make(name, `scheduled/${name}`, needs, props),
      ]),
    )
  }

  private make(name: string, file: string, needs: Needs, props: Props): ApiFunction {
    const { settings, table, receiptKey } = props
    const isSubmission = name === 'submit-answers'
    const made = new ApiFunction(this, name, {
      file,
      memoryMB: needs.memoryMB,
      timeoutSeconds: needs.timeoutSeconds,
      environment: environmentOf(needs.grants, props),
      isProd: settings.isProd,
      ...(isSubmission && settings.submitConcurrency
        ? { reservedConcurrency: settings.submitConcurrency }
        : {}),
      ...(file.startsWith('scheduled/') ? { deadLetters: this.deadLetters } : {}),
    })
    const grant: Record<Grant, () => unknown> = {
      'table:read': () => table.grantReadData(made),
      'table:write': () => table.grantWriteData(made),
      'receipts:sign': () => receiptKey.grant(made, 'kms:Sign'),
      'identity:tokens': () => undefined,
      'site:origin': () => undefined,
      'mail:send': () => undefined,
      'schedules:write': () => undefined,
      'functions:invoke': () => undefined,
    }
    for (const name of needs.grants) grant[name]()
    return made
  }
}

/** Only what a function's grants call for: a variable it does not know cannot leak from it. */
const environmentOf = (grants: readonly Grant[], { settings, table, receiptKey, people }: Props) => {
  const has = (prefix: string) => grants.some((grant) => grant.startsWith(prefix))
  const region = Stack.of(people).region
  return {
    ...(has('table:') ? { TABLE_NAME: table.tableName } : {}),
    ...(has('receipts:') || has('identity:') ? { SITE_ORIGIN: settings.siteOrigin } : {}),
    ...(has('receipts:') ? { RECEIPT_KEY_ID: receiptKey.keyArn, RECEIPT_KID: receiptKey.keyId } : {}),
    ...(has('identity:')
      ? {
          OIDC_ISSUER: `https://cognito-idp.${region}.amazonaws.com/${people.pool.userPoolId}`,
          OIDC_CLIENT_ID: people.client.userPoolClientId,
        }
      : {}),
  }
}
