// What a deployment is told by CDK context (`-c name=value`). A missing or unknown value stops synth with one line.
import type { App } from 'aws-cdk-lib'

export type Settings = {
  readonly stage: 'dev' | 'prod'
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
  readonly isProd: boolean
}

/** Reads and checks the context of an app. Throws one clear line. */
export const settingsOf = (app: App): Settings => {
  const optional = (name: string): string | undefined => {
    const value: unknown = app.node.tryGetContext(name)
    return typeof value === 'string' && value !== '' ? value : undefined
  }
  const required = (name: string, example: string): string => {
    const value = optional(name)
    if (value) return value
    throw new Error(`Context « ${name} » is missing: pass it with -c ${name}=${example}`)
  }
  const stage = required('stage', 'dev')
  if (stage !== 'dev' && stage !== 'prod') {
    throw new Error(`Context « stage » is dev or prod, not « ${stage} »: pass it with -c stage=dev`)
  }
  const isProd = stage === 'prod'
  const siteOrigin = required('siteOrigin', 'https://echeance.example')
  if (!/^https?:\/\/[^/]+$/.test(siteOrigin)) {
    throw new Error(
      `Context « siteOrigin » is an origin such as https://echeance.example, not « ${siteOrigin} »`,
    )
  }
  const concurrency = optional('submitConcurrency')
  if (concurrency !== undefined && !/^[1-9]\d*$/.test(concurrency)) {
    throw new Error(`Context « submitConcurrency » is a whole number, not « ${concurrency} »`)
  }
  return {
    stage,
    isProd,
    siteOrigin,
    mailFrom: required('mailFrom', 'ne-pas-repondre@echeance.example'),
    alarmEmail: isProd ? required('alarmEmail', 'astreinte@echeance.example') : optional('alarmEmail'),
    certificateArn: isProd
      ? required('certificateArn', 'arn:aws:acm:us-east-1:…:certificate/…')
      : optional('certificateArn'),
    submitConcurrency: concurrency === undefined ? undefined : Number(concurrency),
  }
}
