import { join } from 'node:path'
import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib'
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Architecture, LoggingFormat, Runtime, Tracing } from 'aws-cdk-lib/aws-lambda'
import { NodejsFunction, OutputFormat, SourceMapMode } from 'aws-cdk-lib/aws-lambda-nodejs'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import type { IQueue } from 'aws-cdk-lib/aws-sqs'
import type { Construct } from 'constructs'

type Props = {
  /** File under functions/, without extension. */
  readonly file: string
  readonly memoryMB: number
  readonly timeoutSeconds: number
  readonly environment: Record<string, string>
  readonly isProd: boolean
  readonly reservedConcurrency?: number
  /** Where an asynchronous invocation ends that failed for good. */
  readonly deadLetters?: IQueue
}

/** One function of ours: runtime, architecture, bundle, logs and tracing decided here, once. */
export class ApiFunction extends NodejsFunction {
  constructor(scope: Construct, id: string, props: Props) {
    const logGroup = new LogGroup(scope, `${id}Logs`, {
      retention: props.isProd ? RetentionDays.ONE_YEAR : RetentionDays.ONE_WEEK,
      removalPolicy: props.isProd ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    })
    const role = new Role(scope, `${id}Role`, { assumedBy: new ServicePrincipal('lambda.amazonaws.com') })
    logGroup.grantWrite(role)
    super(scope, id, {
      entry: join(import.meta.dirname, '../../../functions', `${props.file}.ts`),
      handler: 'handler',
      role,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: props.memoryMB,
      timeout: Duration.seconds(props.timeoutSeconds),
      environment: props.environment,
      loggingFormat: LoggingFormat.JSON,
      logGroup,
      tracing: Tracing.ACTIVE,
      ...(props.reservedConcurrency ? { reservedConcurrentExecutions: props.reservedConcurrency } : {}),
      ...(props.deadLetters ? { deadLetterQueue: props.deadLetters, retryAttempts: 2 } : {}),
      bundling: {
        format: OutputFormat.ESM,
        target: 'node24',
        minify: true,
        // Kept beside the bundle for whoever reads a stack trace; not loaded at run time.
        sourceMap: true,
        sourceMapMode: SourceMapMode.EXTERNAL,
        sourcesContent: false,
        externalModules: [],
        banner: "import{createRequire as r}from'node:module';const require=r(import.meta.url);",
      },
    })
    Validations.of(role).acknowledge({
      id: 'AwsSolutions-IAM5',
      reason: 'X-Ray takes no resource, and a grant on the table covers its indexes by index/*.',
    })
  }
}
