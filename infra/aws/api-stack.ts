// What answers: people, the HTTP API with its functions, what runs by itself, and what wakes us when it does not.
import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib'
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb'
import type { Construct } from 'constructs'
import type { CodeOf } from './bundle.ts'
import type { Definitions } from './constructs/definitions.ts'
import type { Exports } from './constructs/exports.ts'
import { Functions } from './constructs/functions.ts'
import { Gateway } from './constructs/gateway.ts'
import { People } from './constructs/people.ts'
import { ReceiptKeys } from './constructs/receipt-keys.ts'
import { Schedules } from './constructs/schedules.ts'
import type { Uploads } from './constructs/uploads.ts'
import { Watch } from './constructs/watch.ts'
import type { Settings } from './settings.ts'
import { workingTable } from './working-table.ts'

type Props = StackProps & {
  readonly settings: Settings
  readonly codeOf: CodeOf
  readonly ownTable: TableV2
  readonly uploads: Uploads
  readonly exports: Exports
  readonly definitions: Definitions
}

export class ApiStack extends Stack {
  readonly gateway: Gateway
  readonly people: People

  constructor(
    scope: Construct,
    id: string,
    { settings, codeOf, ownTable, uploads, exports, definitions, ...props }: Props,
  ) {
    super(scope, id, props)
    const table = workingTable(this, ownTable, settings)
    const people = new People(this, 'People', { settings, codeOf })
    const receiptKeys = new ReceiptKeys(this, 'ReceiptKeys', { settings })
    const schedules = new Schedules(this, 'Schedules', { settings })
    const functions = new Functions(this, 'Functions', {
      settings,
      codeOf,
      table,
      people,
      schedules,
      exports,
      definitions,
      receiptKey: receiptKeys.inUse,
      uploads,
    })
    this.people = people
    this.gateway = new Gateway(this, 'Gateway', { settings, people, functions })
    new Watch(this, 'Watch', { settings, functions, schedules, gateway: this.gateway, table })
    for (const [name, value] of Object.entries({
      TableName: table.tableName,
      ApiUrl: this.gateway.api.apiEndpoint,
      UserPoolId: people.pool.userPoolId,
      ClientId: people.client.userPoolClientId,
      LoginUrl: people.loginDomain,
      ReceiptKeyIds: receiptKeys.all.map(({ keyId }) => keyId).join(','),
      DeadLettersUrl: schedules.deadLetters.queueUrl,
    })) {
      new CfnOutput(this, name, { value })
    }
  }
}
