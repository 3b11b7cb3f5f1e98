// GET /imports/{id}: how far an import came.
import { importView } from '../imports/view.ts'
import { http, noBody, ok } from '../middleware/http.ts'
import { getImport } from '../store/imports.ts'

export const handler = http({
  route: 'GET /imports/{id}',
  load: ({ params }) => getImport(params.id ?? ''),
  body: noBody,
  act: async ({ loaded, receivedAt }) => ok(await importView(loaded, receivedAt)),
})
