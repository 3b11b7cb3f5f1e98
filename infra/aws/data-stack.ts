// What must outlive everything else: the table, the buckets, and the domain mails are sent from.
import { CfnOutput, Duration, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib'
import { AttributeType, Billing, ProjectionType, TableEncryptionV2, TableV2 } from 'aws-cdk-lib/aws-dynamodb'
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import type { IBucket } from 'aws-cdk-lib/aws-s3'
import type { Construct } from 'constructs'
import { indexes, primaryKey, timeToLiveAttribute } from '../../functions/store/schema.ts'
import { Definitions } from './constructs/definitions.ts'
import { Exports } from './constructs/exports.ts'
import { domainOf, Mail } from './constructs/mail.ts'
import { asBucket, PrivateBucket } from './constructs/private-bucket.ts'
import { Uploads } from './constructs/uploads.ts'
import type { Settings } from './settings.ts'

type Props = StackProps & { readonly settings: Settings }

export class DataStack extends Stack {
  readonly table: TableV2
  readonly definitions: Definitions
  readonly uploads: Uploads
  readonly exports: Exports

  constructor(scope: Construct, id: string, { settings, ...props }: Props) {
    super(scope, id, props)
    const removalPolicy = settings.isProd ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY
    this.table = new TableV2(this, 'Table', {
      partitionKey: { name: primaryKey.partitionKey, type: AttributeType.STRING },
      sortKey: { name: primaryKey.sortKey, type: AttributeType.STRING },
      billing: Billing.onDemand(),
      encryption: TableEncryptionV2.awsManagedKey(),
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: settings.isProd,
      timeToLiveAttribute,
      removalPolicy,
      globalSecondaryIndexes: Object.entries(indexes).map(([indexName, index]) => ({
        indexName,
        partitionKey: { name: index.partitionKey, type: AttributeType.STRING },
        sortKey: { name: index.sortKey, type: AttributeType.STRING },
        projectionType: ProjectionType.INCLUDE,
        nonKeyAttributes: projectedBeside(index),
      })),
    })
    const logs = new PrivateBucket(this, 'AccessLogs', {
      removalPolicy,
      expireAfter: Duration.days(90),
      accessLogs: { none: 'It holds the access logs of the others: logging it into itself would never end.' },
    })
    const accessLogs = asBucket(logs)
    // Definitions, fill pages and the key set: what publication writes and CloudFront serves.
    this.definitions = new Definitions(this, 'Definitions', { removalPolicy, accessLogs })
    this.definitions.addToResourcePolicy(readableByOurDistributions(this, asBucket(this.definitions)))
    this.uploads = new Uploads(this, 'Uploads', { settings, removalPolicy, accessLogs })
    this.exports = new Exports(this, 'Exports', { removalPolicy, accessLogs })
    new Mail(this, 'Mail', { settings })
    const outputs = {
      OwnTableName: this.table.tableName,
      DefinitionsBucket: this.definitions.bucketName,
      UploadsBucket: this.uploads.bucketName,
      MailDomain: domainOf(settings.mailFrom),
    }
    for (const [name, value] of Object.entries(outputs)) new CfnOutput(this, name, { value })
  }
}

/**
 * Lets CloudFront read a bucket of this stack. Any distribution of the account: naming ours would tie this stack to
 * the web stack, which depends on it.
 */
const readableByOurDistributions = ({ account, partition }: Stack, bucket: IBucket): PolicyStatement =>
  new PolicyStatement({
    actions: ['s3:GetObject'],
    principals: [new ServicePrincipal('cloudfront.amazonaws.com')],
    resources: [bucket.arnForObjects('*')],
    conditions: {
      ArnLike: { 'AWS:SourceArn': `arn:${partition}:cloudfront::${account}:distribution/*` },
    },
  })

const projectedBeside = ({
  sortKey,
  projected,
}: {
  sortKey: string
  projected: readonly string[]
}): string[] => projected.filter((name) => name !== sortKey)
