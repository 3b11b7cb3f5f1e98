// What operators do to a deployed stage, and what failed runs leave behind.
import {
  GetFunctionConfigurationCommand,
  InvokeCommand,
  LambdaClient,
  UpdateFunctionConfigurationCommand,
} from '@aws-sdk/client-lambda'
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3'
import { GetQueueAttributesCommand, SQSClient } from '@aws-sdk/client-sqs'
import { describe, expect, it } from 'vitest'
import { definitionUrl, fillPagePath } from '../../../forms/addresses.ts'
import { getResponse } from '../../../functions/store/responses.ts'
import { uploadSite } from '../../../infra/aws/operate/upload-site.ts'
import { readSite } from '../../../infra/aws/site.ts'
import { callFor, FORM, useDeployed } from '../../support/deployed.ts'
import { publishedFile } from '../../support/published-file.ts'
import { until } from '../../support/until.ts'

const CLOSE = 'echeance-dev-close-campaign'
const aws = useDeployed()

const start = async (payload: unknown, InvocationType: 'Event' | 'RequestResponse') => {
  const Payload = JSON.stringify(payload)
  const reply = await new LambdaClient({}).send(
    new InvokeCommand({ FunctionName: CLOSE, InvocationType, Payload }),
  )
  return reply.Payload?.length ? JSON.parse(Buffer.from(reply.Payload).toString()) : undefined
}

const deadLetters = async () => {
  const { Attributes } = await new SQSClient({ useQueueUrlAsEndpoint: false }).send(
    new GetQueueAttributesCommand({
      QueueUrl: aws.output('DeadLettersUrl'),
      AttributeNames: ['ApproximateNumberOfMessages'],
    }),
  )
  return Number(Attributes?.ApproximateNumberOfMessages)
}

/** Changes a variable of the deployed sweep; answers what it was. */
const setTable = async (table: string): Promise<string> => {
  const lambda = new LambdaClient({})
  const { Environment } = await lambda.send(new GetFunctionConfigurationCommand({ FunctionName: CLOSE }))
  const Variables = { ...Environment?.Variables, TABLE_NAME: table }
  await lambda.send(
    new UpdateFunctionConfigurationCommand({ FunctionName: CLOSE, Environment: { Variables } }),
  )
  return Environment?.Variables?.TABLE_NAME ?? ''
}

describe('a sweep that keeps failing', () => {
  const id = 'panne.clas-des-bauges'

  it('is tried again, then waits in the dead-letter queue', async () => {
    await callFor(id, -1000)
    const table = await setTable('nowhere')
    await start({}, 'Event')
    expect(await until(deadLetters, (count) => count > 0, 60_000)).toBe(1)
    await setTable(table)
    expect((await getResponse(id)).status).toBe('called')
  })

  it('is replayed from there once its cause is mended, and leaves the queue', async () => {
    expect(await aws.operate('replay')).toMatch('1 replayed; 0 failed again')
    expect((await getResponse(id)).status).toBe('missed')
    expect(await deadLetters()).toBe(0)
  })

  it('changes nothing when it is replayed twice', async () => {
    const before = await getResponse(id)
    expect(await start({}, 'RequestResponse')).toMatchObject({ closed: 0 })
    expect(await getResponse(id)).toEqual(before)
  })

  it('stays in the queue when it fails again', async () => {
    await start({ campaignId: 5 }, 'Event')
    expect(await until(deadLetters, (count) => count > 0, 60_000)).toBe(1)
    expect(await aws.operate('replay')).toMatch('0 replayed; 1 failed again')
  })
})

describe('a function without a variable that its grants call for', () => {
  it('fails at its start, naming it', async () => {
    const table = await setTable('')
    const { errorMessage } = await start({}, 'RequestResponse')
    await setTable(table)
    expect(errorMessage).toContain('TABLE_NAME')
  })
})

describe('publishing a form', () => {
  const files = (version: number) => {
    const address = { formId: 'clas-bilan', formVersion: version }
    return [definitionUrl(address), `${fillPagePath(address)}index.html`]
  }
  const published = (address: string) => publishedFile(aws.output('DefinitionsBucket'), address)

  it('puts its definition online for ever, and its page to be asked for again', async () => {
    const [definition = '', page = ''] = files(1)
    expect(await published(definition)).toMatchObject({
      cacheControl: 'public, max-age=31536000, immutable',
      type: 'application/json; charset=utf-8',
    })
    expect(await published(page)).toMatchObject({
      cacheControl: 'no-cache',
      type: 'text/html; charset=utf-8',
    })
  })

  it('again changes nothing; changed, it becomes the next version and leaves the first as it was', async () => {
    const [first = ''] = files(1)
    const before = await published(first)
    const publish = (departements: string) =>
      aws.operate('publish-form', ...FORM, '--departements', departements)
    expect(await publish('73')).toMatch('clas-bilan is at version 1')
    expect(await publish('73,74')).toMatch('clas-bilan is at version 2')
    const [second = ''] = files(2)
    expect((await published(second)).text).toContain('Annecy')
    expect(await published(first)).toEqual(before)
  })
})

describe('publishing keys', () => {
  it('again keeps every key', async () => {
    const keySet = async () => {
      const { text } = await publishedFile(aws.output('DefinitionsBucket'), '/.well-known/jwks.json')
      return JSON.parse(text).keys
    }
    const before = await keySet()
    await aws.operate('publish-keys')
    expect(await keySet()).toEqual(before)
    expect(before.map(({ kid }: { kid: string }) => kid)).toEqual([aws.output('ReceiptKeyIds')])
  })
})

describe('putting the site online', () => {
  it('sends every file with what browsers must know of it', async () => {
    const Bucket = 'site-essai'
    await new S3Client({}).send(new CreateBucketCommand({ Bucket }))
    const config = {
      authorizationEndpoint: 'https://login.example/oauth2/authorize',
      clientId: 'a',
      scope: 'b',
    }
    await uploadSite(Bucket, config)
    const asset = readSite().files.find((file) => file.startsWith('/assets/')) ?? ''
    expect(await publishedFile(Bucket, asset)).toMatchObject({
      cacheControl: 'public, max-age=31536000, immutable',
    })
    expect(await publishedFile(Bucket, '/index.html.br')).toMatchObject({
      cacheControl: 'no-cache',
      encoding: 'br',
      type: 'text/html; charset=utf-8',
    })
    const settings = await publishedFile(Bucket, '/config.json')
    expect([settings.cacheControl, JSON.parse(settings.text)]).toEqual(['no-cache', config])
  })
})

describe('deploying again', () => {
  it('changes nothing when nothing has changed', async () => {
    expect((await aws.deploy()).match(/\(no changes\)/g)).toHaveLength(2)
  })
})
