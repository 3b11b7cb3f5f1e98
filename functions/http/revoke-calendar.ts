// DELETE /calendar: the caller's calendar address opens nothing any more.
import { http, noBody, noContent, nothing } from '../middleware/http.ts'
import { revokeCalendar } from '../store/calendars.ts'

export const handler = http({
  route: 'DELETE /calendar',
  load: nothing,
  body: noBody,
  act: async ({ actor }) => {
    await revokeCalendar(actor.email)
    return noContent()
  },
})
