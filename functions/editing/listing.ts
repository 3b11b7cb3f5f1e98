import { isHeld } from '../../forms/editing/lease.ts'
import type { FormList } from '../../forms/editing-wire.ts'
import { listEditing } from '../store/drafts.ts'
import { listFormIds, listForms } from '../store/forms.ts'
import { standingOf } from './view.ts'

type Row = FormList['items'][number]

/** The questionnaires of a Caf, by title: with what is being edited, or the published ones alone. */
export const formRows = async (
  cafId: string,
  { drafts, now }: { drafts: boolean; now: string },
): Promise<Row[]> => {
  const rows = drafts ? await editedRows(cafId, now) : await publishedRows(cafId)
  return rows.toSorted((a, b) => a.title.localeCompare(b.title, 'fr'))
}

const publishedRows = async (cafId: string): Promise<Row[]> =>
  (await listForms(cafId)).filter(({ latestVersion }) => latestVersion !== undefined).map(published)

const editedRows = async (cafId: string, now: string): Promise<Row[]> =>
  (await listEditing(await listFormIds(cafId))).map(({ draft, lock, ...form }) => ({
    ...published(form),
    ...(draft && form.latestVersion === undefined ? { title: draft.title } : {}),
    ...(draft ? { draft: { ...standingOf(draft), title: draft.title } } : {}),
    ...(isHeld(lock, now) ? { lock } : {}),
  }))

const published = ({ id, cafId, title, latestVersion, publishedAt }: Row): Row => ({
  id,
  cafId,
  title,
  ...(latestVersion === undefined ? {} : { latestVersion }),
  ...(publishedAt === undefined ? {} : { publishedAt }),
})
