// Which dossiers an export holds: those that the campaign's table shows, under the same conditions.
import * as z from 'zod'
import { Flag, type Response, ResponseStatus } from '../schemas.ts'
import { matches } from '../search.ts'

export const ExportFilter = z.strictObject({
  statuses: z.array(ResponseStatus).min(1).max(6).optional(),
  flag: Flag.optional(),
  /** Words in the name of the project or of the organisation, or in the reference of the receipt. */
  search: z.string().trim().max(200, 'Cherchez 200 caractères au plus.').optional(),
})
export type ExportFilter = z.infer<typeof ExportFilter>

type Filtered = Pick<Response, 'status' | 'flags' | 'projectName' | 'organisationName' | 'submission'>

/** Whether a dossier is among those that were asked for. */
export const isAskedFor = (response: Filtered, { statuses, flag, search = '' }: ExportFilter): boolean =>
  (!statuses || statuses.includes(response.status)) &&
  (!flag || response.flags.includes(flag)) &&
  matches(
    `${response.projectName} ${response.organisationName} ${response.submission?.reference ?? ''}`,
    search,
  )
