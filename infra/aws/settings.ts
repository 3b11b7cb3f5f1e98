// What a deployment is told by CDK context (`-c name=value`). A missing or unknown value stops synth with one line.
import type { App } from 'aws-cdk-lib'

export type Settings = {
  readonly stage: 'dev' | 'prod'
  readonly isProd: boolean
  /** Where everything is: Paris unless told. */
  readonly region: string
  /** Where people reach the site: `https://…`, no slash at the end. */
  readonly siteOrigin: string
  /** The address mails are sent from. */
  readonly mailFrom: string
  /** Who is told of alarms; required in prod. */
  readonly alarmEmail: string | undefined
  /** In us-east-1, for the site's own domain; required in prod. */
  readonly certificateArn: string | undefined
  /** Reserved concurrency of submission; off unless told, since new accounts have low quotas. */
  readonly submitConcurrency: number | undefined
  /** How many keys have been made to sign receipts, and which of them signs: the last one unless told. */
  readonly receiptKeys: number
  readonly signWith: number
  /** The table restored from a backup that functions work on instead of the stack's own. */
  readonly restoredTable: string | undefined
  /** Another identity provider beside the e-mail codes, such as ProConnect. */
  readonly federation: Federation | undefined
}

type Federation = {
  readonly name: string
  readonly issuer: string
  readonly clientId: string
  /** The secret of Secrets Manager that holds the client's secret. */
  readonly secretName: string
}

/** Reads and checks the context of an app. Throws one clear line. */
export const settingsOf = (app: App): Settings => {
  const read = reader(app)
  const stage = read.required('stage', 'dev')
  if (stage !== 'dev' && stage !== 'prod') {
    throw new Error(`Context « stage » is dev or prod, not « ${stage} »: pass it with -c stage=dev`)
  }
  const isProd = stage === 'prod'
  const inProd = isProd ? read.required : read.optional
  const siteOrigin = read.required('siteOrigin', 'https://echeance.example')
  if (!/^https:\/\/[^/]+$/.test(siteOrigin)) {
    throw new Error(
      `Context « siteOrigin » is an origin such as https://echeance.example, not « ${siteOrigin} »`,
    )
  }
  const mailFrom = read.required('mailFrom', 'ne-pas-repondre@echeance.example')
  if (!/^[^@\s]+@[^@\s]+$/.test(mailFrom)) {
    throw new Error(`Context « mailFrom » is an e-mail address, not « ${mailFrom} »`)
  }
  const receiptKeys = read.wholeNumber('receiptKeys') ?? 1
  const signWith = read.wholeNumber('signWith') ?? receiptKeys
  if (signWith > receiptKeys) {
    throw new Error(`Context « signWith » is one of the ${receiptKeys} receiptKeys, not « ${signWith} »`)
  }
  return {
    stage,
    isProd,
    region: read.optional('region') ?? 'eu-west-3',
    siteOrigin,
    mailFrom,
    alarmEmail: inProd('alarmEmail', 'astreinte@echeance.example'),
    certificateArn: inProd('certificateArn', 'arn:aws:acm:us-east-1:…:certificate/…'),
    submitConcurrency: read.wholeNumber('submitConcurrency'),
    receiptKeys,
    signWith,
    restoredTable: read.optional('restoredTable'),
    federation: federationOf(read),
  }
}

type Reader = ReturnType<typeof reader>

const reader = (app: App) => {
  const optional = (name: string, _example?: string): string | undefined => {
    const value: unknown = app.node.tryGetContext(name)
    return typeof value === 'string' && value !== '' ? value : undefined
  }
  const required = (name: string, example: string): string => {
    const value = optional(name)
    if (value) return value
    throw new Error(`Context « ${name} » is missing: pass it with -c ${name}=${example}`)
  }
  const wholeNumber = (name: string): number | undefined => {
    const value = optional(name)
    if (value === undefined) return undefined
    if (/^[1-9]\d*$/.test(value)) return Number(value)
    throw new Error(`Context « ${name} » is a whole number from 1, not « ${value} »`)
  }
  return { optional, required, wholeNumber }
}

const federationOf = ({ optional, required }: Reader): Federation | undefined => {
  const issuer = optional('oidcIssuer')
  if (!issuer) return undefined
  return {
    issuer,
    name: optional('oidcName') ?? 'ProConnect',
    clientId: required('oidcClientId', '…'),
    secretName: required('oidcClientSecretName', 'echeance/oidc'),
  }
}
