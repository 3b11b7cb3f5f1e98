import { Duration, Fn, Stack, Validations } from 'aws-cdk-lib'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import { HttpMethods } from 'aws-cdk-lib/aws-s3'
import type { Construct } from 'constructs'
import type { Grant } from '../../../functions/grants.ts'
import type { Settings } from '../settings.ts'
import type { ApiFunction } from './api-function.ts'
import { PrivateBucket } from './private-bucket.ts'

/** What waits to be checked, and what passed: functions/documents. */
const QUARANTINE = 'quarantine/*'
const KEPT = 'kept/*'

type Props = Omit<ConstructorParameters<typeof PrivateBucket>[2], 'expireAfter'> & {
  readonly settings: Settings
}

/**
 * The bucket of documents. Pages put and read them at addresses that functions sign, from the site and from nowhere
 * else; what waits in quarantine goes after a day, its earlier versions too.
 */
export class Uploads extends PrivateBucket {
  /** Under which its ARN is told to the other stacks: a name of ours, so that suppressions can say it. */
  readonly arnExport: string

  constructor(scope: Construct, id: string, { settings, ...props }: Props) {
    super(scope, id, props)
    const stack = Stack.of(this)
    this.arnExport = `${stack.stackName}-UploadsArn`
    stack.exportValue(this.bucketArn, { name: this.arnExport })
    this.addCorsRule({
      allowedOrigins: [settings.siteOrigin],
      allowedMethods: [HttpMethods.PUT, HttpMethods.GET],
      allowedHeaders: ['content-type', 'x-echeance-secret'],
      maxAge: 3600,
    })
    this.addLifecycleRule({
      prefix: QUARANTINE.slice(0, -1),
      expiration: Duration.days(1),
      noncurrentVersionExpiration: Duration.days(1),
    })
  }
}

type UploadGrant = Extract<Grant, `uploads:${string}`>

/** What each grant allows, by half of the bucket. Who signs an address needs the permission that it carries. */
const allowed: Record<UploadGrant, readonly (readonly [action: string, half: string])[]> = {
  'uploads:put': [['s3:PutObject', QUARANTINE]],
  'uploads:check': [
    ['s3:GetObject', QUARANTINE],
    ['s3:DeleteObject', QUARANTINE],
    ['s3:PutObject', KEPT],
    ['s3:DeleteObject', KEPT],
  ],
  'uploads:reuse': [
    ['s3:GetObject', KEPT],
    ['s3:PutObject', KEPT],
  ],
  'uploads:read': [['s3:GetObject', KEPT]],
  'uploads:archive': [['s3:GetObject', KEPT]],
  'uploads:delete': [
    ['s3:DeleteObject', QUARANTINE],
    ['s3:DeleteObject', KEPT],
  ],
}
/** Without it, S3 answers 403 rather than 404 for what has not arrived. */
const LOOKS = new Set<UploadGrant>(['uploads:check', 'uploads:reuse', 'uploads:archive'])

/** Lets a function do what a grant says with documents, and no more. */
export const grantUploads = (made: ApiFunction, { arnExport }: Uploads, grant: UploadGrant): void => {
  const arn = Fn.importValue(arnExport)
  for (const [action, half] of allowed[grant]) {
    made.addToRolePolicy(new PolicyStatement({ actions: [action], resources: [`${arn}/${half}`] }))
  }
  if (LOOKS.has(grant)) {
    made.addToRolePolicy(new PolicyStatement({ actions: ['s3:ListBucket'], resources: [arn] }))
  }
  if (!made.role) return
  for (const half of new Set(allowed[grant].map(([, path]) => path))) {
    Validations.of(made.role).acknowledge({
      id: `AwsSolutions-IAM5[Resource::${arnExport}/${half}]`,
      reason:
        'The keys of documents are made up as they are given; this half of the bucket holds nothing else.',
    })
  }
}
