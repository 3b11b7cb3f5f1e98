// DELETE /responses/{id}: gives up a draft that was never transmitted, as it was seen: it disappears where a person
// started it by themself, and is to begin again where a campaign called it.
import { assertMay } from '../../forms/access.ts'
import { givenUpAs, writtenSections } from '../../forms/giving-up.ts'
import { assertTakesAnswers } from '../../forms/lifecycle.ts'
import { Problem } from '../../forms/problems.ts'
import { http, noBody, noContent } from '../middleware/http.ts'
import { assertSeen } from '../middleware/preconditions.ts'
import { settleGivenUp } from '../starting/giving-up.ts'
import { getCampaign } from '../store/campaigns.ts'
import { followCampaign } from '../store/deadlines.ts'
import { getFormVersion } from '../store/forms.ts'
import { markGone, markUnbegun } from '../store/giving-up.ts'
import { etagOf, findStored, getDossier } from '../store/responses.ts'

export const handler = http({
  route: 'DELETE /responses/{id}',
  load: ({ params }) => getDossier(params.id ?? ''),
  body: noBody,
  act: async ({ loaded, headers, actor, receivedAt: at }) => {
    assertSeen(headers, etagOf(loaded))
    const { info } = await getFormVersion(loaded.formId, loaded.formVersion)
    for (const section of writtenSections(info, loaded))
      assertMay(actor, 'response:save', { ...loaded, section })
    const dossier = await followCampaign(loaded, at)
    assertTakesAnswers(dossier, at)
    const left = givenUpAs(dossier, await getCampaign(dossier.campaignId), at)
    if (!left) throw new Problem('not-to-give-up')
    const mark = left === 'gone' ? markGone : markUnbegun
    if (!(await mark(dossier, { by: actor.name, at }))) throw new Problem('not-to-give-up')
    const given = await findStored(dossier.id)
    if (given) await settleGivenUp(given)
    return noContent()
  },
})
