// DELETE /responses/{id}/validation: the Caf takes its validation back, and the accesses that it opened with it.
import { versionOf } from '../../forms/moving/versions.ts'
import { closedWords } from '../../forms/opening.ts'
import { Problem } from '../../forms/problems.ts'
import { http, noBody, ok } from '../middleware/http.ts'
import { assertSeen } from '../middleware/preconditions.ts'
import { settleValidation } from '../openings/settle.ts'
import { validatedView } from '../openings/view.ts'
import { getFormVersion } from '../store/forms.ts'
import { etagOf, getDossier } from '../store/responses.ts'
import { markWithdrawn } from '../store/validation.ts'

export const handler = http({
  route: 'DELETE /responses/{id}/validation',
  load: ({ params }) => getDossier(params.id ?? ''),
  body: noBody,
  act: async ({ loaded: dossier, headers, actor, receivedAt: at }) => {
    assertSeen(headers, etagOf(dossier))
    if (dossier.status !== 'validated') throw new Problem('not-to-validate')
    const { info } = await getFormVersion(dossier.formId, versionOf(dossier.submission, dossier))
    const by = `${actor.name}, ${dossier.cafName}`
    const hasEffect = info.onValidation !== undefined
    const withdrawn = await markWithdrawn(dossier, { by, at, hasEffect, detail: closedWords(info) })
    if (!withdrawn) throw new Problem('concurrent-change')
    await settleValidation(dossier.id)
    return ok(await validatedView(dossier.id))
  },
})
