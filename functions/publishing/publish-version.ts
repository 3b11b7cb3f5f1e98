// Publication of a content as the next version of a form, step by step: its files are rendered, the version is kept, the
// files are put, then it becomes the latest: nobody is sent to a page that is not there. Each step can be done twice, and
// a death between two is made up for by the next publication, which first ends what was begun: the same content never
// makes a second version.
import { isSame } from '../../forms/changes/same.ts'
import type { Content } from '../../forms/editing-wire.ts'
import { Problem } from '../../forms/problems.ts'
import {
  findKeptVersion,
  type KeptVersion,
  keepVersion,
  keptOf,
  versionContentOf,
} from '../store/form-versions.ts'
import { latestVersionOf, moveToVersion } from '../store/forms.ts'
import type { StaticFiles } from './static-files.ts'

const ATTEMPTS = 5

/** What becomes of a version's files. */
export type Publishing = {
  readonly render: (version: KeptVersion) => Promise<StaticFiles>
  /** Puts files where the site serves them from; again, it puts the same. */
  readonly put: (files: StaticFiles) => Promise<void>
}

type Publication = Publishing & {
  readonly formId: string
  /** Checked, and complete. */
  readonly content: Content
  readonly at: string
  /** The draft it is, and who publishes it. */
  readonly draft?: { readonly revision: number; readonly by: NonNullable<KeptVersion['publishedBy']> }
}

/** The version, and whether this publication made it: it is the latest one otherwise, whose content is the same. */
type Published = { readonly version: KeptVersion; readonly isNew: boolean }

/** Publishes a content, unless it is the latest version. Throws `concurrent-change` when others keep being first. */
export const publishVersion = async (asked: Publication): Promise<Published> => {
  const { formId, content } = asked
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const latest = (await latestVersionOf(formId)) ?? 0
    const [begun, last] = await Promise.all([latest + 1, latest].map((n) => findKeptVersion(formId, n)))
    if (begun) {
      await end(begun, await rendered(begun, asked), asked)
      continue
    }
    if (last && isSame(versionContentOf(last), content)) return { version: last, isNew: false }
    const next = versionOf(asked, latest + 1)
    const files = await rendered(next, asked)
    if (!(await keepVersion(next))) continue
    await end(next, files, asked)
    return { version: next, isNew: true }
  }
  throw new Problem('concurrent-change')
}

const versionOf = ({ formId, content, at, draft }: Publication, version: number): KeptVersion => ({
  ...keptOf({ formId, version, definition: content.definition, info: content.info, publishedAt: at }),
  ...(draft ? { draftRevision: draft.revision, publishedBy: draft.by } : {}),
})

const end = async (version: KeptVersion, files: StaticFiles, { put }: Publishing): Promise<void> => {
  await put(files)
  const { title } = JSON.parse(version.info)
  const latest = { version: version.version, title: String(title), at: version.publishedAt }
  if (await moveToVersion(version.formId, latest)) return
  if (((await latestVersionOf(version.formId)) ?? 0) < version.version)
    throw new Problem(
      'concurrent-change',
      'Ce questionnaire a été abandonné entre-temps par une autre personne.',
    )
}

/** Rendered before anything is kept: what cannot be drawn is refused rather than left half published. */
const rendered = async (version: KeptVersion, { render }: Publishing): Promise<StaticFiles> => {
  try {
    return await render(version)
  } catch (error) {
    console.error(error)
    throw new Problem(
      'not-publishable',
      'La page de ce questionnaire ne peut pas être écrite. Rien n’a été publié : votre brouillon est gardé. Revenez à une étape qui s’affichait dans l’aperçu, ou signalez-le.',
    )
  }
}
