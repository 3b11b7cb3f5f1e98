// GET /waiting: what was transmitted to the agent's Cafs and waits to be looked at.
import { versionOf } from '../../forms/moving/versions.ts'
import type { Response } from '../../forms/nouns/response.ts'
import { opensOf } from '../../forms/views.ts'
import type { Waiting, WaitingList } from '../../forms/waiting-wire.ts'
import { http, noBody, nothing, ok } from '../middleware/http.ts'
import { listWaiting } from '../store/campaign-rows.ts'
import { getFormVersion } from '../store/forms.ts'
import { findResponses } from '../store/responses.ts'

const MOST_TOLD = 60

export const handler = http({
  route: 'GET /waiting',
  load: nothing,
  body: noBody,
  act: async ({ actor, receivedAt: now }) => {
    const ids = (await Promise.all(actor.agencies.map(({ cafId }) => listWaiting(cafId)))).flat()
    const responses = await findResponses(ids.slice(0, MOST_TOLD))
    const items = await Promise.all(responses.flatMap((response) => told(response)))
    const byCampaign = Object.groupBy(ids, (id) => id.split('.')[0] ?? '')
    return ok({
      count: ids.length,
      byCampaign: Object.fromEntries(Object.entries(byCampaign).map(([id, of]) => [id, of?.length ?? 0])),
      items: items.toSorted(soonest),
      now,
    } satisfies WaitingList)
  },
})

/** What keeps somebody out until it is validated comes first, then what has waited the longest. */
const soonest = (a: Waiting, b: Waiting): number =>
  Number(a.opens === 'nothing') - Number(b.opens === 'nothing') || a.submittedAt.localeCompare(b.submittedAt)

const told = (response: Response): Promise<Waiting>[] => {
  const { id, campaignTitle, projectName, organisationName, zone, flags, submission, status } = response
  if (status !== 'submitted' || !submission) return []
  const facts = { id, campaignTitle, projectName, organisationName, zone, flags }
  const form = getFormVersion(response.formId, versionOf(submission, response))
  return [form.then(({ info }) => ({ ...facts, submittedAt: submission.receivedAt, opens: opensOf(info) }))]
}
