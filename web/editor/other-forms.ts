// The published questionnaires of a Caf, for the rules of one that read the answers to another.
import type { OtherForm } from '../../forms/editing/other-forms.ts'
import { ruleQuestions } from '../../forms/editing/rule-places.ts'
import { FormList } from '../../forms/editing-wire.ts'
import { VersionView } from '../../forms/publishing-wire.ts'
import { request } from '../shared/api.ts'

/** Reads the latest version of each; of two of a kind, that published last. Throws what `request` throws. */
export const loadOtherForms = async (formId: string, signal: AbortSignal): Promise<OtherForm[]> => {
  const { body } = await request('/forms', { read: (it) => FormList.parse(it), signal })
  const caf = body.items.find(({ id }) => id === formId)?.cafId
  const published = body.items
    .filter(({ id, cafId, latestVersion }) => cafId === caf && id !== formId && latestVersion !== undefined)
    .toSorted((a, b) => (a.publishedAt ?? '').localeCompare(b.publishedAt ?? ''))
  const read = await Promise.all(
    published.map(async ({ id, title, latestVersion }): Promise<OtherForm> => {
      const url = `/forms/${encodeURIComponent(id)}/versions/${latestVersion}`
      const { content } = (await request(url, { read: (it) => VersionView.parse(it), signal })).body
      const { kind } = content.info
      return { kind: typeof kind === 'string' ? kind : id, title, questions: ruleQuestions(content) }
    }),
  )
  return [...new Map(read.map((form) => [form.kind, form])).values()].filter(
    ({ questions }) => questions.length > 0,
  )
}
