// The documents of a response: one item each, and on the RESPONSE item what they weigh together. That weight is
// counted by the condition of the write that takes it, never by reading first, so that no race passes the limit; each
// share is there by the id of its document, so that it is given back once.
import * as z from 'zod'
import {
  Document,
  isThere,
  MAX_RESPONSE_BYTES,
  MAX_RESPONSE_DOCUMENTS,
  waitsUntil,
} from '../../forms/given-documents.ts'
import { Instant } from '../../forms/nouns/scalars.ts'
import { Problem } from '../../forms/problems.ts'
import { keys, ranges } from './keys.ts'
import { queryRange } from './query-items.ts'
import { findItem } from './read-items.ts'
import { deleteItem, putItem, updateItem } from './write-items.ts'

/** `until`: of a document that waits, when its share is given back. */
const Share = z.object({ size: z.int(), until: Instant.optional() })
const Shares = z.object({
  documents: z.record(z.string(), Share).optional(),
  documentBytes: z.int().default(0),
})

/** How many bytes a response has left; shares that nobody will use any more are as good as given back. */
export const roomOf = async (responseId: string, now: string): Promise<number> => {
  const { documents = {}, documentBytes = 0 } = (await findItem(keys.response(responseId), Shares)) ?? {}
  const unused = Object.values(documents).filter(({ until }) => until !== undefined && until <= now)
  return MAX_RESPONSE_BYTES - documentBytes + unused.reduce((sum, { size }) => sum + size, 0)
}

/** The documents of a response, those that wait or go included, in the order they were given. */
export const listDocuments = async (responseId: string): Promise<Document[]> => {
  const documents = (await queryRange(ranges.documents(responseId))).map((row) => Document.parse(row))
  return documents.toSorted((a, b) => a.givenAt.localeCompare(b.givenAt) || a.id.localeCompare(b.id))
}

/** A document of a response, being removed or not. */
export const findDocument = (responseId: string, id: string): Promise<Document | undefined> =>
  findItem(keys.document(responseId, id), Document)

/** A document of a response. Throws `not-found` when there is none, or it waited in vain, or is being removed. */
export const getDocument = async (responseId: string, id: string, now: string): Promise<Document> => {
  const found = await findDocument(responseId, id)
  if (!found || !isThere(found, now)) throw noSuchDocument()
  return found
}

export const noSuchDocument = (): Problem =>
  new Problem('not-found', 'Ce document n’est pas, ou plus, dans ce dossier.')

/**
 * Takes a share of the response's room for a document, and puts it as one that waits for its bytes. Shares of those
 * that waited in vain are given back first. Throws `documents-full`, with nothing kept.
 */
export const announceDocument = async (
  responseId: string,
  announced: Omit<Document, 'status' | 'expiresAt'>,
  now: string,
): Promise<Document> => {
  const until = waitsUntil(now)
  await prepareShares(responseId, now)
  const taken = await updateItem(
    keys.response(responseId),
    'SET documents.#id = :share, documentBytes = if_not_exists(documentBytes, :zero) + :size',
    {
      condition:
        'size(documents) < :most AND (attribute_not_exists(documentBytes) OR documentBytes <= :room)',
      names: { '#id': announced.id },
      values: {
        ':share': { size: announced.size, until },
        ':size': announced.size,
        ':zero': 0,
        ':most': MAX_RESPONSE_DOCUMENTS,
        ':room': MAX_RESPONSE_BYTES - announced.size,
      },
    },
  )
  if (!taken) throw new Problem('documents-full')
  const waiting: Document = {
    ...announced,
    status: 'waiting',
    expiresAt: Math.ceil(Date.parse(until) / 1000),
  }
  await putItem(keys.document(responseId, announced.id), waiting)
  return waiting
}

type Checked = Pick<Document, 'type' | 'key'> & { readonly sha256: string }

/**
 * Keeps a document that waited, as its content was found to be. The item decides: when it is gone, or was kept by
 * another at the same instant, this changes nothing and answers undefined.
 */
export const keepDocument = async (
  responseId: string,
  { id }: Document,
  { type, key, sha256 }: Checked,
): Promise<Document | undefined> => {
  const kept = await updateItem(
    keys.document(responseId, id),
    'SET #status = :kept, #type = :type, #key = :key, sha256 = :sha256 REMOVE expiresAt',
    {
      condition: '#status = :waiting AND attribute_not_exists(removedAt)',
      names: { '#status': 'status', '#type': 'type', '#key': 'key' },
      values: {
        ':kept': 'kept',
        ':waiting': 'waiting',
        ':type': type,
        ':key': key,
        ':sha256': sha256,
      },
    },
  )
  if (kept) await settleShare(responseId, id)
  return kept ? findDocument(responseId, id) : undefined
}

/**
 * Says that transmitted answers name a document: from then on nothing removes it. False when it is not kept, or is
 * being removed at this very instant.
 */
export const markSent = (responseId: string, id: string, at: string): Promise<boolean> =>
  updateItem(keys.document(responseId, id), 'SET sentAt = if_not_exists(sentAt, :at)', {
    condition: '#status = :kept AND attribute_not_exists(removedAt)',
    names: { '#status': 'status' },
    values: { ':at': at, ':kept': 'kept' },
  })

/** Begins to remove a document, so that no answer may name it any more; false when transmitted answers do. */
export const markRemoved = (responseId: string, id: string, at: string): Promise<boolean> =>
  updateItem(keys.document(responseId, id), 'SET removedAt = :at', {
    condition: 'attribute_exists(pk) AND attribute_not_exists(sentAt)',
    values: { ':at': at },
  })

/** Ends it once its bytes are gone: gives its share back, then forgets it. Doing it again changes nothing. */
export const forgetDocument = async (responseId: string, { id, size }: Document): Promise<void> => {
  await giveBack(responseId, id, size)
  await deleteItem(keys.document(responseId, id))
}

const prepareShares = async (responseId: string, now: string): Promise<void> => {
  const { documents } = (await findItem(keys.response(responseId), Shares)) ?? {}
  if (!documents) {
    await updateItem(keys.response(responseId), 'SET documents = :none', {
      condition: 'attribute_exists(pk) AND attribute_not_exists(documents)',
      values: { ':none': {} },
    })
  }
  for (const [id, { size, until = '9' }] of Object.entries(documents ?? {})) {
    if (until > now) continue
    const waited = await deleteItem(keys.document(responseId, id), {
      condition: 'attribute_not_exists(pk) OR #status = :waiting',
      names: { '#status': 'status' },
      values: { ':waiting': 'waiting' },
    })
    // One that is kept after all had its checker stopped before it could say so here.
    if (waited) await giveBack(responseId, id, size)
    else await settleShare(responseId, id)
  }
}

const giveBack = (responseId: string, id: string, size: number): Promise<boolean> =>
  updateItem(keys.response(responseId), 'SET documentBytes = documentBytes - :size REMOVE documents.#id', {
    condition: 'attribute_exists(documents.#id)',
    names: { '#id': id },
    values: { ':size': size },
  })

const settleShare = (responseId: string, id: string): Promise<boolean> =>
  updateItem(keys.response(responseId), 'REMOVE documents.#id.#until', {
    condition: 'attribute_exists(documents.#id)',
    names: { '#id': id, '#until': 'until' },
  })
