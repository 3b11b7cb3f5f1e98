// PUT /trials/{id}/notes/{name}: saves what is written beside the answers of a trial, as beside those of a response.

import type { SectionSaved } from '../../forms/filling-wire.ts'
import { isNote } from '../../forms/note-names.ts'
import { assertNotes, SaveNotes } from '../../forms/notes-wire.ts'
import { Problem } from '../../forms/problems.ts'
import { trialForm } from '../../forms/trials.ts'
import { http, ok } from '../middleware/http.ts'
import { seenRevision } from '../middleware/preconditions.ts'
import { getTrial, saveTrialSection } from '../store/trials.ts'

export const handler = http({
  route: 'PUT /trials/{id}/notes/{name}',
  read: ({ params, receivedAt }) => getTrial(params.id ?? '', receivedAt),
  body: SaveNotes,
  act: async ({ loaded: trial, params: { name = '' }, body, headers, actor, receivedAt: at }) => {
    if (!isNote(name)) throw new Problem('not-found', 'Il n’y a pas de notes de ce nom.')
    const seen = seenRevision(headers)
    assertNotes(name, body, trialForm(trial).info)
    const saved = await saveTrialSection(trial, { name, ...body, seen, by: actor.name, at })
    const { revision, savedAt } = saved
    return ok({ revision, savedAt, closesAt: trial.endsAt } satisfies SectionSaved, {
      headers: { etag: `"${revision}"` },
    })
  },
})
