// Extending a campaign counts at once, since every write reads it; this carries the new deadline to each response, with
// its line of history and its mail.
import { underCampaign } from '../../forms/inherited.ts'
import type { Response } from '../../forms/nouns/response.ts'
import { listResponsePage } from '../store/campaign-rows.ts'
import { getCampaign } from '../store/campaigns.ts'
import { inheritDeadline } from '../store/deadlines.ts'
import { shards } from '../store/index-keys.ts'
import { findResponses, getResponse } from '../store/responses.ts'
import { forEachFew } from '../store/throttling.ts'
import { asPartitions, FEW, PAGE, type Work } from './run.ts'

/** What is still refused then inherits at its next write, or at the sweep. */
const TRIES = 5

export const extending: Work = {
  partitions: asPartitions(shards),
  page: async ({ job, partition, from, now }) => {
    const { rows, next } = await listResponsePage(job.campaignId, Number(partition), { limit: PAGE, from })
    const campaign = await getCampaign(job.campaignId)
    const behind = await findResponses(rows.map(({ id }) => id))
    let handled = 0
    await forEachFew(behind, FEW, async (response) => {
      let seen: Response = response
      // Refused when somebody acted on the response since it was read: then it is read again.
      for (let tries = 0; tries < TRIES && underCampaign(seen, campaign) !== seen; tries += 1) {
        if (await inheritDeadline(seen, campaign, now)) handled += 1
        seen = await getResponse(seen.id)
      }
    })
    return { handled, next }
  },
}
