import { Duration, Fn, Stack, Validations } from 'aws-cdk-lib'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { Construct } from 'constructs'
import type { ApiFunction } from './api-function.ts'
import { PrivateBucket } from './private-bucket.ts'

/** The pieces of exports that are being written, and the files of those that are ready: functions/exports. */
const WORK = 'work/*'
const FILES = 'files/*'

type Props = Omit<ConstructorParameters<typeof PrivateBucket>[2], 'expireAfter' | 'keepEarlierFor'>

/**
 * The bucket of exports: personal data that can be exported again. Files go after a week, pieces after two days, and
 * nothing of either lingers as an earlier version.
 */
export class Exports extends PrivateBucket {
  /** Under which its ARN is told to the other stacks: a name of ours, so that suppressions can say it. */
  readonly arnExport: string

  constructor(scope: Construct, id: string, props: Props) {
    super(scope, id, { ...props, expireAfter: Duration.days(7), keepEarlierFor: Duration.days(1) })
    const stack = Stack.of(this)
    this.arnExport = `${stack.stackName}-ExportsArn`
    stack.exportValue(this.bucketArn, { name: this.arnExport })
    this.addLifecycleRule({ prefix: WORK.slice(0, -1), expiration: Duration.days(2) })
  }
}

/** Lets a function write exports: their pieces, which it reads and drops again, and their files. */
export const letWriteExports = (writer: ApiFunction, exports: Exports): void => {
  allow(writer, exports, WORK, ['s3:GetObject', 's3:PutObject', 's3:DeleteObject'])
  allow(writer, exports, FILES, ['s3:GetObject', 's3:PutObject', 's3:ListMultipartUploadParts'])
}

/** Lets a function give links to the files of exports: a link may do what whoever signed it may. */
export const letLinkExports = (linker: ApiFunction, exports: Exports): void =>
  allow(linker, exports, FILES, ['s3:GetObject'])

const allow = (made: ApiFunction, { arnExport }: Exports, half: string, actions: string[]): void => {
  const resources = [`${Fn.importValue(arnExport)}/${half}`]
  made.addToRolePolicy(new PolicyStatement({ actions, resources }))
  if (!made.role) return
  Validations.of(made.role).acknowledge({
    id: `AwsSolutions-IAM5[Resource::${arnExport}/${half}]`,
    reason:
      'The names of exports are made up as they are asked for; this half of the bucket holds nothing else.',
  })
}
