// What the coherence rules of a later version would ask of a response: judged, as at submission, with what the project
// transmitted elsewhere and its notification, where the rules read them.
import { type FactsRead, factsRead } from '../../forms/coherence.ts'
import type { Step } from '../../forms/moving/move-answers.ts'
import { newlyFound } from '../../forms/moving/newly-found.ts'
import { JUSTIFICATIONS } from '../../forms/note-names.ts'
import { notesIn } from '../../forms/notes.ts'
import type { FormInfo } from '../../forms/nouns/form.ts'
import type { Answers } from '../../forms/nouns/scalars.ts'
import type { Submission } from '../../forms/nouns/submission.ts'
import type { Fault } from '../../forms/problems.ts'
import { readCoherenceFacts } from '../store/coherence-facts.ts'
import type { Dossier } from '../store/responses.ts'

type Judged = {
  readonly dossier: Dossier
  readonly submission: Submission | undefined
  readonly before: Answers
  readonly after: Answers
}

/** What the rules find after these steps and did not before them. */
export const rulesFound = async (
  steps: readonly Step[],
  { dossier, submission, before, after }: Judged,
): Promise<Fault[]> => {
  const infos = [steps[0]?.from.info, steps.at(-1)?.to.info].flatMap((info) => info ?? [])
  if (infos.every(({ coherence }) => coherence.length === 0)) return []
  const given = (submission?.coherence?.findings ?? []).flatMap(({ rule, justification }) =>
    justification ? [[rule, justification] as const] : [],
  )
  const explained = { ...Object.fromEntries(given), ...notesIn(dossier.sections, JUSTIFICATIONS) }
  const facts = await readCoherenceFacts(dossier, readByAny(infos))
  return newlyFound(steps, { before, after, explained, facts })
}

const readByAny = (infos: readonly FormInfo[]): FactsRead => {
  const read = infos.map(factsRead)
  return {
    forms: [...new Set(read.flatMap(({ forms }) => forms))],
    notifiedCollectifs: read.some(({ notifiedCollectifs }) => notifiedCollectifs),
  }
}
