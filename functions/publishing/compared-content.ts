import { completeInfo } from '../../forms/editing/complete-info.ts'
import type { Content } from '../../forms/editing-wire.ts'
import { Problem } from '../../forms/problems.ts'
import { contentOf, type Editing } from '../store/drafts.ts'
import { versionContentOf } from '../store/form-versions.ts'
import { publishedVersion } from './published-version.ts'

/**
 * What a comparison is asked of: a version by its number, or the draft as it would be published. Throws `not-found` for
 * one that there is not, `invalid-request` for anything else.
 */
export const comparedContent = async (
  form: Editing,
  parameter: 'from' | 'to',
  asked: string,
): Promise<Content> => {
  if (/^\d+$/.test(asked)) return versionContentOf(await publishedVersion(form, asked))
  if (asked !== 'draft') {
    const detail = `Le paramètre « ${parameter} » attend le numéro d’une version, ou « draft » pour le brouillon.`
    throw new Problem('invalid-request', detail, { errors: [{ pointer: `/${parameter}`, detail }] })
  }
  const { id, draft } = form
  if (!draft) throw new Problem('not-found', 'Ce questionnaire n’a pas de brouillon à comparer.')
  const content = contentOf(draft)
  return { ...content, info: completeInfo(content, { id, title: draft.title }) }
}
