import { createHash } from 'node:crypto'
import { type Document, isKept, keptKey } from '../../forms/given-documents.ts'
import { Problem } from '../../forms/problems.ts'
import { putFile, readFile, removeFile } from '../external/files.ts'
import { getDocument, keepDocument } from '../store/documents.ts'
import { contentRefusal } from './content.ts'
import { removeDocument } from './removal.ts'

/**
 * Checks the content of a document that waits, and keeps exactly the bytes that were checked, under a key of ours. What
 * is refused is removed, and its share given back. Asked again, or twice at once, it answers the same. Throws
 * `document-not-received` when nothing has arrived, `document-refused` with the reason.
 */
export const checkDocument = async (
  responseId: string,
  document: Document,
  at: string,
): Promise<Document> => {
  if (isKept(document)) return document
  const bytes = await readFile(document.key)
  if (!bytes) return keptMeanwhile(responseId, document, at)
  const refusal = await contentRefusal(bytes, document)
  if (refusal) {
    await removeDocument(responseId, document.id, at)
    throw refusal
  }
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const key = keptKey(responseId, document.id, sha256)
  await putFile(key, bytes, document.type)
  const kept = await keepDocument(responseId, document, { type: document.type, key, sha256 })
  if (kept) {
    await removeFile(document.key)
    return kept
  }
  // Another check came first, of the same bytes or of others; or the document was taken back.
  const now = await getDocument(responseId, document.id, at).catch(async (gone: unknown) => {
    await removeFile(key)
    throw gone
  })
  if (now.key !== key) await removeFile(key)
  return now
}

/** What another check kept while this one looked for it in quarantine. */
const keptMeanwhile = async (responseId: string, { id }: Document, at: string): Promise<Document> => {
  const now = await getDocument(responseId, id, at)
  if (!isKept(now)) throw new Problem('document-not-received')
  return now
}
