// PUT /notices?caf=: a Caf's administrateur writes what it says of accessibility and of personal data.
import { agencyFor } from '../../forms/access.ts'
import { type NoticesView, SaveNotices } from '../../forms/notices.ts'
import { Problem } from '../../forms/problems.ts'
import { http, ok } from '../middleware/http.ts'
import { putNotices } from '../store/notices.ts'

export const handler = http({
  route: 'PUT /notices',
  load: async ({ actor, event }) => agencyFor(actor, 'notice:edit', event.queryStringParameters?.caf),
  body: SaveNotices,
  act: async ({ loaded: { cafId, cafName }, body: { revision, ...notices } }) => {
    if (!(await putNotices(cafId, notices, revision))) throw new Problem('concurrent-change')
    const cafs = [{ id: cafId, name: cafName }]
    return ok({ cafs, cafId, notices, revision: revision + 1 } satisfies NoticesView)
  },
})
