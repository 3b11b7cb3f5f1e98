// The static files of every version of every Caf's questionnaires: a site that is built anew has other addresses for its
// assets, so their pages are rendered again.
import { prerendererAt } from '../../functions/publishing/prerenderer.ts'
import { type StaticFiles, staticFilesOf } from '../../functions/publishing/static-files.ts'
import type { KeptVersion } from '../../functions/store/form-versions.ts'
import { listForms } from '../../functions/store/forms.ts'
import { listCafs } from '../../functions/store/notices.ts'
import { prerendererPath } from './publish.ts'

/** The ids of the questionnaires of every Caf. */
export const everyForm = async (): Promise<string[]> => {
  const lists = await Promise.all((await listCafs()).map(({ id }) => listForms(id)))
  return lists.flat().map(({ id }) => id)
}

/** The files of a version, as the site that is built here renders them. */
export const filesOf = async (version: KeptVersion): Promise<StaticFiles> =>
  staticFilesOf(version, await prerendererAt(prerendererPath()))
