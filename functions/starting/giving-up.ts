// After a draft was given up: what it held is erased, and what a campaign called has again what is carried over into it.
// Each step can be done twice, so that what a crash left is done by whoever comes next: somebody who begins it again, or
// the worker that drains history.
import type { Response } from '../../forms/nouns/response.ts'
import { listDocuments } from '../store/documents.ts'
import { getFormVersion } from '../store/forms.ts'
import { eraseDrafts, markErased } from '../store/giving-up.ts'
import { drainResponse } from '../store/history.ts'
import { findStored } from '../store/responses.ts'
import { removeDocument } from '../uploads/removal.ts'
import { carryAgain } from './carry.ts'

/** Erases what the giving up of a response still leaves; nothing when it leaves nothing. */
export const settleGivenUp = async (response: Response): Promise<void> => {
  const { id, erasing, givenUp } = response
  if (erasing === undefined) return
  await eraseDrafts(id, erasing)
  const documents = (await listDocuments(id)).filter(({ givenAt }) => givenAt <= erasing)
  for (const document of documents) await removeDocument(id, document.id, erasing)
  if (!givenUp)
    await carryAgain(response, await getFormVersion(response.formId, response.formVersion), erasing)
  await markErased(response)
}

/** Ends what the giving up of a response of this id left, so that it can be begun again. */
export const clearGivenUp = async (id: string): Promise<void> => {
  const stored = await findStored(id)
  if (!stored?.givenUp) return
  await settleGivenUp(stored)
  const settled = await findStored(id)
  if (settled) await drainResponse(settled)
}
