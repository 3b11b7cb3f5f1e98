import { DocumentLinks } from '../shared/document-links.tsx'
import { documentsIn } from '../shared/documents.ts'
import type { DrawDocuments } from './document-input.tsx'

/** The documents of a question where they are read beside other answers: they stay those that the partner gave. */
export const readDocuments: DrawDocuments = (question) => (
  <>
    <DocumentLinks documents={documentsIn(question.value)} />
    <p class="q-hint">
      Un document ne se corrige pas ici : demandez-le au partenaire par une demande de correction.
    </p>
  </>
)
