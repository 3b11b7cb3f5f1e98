// Whether a section may be confirmed: nothing that it asks lacks or is wrong, by the very check of a submission.
import { checkAnswers } from '../../forms/answers.ts'
import type { FormVersion, SectionInfo } from '../../forms/nouns/form.ts'
import type { Response } from '../../forms/nouns/response.ts'
import { prefilledOf } from '../../forms/prefilled.ts'
import { Problem, within } from '../../forms/problems.ts'
import { sectionKeys } from '../../forms/shape.ts'
import { readMoved } from '../store/moves.ts'
import { getDossier } from '../store/responses.ts'
import { findSubmission } from '../store/submissions.ts'

/**
 * Throws `invalid-answers`, naming the first question, where the section as it was `seen` lacks an answer or has a wrong
 * one. What somebody saved meanwhile is not judged: it is refused in any case.
 */
export const assertComplete = async (
  response: Response,
  form: FormVersion,
  { section, seen }: { readonly section: SectionInfo; readonly seen: number },
): Promise<void> => {
  const dossier = await getDossier(response.id)
  const { answers, sections } = await readMoved(dossier, await findSubmission(dossier), form.version)
  if ((sections[section.name]?.revision ?? 0) !== seen) return
  try {
    within('/answers', () => checkAnswers(form, answers, prefilledOf(form.info, dossier)))
  } catch (error) {
    if (!(error instanceof Problem) || !error.errors) throw error
    const own = sectionKeys(form)[section.name] ?? []
    const errors = error.errors.filter(({ pointer }) =>
      own.some((name) => pointer === `/answers/${name}` || pointer.startsWith(`/answers/${name}/`)),
    )
    const [first] = errors
    if (!first) return
    throw new Problem(
      'invalid-answers',
      `La partie « ${section.title} » n’est pas complète, rien n’a été confirmé. ${first.detail}`,
      { errors },
    )
  }
}
