// GET /calendar: whether the caller has a calendar address, and since when; never the address itself.
import type { CalendarState } from '../../forms/calendar-wire.ts'
import { http, noBody, nothing, ok } from '../middleware/http.ts'
import { findCalendar } from '../store/calendars.ts'

export const handler = http({
  route: 'GET /calendar',
  load: nothing,
  body: noBody,
  act: async ({ actor }) => {
    const found = await findCalendar(actor.email)
    return ok({ ...(found ? { createdAt: found.createdAt } : {}) } satisfies CalendarState)
  },
})
