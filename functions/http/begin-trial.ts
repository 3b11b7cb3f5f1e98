// POST /forms/{id}/trials: a trial of the draft as it was saved last, for the agents of its Caf, gone after a week.
import { randomBytes } from 'node:crypto'
import { Problem } from '../../forms/problems.ts'
import { trialIdOf, trialUrl } from '../../forms/trial-names.ts'
import { trialEnd } from '../../forms/trials.ts'
import type { TrialBegun } from '../../forms/trials-wire.ts'
import { http, noBody, ok } from '../middleware/http.ts'
import { checkedContent } from '../publishing/checked-content.ts'
import { contentOf, getEditing } from '../store/drafts.ts'
import { findCaf } from '../store/projects.ts'
import { putTrial } from '../store/trials.ts'

const ID_BYTES = 10

export const handler = http({
  route: 'POST /forms/{id}/trials',
  read: ({ params }) => getEditing(params.id ?? ''),
  body: noBody,
  act: async ({ loaded: form, actor, receivedAt: begunAt }) => {
    const { id: formId, cafId, draft, latestVersion = 0 } = form
    if (!draft)
      throw new Problem('not-to-try', 'Ce questionnaire n’a pas de brouillon : il n’y a rien à essayer.')
    const content = checkedContent(contentOf(draft), { id: formId, title: draft.title }, 'not-to-try')
    const { name: cafName, zone } = (await findCaf(cafId)) ?? { name: cafId, zone: 'Europe/Paris' }
    const id = trialIdOf(randomBytes(ID_BYTES).toString('hex'))
    const endsAt = trialEnd(begunAt)
    await putTrial({
      ...{ id, cafId, cafName, zone, formId, version: latestVersion + 1, content },
      ...{ begunAt, begunBy: actor.name, endsAt },
    })
    return ok({ id, url: trialUrl(id), endsAt } satisfies TrialBegun, {
      status: 201,
      headers: { location: `/api/trials/${id}` },
    })
  },
})
