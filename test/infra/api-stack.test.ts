import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, inject, it } from 'vitest'
import { type Grant, variablesOf } from '../../functions/grants.ts'
import { type Route, routes } from '../../functions/routes.ts'
import { events, type OnEvent, type Scheduled, schedules } from '../../functions/triggers.ts'
import { PROD_WITH_EVERY_OPTION, resourcesOf, templatesOf } from '../support/synth.ts'

const routeEntries = Object.entries<Route>(routes)
const eventEntries = Object.entries<OnEvent>(events)
const scheduleEntries = Object.entries<Scheduled>(schedules)
const inProd = (type: string) => resourcesOf('prod', 'Api', type)
const functionsOf = (stage: 'dev' | 'prod') => resourcesOf(stage, 'Api', 'AWS::Lambda::Function')

/** The function of a table entry, found by the start of its logical id. */
const functionOf = (name: string) => {
  const id = new RegExp(`^(Functions)?${name.replaceAll('-', '')}[0-9A-F]{8}$`)
  const [found] = functionsOf('prod').filter((candidate) => id.test(candidate.id))
  if (!found) throw new Error(`no function ${name}`)
  return found
}

const ALLOWED: Record<Grant, readonly string[]> = {
  'table:read': ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query'],
  'table:write': ['dynamodb:PutItem', 'dynamodb:UpdateItem'],
  'table:delete': ['dynamodb:DeleteItem'],
  'receipts:sign': ['kms:Sign'],
  'identity:tokens': [],
  'site:origin': [],
  'mail:send': ['ses:SendEmail', 'ses:SendRawEmail'],
  'schedules:read': ['scheduler:GetSchedule', 'scheduler:ListSchedules'],
  'functions:invoke': ['lambda:InvokeFunction'],
  'uploads:put': ['s3:PutObject'],
  'uploads:check': ['s3:GetObject', 's3:PutObject', 's3:DeleteObject', 's3:ListBucket'],
  'uploads:reuse': ['s3:GetObject', 's3:PutObject', 's3:ListBucket'],
  'uploads:read': ['s3:GetObject'],
  'uploads:delete': ['s3:DeleteObject'],
  'uploads:archive': ['s3:GetObject', 's3:ListBucket'],
  'exports:write': ['s3:GetObject', 's3:PutObject', 's3:DeleteObject', 's3:ListMultipartUploadParts'],
  'exports:link': ['s3:GetObject'],
  'definitions:write': ['s3:PutObject'],
  'schedules:write': [
    'scheduler:CreateSchedule',
    'scheduler:UpdateSchedule',
    'scheduler:DeleteSchedule',
    'iam:PassRole',
  ],
}
/** What every function does: it logs and it traces. */
const ALWAYS = [
  'logs:CreateLogStream',
  'logs:PutLogEvents',
  'xray:PutTelemetryRecords',
  'xray:PutTraceSegments',
]

const everyEntry = [
  ...routeEntries.map(([, route]) => [route.handler, route, []] as const),
  ...scheduleEntries.map(([name, needs]) => [`scheduled-${name}`, needs, ['sqs:SendMessage']] as const),
  ...eventEntries.map(([name, needs]) => [`event-${name}`, needs, ['sqs:SendMessage']] as const),
]

describe('the functions', () => {
  it('are one for each route, each schedule, each event, and Cognito’s trigger', () => {
    expect(functionsOf('prod')).toHaveLength(everyEntry.length + 1)
  })

  it.each(everyEntry)('%s has the memory, the time and the variables of its entry', (name, needs) => {
    const { Properties } = functionOf(name)
    expect(Properties).toMatchObject({
      Runtime: 'nodejs24.x',
      Architectures: ['arm64'],
      Handler: 'index.handler',
      MemorySize: needs.memoryMB,
      Timeout: needs.timeoutSeconds,
      TracingConfig: { Mode: 'Active' },
      LoggingConfig: { LogFormat: 'JSON' },
    })
    expect(Object.keys(Properties.Environment?.Variables ?? {}).toSorted()).toEqual(
      variablesOf(needs.grants).toSorted(),
    )
  })

  it.each(everyEntry)('%s may do what its grants say, and nothing else', (name, needs, more) => {
    const role = functionOf(name).Properties.Role['Fn::GetAtt'][0]
    const policies = inProd('AWS::IAM::Policy').filter(({ Properties }) =>
      Properties.Roles.some(({ Ref }: { Ref: string }) => Ref === role),
    )
    const statements = policies.flatMap(({ Properties }) => Properties.PolicyDocument.Statement)
    const actions = new Set(statements.flatMap(({ Action }) => Action).filter((action) => !isReading(action)))
    const allowed = needs.grants.flatMap((grant) => ALLOWED[grant])
    expect([...actions].toSorted()).toEqual([...new Set([...ALWAYS, ...allowed, ...more])].toSorted())
    expect(statements.every(({ Effect }) => Effect === 'Allow')).toBe(true)
    const onEverything = statements.filter(({ Resource }) => Resource === '*').flatMap(({ Action }) => Action)
    const takesNoResource = ['scheduler:ListSchedules', 'xray:PutTelemetryRecords', 'xray:PutTraceSegments']
    expect(takesNoResource).toEqual(expect.arrayContaining(onEverything))
  })

  it('reach documents each in its own half of the bucket alone', () => {
    const halves = (name: string) => {
      const role = functionOf(name).Properties.Role['Fn::GetAtt'][0]
      return inProd('AWS::IAM::Policy')
        .filter(({ Properties }) => Properties.Roles.some(({ Ref }: { Ref: string }) => Ref === role))
        .flatMap(({ Properties }) => Properties.PolicyDocument.Statement)
        .flatMap(({ Action, Resource }) =>
          [Action].flat().flatMap((action: string) =>
            [Resource].flat().flatMap((on) => {
              const half = /\/(quarantine|kept)\/\*/.exec(JSON.stringify(on))?.[1]
              return action.startsWith('s3:') && half ? [`${action} ${half}`] : []
            }),
          ),
        )
        .toSorted()
    }
    expect(halves('give-document')).toEqual([
      's3:GetObject kept',
      's3:PutObject kept',
      's3:PutObject quarantine',
    ])
    expect(halves('get-document')).toEqual(['s3:GetObject kept'])
    expect(halves('remove-document')).toEqual(['s3:DeleteObject kept', 's3:DeleteObject quarantine'])
    expect(halves('check-document')).toEqual([
      's3:DeleteObject kept',
      's3:DeleteObject quarantine',
      's3:GetObject quarantine',
      's3:PutObject kept',
    ])
  })

  it('publish in the two folders of published questionnaires alone, with what renders their pages beside them', () => {
    const statements = inProd('AWS::IAM::Policy')
      .flatMap(({ Properties }) => Properties.PolicyDocument.Statement)
      .filter(({ Resource }) => JSON.stringify(Resource).includes('DefinitionsArn'))
    const folders = statements.flatMap(({ Action, Resource }) =>
      [Resource].flat().map((on) => `${Action} ${/\/[a-z]+\/\*/.exec(JSON.stringify(on))?.[0]}`),
    )
    expect(folders.toSorted()).toEqual(['s3:PutObject /forms/*', 's3:PutObject /remplir/*'])
    // Where it was bundled, for both stages.
    const { output } = inject('synth').dev
    const rendering = readdirSync(join(output, 'functions'), { recursive: true, encoding: 'utf8' }).filter(
      (file) => file.endsWith('prerender.mjs'),
    )
    expect(rendering).toEqual(['http/publish-form/prerender.mjs'])
    expect(functionOf('publish-form').Properties.Environment.Variables.PRERENDERER).toBe('prerender.mjs')
  })

  it('log for a year in prod, for a week in dev', () => {
    const days = (stage: 'dev' | 'prod') =>
      resourcesOf(stage, 'Api', 'AWS::Logs::LogGroup').map(({ Properties }) => Properties.RetentionInDays)
    expect([new Set(days('prod')), new Set(days('dev'))]).toEqual([new Set([365]), new Set([7])])
  })

  it('of schedules and events leave a run that failed three times in the dead-letter queue', () => {
    const configured = inProd('AWS::Lambda::EventInvokeConfig')
    expect(configured).toHaveLength(scheduleEntries.length + eventEntries.length)
    for (const { Properties } of configured) {
      expect(Properties.MaximumRetryAttempts).toBe(2)
      expect(JSON.stringify(Properties.DestinationConfig.OnFailure)).toContain('DeadLetters')
    }
  })

  it('work on the restored table when told, and may reach no other', () => {
    const tables = (stage: 'dev' | 'prod') =>
      functionsOf(stage).flatMap(({ Properties }) => Properties.Environment?.Variables?.TABLE_NAME ?? [])
    expect(new Set(tables('prod'))).toEqual(new Set([PROD_WITH_EVERY_OPTION.restoredTable]))
    expect(JSON.stringify(tables('dev')[0])).toMatch(/Echeance-?dev-?Data/)
    expect(JSON.stringify(inProd('AWS::IAM::Policy'))).not.toMatch(
      /Echeance-?prod-?Data(?!-(?:Uploads|Exports|Definitions)Arn)/,
    )
  })

  it('submit under a reserved concurrency only when told', () => {
    const reserved = (stage: 'dev' | 'prod') =>
      functionsOf(stage).flatMap(({ Properties }) => Properties.ReservedConcurrentExecutions ?? [])
    expect([reserved('dev'), reserved('prod')]).toEqual([[], [40]])
  })
})

/** The queue's own attributes, which the CDK lets a sender read. */
const isReading = (action: string): boolean => /^sqs:Get/.test(action)

describe('the stacks', () => {
  it('each have room below the 500 resources that CloudFormation takes', () => {
    for (const file of templatesOf('prod', 'Api')) {
      const { Resources } = JSON.parse(readFileSync(file, 'utf8'))
      expect(Object.keys(Resources).length, file).toBeLessThan(450)
    }
  })
})

describe('the HTTP API', () => {
  it('has the routes of the table under /api, and lets in without a token only what is public', () => {
    const made = inProd('AWS::ApiGatewayV2::Route').map(({ Properties }) => [
      Properties.RouteKey,
      Properties.AuthorizationType,
    ])
    const wanted = routeEntries.map(([key, { who }]) => [
      key.replace(' ', ' /api'),
      who === 'public' ? 'NONE' : 'JWT',
    ])
    expect(made.toSorted()).toEqual(wanted.toSorted())
  })

  it('is throttled, and says of each request who was answered what', () => {
    const [stage] = inProd('AWS::ApiGatewayV2::Stage')
    expect(stage?.Properties.DefaultRouteSettings).toMatchObject({
      ThrottlingRateLimit: expect.any(Number),
      ThrottlingBurstLimit: expect.any(Number),
    })
    expect(Object.keys(JSON.parse(stage?.Properties.AccessLogSettings.Format))).toContain('requestId')
  })
})

describe('the schedules', () => {
  it('that recur are those of the table, at its rates, retried and then kept', () => {
    const made = inProd('AWS::Scheduler::Schedule').map(({ Properties }) => Properties)
    expect(made.map(({ ScheduleExpression }) => ScheduleExpression).toSorted()).toEqual(
      scheduleEntries.flatMap(([, { every }]) => every ?? []).toSorted(),
    )
    for (const { Target } of made) {
      expect(Target.RetryPolicy.MaximumRetryAttempts).toBeGreaterThan(0)
      expect(Target.DeadLetterConfig).toBeDefined()
    }
  })

  it('run under a role that may start the scheduled functions alone', () => {
    const [policy] = inProd('AWS::IAM::Policy').filter(({ id }) => id.startsWith('SchedulesRole'))
    const [invoke] = policy?.Properties.PolicyDocument.Statement ?? []
    expect(invoke.Action).toBe('lambda:InvokeFunction')
    const targets = [invoke.Resource]
      .flat()
      .map((arn) => JSON.stringify(arn).match(/echeance-prod-([\w-]+)/)?.[1])
    expect(targets.toSorted()).toEqual(scheduleEntries.map(([name]) => name).toSorted())
  })
})

describe('the user pool', () => {
  it('signs people in by a code on their address, and puts that address in the token', () => {
    const [pool] = inProd('AWS::Cognito::UserPool')
    expect(pool?.Properties).toMatchObject({
      Policies: { SignInPolicy: { AllowedFirstAuthFactors: expect.arrayContaining(['EMAIL_OTP']) } },
      LambdaConfig: { PreTokenGenerationConfig: { LambdaVersion: 'V2_0' } },
      EmailConfiguration: { EmailSendingAccount: 'DEVELOPER' },
      DeletionProtection: 'ACTIVE',
    })
    expect(inProd('AWS::Cognito::UserPoolGroup')).toEqual([])
  })
})

describe('the alarms', () => {
  it('each say what they mean and tell somebody', () => {
    const alarms = inProd('AWS::CloudWatch::Alarm')
    expect(alarms.length).toBeGreaterThan(0)
    for (const { Properties } of alarms) {
      expect(Properties.AlarmDescription.length).toBeGreaterThan(20)
      expect(Properties.AlarmActions).toHaveLength(1)
    }
    expect(inProd('AWS::SNS::Subscription')[0]?.Properties).toMatchObject({
      Protocol: 'email',
      Endpoint: PROD_WITH_EVERY_OPTION.alarmEmail,
    })
  })

  it('wake us on silence too: of everything that recurs', () => {
    const silent = inProd('AWS::CloudWatch::Alarm').filter(
      ({ Properties }) => Properties.TreatMissingData === 'breaching',
    )
    expect(silent).toHaveLength(scheduleEntries.filter(([, { every }]) => every).length)
    for (const { Properties } of silent) expect(Properties.MetricName).toBe('Invocations')
  })
})

describe('the keys of receipts', () => {
  it('are P-256, never deleted, and the one that signs is told', () => {
    const keys = inProd('AWS::KMS::Key')
    expect(keys.map(({ Properties }) => [Properties.KeySpec, Properties.KeyUsage])).toEqual([
      ['ECC_NIST_P256', 'SIGN_VERIFY'],
      ['ECC_NIST_P256', 'SIGN_VERIFY'],
    ])
    expect(keys.map(({ DeletionPolicy }) => DeletionPolicy)).toEqual(['Retain', 'Retain'])
    const signing = functionsOf('prod').flatMap(
      ({ Properties }) => Properties.Environment?.Variables?.RECEIPT_KID ?? [],
    )
    const [nested] = inProd('AWS::CloudFormation::Stack')
    const told = signing.map(({ Ref }) => nested?.Properties.Parameters[Ref].Ref)
    expect([...new Set(told)]).toEqual([keys[0]?.id])
  })
})
