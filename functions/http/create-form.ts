// POST /forms: a new questionnaire, as a draft: blank, from a version, or from a JSON made elsewhere.
import { agencyFor } from '../../forms/access.ts'
import { contentTooLarge } from '../../forms/editing/size.ts'
import { type FormMade, NewForm } from '../../forms/editing-wire.ts'
import { Problem } from '../../forms/problems.ts'
import { makeForm } from '../editing/making.ts'
import { startOf } from '../editing/starting.ts'
import { http, ok } from '../middleware/http.ts'
import { optionalKeyOf } from '../middleware/preconditions.ts'

export const handler = http({
  route: 'POST /forms',
  load: async ({ actor }) => {
    if (actor.agencies.length === 0) throw new Problem('not-found')
    return agencyFor(actor, 'form:edit')
  },
  body: NewForm,
  tooLarge: contentTooLarge,
  act: async ({ loaded, body: { title, from, cafId: asked }, headers, actor, receivedAt: at }) => {
    const { cafId } = agencyFor(actor, 'form:edit', asked ?? loaded.cafId)
    const start = await startOf(from, { cafId, title })
    const requestKey = optionalKeyOf(headers, `${cafId} ${actor.sub}`)
    const id = await makeForm({ ...start, cafId, title, requestKey, by: actor.name, at })
    return ok({ id } satisfies FormMade, { status: 201, headers: { location: `/api/forms/${id}` } })
  },
})
