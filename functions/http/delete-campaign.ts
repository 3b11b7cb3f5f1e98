// DELETE /campaigns/{id}: deletes a campaign that was never published, such as one that was only proposed.
import { Problem } from '../../forms/problems.ts'
import { http, noBody, noContent } from '../middleware/http.ts'
import { deleteDraft, getCampaign } from '../store/campaigns.ts'

export const handler = http({
  route: 'DELETE /campaigns/{id}',
  load: ({ params }) => getCampaign(params.id ?? ''),
  body: noBody,
  act: async ({ loaded: campaign }) => {
    if (await deleteDraft(campaign.id)) return noContent()
    throw new Problem('campaign-started', 'Cette campagne est publiée : elle ne se supprime plus.')
  },
})
