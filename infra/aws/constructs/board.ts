import { Dashboard, GraphWidget, type IMetric } from 'aws-cdk-lib/aws-cloudwatch'
import { Construct } from 'constructs'
import { tableMetric, type WorkingTable } from '../working-table.ts'
import type { ApiFunction } from './api-function.ts'
import type { Gateway } from './gateway.ts'

type Props = {
  readonly critical: readonly (readonly [string, ApiFunction])[]
  readonly scheduled: ReadonlyMap<string, ApiFunction>
  readonly gateway: Gateway
  readonly table: WorkingTable
}

/** The one dashboard: what people ask, how fast it answers, what runs by itself, what the table does. */
export class Board extends Construct {
  constructor(scope: Construct, id: string, { critical, scheduled, gateway: { api }, table }: Props) {
    super(scope, id)
    const named = (name: string) => ({ label: name })
    new Dashboard(this, 'Dashboard', {
      widgets: [
        [
          graph('Requests', [api.metricCount(), api.metricClientError(), api.metricServerError()]),
          graph(
            'Duration, p99',
            critical.map(([name, it]) => it.metricDuration({ statistic: 'p99', ...named(name) })),
          ),
        ],
        [
          graph(
            'Scheduled runs',
            [...scheduled].map(([name, it]) => it.metricInvocations(named(name))),
          ),
          graph(
            'Scheduled runs that failed',
            [...scheduled].map(([name, it]) => it.metricErrors(named(name))),
          ),
        ],
        [
          graph('Table: units consumed', [
            tableMetric(table, 'ConsumedReadCapacityUnits'),
            tableMetric(table, 'ConsumedWriteCapacityUnits'),
          ]),
          graph('Table: conditions that did not hold', [
            tableMetric(table, 'ConditionalCheckFailedRequests'),
          ]),
        ],
      ],
    })
  }
}

const graph = (title: string, left: IMetric[]): GraphWidget => new GraphWidget({ title, left, width: 12 })
