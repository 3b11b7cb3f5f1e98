// POST /calendar: a new secret address of the caller's calendar; the one before opens nothing any more.
import type { CalendarAddress } from '../../forms/calendar-wire.ts'
import { http, noBody, nothing, ok } from '../middleware/http.ts'
import { requireEnv } from '../require-env.ts'
import { createCalendar } from '../store/calendars.ts'

export const handler = http({
  route: 'POST /calendar',
  load: nothing,
  body: noBody,
  act: async ({ actor, receivedAt }) => {
    const secret = await createCalendar(actor.email, receivedAt)
    const url = `${requireEnv('SITE_ORIGIN')}/api/calendar.ics?cle=${secret}`
    return ok({ url, createdAt: receivedAt } satisfies CalendarAddress, { status: 201 })
  },
})
