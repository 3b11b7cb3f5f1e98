// What answers: people, the HTTP API with its functions, what runs by itself, and what wakes us when it does not.
import { CfnOutput, RemovalPolicy, Stack, type StackProps, Validations } from 'aws-cdk-lib'
import type { ITableV2 } from 'aws-cdk-lib/aws-dynamodb'
import { Key, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms'
import type { Construct } from 'constructs'
import { Functions } from './constructs/functions.ts'
import { Gateway } from './constructs/gateway.ts'
import { Mail } from './constructs/mail.ts'
import { People } from './constructs/people.ts'
import { Schedules } from './constructs/schedules.ts'
import { Watch } from './constructs/watch.ts'
import type { Settings } from './settings.ts'

type Props = StackProps & { readonly settings: Settings; readonly table: ITableV2 }

export class ApiStack extends Stack {
  readonly gateway: Gateway

  constructor(scope: Construct, id: string, { settings, table, ...props }: Props) {
    super(scope, id, props)
    const people = new People(this, 'People', { settings })
    const receiptKey = new Key(this, 'ReceiptKey', {
      keySpec: KeySpec.ECC_NIST_P256,
      keyUsage: KeyUsage.SIGN_VERIFY,
      description:
        'Signs receipts. Never deleted: what it signed stays verifiable by its published public key.',
      removalPolicy: RemovalPolicy.RETAIN,
    })
    const functions = new Functions(this, 'Functions', { settings, table, receiptKey, people })
    this.gateway = new Gateway(this, 'Gateway', { settings, people, functions })
    new Schedules(this, 'Schedules', { functions })
    new Mail(this, 'Mail', { settings })
    new Watch(this, 'Watch', { settings, functions, gateway: this.gateway, table })
    for (const [name, value] of Object.entries({
      ApiUrl: this.gateway.api.apiEndpoint,
      ApiId: this.gateway.api.apiId,
      UserPoolId: people.pool.userPoolId,
      ClientId: people.client.userPoolClientId,
      LoginUrl: people.loginDomain,
      ReceiptKeyId: receiptKey.keyId,
      TableName: table.tableName,
    })) {
      new CfnOutput(this, name, { value })
    }
    Validations.of(receiptKey).acknowledge({
      id: 'AwsSolutions-KMS5',
      reason: 'KMS does not rotate asymmetric keys; infra/README.md says how a new signing key takes over.',
    })
  }
}
