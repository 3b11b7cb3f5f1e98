// PUT /responses/{id}/name: another name for a deposit that was never transmitted.
import { RenameResponse } from '../../forms/filling-wire.ts'
import { isRenamable } from '../../forms/giving-up.ts'
import { assertTakesAnswers } from '../../forms/lifecycle.ts'
import { Problem } from '../../forms/problems.ts'
import { summaryOf } from '../../forms/views.ts'
import { http, ok } from '../middleware/http.ts'
import { getCampaign } from '../store/campaigns.ts'
import { followCampaign } from '../store/deadlines.ts'
import { getFormVersion } from '../store/forms.ts'
import { markRenamed } from '../store/giving-up.ts'
import { getResponse } from '../store/responses.ts'

export const handler = http({
  route: 'PUT /responses/{id}/name',
  load: ({ params }) => getResponse(params.id ?? ''),
  body: RenameResponse,
  act: async ({ loaded, body: { projectName: name }, actor, receivedAt: at }) => {
    const response = await followCampaign(loaded, at)
    assertTakesAnswers(response, at)
    const { info } = await getFormVersion(response.formId, response.formVersion)
    const campaign = await getCampaign(response.campaignId)
    if (!isRenamable(response, info, campaign, at)) throw new Problem('not-to-give-up')
    if (name === response.projectName) return ok(summaryOf(response))
    if (!(await markRenamed(response, { name, by: actor.name, at }))) throw new Problem('not-to-give-up')
    return ok(summaryOf(await getResponse(response.id)))
  },
})
