// What must outlive everything else: the table and the buckets.
import { Duration, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib'
import { AttributeType, Billing, ProjectionType, TableEncryptionV2, TableV2 } from 'aws-cdk-lib/aws-dynamodb'
import type { IBucket } from 'aws-cdk-lib/aws-s3'
import type { Construct } from 'constructs'
import { indexes, primaryKey, timeToLiveAttribute } from '../../functions/store/schema.ts'
import { PrivateBucket } from './constructs/private-bucket.ts'
import type { Settings } from './settings.ts'

type Props = StackProps & { readonly settings: Settings }

export class DataStack extends Stack {
  readonly table: TableV2
  readonly definitions: PrivateBucket
  readonly uploads: PrivateBucket
  readonly exports: PrivateBucket

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
    const accessLogs = new PrivateBucket(this, 'AccessLogs', {
      removalPolicy,
      expireAfter: Duration.days(90),
    })
    // The library's own types do not hold under exactOptionalPropertyTypes (policy?: BucketPolicy).
    const logged = { accessLogs: accessLogs as IBucket }
    const bucket = (name: string, expireAfter?: Duration) =>
      new PrivateBucket(this, name, { removalPolicy, ...logged, ...(expireAfter ? { expireAfter } : {}) })
    this.definitions = bucket('Definitions')
    this.uploads = bucket('Uploads')
    this.exports = bucket('Exports', Duration.days(7))
  }
}

const projectedBeside = ({
  sortKey,
  projected,
}: {
  sortKey: string
  projected: readonly string[]
}): string[] => projected.filter((name) => name !== sortKey)
