// Documents where answers are read: each by its name, saved as a file when it is asked for.
import { createContext, type JSX } from 'preact'
import { useContext, useEffect, useState } from 'preact/hooks'
import { ApiProblem } from './api.ts'
import { kindText, sizeText } from './document-words.ts'
import {
  type DocumentAnswer,
  DownloadFailure,
  documentsIn,
  downloadDocument,
  listDocuments,
} from './documents.ts'
import { Icon } from './icons.tsx'

/** The dossier whose answers are shown: without it, its documents are told but not fetched. */
export const DossierContext = createContext<string | undefined>(undefined)

/** The documents of an answer, by their names. */
export const DocumentLinks = ({ documents }: { documents: readonly DocumentAnswer[] }): JSX.Element => {
  const response = useContext(DossierContext)
  const sizes = useSizes(response, documents)
  return (
    <ul class="documents-read plain">
      {documents.map((document) => (
        <li key={document.content}>
          {response ? <DocumentLink response={response} document={document} /> : document.name}{' '}
          <span class="quiet-text">{factsText(document, sizes.get(document.content))}</span>
        </li>
      ))}
    </ul>
  )
}

/** The documents that an answer names. */
export const linksTo = (value: unknown): JSX.Element => <DocumentLinks documents={documentsIn(value)} />

/** One document: saved as a file when it is pressed. */
export const DocumentLink = (props: { response: string; document: DocumentAnswer }): JSX.Element => {
  const { response, document } = props
  const [failure, setFailure] = useState<string>()
  const [busy, setBusy] = useState(false)
  const download = async () => {
    if (busy) return
    setFailure(undefined)
    setBusy(true)
    await downloadDocument(response, document).catch((error) => setFailure(wordsOf(error)))
    setBusy(false)
  }
  return (
    <>
      <button type="button" class="link document-link" aria-busy={busy} onClick={download}>
        <Icon name="download" />
        <span>
          <span class="sr-only">Télécharger </span>
          {document.name}
        </span>
      </button>
      <span role="alert" class="document-failure">
        {failure}
      </span>
    </>
  )
}

/** « PDF, 1,2 Mo » */
export const factsText = ({ type }: Pick<DocumentAnswer, 'type'>, size: number | undefined): string =>
  [kindText(type), size === undefined ? '' : sizeText(size)].filter(Boolean).join(', ')

/** What was asked of a dossier, once a page; asked again when a document is not among it. */
const asked = new Map<string, Promise<ReadonlyMap<string, number>>>()

const useSizes = (
  response: string | undefined,
  documents: readonly DocumentAnswer[],
): ReadonlyMap<string, number> => {
  const [sizes, setSizes] = useState<ReadonlyMap<string, number>>(new Map())
  const ids = documents.map(({ content }) => content).join(' ')
  useEffect(() => {
    if (!response || ids === '') return
    const ask = async () => {
      const known = await (asked.get(response) ?? askSizes(response))
      const knowsAll = ids.split(' ').every((id) => known.has(id))
      setSizes(knowsAll ? known : await askSizes(response))
    }
    // A size is told when it can be: the document is there without it.
    ask().catch(() => undefined)
  }, [response, ids])
  return sizes
}

const askSizes = (response: string): Promise<ReadonlyMap<string, number>> => {
  const asking = listDocuments(response).then((list) => new Map(list.map(({ id, size }) => [id, size])))
  asked.set(response, asking)
  asking.catch(() => asked.delete(response))
  return asking
}

const wordsOf = (error: unknown): string => {
  if (error instanceof ApiProblem) return error.document.detail
  if (error instanceof DownloadFailure) return `${error.message} Réessayez.`
  return 'Le serveur n’a pas pu être joint. Vérifiez votre connexion, puis réessayez.'
}
