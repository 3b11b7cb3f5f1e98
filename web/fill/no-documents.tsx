import type { DrawDocuments } from './document-input.tsx'

/** In the place of a question for documents, where none can be given: in a trial of a questionnaire. */
export const drawNone: DrawDocuments = () => (
  <p class="q-hint">Dans un essai, aucun document ne se donne : même obligatoire, il ne sera pas demandé.</p>
)
