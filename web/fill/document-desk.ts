// The documents of the response being filled: those on their way, those the server keeps, those of the organisation's
// folder. One place that every « file » question reads, and that tells them of each change.
import type { openDB } from 'idb'
import type { DocumentView, Folder, FolderDocument } from '../../forms/documents-wire.ts'
import { type DocumentAnswer, documentsIn, listDocuments, listFolder } from '../shared/documents.ts'
import { transferTo } from './document-transfer.ts'
import { holdFile, openPendingFiles } from './pending-files.ts'
import { inVersion } from './read-response.ts'
import { answerOf, createUploads } from './uploads.ts'

export type DeskOptions = {
  readonly response: {
    readonly id: string
    readonly organisationId?: string | undefined
    readonly zone: string
    readonly form: { readonly version: number }
  }
  /** The page has it already: a part that is loaded later would have it cut off into a file of its own. */
  readonly openDB: typeof openDB
  readonly me: { readonly email: string; readonly name: string }
  /** The answer to a question, as the page shows it. */
  readonly read: (question: string) => unknown
  /** Answers a question, as the person does. */
  readonly write: (question: string, documents: DocumentAnswer[] | undefined) => void
  /** Saves now; answers whether the server has everything. */
  readonly flush: () => Promise<boolean>
  /** Whether answers that the server has name a document. */
  readonly isNamed: (id: string) => Promise<boolean>
}

export type DocumentDesk = ReturnType<typeof openDocumentDesk>

export const openDocumentDesk = ({ response, me, openDB, read, write, flush, isNamed }: DeskOptions) => {
  const transfer = transferTo(response.id, inVersion(response))
  const listeners = new Set<() => void>()
  const spoken = new Map<string, string>()
  const given = new Map<string, DocumentView>()
  let folder: Folder['items'] = []
  /** What was asked about, whether or not it was told. */
  const asked = new Set<string>()
  /** What is being given up is not offered again. */
  const leaving = new Set<string>()
  const told = () => {
    for (const listener of listeners) listener()
  }
  const inAnswer = (question: string) => documentsIn(read(question))
  const answer = (question: string, documents: DocumentAnswer[]) =>
    write(question, documents.length > 0 ? documents : undefined)

  /** The server gives documents up once the answer it has names them no more: another person may have kept them. */
  const giveUp = async (question: string, ids: readonly string[]) => {
    for (const id of ids) leaving.add(id)
    if (ids.length === 0 || !(await flush())) return
    const left = ids.filter((id) => !inAnswer(question).some(({ content }) => content === id))
    await Promise.all(left.map((id) => transfer.remove(id))).catch(() => undefined)
    for (const id of left) given.delete(id)
    told()
  }

  const put = (question: string, document: DocumentView, replaces: boolean) => {
    const before = inAnswer(question)
    leaving.delete(document.id)
    answer(question, [...(replaces ? [] : before), answerOf(document)])
    if (replaces)
      giveUp(
        question,
        before.map(({ content }) => content),
      )
  }

  const uploads = createUploads({
    transfer,
    files: openPendingFiles(openDB, me.email, response.id),
    hold: holdFile,
    newKey: () => crypto.randomUUID(),
    answered: (question) => inAnswer(question).map(({ content }) => content),
    onGiven: (question, document, replaces) => {
      given.set(document.id, document)
      put(question, document, replaces)
    },
    onChange: (question, said) => {
      if (said !== undefined) spoken.set(question, said)
      told()
    },
  })

  const load = async () => {
    const [documents, theirs] = await Promise.all([
      listDocuments(response.id),
      response.organisationId ? listFolder(response.organisationId) : [],
    ])
    for (const document of documents) given.set(document.id, document)
    folder = theirs
    told()
  }

  return {
    uploads,
    zone: response.zone,
    response: response.id,
    /** Reads what the server keeps and what the folder holds, unless these are known; what cannot be read is not told. */
    learn: (ids: readonly string[]): void => {
      const unknown = ['', ...ids].filter((id) => !asked.has(id) && !given.has(id))
      for (const id of unknown) asked.add(id)
      if (unknown.length > 0) load().catch(() => undefined)
    },
    said: (question: string): string => spoken.get(question) ?? '',
    facts: (id: string): DocumentView | undefined => given.get(id),
    /** What this person gave for a question and is in no answer: left by a conflict, or by a lost connection. */
    loose: (question: string): DocumentView[] => {
      const named = new Set(inAnswer(question).map(({ content }) => content))
      return [...given.values()].filter(
        ({ id, question: of, status, givenBy }) =>
          of === question && givenBy === me.name && status === 'kept' && !named.has(id) && !leaving.has(id),
      )
    },
    folder: (): Folder['items'] => folder,
    attach: (question: string, document: DocumentView, replaces: boolean): void => {
      put(question, document, replaces)
      spoken.set(question, `${document.name} est joint.`)
      told()
    },
    reuse: (
      question: string,
      { response: from, document, name }: FolderDocument,
      replaces: boolean,
    ): Promise<void> => uploads.give(question, name, { from: { response: from, document } }, replaces),
    remove: (question: string, id: string): Promise<void> => {
      const documents = inAnswer(question)
      const name = documents.find(({ content }) => content === id)?.name ?? ''
      answer(
        question,
        documents.filter(({ content }) => content !== id),
      )
      spoken.set(question, `${name} est retiré.`)
      told()
      return giveUp(question, [id])
    },
    /** Deletes what is in no answer; nothing happens when somebody has joined it meanwhile. */
    discard: async (question: string, id: string): Promise<void> => {
      if (!(await isNamed(id).catch(() => true))) await giveUp(question, [id])
    },
    listen: (listener: () => void): (() => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
