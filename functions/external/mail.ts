import {
  BadRequestException,
  MessageRejected,
  SESv2Client,
  SendEmailCommand,
  type SendEmailCommandInput,
} from '@aws-sdk/client-sesv2'
import { requireEnv } from '../require-env.ts'

export type Attachment = { readonly name: string; readonly type: string; readonly content: string }

type Mail = {
  /** One person: addresses are nobody else's business. */
  readonly to: string
  /** Who the mail is from, in words. */
  readonly sender: string
  readonly subject: string
  readonly text: string
  readonly html: string
  readonly attachments: readonly Attachment[]
  /** Come back with a bounce; letters, digits, - and _ alone. */
  readonly tags: Readonly<Record<string, string>>
}

let client: SESv2Client | undefined

/**
 * Sends a mail to one person. Answers why when the service refuses this very mail, for which there is no use in
 * trying again; throws what any other mail would meet too: throttling, an outage, a sender that is not verified.
 */
export const sendMail = async (mail: Mail): Promise<{ refused?: string }> => {
  client ??= new SESv2Client({})
  try {
    await client.send(new SendEmailCommand(requestOf(mail)))
    return {}
  } catch (error) {
    if (error instanceof MessageRejected || error instanceof BadRequestException)
      return { refused: error.message }
    throw error
  }
}

const requestOf = (mail: Mail): SendEmailCommandInput => ({
  FromEmailAddress: `${encodedWord(`${mail.sender}, par Échéance`)} <${requireEnv('MAIL_FROM')}>`,
  Destination: { ToAddresses: [mail.to] },
  ConfigurationSetName: requireEnv('MAIL_CONFIGURATION_SET'),
  EmailTags: Object.entries(mail.tags).map(([Name, Value]) => ({ Name, Value })),
  Content: {
    Simple: {
      Subject: utf8(mail.subject),
      Body: { Text: utf8(mail.text), Html: utf8(mail.html) },
      // So that no absence message comes back (RFC 3834).
      Headers: [{ Name: 'Auto-Submitted', Value: 'auto-generated' }],
      Attachments: mail.attachments.map(({ name, type, content }) => ({
        FileName: name,
        ContentType: type,
        ContentDisposition: 'ATTACHMENT',
        ContentTransferEncoding: 'BASE64',
        RawContent: Buffer.from(content),
      })),
    },
  },
})

const utf8 = (Data: string) => ({ Data, Charset: 'UTF-8' })

/** A name of a mail header in plain ASCII (RFC 2047); SES asks for it in addresses. */
const encodedWord = (text: string): string => `=?UTF-8?B?${Buffer.from(text).toString('base64')}?=`
