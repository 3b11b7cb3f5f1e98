// GET /calendar.ics?cle=: the deadlines of whoever holds the secret, for a calendar program.
import { calendarOf } from '../../forms/calendar.ts'
import { campaignEvent, responseEvent } from '../../forms/calendar-events.ts'
import { Problem } from '../../forms/problems.ts'
import { http, noBody, nothing, text } from '../middleware/http.ts'
import { requireEnv } from '../require-env.ts'
import { ownerOfCalendar } from '../store/calendars.ts'
import { listCampaigns } from '../store/campaigns.ts'
import { followCampaigns } from '../store/deadlines.ts'
import { membershipsOf } from '../store/people.ts'
import { listOrganisationResponses, listStartedResponses } from '../store/responses.ts'

export const handler = http({
  route: 'GET /calendar.ics',
  load: nothing,
  body: noBody,
  act: async ({ event, receivedAt }) => {
    const email = await ownerOfCalendar(event.queryStringParameters?.cle ?? '')
    if (!email) throw new Problem('not-found', 'Cette adresse de calendrier n’existe pas, ou a été révoquée.')
    const { memberships, agencies } = await membershipsOf(email, receivedAt)
    const [responses, campaigns] = await Promise.all([
      Promise.all([
        ...memberships.map(({ organisationId }) => listOrganisationResponses(organisationId)),
        listStartedResponses(email),
      ]),
      Promise.all(agencies.map(({ cafId }) => listCampaigns(cafId))),
    ])
    const published = campaigns.flat().filter(({ status }) => status === 'published')
    const options = { origin: requireEnv('SITE_ORIGIN'), stamp: receivedAt }
    const events = [
      ...(await followCampaigns(responses.flat())).map((response) => responseEvent(response, options)),
      ...published.map((campaign) => campaignEvent(campaign, options)),
    ]
    return text(calendarOf('Échéances', events), 'text/calendar; charset=utf-8', {
      headers: { 'content-disposition': 'inline; filename="echeances.ics"' },
    })
  },
})
