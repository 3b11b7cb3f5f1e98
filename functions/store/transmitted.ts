// What a project has transmitted, by kind of form and school year: what a form is held against, and starts from.
import type { Source } from '../../forms/carry-over.ts'
import type { Response } from '../../forms/schemas.ts'
import { getFormVersion } from './forms.ts'
import { getResponse, listTransmitted } from './responses.ts'
import { findSubmission } from './submissions.ts'

type Subject = Pick<Response, 'id' | 'organisationId' | 'startedBy' | 'projectId'>
type Wanted = { readonly kinds: readonly string[]; readonly schoolYears: readonly string[] }

/** The answers of the project's other responses that count, of these kinds and years; the latest first. */
export const readTransmitted = async (
  subject: Subject,
  { kinds, schoolYears }: Wanted,
): Promise<Source[]> => {
  if (kinds.length === 0) return []
  const rows = (await listTransmitted(subject, schoolYears)).filter(({ id }) => id !== subject.id)
  const found = await Promise.all(
    rows.map(async ({ id, formId, formVersion, schoolYear }) => {
      const { kind } = (await getFormVersion(formId, formVersion)).info
      const submission =
        kind && kinds.includes(kind) ? await findSubmission(await getResponse(id)) : undefined
      return kind && submission ? [{ kind, schoolYear, ...submission }] : []
    }),
  )
  return found.flat().toSorted((a, b) => b.receivedAt.localeCompare(a.receivedAt))
}
