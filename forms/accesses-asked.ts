// What is asked of the log of accesses, read from the address.
import * as z from 'zod'
import { ACCESSES_KEPT_DAYS, type AccessFilter } from './accesses.ts'
import { assertNoFault } from './campaigns.ts'
import { addDays, localDay, startOfDay } from './deadline.ts'
import { PlainDate } from './nouns/scalars.ts'

const Query = z.object({
  person: z.string().trim().max(200).optional(),
  response: z.string().trim().max(200).optional(),
  from: PlainDate.optional(),
  to: PlainDate.optional(),
  next: z
    .string()
    .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z(?:#[0-9a-f]{8})?$/)
    .optional(),
})

const sentences: Record<string, string> = {
  person: 'Écrivez 200 caractères au plus.',
  response: 'Écrivez 200 caractères au plus.',
  from: 'Donnez un premier jour du calendrier, comme 2026-06-01.',
  to: 'Donnez un dernier jour du calendrier, comme 2026-06-30.',
  next: 'Cette page du journal n’existe pas : reprenez depuis la première.',
}

type Asked = { readonly from: string; readonly until: string; readonly filter: AccessFilter }

/** The instants and the filter that an address asks for: the days it tells are the Caf's. Throws `invalid-request`. */
export const accessesAsked = (
  asked: Readonly<Record<string, string | undefined>>,
  { zone, now }: { zone: string; now: string },
): Asked => {
  const told = Object.fromEntries(
    Object.entries(asked).filter(([, value]) => value !== '' && value !== undefined),
  )
  const parsed = Query.safeParse(told)
  assertNoFault(
    (parsed.error?.issues ?? []).map(({ path: [name = ''] }) => ({
      pointer: `/${String(name)}`,
      detail: sentences[String(name)] ?? 'Ceci ne se lit pas.',
    })),
  )
  const { person, response, from, to, next } = parsed.data ?? {}
  if (from && to && to < from)
    assertNoFault([{ pointer: '/to', detail: 'Le dernier jour est avant le premier : échangez-les.' }])
  const today = localDay(now, zone)
  const oldest = addDays(today, -ACCESSES_KEPT_DAYS)
  const first = from && from > oldest ? from : oldest
  const last = to && to < today ? to : today
  return {
    from: startOfDay(first, zone),
    until: next ?? startOfDay(addDays(last, 1), zone),
    filter: { person: person || undefined, response: response || undefined },
  }
}
