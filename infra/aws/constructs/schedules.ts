import { Duration, Stack } from 'aws-cdk-lib'
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Schedule, ScheduleExpression, ScheduleGroup, ScheduleTargetInput } from 'aws-cdk-lib/aws-scheduler'
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets'
import { Construct } from 'constructs'
import type { Functions } from './functions.ts'

type Props = { readonly functions: Functions }

/**
 * What runs by itself: a group for the one-time schedules that functions make, a role that may start the scheduled
 * functions and nothing else, and what recurs.
 */
export class Schedules extends Construct {
  readonly group: ScheduleGroup
  readonly role: Role

  constructor(scope: Construct, id: string, { functions }: Props) {
    super(scope, id)
    this.group = new ScheduleGroup(this, 'Group')
    this.role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    })
    this.role.addToPolicy(
      new PolicyStatement({
        actions: ['lambda:InvokeFunction'],
        resources: [...functions.scheduled.values()].map(({ functionArn }) => functionArn),
      }),
    )
    this.role.addToPolicy(
      new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [functions.deadLetters.queueArn] }),
    )
    this.every('drain-history', Duration.minutes(1), functions)
    this.every('close-campaign', Duration.hours(1), functions)
  }

  private every(name: string, interval: Duration, functions: Functions): void {
    const target = functions.scheduled.get(name)
    if (!target) throw new Error(`No scheduled function « ${name} » in functions/routes.ts`)
    new Schedule(this, `Every-${name}`, {
      scheduleGroup: this.group,
      schedule: ScheduleExpression.rate(interval),
      target: new LambdaInvoke(target, {
        input: ScheduleTargetInput.fromObject({}),
        deadLetterQueue: functions.deadLetters,
        retryAttempts: 5,
        maxEventAge: Duration.hours(1),
      }),
    })
  }
}
