import { assertMay } from '../../forms/access.ts'
import { mediaTypesOf } from '../../forms/document-types.ts'
import { findFileQuestion } from '../../forms/named-documents.ts'
import type { FormVersion, SectionInfo } from '../../forms/nouns/form.ts'
import type { Actor } from '../../forms/nouns/people.ts'
import type { Response } from '../../forms/nouns/response.ts'
import { Problem } from '../../forms/problems.ts'

/**
 * Throws unless the actor fills the section that holds this question: `forbidden`, or `invalid-request` when the
 * questionnaire has no such question for documents. Answers that section, and the media types that the question takes.
 */
export const assertFills = (
  actor: Actor,
  response: Response,
  { info, ...form }: FormVersion,
  name: string,
): { section: SectionInfo; types: string[] } => {
  const question = findFileQuestion({ info, ...form }, name)
  const section = info.sections.find((one) => one.name === question?.page)
  if (!question || !section) {
    const detail = 'Ce questionnaire n’a pas de question de ce nom qui attend un document.'
    throw new Problem('invalid-request', detail, { errors: [{ pointer: '/question', detail }] })
  }
  assertMay(actor, 'response:save', { ...response, section })
  return { section, types: mediaTypesOf(question) }
}

/** Throws `document-refused` unless the type is among those a question takes. */
export const assertTaken = (
  types: readonly string[],
  { name, type }: { name: string; type?: string | undefined },
) => {
  if (type !== undefined && types.includes(type)) return type
  throw new Problem(
    'document-refused',
    `« ${name} » n’est pas d’un type accepté ici. La question dit lesquels : PDF, image ou document bureautique.`,
  )
}
