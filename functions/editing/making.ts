import { randomUUID } from 'node:crypto'
import { formIdsOf } from '../../forms/editing/form-id.ts'
import { contentText } from '../../forms/editing/size.ts'
import type { Content, StartedFrom } from '../../forms/editing-wire.ts'
import { Problem } from '../../forms/problems.ts'
import { findEditing, saveDraft } from '../store/drafts.ts'
import { claimForm } from '../store/forms.ts'

type New = {
  readonly cafId: string
  readonly title: string
  readonly contentOf: (id: string) => Content
  readonly startedFrom?: StartedFrom | undefined
  /** The same for a request that is sent again. */
  readonly requestKey: string | undefined
  readonly by: string
  readonly at: string
}

/**
 * Makes a questionnaire with its draft, under the first id that its title leaves free; answers that id. Whose an id is
 * follows from the key that claimed it: one that was claimed and left without a draft by a crash is in no list, and is
 * made up for by the same request alone.
 */
export const makeForm = async (asked: New): Promise<string> => {
  const { cafId, title, requestKey = randomUUID(), by, at, startedFrom } = asked
  for (const id of formIdsOf(title)) {
    const content = contentText(asked.contentOf(id))
    await claimForm({ id, cafId, title, requestKey })
    const form = await findEditing(id)
    if (form?.cafId !== cafId || form.requestKey !== requestKey) continue
    const isMade = form.draft !== undefined || form.latestVersion !== undefined
    if (!isMade) await saveDraft(form, { title, content, seen: 0, by, at, startedFrom })
    return id
  }
  throw new Problem('concurrent-change', 'Trop de questionnaires portent ce titre : donnez-en un autre.')
}
