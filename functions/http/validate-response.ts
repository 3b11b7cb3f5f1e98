// POST /responses/{id}/validation: the Caf validates what it has read; it is locked, and what it asks for is opened.
import { openingOf } from '../../forms/opening.ts'
import { Validate } from '../../forms/people-wire.ts'
import { Problem } from '../../forms/problems.ts'
import { http, ok } from '../middleware/http.ts'
import { assertSeen } from '../middleware/preconditions.ts'
import { reserve } from '../openings/plan.ts'
import { settleValidation } from '../openings/settle.ts'
import { validatedView } from '../openings/view.ts'
import { getFormVersion } from '../store/forms.ts'
import { etagOf, getDossier } from '../store/responses.ts'
import { findSubmission } from '../store/submissions.ts'
import { markValidated } from '../store/validation.ts'

export const handler = http({
  route: 'POST /responses/{id}/validation',
  load: ({ params }) => getDossier(params.id ?? ''),
  body: Validate,
  act: async ({ loaded: dossier, body: { joins }, headers, actor, receivedAt: at }) => {
    assertSeen(headers, etagOf(dossier))
    const submission = await findSubmission(dossier)
    if (dossier.status !== 'submitted' || !submission) throw new Problem('not-to-validate')
    const { info } = await getFormVersion(dossier.formId, dossier.formVersion)
    const opening = openingOf(info, submission.answers, dossier)
    if (opening) await reserve(dossier, opening, joins)
    const by = `${actor.name}, ${dossier.cafName}`
    const validated = await markValidated(dossier, { by, at, hasEffect: opening !== undefined })
    if (!validated) throw new Problem('concurrent-change')
    await settleValidation(dossier.id)
    return ok(await validatedView(dossier.id))
  },
})
