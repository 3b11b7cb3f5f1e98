import { formIdsOf } from '../../forms/editing/form-id.ts'
import { contentText } from '../../forms/editing/size.ts'
import type { Content, StartedFrom } from '../../forms/editing-wire.ts'
import { Problem } from '../../forms/problems.ts'
import { type Editing, findEditing, saveDraft } from '../store/drafts.ts'
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
 * Makes a questionnaire with its draft, under the first id that its title leaves free; answers that id. The form is
 * claimed first: one left without a draft by a crash is in no list, and is taken by the next of that name.
 */
export const makeForm = async (asked: New): Promise<string> => {
  const { cafId, title, requestKey, by, at, startedFrom } = asked
  for (const id of formIdsOf(title)) {
    const content = contentText(asked.contentOf(id))
    const form = { id, cafId, title, ...(requestKey ? { requestKey } : {}) }
    const found = (await claimForm(form)) ? form : await findEditing(id)
    if (requestKey && found?.cafId === cafId && isMade(found) && found.requestKey === requestKey) return id
    if (found?.cafId !== cafId || isMade(found)) continue
    await saveDraft(found, { title, content, seen: 0, by, at, startedFrom })
    return id
  }
  throw new Problem('concurrent-change', 'Trop de questionnaires portent ce titre : donnez-en un autre.')
}

const isMade = ({ draft, latestVersion }: Editing): boolean =>
  draft !== undefined || latestVersion !== undefined
