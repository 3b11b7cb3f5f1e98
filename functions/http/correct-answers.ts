// PUT /responses/{id}/answers: the Caf corrects what was submitted. It is checked as at submission and stored beside it,
// as a submission of its own; what the partner sent, and what they have not sent yet, stays as it is.
import { assertCorrectable } from '../../forms/correcting.ts'
import { CorrectAnswers } from '../../forms/correcting-wire.ts'
import { Problem } from '../../forms/problems.ts'
import { prepareSubmission } from '../../forms/submission.ts'
import { checkCorrection } from '../correcting/check.ts'
import { signReceipt } from '../external/receipts.ts'
import { http, text } from '../middleware/http.ts'
import { assertSeen, requestKeyOf } from '../middleware/preconditions.ts'
import { requireEnv } from '../require-env.ts'
import { countCorrection, whyNotCorrected } from '../store/corrections.ts'
import { etagOf, getDossier, getResponse } from '../store/responses.ts'
import { findSubmission, findSubmissionByKey } from '../store/submissions.ts'

export const handler = http({
  route: 'PUT /responses/{id}/answers',
  load: ({ params }) => getDossier(params.id ?? ''),
  body: CorrectAnswers,
  act: async ({ loaded: dossier, body, headers, actor, receivedAt }) => {
    const idempotencyKey = requestKeyOf(headers, { by: actor.sub, body })
    const earlier = await findSubmissionByKey(dossier, idempotencyKey)
    if (earlier) return replyOf(dossier.id, earlier.reply)
    assertCorrectable(dossier)
    assertSeen(headers, etagOf(dossier))
    const before = await findSubmission(dossier)
    if (!before) throw new Problem('nothing-to-correct')
    const { questions, titles, ...checked } = await checkCorrection(dossier, before, {
      ...body,
      at: receivedAt,
    })
    const { claims, sealedBy } = await prepareSubmission({
      ...{ dossier, ...checked, idempotencyKey, receivedAt },
      by: `${actor.name}, ${dossier.cafName}`,
      madeByCaf: { reason: body.reason, corrects: before.number },
      sectionRevisions: before.sectionRevisions,
      issuer: requireEnv('SITE_ORIGIN'),
    })
    const told = { questions, titles, reason: body.reason }
    const counted =
      (await countCorrection(dossier, sealedBy(await signReceipt(claims)), told)) ??
      (await findSubmissionByKey(await getResponse(dossier.id), idempotencyKey))
    if (!counted) throw await whyNotCorrected(dossier.id)
    return replyOf(dossier.id, counted.reply)
  },
})

const replyOf = async (id: string, reply: string) =>
  text(reply, 'application/json; charset=utf-8', { headers: { etag: etagOf(await getDossier(id)) } })
