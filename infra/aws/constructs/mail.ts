import { EmailIdentity, Identity } from 'aws-cdk-lib/aws-ses'
import { Construct } from 'constructs'
import type { Settings } from '../settings.ts'

/** The domain mails are sent from, with DKIM. */
export class Mail extends Construct {
  constructor(scope: Construct, id: string, { settings }: { readonly settings: Settings }) {
    super(scope, id)
    const domain = settings.mailFrom.split('@')[1] ?? settings.mailFrom
    new EmailIdentity(this, 'Sender', { identity: Identity.domain(domain) })
  }
}
