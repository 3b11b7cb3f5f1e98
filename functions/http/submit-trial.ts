// POST /trials/{id}/submission: judges the answers of a trial as a transmission would be. Nothing is transmitted, and what
// it answers is no receipt: it is not signed.
import { checkAnswers } from '../../forms/answers.ts'
import { checkCoherence, rulesOf } from '../../forms/coherence.ts'
import { assertCoherent } from '../../forms/coherence-verdict.ts'
import { Submit } from '../../forms/filling-wire.ts'
import { within } from '../../forms/problems.ts'
import { prepareSubmission } from '../../forms/submission.ts'
import { trialDossier, trialFacts, trialForm, trialPrefilled } from '../../forms/trials.ts'
import { http, text } from '../middleware/http.ts'
import { assertSeen, idempotencyKeyOf } from '../middleware/preconditions.ts'
import { etagOf } from '../store/responses.ts'
import { getTrial, keepTrialSubmission } from '../store/trials.ts'

const UNSIGNED = ''

export const handler = http({
  route: 'POST /trials/{id}/submission',
  read: ({ params, receivedAt }) => getTrial(params.id ?? '', receivedAt),
  body: Submit,
  act: async ({ loaded: trial, body, headers, actor, receivedAt }) => {
    const idempotencyKey = idempotencyKeyOf(headers)
    if (trial.submission?.idempotencyKey === idempotencyKey) return created(trial.submission.reply)
    const form = trialForm(trial)
    const dossier = trialDossier(trial, form)
    assertSeen(headers, etagOf(dossier))
    const checked = within('/answers', () => checkAnswers(form, body.answers, trialPrefilled(trial, form)))
    const facts = trialFacts(trial)
    const coherence = checkCoherence(rulesOf(form), form.info, checked.answers, facts, body.justifications)
    assertCoherent(coherence)
    const { sealedBy } = await prepareSubmission({
      ...{ dossier, form, checked, coherence, idempotencyKey, by: actor.name, receivedAt, issuer: '' },
    })
    const submission = sealedBy(UNSIGNED)
    await keepTrialSubmission(trial, submission)
    return created(submission.reply)
  },
})

const created = (reply: string) => text(reply, 'application/json; charset=utf-8', { status: 201 })
