import { isHeld } from '../../forms/editing/lease.ts'
import type { DraftStanding, FormView } from '../../forms/editing-wire.ts'
import { contentOf, type Editing } from '../store/drafts.ts'
import { listPublications } from '../store/forms.ts'

/** A questionnaire with its draft, as its editor reads it. */
export const formView = async (form: Editing, now: string): Promise<FormView> => {
  const { id, cafId, title, latestVersion, draft, lock } = form
  return {
    id,
    cafId,
    title: draft?.title ?? title,
    ...(latestVersion === undefined ? {} : { latestVersion }),
    versions: await publications(id, latestVersion),
    ...(draft ? { draft: { ...standingOf(draft), content: contentOf(draft) } } : {}),
    ...(isHeld(lock, now) ? { lock } : {}),
    now,
  }
}

/** One whose publication has not ended is not one yet. */
const publications = async (id: string, latestVersion = 0): Promise<FormView['versions']> =>
  latestVersion === 0 ? [] : (await listPublications(id)).filter(({ version }) => version <= latestVersion)

/** Where a draft stands. */
export const standingOf = ({ revision, savedAt, savedBy, startedFrom }: DraftStanding) => ({
  revision,
  savedAt,
  savedBy,
  ...(startedFrom ? { startedFrom } : {}),
})

/** The version of the draft of a form. */
export const draftEtag = ({ draft }: { draft?: { revision: number } }): string => `"${draft?.revision ?? 0}"`
