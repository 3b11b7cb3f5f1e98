// Delivers one mail, at least once to each person: what was sent is marked at once, so that a retry goes only to
// those for whom nobody knows.
import { sendMail } from '../external/mail.ts'
import { requireEnv } from '../require-env.ts'
import { whyQuiet } from '../store/bounces.ts'
import type { Key } from '../store/keys.ts'
import { claimMail, endMail, type Fate, type Mail, markPerson, putOffMail } from '../store/mails.ts'
import { type Composed, compose } from './compose.ts'
import { tagsOf } from './tags.ts'

export type Delivery = 'taken' | 'sent' | 'obsolete' | 'failed' | 'put-off'

/** Delivers a due mail unless another worker has it. Never throws: a failure is kept on the mail and tried later. */
export const deliver = async (key: Key, now: string): Promise<Delivery> => {
  let mail: Mail | undefined
  try {
    mail = await claimMail(key, now)
    return mail ? await deliverClaimed(mail, now) : 'taken'
  } catch (error) {
    const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
    // Where even this cannot be written, the claim runs out by itself and the mail is due again.
    const again = mail ? await putOffMail(mail, now, reason).catch(() => true) : true
    console.error(
      JSON.stringify({
        level: again ? 'WARN' : 'ERROR',
        message: again ? 'A mail was put off' : 'A mail was given up',
        ...key,
        attempts: mail?.attempts,
        reason,
      }),
    )
    return again ? 'put-off' : 'failed'
  }
}

const deliverClaimed = async (mail: Mail, now: string): Promise<Delivery> => {
  const composed = await compose(mail, { origin: requireEnv('SITE_ORIGIN'), now })
  if (!composed) {
    await endMail(mail, 'obsolete')
    return 'obsolete'
  }
  if (composed.to.length === 0) {
    await endMail(mail, 'failed', 'Personne ne tient un rôle à qui ce message s’adresse.')
    return 'failed'
  }
  const waiting = composed.to.filter((email) => !mail.people[email])
  for (const email of waiting) await markPerson(mail, email, await sendTo(email, mail, composed, now))
  await endMail(mail, 'sent')
  return 'sent'
}

const sendTo = async (email: string, mail: Mail, composed: Composed, now: string): Promise<Fate> => {
  const quiet = await whyQuiet(email, now)
  if (quiet) return { outcome: 'refused', at: now, detail: quiet }
  const { sender, written, attachments } = composed
  const { refused } = await sendMail({ to: email, sender, ...written, attachments, tags: tagsOf(mail) })
  return refused ? { outcome: 'refused', at: now, detail: refused } : { outcome: 'sent', at: now }
}
