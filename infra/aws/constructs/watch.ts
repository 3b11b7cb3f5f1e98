import { Duration } from 'aws-cdk-lib'
import {
  Alarm,
  ComparisonOperator,
  type IMetric,
  type Metric,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch'
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions'
import { FilterPattern, MetricFilter } from 'aws-cdk-lib/aws-logs'
import { Topic } from 'aws-cdk-lib/aws-sns'
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions'
import { Construct } from 'constructs'
import type { RouteKey } from '../../../functions/routes.ts'
import { type Scheduled, schedules } from '../../../functions/triggers.ts'
import type { Settings } from '../settings.ts'
import { tableMetric, type WorkingTable } from '../working-table.ts'
import type { ApiFunction } from './api-function.ts'
import { Board } from './board.ts'
import type { Functions } from './functions.ts'
import type { Gateway } from './gateway.ts'
import type { Schedules } from './schedules.ts'

type Props = {
  readonly settings: Settings
  readonly functions: Functions
  readonly schedules: Schedules
  readonly gateway: Gateway
  readonly table: WorkingTable
}
type Told = {
  readonly metric: IMetric
  readonly threshold: number
  readonly says: string
  /** How many periods in a row; one by default. */
  readonly periods?: number
  readonly below?: boolean
}

const PERIOD = Duration.minutes(5)
/** Slower than this at the 99th percentile, people notice. */
const SLOW_MS = 3000
/** The routes that people lose something by when they fail. */
const CRITICAL: readonly RouteKey[] = [
  'POST /responses/{id}/submission',
  'PUT /responses/{id}/sections/{name}',
  'GET /responses/{id}',
]

/** What wakes us: each alarm says in its description what it means; infra/aws/operating.md says what to do. */
export class Watch extends Construct {
  private readonly topic: Topic

  constructor(scope: Construct, id: string, { settings, functions, schedules: runs, gateway, table }: Props) {
    super(scope, id)
    this.topic = new Topic(this, 'Alarms', { enforceSSL: true })
    if (settings.alarmEmail) this.topic.addSubscription(new EmailSubscription(settings.alarmEmail))
    const critical = CRITICAL.map((key) => {
      const found = functions.byRoute.get(key)
      if (!found) throw new Error(`« ${key} » must be watched and is not in routes.ts`)
      return [key, found] as const
    })
    for (const [key, watched] of critical) {
      this.failures(key, watched)
      this.alarm(`Slow ${key}`, {
        metric: watched.metricDuration({ period: PERIOD, statistic: 'p99' }),
        threshold: SLOW_MS,
        says: `${key}: one request in a hundred takes more than ${SLOW_MS} ms.`,
      })
    }
    for (const [name, watched] of [...functions.scheduled, ...functions.onEvent]) this.failures(name, watched)
    for (const [name, { every }] of Object.entries<Scheduled>(schedules)) {
      const watched = functions.scheduled.get(name)
      if (every && watched) this.absence(name, every, watched)
    }
    this.alarm('DeadLetters', {
      metric: runs.deadLetters.metricApproximateNumberOfMessagesVisible({ period: PERIOD }),
      threshold: 1,
      says: 'A scheduled run failed for good: it waits in the dead-letter queue to be replayed.',
    })
    this.alarm('MailWaiting', {
      metric: oldestMail(this, functions),
      threshold: 600,
      says: 'A mail has been waiting for more than ten minutes: SES refuses, or sends too slowly.',
    })
    this.alarm('TableThrottled', {
      metric: tableMetric(table, 'ThrottledRequests', 'UpdateItem').with({ period: PERIOD }),
      threshold: 1,
      says: 'The table refused writes for being too many: people are told to try again.',
    })
    this.alarm('ServerErrors', {
      metric: gateway.api.metricServerError({ period: PERIOD, statistic: 'Sum' }),
      threshold: 5,
      says: 'The API answered 5xx at least five times in five minutes.',
    })
    new Board(this, 'Board', { critical, scheduled: functions.scheduled, gateway, table })
  }

  private failures(name: string, watched: ApiFunction): void {
    this.alarm(`Errors ${name}`, {
      metric: watched.metricErrors({ period: PERIOD, statistic: 'Sum' }),
      threshold: 1,
      says: `${name}: the function failed.`,
    })
    this.alarm(`Throttles ${name}`, {
      metric: watched.metricThrottles({ period: PERIOD, statistic: 'Sum' }),
      threshold: 1,
      says: `${name}: the function was refused a run; raise the account’s concurrency.`,
    })
  }

  private absence(name: string, every: string, watched: ApiFunction): void {
    const { period, periods } = silenceOf(every)
    this.alarm(`Absent ${name}`, {
      metric: watched.metricInvocations({ period, statistic: 'Sum' }),
      threshold: 1,
      periods,
      below: true,
      says: `${name} did not run for ${periods} × ${period.toHumanString()}, though it is due at ${every}.`,
    })
  }

  private alarm(name: string, { metric, threshold, says, periods = 1, below = false }: Told): void {
    new Alarm(this, name.replaceAll(/[^\w]+/g, '-'), {
      metric: metric as Metric,
      threshold,
      evaluationPeriods: periods,
      alarmDescription: says,
      comparisonOperator: below
        ? ComparisonOperator.LESS_THAN_THRESHOLD
        : ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: below ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
    }).addAlarmAction(new SnsAction(this.topic))
  }
}

/** Seconds for which the oldest mail still waiting has been owed, as deliver-mail says at the end of each run. */
const oldestMail = (scope: Construct, functions: Functions): IMetric => {
  const deliver = functions.scheduled.get('deliver-mail')
  if (!deliver) throw new Error('« deliver-mail » must be watched and is not in routes.ts')
  const metricNamespace = 'Echeance'
  const filter = new MetricFilter(scope, 'OldestMailFilter', {
    logGroup: deliver.logs,
    metricNamespace,
    metricName: `OldestMailSeconds-${deliver.functionName}`,
    filterPattern: FilterPattern.stringValue('$.message.scheduled', '=', 'deliver-mail'),
    metricValue: '$.message.oldestSeconds',
  })
  return filter.metric({ statistic: 'Maximum', period: PERIOD })
}

/** How long what recurs may be silent: two turns at least, and 15 minutes. What runs by cron runs daily at least. */
const silenceOf = (every: string): { period: Duration; periods: number } => {
  const minutes = /^rate\((\d+) minutes?\)$/.exec(every)?.[1]
  if (minutes) return { period: Duration.minutes(Math.max(5, Number(minutes))), periods: 3 }
  if (/^rate\(1 hour\)$/.test(every)) return { period: Duration.hours(1), periods: 2 }
  return { period: Duration.days(1), periods: 2 }
}
