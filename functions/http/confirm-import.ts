// POST /imports/{id}/confirmation: does what the preview said; what takes longer than a request goes on by itself.
import { beginJobs } from '../campaigns/run.ts'
import { armImport, importing } from '../imports/running.ts'
import { importView } from '../imports/view.ts'
import { http, noBody, ok } from '../middleware/http.ts'
import { getImport, IMPORT_JOB, markConfirmed } from '../store/imports.ts'

export const handler = http({
  route: 'POST /imports/{id}/confirmation',
  load: ({ params }) => getImport(params.id ?? ''),
  body: noBody,
  act: async ({ loaded: { id }, actor, receivedAt: now }) => {
    await markConfirmed(id, { at: now, by: actor.name })
    await armImport(await getImport(id))
    const job = { campaignId: id, name: IMPORT_JOB, kind: 'import' } as const
    await beginJobs([job], { import: importing }, now)
    return ok(await importView(await getImport(id), now), { status: 202 })
  },
})
