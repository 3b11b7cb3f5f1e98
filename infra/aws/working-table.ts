import { Metric } from 'aws-cdk-lib/aws-cloudwatch'
import { TableV2 } from 'aws-cdk-lib/aws-dynamodb'
import type { Construct } from 'constructs'
import type { Settings } from './settings.ts'

/** The table that functions work on, as far as they and what watches it need to know it. */
export type WorkingTable = Pick<TableV2, 'tableName' | 'tableArn'>

/** The data stack's own table; or the one restored from a backup that the settings name. */
export const workingTable = (scope: Construct, own: TableV2, { restoredTable }: Settings): WorkingTable =>
  restoredTable ? TableV2.fromTableName(scope, 'RestoredTable', restoredTable) : own

/** A metric of the table; of one operation on it, where CloudWatch keeps it by operation. */
export const tableMetric = ({ tableName }: WorkingTable, metricName: string, operation?: string): Metric =>
  new Metric({
    namespace: 'AWS/DynamoDB',
    metricName,
    dimensionsMap: { TableName: tableName, ...(operation ? { Operation: operation } : {}) },
    statistic: 'Sum',
  })
