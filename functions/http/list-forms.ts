// GET /forms: the questionnaires of the signed-in agent's Cafs: the published ones, that a campaign may ask; for a
// concepteur, those never published too, with their drafts and who edits them.
import { can } from '../../forms/access.ts'
import type { FormList } from '../../forms/editing-wire.ts'
import { formRows } from '../editing/listing.ts'
import { http, noBody, nothing, ok } from '../middleware/http.ts'
import { findCaf } from '../store/projects.ts'

export const handler = http({
  route: 'GET /forms',
  load: nothing,
  body: noBody,
  act: async ({ actor, receivedAt: now }) => {
    const edited = actor.agencies.filter((agency) => can(actor, 'form:edit', agency))
    const lists = actor.agencies.map((agency) =>
      formRows(agency.cafId, { drafts: edited.includes(agency), now }),
    )
    const cafs = await Promise.all(actor.agencies.map(({ cafId }) => findCaf(cafId)))
    return ok({
      items: (await Promise.all(lists)).flat(),
      cafs: cafs.flatMap((caf) => caf ?? []),
      may: { edit: edited.map(({ cafId }) => cafId) },
      now,
    } satisfies FormList)
  },
})
