// What the documents of a response weigh together, held by conditions alone.
import { describe, expect, it } from 'vitest'
import { type Document, MAX_RESPONSE_BYTES, MAX_RESPONSE_DOCUMENTS } from '../../forms/given-documents.ts'
import {
  announceDocument,
  findDocument,
  forgetDocument,
  getDocument,
  keepDocument,
  listDocuments,
  markRemoved,
  markSent,
  roomOf,
} from '../../functions/store/documents.ts'
import { keys } from '../../functions/store/keys.ts'
import { callResponse } from '../../functions/store/responses.ts'
import { deleteItem } from '../../functions/store/write-items.ts'
import { calledResponse } from '../support/response.ts'
import { useTable } from '../support/table.ts'

useTable()

const AT = '2024-06-10T09:00:00.000Z'
const LATER = '2024-06-11T09:00:00.001Z'
const MB = 1024 * 1024
const checked = { type: 'application/pdf', key: 'kept/x', sha256: 'a'.repeat(64) }

let made = 0
const response = async (): Promise<string> => {
  made += 1
  const called = calledResponse(`documents-2024.projet-${made}`)
  await callResponse(called)
  return called.id
}
const announce = (id: string, name: string, size = MB, at = AT): Promise<Document> =>
  announceDocument(
    id,
    {
      id: name,
      question: 'statuts',
      section: { name: 'activite', title: 'Activité', role: 'saisie-activite' },
      name: `${name}.pdf`,
      type: 'application/pdf',
      size,
      givenAt: at,
      givenBy: 'Nadia',
      key: `quarantine/${name}`,
    },
    at,
  )
const full = (error: unknown) => (error instanceof Error ? error.name : 'unknown')

describe('the room of a response', () => {
  it('is taken to the last byte, and not one more', async () => {
    const id = await response()
    await announce(id, 'un', MAX_RESPONSE_BYTES - 1)
    await announce(id, 'deux', 1)
    expect(await roomOf(id, AT)).toBe(0)
    expect(await announce(id, 'trois', 1).catch(full)).toBe('documents-full')
    expect(await listDocuments(id)).toHaveLength(2)
  })

  it('is not passed by requests at the same instant', async () => {
    const id = await response()
    const asked = Array.from({ length: 10 }, (_, i) =>
      announce(id, `d-${i}`, 9 * MB).then(() => 'given', full),
    )
    const outcomes = await Promise.all(asked)
    expect(outcomes.filter((outcome) => outcome === 'given')).toHaveLength(5)
    expect(await roomOf(id, AT)).toBe(5 * MB)
  })

  it('holds so many documents and no more, however small', async () => {
    const id = await response()
    for (let i = 0; i < MAX_RESPONSE_DOCUMENTS; i += 1) await announce(id, `d-${i}`, 1)
    expect(await announce(id, 'de-trop', 1).catch(full)).toBe('documents-full')
  })

  it('is given back once by a document that is forgotten, however often', async () => {
    const id = await response()
    const document = await announce(id, 'un', 4 * MB)
    await announce(id, 'deux', MB)
    expect(await markRemoved(id, 'un', AT)).toBe(true)
    await Promise.all([1, 2, 3].map(() => forgetDocument(id, document)))
    expect([await roomOf(id, AT), await findDocument(id, 'un')]).toEqual([49 * MB, undefined])
  })

  it('is given back by what waited a day in vain, also when the table has forgotten it already', async () => {
    const id = await response()
    await announce(id, 'attend', 20 * MB)
    await announce(id, 'oublie', 20 * MB)
    await keepDocument(id, await announce(id, 'garde', MB), checked)
    await deleteItem(keys.document(id, 'oublie'))
    expect(await announce(id, 'tot', 10 * MB).catch(full)).toBe('documents-full')
    expect(await roomOf(id, LATER)).toBe(49 * MB)
    await announce(id, 'tard', 10 * MB, LATER)
    expect(await roomOf(id, LATER)).toBe(39 * MB)
    expect((await listDocuments(id)).map(({ name }) => name)).toEqual(['garde.pdf', 'tard.pdf'])
  })
})

describe('a document', () => {
  it('is told to the table to forget while it waits, and no more once it is kept', async () => {
    const id = await response()
    const waiting = await announce(id, 'un')
    expect(waiting.expiresAt).toBe(Date.parse(AT) / 1000 + 24 * 3600)
    expect(await getDocument(id, 'un', LATER).catch(full)).toBe('not-found')
    const kept = await keepDocument(id, waiting, checked)
    expect([kept?.status, kept?.expiresAt]).toEqual(['kept', undefined])
    expect((await getDocument(id, 'un', LATER)).key).toBe('kept/x')
  })

  it('is kept by one check of several', async () => {
    const id = await response()
    const waiting = await announce(id, 'un')
    const kept = await Promise.all([1, 2, 3].map(() => keepDocument(id, waiting, checked)))
    expect(kept.filter((one) => one !== undefined)).toHaveLength(1)
  })

  it('that is being removed is neither kept nor sent; one that is sent is not removed', async () => {
    const id = await response()
    const gone = await announce(id, 'un')
    await markRemoved(id, 'un', AT)
    expect(await keepDocument(id, gone, checked)).toBeUndefined()
    expect(await markSent(id, 'un', AT)).toBe(false)
    await keepDocument(id, await announce(id, 'deux'), checked)
    const [sent, removed] = await Promise.all([markSent(id, 'deux', AT), markRemoved(id, 'deux', AT)])
    expect([sent, removed].filter(Boolean)).toHaveLength(1)
    expect(await markSent(id, 'attend', AT)).toBe(false)
    expect(await markRemoved(id, 'jamais-vu', AT)).toBe(false)
  })
})
