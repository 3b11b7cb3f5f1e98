import { removeFile } from '../external/files.ts'
import { findDocument, forgetDocument, markRemoved } from '../store/documents.ts'

/**
 * Removes a document for good: no answer may name it any more, then its bytes go, then it is forgotten and its share
 * given back. Doing it again takes up what a crash left. False, with nothing done, when transmitted answers name it.
 */
export const removeDocument = async (responseId: string, id: string, at: string): Promise<boolean> => {
  if (!(await markRemoved(responseId, id, at))) return false
  // Read again: it may have been kept, under another key, just before that write; it is not after.
  const document = await findDocument(responseId, id)
  if (!document) return true
  await removeFile(document.key)
  await forgetDocument(responseId, document)
  return true
}
