// What travels about a trial of a questionnaire, beside what a response tells (`ResponseView`), which a trial tells too.
import * as z from 'zod'
import { FormVersion } from './nouns/form.ts'
import { Id, Instant, ResponseId } from './nouns/scalars.ts'

/** `POST /forms/{id}/trials`: where the draft, as it was saved last, may be tried by any agent of its Caf. */
export const TrialBegun = z.object({ id: ResponseId, url: z.string(), endsAt: Instant })
export type TrialBegun = z.infer<typeof TrialBegun>

/** What a trial tells more than a response: what is tried, which is published nowhere. */
export const TrialFacts = z.object({
  formId: Id,
  /** As the draft had it, but that no document is required: none can be given. */
  definition: FormVersion.shape.definition,
  begunAt: Instant,
  begunBy: z.string(),
})
