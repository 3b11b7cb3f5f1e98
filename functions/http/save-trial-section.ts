// PUT /trials/{id}/sections/{name}: saves a section of a trial, by the checks that a response's is saved by.

import { SaveSection, type SectionSaved } from '../../forms/filling-wire.ts'
import { Problem, within } from '../../forms/problems.ts'
import { checkSection } from '../../forms/shape.ts'
import { trialForm, trialPrefilled } from '../../forms/trials.ts'
import { http, ok } from '../middleware/http.ts'
import { seenRevision } from '../middleware/preconditions.ts'
import { getTrial, saveTrialSection } from '../store/trials.ts'

export const handler = http({
  route: 'PUT /trials/{id}/sections/{name}',
  read: ({ params, receivedAt }) => getTrial(params.id ?? '', receivedAt),
  body: SaveSection,
  act: async ({ loaded: trial, params: { name = '' }, body, headers, actor, receivedAt: at }) => {
    const form = trialForm(trial)
    if (!form.info.sections.some((section) => section.name === name))
      throw new Problem('not-found', 'Cette partie n’existe pas dans le questionnaire.')
    const seen = seenRevision(headers)
    const answers = within('/answers', () =>
      checkSection(form, name, body.answers, trialPrefilled(trial, form)),
    )
    const { revision, savedAt } = await saveTrialSection(trial, { name, answers, seen, by: actor.name, at })
    return ok({ revision, savedAt, closesAt: trial.endsAt } satisfies SectionSaved, {
      headers: { etag: `"${revision}"` },
    })
  },
})
