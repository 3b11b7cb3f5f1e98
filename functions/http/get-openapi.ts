// GET /openapi.json: the API's own description.
import { http, noBody, nothing, ok } from '../middleware/http.ts'
import { openapi } from '../openapi.ts'

export const handler = http({
  route: 'GET /openapi.json',
  load: nothing,
  body: noBody,
  act: () => ok(openapi()),
})
