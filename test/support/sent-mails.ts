import * as z from 'zod'

const Mail = z.object({
  Source: z.string(),
  To: z.array(z.string()),
  Subject: z.string(),
  BodyText: z.string().nullish(),
})
const Sent = z.object({ messages: z.record(z.string(), z.array(Mail)) })

/** The mails that the emulated SES has sent to somebody, the oldest first. */
export const mailsTo = async (ministackUrl: string, email: string) => {
  const reply = await fetch(`${ministackUrl}/_ministack/ses/messages`)
  const { messages } = Sent.parse(await reply.json())
  return Object.values(messages)
    .flat()
    .filter(({ To }) => To.includes(email))
}
