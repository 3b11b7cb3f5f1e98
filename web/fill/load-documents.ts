// Documents of the response being filled: what takes them is loaded only when the questionnaire asks for some.
import { openDB } from 'idb'
import type { ResponseView } from '../../forms/response-wire.ts'
import type { Me } from '../../forms/session-wire.ts'
import { isTrial } from '../../forms/trial-names.ts'
import type { SectionOutline } from '../shared/outline.ts'
import type { Autosave } from './autosave.ts'
import type { DrawDocuments } from './document-input.tsx'
import type { Documents } from './documents.tsx'
import { readNow } from './load-dossier.ts'
import type { Survey } from './survey-options.ts'

type Options = {
  readonly outline: readonly SectionOutline[]
  readonly response: Pick<ResponseView, 'id' | 'organisationId' | 'zone' | 'form'>
  readonly me: Pick<Me, 'email' | 'name'>
  readonly survey: () => Survey | undefined
  readonly saving: Pick<Autosave, 'flush' | 'unsaved'>
}

export const createDocuments = ({ outline, response, me, survey, saving }: Options) => {
  let documents: Documents | undefined
  const fields = outline.flatMap(({ blocks }) => blocks.flatMap((block) => block.fields))
  const areAsked = fields.some(({ type }) => type === 'file')
  return {
    /** What draws the questions for documents, if there are any. Rejects when it cannot be loaded. */
    load: async (): Promise<DrawDocuments | undefined> => {
      if (!areAsked) return undefined
      if (isTrial(response.id)) return (await import('./no-documents.tsx')).drawNone
      const { startDocuments } = await import('./documents.tsx')
      documents ??= startDocuments({
        response,
        me,
        openDB,
        read: (question) => survey()?.answer(question),
        write: (question, named) => survey()?.setAnswer(question, named),
        flush: async () => {
          await saving.flush()
          return saving.unsaved().length === 0
        },
        isNamed: async (id) => JSON.stringify(await readNow(response.id)).includes(id),
      })
      return documents.draw
    },
    /** The documents that an answer names, each to be fetched; undefined until what takes documents is loaded. */
    links: (value: unknown) => documents?.links(value),
    /** Goes on with what an earlier visit left on its way. */
    resume: (): Promise<void> | undefined => documents?.resume(),
    /** Whether a document is on its way: leaving the page would stop it. */
    isBusy: (): boolean => documents?.isBusy() ?? false,
  }
}
