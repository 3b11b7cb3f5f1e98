import type { JSX } from 'preact'
import { useCallback } from 'preact/hooks'
import { dayText } from '../../forms/dates.ts'
import type { FolderDocument } from '../../forms/documents-wire.ts'
import { DocumentLink } from '../shared/document-links.tsx'
import { kindText, sizeText } from '../shared/document-words.ts'
import { listFolder } from '../shared/documents.ts'
import { Loading } from '../shared/feedback.tsx'
import { useLoad } from '../shared/use-load.ts'

/** Where the hour is not asked: the day a document was given is the Caf's. */
const ZONE = 'Europe/Paris'

/** The folder of an organisation: what was given once, for what, and when. */
export const OrganisationDocuments = ({ organisation }: { organisation: string }): JSX.Element => {
  const load = useCallback((signal: AbortSignal) => listFolder(organisation, signal), [organisation])
  const [loaded, again] = useLoad(load)
  return (
    <section aria-labelledby="documents">
      <h2 id="documents">
        Documents {loaded.state === 'ready' ? <span class="count">{loaded.value.length}</span> : null}
      </h2>
      {loaded.state === 'loading' ? <Loading label="Chargement des documents…" blocks={1} /> : null}
      {loaded.state === 'failed' ? (
        <p role="alert">
          Les documents n’ont pas pu être lus.{' '}
          <button type="button" class="link" onClick={again}>
            Réessayer
          </button>
        </p>
      ) : null}
      {loaded.state === 'ready' ? <Folder documents={loaded.value} /> : null}
    </section>
  )
}

const Folder = ({ documents }: { documents: readonly FolderDocument[] }): JSX.Element =>
  documents.length === 0 ? (
    <p>
      Aucun document pour le moment. Ceux que vous déposez avec une démarche sont gardés ici : ils vous sont
      proposés de nouveau quand une autre les demande.
    </p>
  ) : (
    <>
      <p>
        Ce que votre organisation a déposé, le plus récent d’abord. Une démarche qui demande un document vous
        propose de reprendre ceux-ci.
      </p>
      <table class="folder" aria-labelledby="documents">
        <thead>
          <tr>
            <th scope="col">Document</th>
            <th scope="col">Demandé pour</th>
            <th scope="col">Déposé le</th>
            <th scope="col" class="n">
              Taille
            </th>
          </tr>
        </thead>
        <tbody>
          {documents.map((document) => (
            <Row key={`${document.response} ${document.document}`} document={document} />
          ))}
        </tbody>
      </table>
    </>
  )

const Row = ({ document: it }: { document: FolderDocument }): JSX.Element => (
  <tr>
    <th scope="row">
      <DocumentLink
        response={it.response}
        document={{ name: it.name, type: it.type, content: it.document }}
      />
    </th>
    <td data-title="Demandé pour">
      {it.question}
      <span class="quiet-text folder-form">
        {it.form} {it.schoolYear}
      </span>
    </td>
    <td data-title="Déposé le">{dayText(it.givenAt, ZONE)}</td>
    <td class="n" data-title="Taille">
      {kindText(it.type)} {sizeText(it.size)}
    </td>
  </tr>
)
