import { Fn, Stack, Validations } from 'aws-cdk-lib'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { Construct } from 'constructs'
import type { ApiFunction } from './api-function.ts'
import { PrivateBucket } from './private-bucket.ts'

/** Definitions, and the pages of a version: forms/addresses.ts. The key set stands beside them, out of reach. */
const HALVES = ['forms/*', 'remplir/*']

type Props = Omit<ConstructorParameters<typeof PrivateBucket>[2], 'expireAfter' | 'keepEarlierFor'>

/** The bucket that CloudFront serves published questionnaires from: what publication writes. */
export class Definitions extends PrivateBucket {
  /** Under which its ARN is told to the other stacks: a name of ours, so that suppressions can say it. */
  readonly arnExport: string

  constructor(scope: Construct, id: string, props: Props) {
    super(scope, id, props)
    const stack = Stack.of(this)
    this.arnExport = `${stack.stackName}-DefinitionsArn`
    stack.exportValue(this.bucketArn, { name: this.arnExport })
  }
}

/** Lets a function put the files of published versions, and read none. */
export const letPublish = (made: ApiFunction, { arnExport }: Definitions): void => {
  const arn = Fn.importValue(arnExport)
  const resources = HALVES.map((half) => `${arn}/${half}`)
  made.addToRolePolicy(new PolicyStatement({ actions: ['s3:PutObject'], resources }))
  if (!made.role) return
  for (const half of HALVES) {
    Validations.of(made.role).acknowledge({
      id: `AwsSolutions-IAM5[Resource::${arnExport}/${half}]`,
      reason: 'Versions are numbered as they are published; these folders hold nothing else.',
    })
  }
}
