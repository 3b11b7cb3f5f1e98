import { Stack } from 'aws-cdk-lib'
import { EventBus } from 'aws-cdk-lib/aws-events'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { IFunction } from 'aws-cdk-lib/aws-lambda'
import {
  ConfigurationSet,
  EmailIdentity,
  EmailSendingEvent,
  EventDestination,
  Identity,
  SuppressionReasons,
} from 'aws-cdk-lib/aws-ses'
import { Construct } from 'constructs'
import type { Settings } from '../settings.ts'

type Props = { readonly settings: Settings }

/**
 * The domain mails are sent from, with DKIM (`operate mail-records` prints its DNS records), and what is told of the
 * mails that come back.
 */
export class Mail extends Construct {
  constructor(scope: Construct, id: string, { settings }: Props) {
    super(scope, id)
    const domain = domainOf(settings.mailFrom)
    new EmailIdentity(this, 'Sender', { identity: Identity.domain(domain) })
    const sent = new ConfigurationSet(this, 'Sent', {
      configurationSetName: configurationSetName(settings),
      suppressionReasons: SuppressionReasons.BOUNCES_AND_COMPLAINTS,
      reputationMetrics: true,
    })
    sent.addEventDestination('Returned', {
      // SES takes no other bus than the account's own.
      destination: EventDestination.eventBus(EventBus.fromEventBusName(this, 'Bus', 'default')),
      events: [EmailSendingEvent.BOUNCE, EmailSendingEvent.COMPLAINT],
    })
  }
}

export const domainOf = (address: string): string => address.slice(address.indexOf('@') + 1)

export const configurationSetName = ({ stage }: Settings): string => `echeance-${stage}`

/** Lets a function send mails, from our own address. */
export const letSendMail = (sender: IFunction, settings: Settings): void => {
  const { partition, region, account } = Stack.of(sender)
  const arn = (resource: string) => `arn:${partition}:ses:${region}:${account}:${resource}`
  sender.addToRolePolicy(
    new PolicyStatement({
      // Raw for the attachments: SES makes such a mail up itself.
      actions: ['ses:SendEmail', 'ses:SendRawEmail'],
      resources: [
        arn(`identity/${domainOf(settings.mailFrom)}`),
        arn(`configuration-set/${configurationSetName(settings)}`),
      ],
      conditions: { StringEquals: { 'ses:FromAddress': settings.mailFrom } },
    }),
  )
}
