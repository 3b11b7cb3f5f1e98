// PUT /responses/{id}/notes/{name}: saves what is written beside the answers, if nobody saved it since: why something
// unusual is right, or which answers of another year are still to confirm.

import type { SectionSaved } from '../../forms/filling-wire.ts'
import { assertTakesAnswers } from '../../forms/lifecycle.ts'
import { CARRIED, isNote, JUSTIFICATIONS } from '../../forms/note-names.ts'
import { assertNotes, SaveNotes } from '../../forms/notes-wire.ts'
import { Problem } from '../../forms/problems.ts'
import { http, ok } from '../middleware/http.ts'
import { seenRevision } from '../middleware/preconditions.ts'
import { formAsked } from '../moving/asked.ts'
import { assertSettlesOwn } from '../starting/settling.ts'
import { followCampaign } from '../store/deadlines.ts'
import { getResponse } from '../store/responses.ts'
import { saveSection } from '../store/sections.ts'

export const handler = http({
  route: 'PUT /responses/{id}/notes/{name}',
  load: ({ params }) => getResponse(params.id ?? ''),
  body: SaveNotes,
  act: async ({ loaded, params: { name = '' }, event, body, headers, actor, receivedAt: at }) => {
    if (!isNote(name)) throw new Problem('not-found', 'Il n’y a pas de notes de ce nom.')
    const seen = seenRevision(headers)
    const response = await followCampaign(loaded, at)
    assertTakesAnswers(response, at)
    const { info, version } = await formAsked(response, event)
    assertNotes(name, body, info)
    if (name === CARRIED) await assertSettlesOwn(actor, { response, version, seen, notes: body.answers })
    const made = name === JUSTIFICATIONS ? {} : { version }
    const saved = await saveSection(response, { name, ...body, ...made, seen, by: actor.name, at })
    const { revision, savedAt } = saved
    const { closesAt, status, submissionNumber } = response
    return ok({ revision, savedAt, closesAt, status, submissionNumber } satisfies SectionSaved, {
      headers: { etag: `"${revision}"` },
    })
  },
})
