import { Duration } from 'aws-cdk-lib'
import {
  Alarm,
  ComparisonOperator,
  Dashboard,
  GraphWidget,
  type IMetric,
  type Metric,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch'
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions'
import type { ITableV2 } from 'aws-cdk-lib/aws-dynamodb'
import { Topic } from 'aws-cdk-lib/aws-sns'
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions'
import { Construct } from 'constructs'
import type { Settings } from '../settings.ts'
import type { ApiFunction } from './api-function.ts'
import type { Functions } from './functions.ts'
import type { Gateway } from './gateway.ts'

type Props = {
  readonly settings: Settings
  readonly functions: Functions
  readonly gateway: Gateway
  readonly table: ITableV2
}
type Told = {
  readonly metric: IMetric
  readonly threshold: number
  readonly says: string
  readonly below?: boolean
  readonly absenceIsFailure?: boolean
}

const PERIOD = Duration.minutes(5)
/** Slower than this at the 99th percentile, people notice. */
const SLOW_MS = 3000

/** What wakes us: each alarm says in its description what it means; infra/README.md says what to do. */
export class Watch extends Construct {
  private readonly topic: Topic

  constructor(scope: Construct, id: string, { settings, functions, gateway, table }: Props) {
    super(scope, id)
    this.topic = new Topic(this, 'Alarms', { enforceSSL: true })
    if (settings.alarmEmail) this.topic.addSubscription(new EmailSubscription(settings.alarmEmail))
    const submit = functions.byRoute.get('POST /responses/{id}/submission')
    const save = functions.byRoute.get('PUT /responses/{id}/sections/{name}')
    const close = functions.scheduled.get('close-campaign')
    const drain = functions.scheduled.get('drain-history')
    if (!submit || !save || !close || !drain)
      throw new Error('A function that must be watched is not in routes.ts')

    for (const [name, watched] of Object.entries({ submit, save, close, drain })) this.failures(name, watched)
    this.alarm('SweepDidNotRun', {
      metric: close.metricInvocations({ period: Duration.hours(2), statistic: 'Sum' }),
      threshold: 1,
      below: true,
      absenceIsFailure: true,
      says: 'No closing sweep ran for two hours: forms past their deadline may still read as drafts.',
    })
    this.alarm('DrainDidNotRun', {
      metric: drain.metricInvocations({ period: Duration.minutes(15), statistic: 'Sum' }),
      threshold: 1,
      below: true,
      absenceIsFailure: true,
      says: 'The outbox was not drained for 15 minutes: history and mails wait on the responses.',
    })
    this.alarm('DeadLetters', {
      metric: functions.deadLetters.metricApproximateNumberOfMessagesVisible({ period: PERIOD }),
      threshold: 1,
      says: 'A scheduled run failed for good: it waits in the dead-letter queue to be replayed.',
    })
    this.alarm('TableThrottled', {
      metric: table.metricThrottledRequestsForOperations({ period: PERIOD }),
      threshold: 1,
      says: 'The table refused requests for being too many: people are told to retry.',
    })
    this.alarm('ServerErrors', {
      metric: gateway.api.metricServerError({ period: PERIOD, statistic: 'Sum' }),
      threshold: 5,
      says: 'The API answered 5xx at least five times in five minutes.',
    })
    new Dashboard(this, 'Dashboard', {
      widgets: [
        [
          graph('Requests', [
            gateway.api.metricCount(),
            gateway.api.metricClientError(),
            gateway.api.metricServerError(),
          ]),
          graph('Submissions', [submit.metricInvocations(), submit.metricErrors(), submit.metricThrottles()]),
        ],
        [
          graph(
            'Duration, p99',
            [submit, save].map((watched) => watched.metricDuration({ statistic: 'p99' })),
          ),
          graph('Closing and outbox', [
            close.metricInvocations(),
            close.metricErrors(),
            drain.metricErrors(),
          ]),
        ],
      ],
    })
  }

  private failures(name: string, watched: ApiFunction): void {
    this.alarm(`${name}-errors`, {
      metric: watched.metricErrors({ period: PERIOD, statistic: 'Sum' }),
      threshold: 1,
      says: `${name}: the function failed.`,
    })
    this.alarm(`${name}-throttles`, {
      metric: watched.metricThrottles({ period: PERIOD, statistic: 'Sum' }),
      threshold: 1,
      says: `${name}: the function was refused a run; raise the account's concurrency.`,
    })
    this.alarm(`${name}-slow`, {
      metric: watched.metricDuration({ period: PERIOD, statistic: 'p99' }),
      threshold: SLOW_MS,
      says: `${name}: one request in a hundred takes more than ${SLOW_MS} ms.`,
    })
  }

  private alarm(name: string, { metric, threshold, says, below, absenceIsFailure }: Told): void {
    new Alarm(this, name, {
      metric: metric as Metric,
      threshold,
      evaluationPeriods: 1,
      alarmDescription: says,
      comparisonOperator: below
        ? ComparisonOperator.LESS_THAN_THRESHOLD
        : ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: absenceIsFailure ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
    }).addAlarmAction(new SnsAction(this.topic))
  }
}

const graph = (title: string, left: IMetric[]): GraphWidget => new GraphWidget({ title, left, width: 12 })
