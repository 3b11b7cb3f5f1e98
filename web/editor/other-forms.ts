// The published questionnaires of a Caf, for the rules of one that read the answers to another.
import * as z from 'zod'
import { definitionUrl } from '../../forms/addresses.ts'
import type { OtherForm } from '../../forms/editing/other-forms.ts'
import { ruleQuestions } from '../../forms/editing/rule-places.ts'
import { Content, FormList } from '../../forms/editing-wire.ts'
import { request } from '../shared/api.ts'
import { publishedDefinition } from '../shared/published.ts'

/** Reads the latest version of each; of two of a kind, that published last. Throws what `request` throws. */
export const loadOtherForms = async (formId: string, signal: AbortSignal): Promise<OtherForm[]> => {
  const { body } = await request('/forms', { read: (it) => FormList.parse(it), signal })
  const caf = body.items.find(({ id }) => id === formId)?.cafId
  const published = body.items
    .filter(({ id, cafId }) => cafId === caf && id !== formId)
    .toSorted((a, b) => (b.publishedAt ?? '').localeCompare(a.publishedAt ?? ''))
    .flatMap(({ id, title, latestVersion }) =>
      latestVersion === undefined
        ? []
        : [{ id, title, url: definitionUrl({ formId: id, formVersion: latestVersion }) }],
    )
  const read = await Promise.all(
    published.map(async ({ id, title, url }): Promise<OtherForm> => {
      const content = Content.parse(await publishedDefinition(url, signal))
      const kind = z.string().default(id).parse(content.info.kind)
      return { kind, title, questions: ruleQuestions(content) }
    }),
  )
  return [...new Map(read.toReversed().map((form) => [form.kind, form])).values()].filter(
    ({ questions }) => questions.length > 0,
  )
}
