// Addresses whose mail came back: they are left alone for a while, and what came back is kept on the mail.
import * as z from 'zod'
import { Instant } from '../../forms/nouns/scalars.ts'
import { keys } from './keys.ts'
import { type Fate, markPerson } from './mails.ts'
import { findItem } from './read-items.ts'
import { putItem } from './write-items.ts'

const QUIET_MS = 30 * 24 * 3600_000
const Bounce = z.object({ at: Instant, detail: z.string() })

type Returned = {
  readonly email: string
  /** The mail that came back, when the notice tells. */
  readonly mail?: { readonly about: string; readonly id: string }
  readonly fate: Fate
  /** Whether the address is at fault, rather than full or away for now. */
  readonly lasting: boolean
}

/** Notes that a mail came back; told twice, it changes nothing. */
export const recordReturn = async ({ email, mail, fate, lasting }: Returned): Promise<void> => {
  if (lasting) await putItem(keys.bounce(email), { at: fate.at, detail: fate.detail ?? fate.outcome })
  if (mail) await markPerson(mail, email, fate)
}

/** Why an address is left alone at `now`; undefined when it is not. */
export const whyQuiet = async (email: string, now: string): Promise<string | undefined> => {
  const bounce = await findItem(keys.bounce(email), Bounce)
  return bounce && Date.parse(now) - Date.parse(bounce.at) < QUIET_MS ? bounce.detail : undefined
}
