import { completeInfo } from '../../forms/editing/complete-info.ts'
import { FormInfo, type FormVersion } from '../../forms/nouns/form.ts'
import { Problem } from '../../forms/problems.ts'
import { unsupported } from '../../forms/unsupported.ts'
import { contentOf, type Editing } from '../store/drafts.ts'
import { getFormVersion } from '../store/forms.ts'

/**
 * What a change would lead to: a published version, or the draft as it is, as the next one. Throws `invalid-request` for a
 * draft that no answers could be held against.
 */
export const targetOf = async (form: Editing, to: number | 'draft', now: string): Promise<FormVersion> => {
  if (to !== 'draft') return getFormVersion(form.id, to)
  if (!form.draft) throw new Problem('not-found', 'Ce questionnaire n’a pas de brouillon.')
  const content = contentOf(form.draft)
  const { definition } = content
  const read = FormInfo.safeParse(completeInfo(content, { id: form.id, title: form.draft.title }))
  const faults = read.success ? faultsOf(definition) : ['La fiche du questionnaire n’est pas complète.']
  if (!read.success || faults.length > 0)
    throw new Problem(
      'invalid-request',
      `Ce brouillon ne s’essaie pas encore : corrigez d’abord ce que les contrôles disent. ${faults.join(' ')}`,
    )
  return {
    formId: form.id,
    version: (form.latestVersion ?? 0) + 1,
    info: read.data,
    definition,
    sha256: '',
    publishedAt: now,
  }
}

const MOST_TOLD = 5

const faultsOf = (definition: FormVersion['definition']): string[] =>
  unsupported(definition)
    .slice(0, MOST_TOLD)
    .map(({ detail }) => detail)
