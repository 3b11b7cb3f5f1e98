// What happened to the demo responses so far, by the store's own writes: drafts, submissions checked, confirmed and
// signed as real ones are, a correction asked, a validation.
import { checkAnswers } from '../../forms/answers.ts'
import { checkCoherence, factsRead, rulesOf } from '../../forms/coherence.ts'
import { assertCoherent } from '../../forms/coherence-verdict.ts'
import { needsConfirmation } from '../../forms/confirmed.ts'
import { addDays, closingInstant } from '../../forms/deadline.ts'
import type { Campaign } from '../../forms/nouns/campaign.ts'
import type { FormVersion } from '../../forms/nouns/form.ts'
import type { Response } from '../../forms/nouns/response.ts'
import { prefilledOf } from '../../forms/prefilled.ts'
import { quartersOf } from '../../forms/progress.ts'
import { sectionKeys } from '../../forms/shape.ts'
import { prepareSubmission } from '../../forms/submission.ts'
import { armSweep } from '../../functions/campaigns/plan.ts'
import { signReceipt } from '../../functions/external/receipts.ts'
import { readCoherenceFacts } from '../../functions/store/coherence-facts.ts'
import { askCorrection } from '../../functions/store/corrections.ts'
import { getDossier, getResponse, moveResponse } from '../../functions/store/responses.ts'
import { markProgress, saveSection } from '../../functions/store/sections.ts'
import { countSubmission } from '../../functions/store/submissions.ts'
import { holdDocuments } from '../../functions/uploads/named.ts'
import { demoAnswers, demoJustifications } from './demo-answers.ts'
import { seedCorrection, seedDocuments } from './seed-exchanges.ts'
import type { Story } from './seed-year.ts'

const HOUR_MS = 3_600_000
const AUTHOR = 'Camille Martin'

type Place = {
  readonly campaign: Campaign
  readonly form: FormVersion
  readonly now: string
  readonly siteOrigin: string
  /** Who answered, for the partner. */
  readonly by?: string
}

/** Brings a response that was just called to where its story says; one that has moved on is left as it is. */
export const seedResponse = async (id: string, story: Story, place: Place): Promise<void> => {
  const { campaign, form, now, by: author = AUTHOR } = place
  if (story.status === 'called' || story.status === 'missed') return
  const response = await getResponse(id)
  if (response.status !== 'called') return
  const at = hoursAfter(response.history[0]?.at ?? now, 50)
  const count = story.status === 'draft' ? story.sections : form.info.sections.length
  await seedDocuments(response, form, { at, author })
  await seedSections(await getResponse(id), form, { count, at, author })
  if (story.status === 'draft') return
  await seedSubmission(response.id, form, hoursAfter(at, 1), { ...place, by: author })
  const by = `${response.cafName}, conseil technique`
  const later = hoursAfter(at, 30)
  if (story.status === 'submitted' && story.corrected) await seedCorrection(id, later, place)
  if (story.status === 'to-correct') {
    const message = 'Précisez le nombre de séances proposées aux parents.'
    const closesAt = closingInstant(addDays(campaign.lastDay, 14), campaign.zone)
    await armSweep(campaign.id, closesAt, now)
    await askCorrection(await getResponse(id), { message, closesAt, at: later, by })
  }
  if (story.status === 'validated') {
    await moveResponse(response.id, {
      move: 'validate',
      entry: { id: 'validated', at: later, type: 'validated', by },
      condition: 'submissionNumber = :one',
      remove: ['closingShard'],
      values: { ':one': 1 },
    })
  }
}

type Typed = { readonly count: number; readonly at: string; readonly author: string }

const seedSections = async (response: Response, form: FormVersion, { count, at, author }: Typed) => {
  const questions = sectionKeys(form)
  const answers = demoAnswers(form, response)
  const { sections } = await getDossier(response.id)
  for (const { name } of form.info.sections.slice(0, count)) {
    const asked = Object.entries(answers).filter(([question]) => questions[name]?.includes(question))
    const own = Object.fromEntries(asked)
    const seen = sections[name]?.revision ?? 0
    await saveSection(response, { name, answers: own, seen, by: author, at })
    await markProgress(await getResponse(response.id), name, quartersOf(form, name, own), at)
  }
}

const seedSubmission = async (
  id: string,
  form: FormVersion,
  receivedAt: string,
  { siteOrigin, by = AUTHOR }: Place,
) => {
  const dossier = await getDossier(id)
  const { info } = form
  const checked = checkAnswers(form, demoAnswers(form, dossier), prefilledOf(info, dossier))
  await holdDocuments(form, id, checked.answers, receivedAt)
  const known = await readCoherenceFacts(dossier, factsRead(info))
  const coherence = checkCoherence(rulesOf(form), info, checked.answers, known, demoJustifications)
  assertCoherent(coherence)
  const confirmed = info.sections.map(({ name }) => {
    return [name, { by, at: receivedAt, revision: dossier.sections[name]?.revision ?? 0 }]
  })
  const { claims, sealedBy } = await prepareSubmission({
    dossier,
    form,
    checked,
    coherence,
    ...(needsConfirmation(info) ? { confirmations: Object.fromEntries(confirmed) } : {}),
    idempotencyKey: 'demonstration',
    by,
    receivedAt,
    issuer: siteOrigin,
  })
  await countSubmission(dossier, sealedBy(await signReceipt(claims)))
}

/** An instant so many hours after another. */
export const hoursAfter = (instant: string, hours: number): string =>
  new Date(Date.parse(instant) + hours * HOUR_MS).toISOString()
