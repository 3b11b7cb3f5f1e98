// POST /imports: reads a file of a Caf and says, line by line, what it would do. Nothing changes until it is confirmed.
import { agencyFor } from '../../forms/access.ts'
import { PrepareImport } from '../../forms/import-wire.ts'
import { prepareImport } from '../imports/preparing.ts'
import { http, ok } from '../middleware/http.ts'

export const handler = http({
  route: 'POST /imports',
  load: async ({ actor }) => agencyFor(actor, 'import:run'),
  body: PrepareImport,
  act: async ({ loaded, body: { cafId: asked, ...file }, actor, receivedAt: at }) => {
    const { cafId } = agencyFor(actor, 'import:run', asked ?? loaded.cafId)
    const preview = await prepareImport(file, { cafId, at, by: actor.name })
    if (preview.id === undefined) return ok(preview)
    return ok(preview, { status: 201, headers: { location: `/api/imports/${preview.id}` } })
  },
})
