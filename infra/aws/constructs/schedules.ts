import { Duration, Stack, Validations } from 'aws-cdk-lib'
import { type IGrantable, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import type { IFunction } from 'aws-cdk-lib/aws-lambda'
import { CfnSchedule, ScheduleGroup } from 'aws-cdk-lib/aws-scheduler'
import { Queue } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'
import { schedules } from '../../../functions/triggers.ts'
import type { Settings } from '../settings.ts'
import type { ApiFunction } from './api-function.ts'

type Props = { readonly settings: Settings }

/**
 * What runs by itself: a group for the schedules, those that functions make included; a role that may start the
 * scheduled functions and nothing else; a queue for the runs that failed for good. The functions are known by name,
 * so that one of them may itself make schedules.
 */
export class Schedules extends Construct {
  readonly groupName: string
  readonly role: Role
  readonly deadLetters: Queue
  private readonly prefix: string
  private readonly group: string

  constructor(scope: Construct, id: string, { settings }: Props) {
    super(scope, id)
    this.prefix = `echeance-${settings.stage}-`
    this.group = `echeance-${settings.stage}`
    this.groupName = new ScheduleGroup(this, 'Group', { scheduleGroupName: this.group }).scheduleGroupName
    this.deadLetters = new Queue(this, 'DeadLetters', {
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    })
    this.role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    })
    this.grantInvoke(this.role)
    this.deadLetters.grantSendMessages(this.role)
    Validations.of(this.deadLetters).acknowledge({
      id: 'AwsSolutions-SQS3',
      reason: 'This is the dead-letter queue; an alarm tells when something lands in it.',
    })
  }

  functionName(name: string): string {
    return this.prefix + name
  }

  targetArn(name: string): string {
    const { partition, region, account } = Stack.of(this)
    return `arn:${partition}:lambda:${region}:${account}:function:${this.functionName(name)}`
  }

  /** Lets a function make, move and take back schedules of our group, for the scheduled functions only. */
  grantWrite(grantee: ApiFunction): void {
    allow(
      grantee,
      ['scheduler:CreateSchedule', 'scheduler:UpdateSchedule', 'scheduler:DeleteSchedule'],
      [this.everySchedule(grantee)],
    )
    allow(grantee, ['iam:PassRole'], [this.role.roleArn], {
      StringEquals: { 'iam:PassedToService': 'scheduler.amazonaws.com' },
    })
  }

  /** Lets a function see which schedules there are. */
  grantRead(grantee: ApiFunction): void {
    allow(grantee, ['scheduler:GetSchedule'], [this.everySchedule(grantee)])
    // Listing takes no resource: it tells the names of schedules.
    allow(grantee, ['scheduler:ListSchedules'], ['*'])
  }

  /** The schedules of our group, whose names functions make up as they go. */
  private everySchedule({ role }: ApiFunction): string {
    const { partition, region, account } = Stack.of(this)
    const path = `schedule/${this.group}/*`
    if (role) {
      Validations.of(role).acknowledge({
        id: `AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:scheduler:${region}:<AWS::AccountId>:${path}]`,
        reason: 'A schedule is named after its campaign and its hour; the group holds ours alone.',
      })
    }
    return `arn:${partition}:scheduler:${region}:${account}:${path}`
  }

  /** Lets a function start the scheduled functions itself, for work that is too long for one run. */
  grantInvoke(grantee: IGrantable): void {
    allow(
      grantee,
      ['lambda:InvokeFunction'],
      Object.keys(schedules).map((name) => this.targetArn(name)),
    )
  }

  /** Has a scheduled function run by itself, at its rate or cron expression (UTC). */
  repeat(name: string, every: string, target: IFunction): void {
    new CfnSchedule(this, `Every-${name}`, {
      groupName: this.groupName,
      scheduleExpression: every,
      flexibleTimeWindow: { mode: 'OFF' },
      target: {
        arn: target.functionArn,
        roleArn: this.role.roleArn,
        input: '{}',
        deadLetterConfig: { arn: this.deadLetters.queueArn },
        retryPolicy: { maximumRetryAttempts: 5, maximumEventAgeInSeconds: 3600 },
      },
    })
  }
}

const allow = (
  grantee: IGrantable,
  actions: string[],
  resources: string[],
  conditions: Record<string, Record<string, string>> = {},
): void => {
  grantee.grantPrincipal.addToPrincipalPolicy(new PolicyStatement({ actions, resources, conditions }))
}
