import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib'
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import {
  Architecture,
  Code,
  Function as Lambda,
  LoggingFormat,
  Runtime,
  Tracing,
} from 'aws-cdk-lib/aws-lambda'
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import type { IQueue } from 'aws-cdk-lib/aws-sqs'
import type { Construct } from 'constructs'

type Props = {
  /** The folder of its bundle (infra/aws/bundle.ts). */
  readonly code: string
  readonly memoryMB: number
  readonly timeoutSeconds: number
  readonly environment: Record<string, string>
  readonly isProd: boolean
  /** Its name on AWS, for what is called by name; CloudFormation's choice by default. */
  readonly name?: string
  readonly reservedConcurrency?: number
  /** Where a run that was not waited for ends, with its input and its error, once it has failed three times. */
  readonly deadLetters?: IQueue
}

/** One function of ours: runtime, architecture, logs, tracing and retries decided here, once. */
export class ApiFunction extends Lambda {
  /** Where its logs go; read by alarms on what it says. */
  readonly logs: LogGroup

  constructor(scope: Construct, id: string, props: Props) {
    const logGroup = new LogGroup(scope, `${id}Logs`, {
      retention: props.isProd ? RetentionDays.ONE_YEAR : RetentionDays.ONE_WEEK,
      removalPolicy: props.isProd ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    })
    const role = new Role(scope, `${id}Role`, { assumedBy: new ServicePrincipal('lambda.amazonaws.com') })
    logGroup.grantWrite(role)
    super(scope, id, {
      code: Code.fromAsset(props.code),
      handler: 'index.handler',
      role,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: props.memoryMB,
      timeout: Duration.seconds(props.timeoutSeconds),
      environment: props.environment,
      loggingFormat: LoggingFormat.JSON,
      logGroup,
      tracing: Tracing.ACTIVE,
      ...(props.name ? { functionName: props.name } : {}),
      ...(props.reservedConcurrency ? { reservedConcurrentExecutions: props.reservedConcurrency } : {}),
      ...(props.deadLetters ? { onFailure: new SqsDestination(props.deadLetters), retryAttempts: 2 } : {}),
    })
    this.logs = logGroup
    Validations.of(role).acknowledge({
      id: 'AwsSolutions-IAM5[Resource::*]',
      reason: 'Tracing: X-Ray’s actions take no resource.',
    })
  }
}
