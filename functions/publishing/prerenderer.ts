import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { FormVersion } from '../../forms/nouns/form.ts'

/** What renders the pages of a version, as the site that is online has them: `web/prerender.tsx`, bundled. */
export type Prerenderer = Readonly<Record<'fillPage' | 'dataMapPage', (form: FormVersion) => string>>

/** In the place of its path, that there is none: on one machine whose site has not been built. */
export const NO_PRERENDERER = 'none'

/** Loads it from its file, found from this one. Throws when it is not there: a version without pages is not published. */
export const prerendererAt = async (path: string): Promise<Prerenderer | undefined> =>
  path === NO_PRERENDERER ? undefined : import(pathToFileURL(resolve(import.meta.dirname, path)).href)
