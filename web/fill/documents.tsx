// What the fill page loads for documents, and only for a questionnaire that asks for some.
import './fill-parts.ts'
import type { JSX } from 'preact'
import { DocumentLinks, DossierContext } from '../shared/document-links.tsx'
import { documentsIn } from '../shared/documents.ts'
import { type DeskOptions, openDocumentDesk } from './document-desk.ts'
import { DocumentInput, type DrawDocuments } from './document-input.tsx'

export type Documents = {
  readonly draw: DrawDocuments
  /** The documents that an answer names, each to be fetched. */
  readonly links: (value: unknown) => JSX.Element
  /** Whether a document is on its way: leaving the page would stop it. */
  readonly isBusy: () => boolean
  /** Goes on with what an earlier visit left on its way. */
  readonly resume: () => Promise<void>
}

/** Starts taking documents for a response. */
export const startDocuments = (options: DeskOptions): Documents => {
  const desk = openDocumentDesk(options)
  const { uploads } = desk
  addEventListener('online', () => uploads.retry())
  addEventListener('beforeunload', (event) => {
    if (uploads.isBusy()) event.preventDefault()
  })
  // A file dropped beside its place would open in the place of the page.
  for (const type of ['dragover', 'drop']) addEventListener(type, keepPage)
  return {
    draw: (question, aria) => <DocumentInput {...{ question, aria, desk }} />,
    links: (value) => (
      <DossierContext.Provider value={options.response.id}>
        <DocumentLinks documents={documentsIn(value)} />
      </DossierContext.Provider>
    ),
    isBusy: uploads.isBusy,
    resume: uploads.resume,
  }
}

const keepPage = (event: Event): void => {
  if (event instanceof DragEvent && event.dataTransfer?.types.includes('Files')) event.preventDefault()
}
