// What SES tells by EventBridge: a mail came back, or somebody reported it. Told twice, it changes nothing.
import middy from '@middy/core'
import * as z from 'zod'
import { Instant } from '../../forms/nouns/scalars.ts'
import { currentInstant } from '../clock.ts'
import { mailOfTags } from '../mail/tags.ts'
import { requireEnvFor } from '../require-env.ts'
import { recordReturn } from '../store/bounces.ts'
import { events } from '../triggers.ts'

const Recipient = z.object({ emailAddress: z.string(), diagnosticCode: z.string().optional() })
const Sent = z.object({ tags: z.record(z.string(), z.array(z.string())).default({}) })

/** As EventBridge carries it (SES developer guide, « Event destinations », event record). */
const Notice = z.object({
  detail: z.union([
    z.object({
      mail: Sent,
      bounce: z.object({ bounceType: z.string(), bouncedRecipients: z.array(Recipient) }),
    }),
    z.object({ mail: Sent, complaint: z.object({ complainedRecipients: z.array(Recipient) }) }),
  ]),
})

requireEnvFor(events['record-return'].grants)

export const handler = middy<unknown, { returned: number }>().handler(async (event) => {
  const { detail } = Notice.parse(event)
  const at = Instant.parse(currentInstant())
  const { about, mail } = detail.mail.tags
  const named = mailOfTags({ about: about?.[0], mail: mail?.[0] })
  const recipients =
    'bounce' in detail ? detail.bounce.bouncedRecipients : detail.complaint.complainedRecipients
  const outcome = 'bounce' in detail ? 'returned' : 'complained'
  const lasting = !('bounce' in detail) || detail.bounce.bounceType === 'Permanent'
  for (const { emailAddress, diagnosticCode } of recipients) {
    const fate = { outcome, at, ...(diagnosticCode ? { detail: diagnosticCode } : {}) } as const
    await recordReturn({
      email: emailAddress.toLowerCase(),
      fate,
      lasting,
      ...(named ? { mail: named } : {}),
    })
  }
  return { returned: recipients.length }
})
