// An archive of a PDF a dossier, with the documents that its answers name. Entries go one after another into one stream,
// their directory into a second one, which follows it at the end.
import { crc32 } from 'node:zlib'
import { type Dossier, localTime } from '../../forms/exports/dossier-columns.ts'
import { idsNamed, namedDocuments } from '../../forms/named-documents.ts'
import { answersPdf } from '../documents/answers-pdf.ts'
import { readFile } from '../external/files.ts'
import { listDocuments } from '../store/documents.ts'
import { patiently } from '../store/throttling.ts'
import type { Draft } from './draft.ts'
import { type Format, piecesOf, type Subject } from './format.ts'
import { emptyStream } from './state.ts'
import { archiveEnd, directoryRecord, localHeader, STORED, type ZipEntry } from './zip.ts'

const FILES = 'files'
const DIRECTORY = 'directory'
const MAX_NAME = 80

/** A folder a dossier that was transmitted. */
export const pdfFormat = ({ forms }: Subject): Format => ({
  mediaType: 'application/zip',
  holds: ({ submission }) => submission !== undefined,
  add: async ({ response, submission }, draft) => {
    const form = forms.find(({ version }) => version === response.formVersion)
    if (!submission || !form) return
    const folder = folderOf(response)
    // Sorted by date in a folder, they stand as they were received.
    const at = localTime(submission.receivedAt, response.zone)
    addFile(draft, at, `${folder}/reponses.pdf`, await answersPdf({ response, submission, form }))
    const named = new Set(idsNamed(namedDocuments(form, submission.answers)))
    if (named.size === 0) return
    const documents = await patiently(() => listDocuments(response.id))
    for (const [i, { key, name }] of documents.filter(({ id }) => named.has(id)).entries()) {
      const bytes = await patiently(() => readFile(key))
      const path = `${folder}/documents/${i + 1} - ${plain(name)}`
      if (bytes) addFile(draft, at, path, bytes)
      else addFile(draft, at, `${path} (introuvable).txt`, Buffer.from(`« ${name} » n’est plus là.\n`))
    }
  },
  pieces: (state) => {
    const files = state.streams[FILES] ?? emptyStream
    const directory = state.streams[DIRECTORY] ?? emptyStream
    return [
      ...piecesOf(FILES, state),
      ...piecesOf(DIRECTORY, state),
      archiveEnd(directory.count, { offset: files.length, length: directory.length }),
    ]
  },
})

/** Adds a file as it is: PDF and images are packed already. */
const addFile = (draft: Draft, at: string, name: string, bytes: Uint8Array): void => {
  const entry: ZipEntry = {
    name,
    method: STORED,
    crc: crc32(bytes),
    size: bytes.length,
    packed: bytes.length,
    at,
  }
  draft.add(DIRECTORY, directoryRecord(entry, draft.lengthOf(FILES)))
  draft.add(FILES, localHeader(entry))
  draft.add(FILES, bytes)
}

/** A folder that any disk takes, told apart by the id of the dossier's subject. */
const folderOf = ({ organisationName, projectName, projectId }: Dossier['response']): string =>
  `${plain(`${organisationName} - ${projectName}`)} (${projectId})`

const plain = (name: string): string =>
  name
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Cf}<>:"/\\|?*]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, MAX_NAME)
    .replace(/[. ]+$/, '')
