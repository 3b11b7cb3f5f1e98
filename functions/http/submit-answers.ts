// POST /responses/{id}/submission: transmits the answers; the write itself holds the deadline.
import { checkAnswers } from '../../forms/answers.ts'
import { sha256Of } from '../../forms/canonical.ts'
import { checkCoherence, factsRead, rulesOf } from '../../forms/coherence.ts'
import { assertCoherent } from '../../forms/coherence-verdict.ts'
import { confirmationsFor, withOthersAsSaved } from '../../forms/confirmations.ts'
import { Submit } from '../../forms/filling-wire.ts'
import { assertTakesAnswers } from '../../forms/lifecycle.ts'
import type { FormVersion } from '../../forms/nouns/form.ts'
import { prefilledOf } from '../../forms/prefilled.ts'
import { within } from '../../forms/problems.ts'
import { prepareSubmission } from '../../forms/submission.ts'
import { signReceipt } from '../external/receipts.ts'
import { http, text } from '../middleware/http.ts'
import { assertSeen, idempotencyKeyOf } from '../middleware/preconditions.ts'
import { formAsked } from '../moving/asked.ts'
import { assertNotOvertaken } from '../moving/save.ts'
import { requireEnv } from '../require-env.ts'
import { recordAttempt } from '../store/attempts.ts'
import { readCoherenceFacts } from '../store/coherence-facts.ts'
import { followCampaign } from '../store/deadlines.ts'
import { readMoved } from '../store/moves.ts'
import { teamOf } from '../store/people.ts'
import { type Dossier, etagOf, getDossier, getResponse } from '../store/responses.ts'
import { countSubmission, findSubmission, findSubmissionByKey, whyNotCounted } from '../store/submissions.ts'
import { holdDocuments } from '../uploads/named.ts'

export const handler = http({
  route: 'POST /responses/{id}/submission',
  read: ({ params }) => getDossier(params.id ?? ''),
  body: Submit,
  act: async ({ loaded, event, body, headers, actor, receivedAt }) => {
    const idempotencyKey = idempotencyKeyOf(headers)
    const earlier = await findSubmissionByKey(loaded, idempotencyKey)
    if (earlier) return created(earlier.reply)
    const dossier = await followCampaign(loaded, receivedAt)
    assertTakesAnswers(dossier, receivedAt)
    assertSeen(headers, etagOf(dossier))
    const form = await formAsked(dossier, event)
    await assertNotOvertaken(dossier, form)
    const standing = await standingUnder(dossier, form)
    const team = () => teamOf(dossier)
    const confirmations = await confirmationsFor(form.info, standing.dossier, { actor, at: receivedAt, team })
    const sent = { sent: body.answers, submission: standing.submission, actor }
    const checked = within('/answers', () =>
      checkAnswers(form, withOthersAsSaved(form, standing.dossier, sent), prefilledOf(form.info, dossier)),
    )
    await holdDocuments(form, dossier.id, checked.answers, receivedAt)
    const known = await readCoherenceFacts(dossier, factsRead(form.info))
    const coherence = checkCoherence(rulesOf(form), form.info, checked.answers, known, body.justifications)
    assertCoherent(coherence)
    const facts = {
      dossier,
      form,
      checked,
      confirmations,
      coherence,
      idempotencyKey,
      by: actor.name,
      receivedAt,
    }
    const { claims, sealedBy } = await prepareSubmission({ ...facts, issuer: requireEnv('SITE_ORIGIN') })
    const counted =
      (await countSubmission(dossier, sealedBy(await signReceipt(claims)))) ??
      (await findSubmissionByKey(await getResponse(dossier.id), idempotencyKey))
    if (!counted) throw await whyNotCounted(dossier.id, receivedAt)
    return created(counted.reply)
  },
  refused: async ({ loaded, actor, receivedAt, body }, problem) => {
    if (![409, 412, 422].includes(problem.status)) return
    const sha256 = body && (await sha256Of(body.answers))
    await recordAttempt(loaded.id, { at: receivedAt, by: actor.name, ...(sha256 ? { sha256 } : {}) }, problem)
  },
})

/** What was saved, in the version that is transmitted: where the questionnaire has changed, all of it as drafts. */
const standingUnder = async (dossier: Dossier, form: FormVersion) => {
  const submission = await findSubmission(dossier)
  if (!dossier.moves) return { dossier, submission }
  const { sections } = await readMoved(dossier, submission, form.version)
  return { dossier: { ...dossier, sections }, submission: undefined }
}

const created = (reply: string) => text(reply, 'application/json; charset=utf-8', { status: 201 })
