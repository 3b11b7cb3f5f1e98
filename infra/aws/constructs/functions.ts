import { NestedStack, Stack } from 'aws-cdk-lib'
import { Rule } from 'aws-cdk-lib/aws-events'
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { IKey } from 'aws-cdk-lib/aws-kms'
import { Construct } from 'constructs'
import { type Grant, type Variable, variablesOf } from '../../../functions/grants.ts'
import type { Needs } from '../../../functions/needs.ts'
import { type Route, type RouteKey, routes } from '../../../functions/routes.ts'
import { indexes } from '../../../functions/store/schema.ts'
import { events, type OnEvent, type Scheduled, schedules } from '../../../functions/triggers.ts'
import { type CodeOf, PRERENDERER } from '../bundle.ts'
import type { Settings } from '../settings.ts'
import type { WorkingTable } from '../working-table.ts'
import { ApiFunction } from './api-function.ts'
import { type Definitions, letPublish } from './definitions.ts'
import { type Exports, letLinkExports, letWriteExports } from './exports.ts'
import { configurationSetName, letSendMail } from './mail.ts'
import type { People } from './people.ts'
import type { Schedules } from './schedules.ts'
import { grantUploads, type Uploads } from './uploads.ts'

type Props = {
  readonly settings: Settings
  readonly codeOf: CodeOf
  readonly table: WorkingTable
  readonly receiptKey: IKey
  readonly uploads: Uploads
  readonly people: People
  readonly schedules: Schedules
  readonly exports: Exports
  readonly definitions: Definitions
}

/** What the store does with each grant on the table, and no more: nothing scans it. */
const READS = ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query']
const WRITES = ['dynamodb:PutItem', 'dynamodb:UpdateItem']
const DELETES = ['dynamodb:DeleteItem']

/**
 * One function for each route, each schedule and each event of functions/routes.ts, with exactly the grants written
 * there. Those of the routes are a nested stack, four resources each: CloudFormation takes 500 in one.
 */
export class Functions extends Construct {
  readonly byRoute: ReadonlyMap<RouteKey, ApiFunction>
  readonly scheduled: ReadonlyMap<string, ApiFunction>
  readonly onEvent: ReadonlyMap<string, ApiFunction>

  constructor(scope: Construct, id: string, props: Props) {
    super(scope, id)
    const http = new NestedStack(this, 'Http')
    const entries = Object.entries(routes) as [RouteKey, Route][]
    this.byRoute = new Map(
      entries.map(([key, route]) => [
        key,
        make(http, route.handler, route, props, { code: props.codeOf(`http/${route.handler}`) }),
      ]),
    )
    this.scheduled = new Map(
      Object.entries<Scheduled>(schedules).map(([name, needs]) => [name, this.schedule(name, needs, props)]),
    )
    this.onEvent = new Map(
      Object.entries<OnEvent>(events).map(([name, needs]) => [name, this.subscribe(name, needs, props)]),
    )
  }

  private subscribe(name: string, needs: OnEvent, props: Props): ApiFunction {
    const { deadLetters } = props.schedules
    const made = make(this, `event-${name}`, needs, props, {
      code: props.codeOf(`events/${name}`),
      deadLetters,
    })
    new Rule(this, `On-${name}`, {
      eventPattern: { source: [needs.source], detailType: [...needs.detailTypes] },
      targets: [new LambdaFunction(made, { deadLetterQueue: deadLetters, retryAttempts: 5 })],
    })
    return made
  }

  private schedule(name: string, needs: Scheduled, props: Props): ApiFunction {
    const made = make(this, `scheduled-${name}`, needs, props, {
      code: props.codeOf(`scheduled/${name}`),
      name: props.schedules.functionName(name),
      deadLetters: props.schedules.deadLetters,
    })
    if (needs.every) props.schedules.repeat(name, needs.every, made)
    return made
  }
}

/** A function with its memory, its time, its variables and the permissions of its grants. */
const make = (
  scope: Construct,
  id: string,
  { grants, ...needs }: Needs,
  props: Props,
  own: Pick<ConstructorParameters<typeof ApiFunction>[2], 'code' | 'name' | 'deadLetters'>,
): ApiFunction => {
  const { settings, table, receiptKey } = props
  const made = new ApiFunction(scope, id, {
    memoryMB: needs.memoryMB,
    timeoutSeconds: needs.timeoutSeconds,
    environment: environmentOf(grants, props),
    isProd: settings.isProd,
    ...own,
    ...(id === 'submit-answers' && settings.submitConcurrency
      ? { reservedConcurrency: settings.submitConcurrency }
      : {}),
  })
  const give: Record<Grant, () => unknown> = {
    'table:read': () => made.addToRolePolicy(allow(READS, [table.tableArn, ...indexArns(table)])),
    'table:write': () => made.addToRolePolicy(allow(WRITES, [table.tableArn])),
    'table:delete': () => made.addToRolePolicy(allow(DELETES, [table.tableArn])),
    'receipts:sign': () => receiptKey.grant(made, 'kms:Sign'),
    'identity:tokens': () => undefined,
    'site:origin': () => undefined,
    'mail:send': () => letSendMail(made, settings),
    'schedules:write': () => props.schedules.grantWrite(made),
    'schedules:read': () => props.schedules.grantRead(made),
    'functions:invoke': () => props.schedules.grantInvoke(made),
    'uploads:put': () => grantUploads(made, props.uploads, 'uploads:put'),
    'uploads:check': () => grantUploads(made, props.uploads, 'uploads:check'),
    'uploads:reuse': () => grantUploads(made, props.uploads, 'uploads:reuse'),
    'uploads:read': () => grantUploads(made, props.uploads, 'uploads:read'),
    'uploads:delete': () => grantUploads(made, props.uploads, 'uploads:delete'),
    'uploads:archive': () => grantUploads(made, props.uploads, 'uploads:archive'),
    'exports:write': () => letWriteExports(made, props.exports),
    'exports:link': () => letLinkExports(made, props.exports),
    'definitions:write': () => letPublish(made, props.definitions),
  }
  for (const grant of grants) give[grant]()
  return made
}

const allow = (actions: string[], resources: string[]): PolicyStatement =>
  new PolicyStatement({ actions, resources })

const indexArns = ({ tableArn }: WorkingTable): string[] =>
  Object.keys(indexes).map((name) => `${tableArn}/index/${name}`)

/** Only what a function's grants call for: a variable it does not know cannot leak from it. */
const environmentOf = (grants: readonly Grant[], props: Props): Record<string, string> => {
  const { settings, table, receiptKey, people } = props
  const values: Record<Variable, string> = {
    TABLE_NAME: table.tableName,
    SITE_ORIGIN: settings.siteOrigin,
    RECEIPT_KEY_ID: receiptKey.keyArn,
    RECEIPT_KID: receiptKey.keyId,
    OIDC_ISSUER: `https://cognito-idp.${Stack.of(people).region}.amazonaws.com/${people.pool.userPoolId}`,
    OIDC_CLIENT_ID: people.client.userPoolClientId,
    SCHEDULER_GROUP: props.schedules.groupName,
    SCHEDULER_ROLE_ARN: props.schedules.role.roleArn,
    TARGET_ARN_PREFIX: props.schedules.targetArn(''),
    MAIL_FROM: settings.mailFrom,
    MAIL_CONFIGURATION_SET: configurationSetName(settings),
    EXPORTS_BUCKET: props.exports.bucketName,
    DEFINITIONS_BUCKET: props.definitions.bucketName,
    // Beside the code (bundle.ts).
    PRERENDERER,
    DEAD_LETTERS_ARN: props.schedules.deadLetters.queueArn,
    UPLOADS_BUCKET: props.uploads.bucketName,
  }
  return Object.fromEntries(variablesOf(grants).map((name) => [name, values[name]]))
}
