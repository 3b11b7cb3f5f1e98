// GET /projects/{id}: a project, with the years of its convention and what was notified for each.
import { http, noBody, ok } from '../middleware/http.ts'
import { getProject } from '../store/projects.ts'

export const handler = http({
  route: 'GET /projects/{id}',
  load: ({ params }) => getProject(params.id ?? ''),
  body: noBody,
  act: ({ loaded }) => ok(loaded),
})
