import type { Validated } from '../../forms/people-wire.ts'
import { getResponse } from '../store/responses.ts'

/** A response after its validation, or its withdrawal. */
export const validatedView = async (id: string): Promise<Validated> => {
  const { status, startedBy, organisationId, organisationName } = await getResponse(id)
  const opened = startedBy !== undefined && organisationId !== undefined
  return { id, status, ...(opened ? { opened: { organisationId, organisationName } } : {}) }
}
