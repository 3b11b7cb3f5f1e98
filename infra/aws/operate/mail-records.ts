// The DNS records by which receivers recognise our mails as ours (DKIM, SPF by alignment, DMARC).
import { GetEmailIdentityCommand, SESv2Client } from '@aws-sdk/client-sesv2'
import { needed, type Options, outputsOf } from './stage.ts'

export const run = async (options: Options): Promise<void> => {
  const output = await outputsOf(needed(options, 'stage'), ['Data'])
  const domain = output('MailDomain')
  const identity = await new SESv2Client({}).send(new GetEmailIdentityCommand({ EmailIdentity: domain }))
  for (const token of identity.DkimAttributes?.Tokens ?? []) {
    console.log(`${token}._domainkey.${domain} CNAME ${token}.dkim.amazonses.com`)
  }
  console.log(`_dmarc.${domain} TXT "v=DMARC1; p=quarantine"`)
  console.log(`\n${domain} is ${identity.VerifiedForSendingStatus ? 'verified' : 'not verified yet'}`)
}
