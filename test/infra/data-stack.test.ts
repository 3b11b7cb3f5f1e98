import { describe, expect, it } from 'vitest'
import { indexes, primaryKey, timeToLiveAttribute } from '../../functions/store/schema.ts'
import { PROD, resourcesOf } from '../support/synth.ts'

const tableOf = (stage: 'dev' | 'prod') => {
  const [table] = resourcesOf(stage, 'Data', 'AWS::DynamoDB::GlobalTable')
  if (!table) throw new Error('no table')
  return table
}
const keySchema = ({ partitionKey, sortKey }: { partitionKey: string; sortKey: string }) => [
  { AttributeName: partitionKey, KeyType: 'HASH' },
  { AttributeName: sortKey, KeyType: 'RANGE' },
]

describe('the table', () => {
  it('has exactly the keys and indexes that the store works with', () => {
    const { Properties } = tableOf('prod')
    expect(Properties.KeySchema).toEqual(keySchema(primaryKey))
    expect(Properties.GlobalSecondaryIndexes).toEqual(
      Object.entries(indexes).map(([IndexName, index]) => ({
        IndexName,
        KeySchema: keySchema(index),
        Projection: {
          ProjectionType: 'INCLUDE',
          NonKeyAttributes: index.projected.filter((name: string) => name !== index.sortKey),
        },
      })),
    )
  })

  it('is paid by the request, encrypted by a managed key, and lets what expires go', () => {
    const { Properties } = tableOf('prod')
    expect(Properties).toMatchObject({
      BillingMode: 'PAY_PER_REQUEST',
      SSESpecification: { SSEEnabled: true, SSEType: 'KMS' },
      TimeToLiveSpecification: { AttributeName: timeToLiveAttribute, Enabled: true },
    })
  })

  it.each([
    ['prod', true, 'Retain'],
    ['dev', false, 'Delete'],
  ] as const)(
    'in %s can be restored to any second; protected from deletion: %s',
    (stage, isProtected, policy) => {
      const table = tableOf(stage)
      expect(table.Properties.Replicas[0]).toMatchObject({
        DeletionProtectionEnabled: isProtected,
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      })
      expect(table.DeletionPolicy).toBe(policy)
    },
  )
})

describe('every bucket', () => {
  it('is closed to the world, encrypted, versioned, and forgets earlier versions', () => {
    const buckets = (['Data', 'Web'] as const).flatMap((stack) =>
      resourcesOf('prod', stack, 'AWS::S3::Bucket'),
    )
    expect(buckets).toHaveLength(5)
    for (const { Properties, DeletionPolicy } of buckets) {
      expect(Properties).toMatchObject({
        PublicAccessBlockConfiguration: {
          BlockPublicAcls: true,
          BlockPublicPolicy: true,
          IgnorePublicAcls: true,
          RestrictPublicBuckets: true,
        },
        VersioningConfiguration: { Status: 'Enabled' },
        OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
      })
      expect(Properties.BucketEncryption).toBeDefined()
      expect(Properties.LifecycleConfiguration.Rules[0].NoncurrentVersionExpiration).toBeDefined()
      expect(DeletionPolicy).toBe('Retain')
    }
  })

  it('refuses whoever does not come by TLS', () => {
    for (const stack of ['Data', 'Web'] as const) {
      const buckets = resourcesOf('prod', stack, 'AWS::S3::Bucket')
      const policies = resourcesOf('prod', stack, 'AWS::S3::BucketPolicy')
      expect(policies).toHaveLength(buckets.length)
      for (const { Properties } of policies) {
        expect(Properties.PolicyDocument.Statement).toContainEqual(
          expect.objectContaining({
            Effect: 'Deny',
            Action: 's3:*',
            Condition: { Bool: { 'aws:SecureTransport': 'false' } },
          }),
        )
      }
    }
  })
})

describe('the bucket of documents', () => {
  const uploads = () => {
    const [found] = resourcesOf('prod', 'Data', 'AWS::S3::Bucket').filter(({ id }) =>
      id.startsWith('Uploads'),
    )
    if (!found) throw new Error('no bucket of documents')
    return found
  }

  it('is spoken to by the pages of the site alone, with the headers that addresses are signed over', () => {
    expect(uploads().Properties.CorsConfiguration.CorsRules).toEqual([
      {
        AllowedOrigins: [PROD.siteOrigin],
        AllowedMethods: ['PUT', 'GET'],
        AllowedHeaders: ['content-type', 'x-echeance-secret'],
        MaxAge: 3600,
      },
    ])
  })

  it('forgets what waits in quarantine after a day, and what was kept never', () => {
    const { Rules } = uploads().Properties.LifecycleConfiguration
    const expiring = Rules.filter(({ ExpirationInDays }: { ExpirationInDays?: number }) => ExpirationInDays)
    expect(expiring).toEqual([
      expect.objectContaining({
        Prefix: 'quarantine/',
        ExpirationInDays: 1,
        NoncurrentVersionExpiration: { NoncurrentDays: 1 },
      }),
    ])
  })
})
