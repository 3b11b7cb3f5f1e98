// A document of the folder, given once with a response and taken for another of the same organisation: its bytes are
// copied, so that each response keeps its own, and it keeps the date at which it was given.
import { createHash, randomUUID } from 'node:crypto'
import { assertMay } from '../../forms/access.ts'
import { type Document, isKept, keptKey, sameFolder } from '../../forms/given-documents.ts'
import type { SectionInfo } from '../../forms/nouns/form.ts'
import type { Actor } from '../../forms/nouns/people.ts'
import type { Response } from '../../forms/nouns/response.ts'
import { putFile, readFile } from '../external/files.ts'
import { announceDocument, getDocument, keepDocument, noSuchDocument } from '../store/documents.ts'
import { getResponse } from '../store/responses.ts'
import { assertTaken } from './question.ts'

type Taken = {
  readonly actor: Actor
  readonly question: string
  readonly section: SectionInfo
  readonly types: readonly string[]
  readonly from: { readonly response: string; readonly document: string }
  readonly at: string
}

/** Takes it, checked already. Throws `not-found` for what is not of the same folder, or is not there any more. */
export const reuseDocument = async (
  response: Response,
  { actor, question, section, types, from, at }: Taken,
): Promise<Document> => {
  const source = await getResponse(from.response)
  assertMay({ ...actor, agencies: [] }, 'response:read', source)
  if (!sameFolder(source, response)) throw noSuchDocument()
  const document = await getDocument(source.id, from.document, at)
  if (!isKept(document)) throw noSuchDocument()
  const type = assertTaken(types, document)
  const bytes = await readFile(document.key)
  if (!bytes) throw noSuchDocument()
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const id = randomUUID()
  const key = keptKey(response.id, id, sha256)
  const { name, size, givenAt, givenBy } = document
  const announced = await announceDocument(
    response.id,
    { id, question, section, name, type, size, givenAt, givenBy, key },
    at,
  )
  await putFile(key, bytes, type)
  const kept = await keepDocument(response.id, announced, { type, key, sha256 })
  if (!kept) throw noSuchDocument()
  return kept
}
