import { assertFree } from '../../forms/editing/lease.ts'
import type { Actor } from '../../forms/nouns/people.ts'
import { Problem } from '../../forms/problems.ts'
import { putSiteFile } from '../external/site-files.ts'
import { requireEnv } from '../require-env.ts'
import { contentOf, type Editing, endDraft } from '../store/drafts.ts'
import { findKeptVersion, type KeptVersion } from '../store/form-versions.ts'
import { checkedContent } from './checked-content.ts'
import { prerendererAt } from './prerenderer.ts'
import { publishVersion } from './publish-version.ts'
import { type StaticFiles, staticFilesOf } from './static-files.ts'

type Asked = {
  /** The revision of the draft that the person has seen. */
  readonly seen: number
  readonly by: Pick<Actor, 'name' | 'email'>
  readonly at: string
}

/**
 * Publishes the draft of a form, which ends with it. Asked again after a lost reply or a death in the middle, it is the
 * same version. Throws `not-publishable`, `nothing-to-publish` for a draft that says what the latest version says,
 * `concurrent-change` to whom somebody else preceded, `locked`, `stale`.
 */
export const publishDraft = async (form: Editing, asked: Asked): Promise<KeptVersion> => {
  const { seen, by, at } = asked
  const { id, draft } = form
  if (draft?.revision !== seen) return madeOf(form, asked)
  assertFree(form.lock, by, at)
  const content = checkedContent(contentOf(draft), { id, title: draft.title })
  const site = await prerendererAt(requireEnv('PRERENDERER'))
  const { version, isNew } = await publishVersion({
    ...{ formId: id, content, at, draft: { revision: seen, by: { name: by.name, email: by.email } } },
    render: (kept) => staticFilesOf(kept, site),
    put: putAll,
  })
  if (!isNew && version.draftRevision !== seen)
    throw new Problem(
      'nothing-to-publish',
      `Ce brouillon est identique à la version ${version.version} : il n’y a rien à publier. Il est gardé tel quel.`,
    )
  // What was saved meanwhile is a draft still: of the version that follows this one.
  await endDraft(form, { seen, by: by.name, at }).catch(unlessStale)
  return mine(version, asked)
}

/** The version that a draft which is no more was published as. Throws when it was not. */
const madeOf = async ({ id, draft, latestVersion }: Editing, asked: Asked): Promise<KeptVersion> => {
  const latest = latestVersion === undefined ? undefined : await findKeptVersion(id, latestVersion)
  if (latest?.draftRevision === asked.seen) return mine(latest, asked)
  if (!draft) throw new Problem('nothing-to-publish', 'Ce questionnaire n’a pas de brouillon à publier.')
  const { revision, savedAt, savedBy } = draft
  throw new Problem(
    'stale',
    `Ce questionnaire a été enregistré entre-temps par ${savedBy}. Rien n’a été publié : relisez-le, puis recommencez.`,
    { extra: { current: { revision, savedAt, savedBy } } },
  )
}

/** What one person published is not told to another as theirs. */
const mine = (version: KeptVersion, { by }: Asked): KeptVersion => {
  const { publishedBy } = version
  if (!publishedBy || publishedBy.email === by.email) return version
  throw new Problem(
    'concurrent-change',
    `${publishedBy.name} vient de publier ce brouillon : c’est la version ${version.version}. Rechargez la page.`,
  )
}

const putAll = async (files: StaticFiles): Promise<void> => {
  await Promise.all(Object.entries(files).map(([address, file]) => putSiteFile(address, file)))
}

const unlessStale = (error: unknown): void => {
  if (!(error instanceof Problem) || error.name !== 'stale') throw error
}
