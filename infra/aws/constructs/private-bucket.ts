import { Duration, type RemovalPolicy, Validations } from 'aws-cdk-lib'
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type IBucket,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3'
import type { Construct } from 'constructs'

type Props = {
  readonly removalPolicy: RemovalPolicy
  /** The bucket that keeps this one's access logs, or why nothing does. */
  readonly accessLogs: IBucket | { readonly none: string }
  /** How long objects are kept; for ever by default. */
  readonly expireAfter?: Duration
  /** How long earlier versions are kept, deleted objects among them; 30 days by default. */
  readonly keepEarlierFor?: Duration
}

/** A bucket nobody reaches from outside: TLS only, encrypted, versioned, no public access, earlier versions kept a while. */
export class PrivateBucket extends Bucket {
  constructor(
    scope: Construct,
    id: string,
    { removalPolicy, accessLogs, expireAfter, keepEarlierFor }: Props,
  ) {
    super(scope, id, {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      versioned: true,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      removalPolicy,
      lifecycleRules: [
        {
          noncurrentVersionExpiration: keepEarlierFor ?? Duration.days(30),
          abortIncompleteMultipartUploadAfter: Duration.days(1),
          ...(expireAfter ? { expiration: expireAfter } : {}),
        },
      ],
      ...('bucketArn' in accessLogs
        ? { serverAccessLogsBucket: accessLogs, serverAccessLogsPrefix: `${id}/` }
        : {}),
    })
    if ('none' in accessLogs) {
      Validations.of(this).acknowledge({ id: 'AwsSolutions-S1', reason: accessLogs.none })
    }
  }
}

/** A bucket as the library's own functions take it: its types do not hold under exactOptionalPropertyTypes. */
export const asBucket = (bucket: Bucket): IBucket => bucket as IBucket
