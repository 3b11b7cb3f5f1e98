// What the Caf corrected since the partner last transmitted, and what of it a draft would undo.
import { questionsOf } from '../../forms/answer-changes.ts'
import type { HistoryItem, ResponseView } from '../../forms/response-wire.ts'
import type { SectionOutline } from '../shared/outline.ts'
import { commentKey } from './draft-answers.ts'
import type { Dossier } from './load-response.ts'
import { sameAnswer } from './merge.ts'

/** The corrections of a history, the latest first. */
export const correctionsIn = (items: readonly HistoryItem[]): HistoryItem[] =>
  items.filter(({ type }) => type === 'corrected').toReversed()

/** The questions, as pointers, that the Caf corrected since the partner last transmitted. */
export const correctedSince = (items: readonly HistoryItem[]): string[] => {
  const last = items.findLastIndex(({ type }) => type === 'submitted')
  const corrections = items.slice(last + 1).filter(({ type }) => type === 'corrected')
  return [...new Set(corrections.flatMap(({ changes = [] }) => questionsOf(changes)))]
}

type Pending = Pick<Dossier, 'drafts' | 'outline'> & {
  readonly response: Pick<ResponseView, 'submission' | 'prefilled'>
}

/** Those of the corrected questions that the draft, as it stands, answers otherwise: sent, it would undo these. */
export const undoneBy = (
  { drafts, outline, response: { submission, prefilled } }: Pending,
  corrected: readonly string[],
): { readonly section: string; readonly name: string; readonly title: string }[] =>
  outline.flatMap((section) =>
    fieldsOf(section)
      .filter(({ name, type }) => type !== 'expression' && !Object.hasOwn(prefilled, name))
      .filter(({ name }) => corrected.includes(`/${name}`))
      .filter(({ name }) =>
        [name, commentKey(name)].some(
          (key) => !sameAnswer(drafts[section.name]?.[key], submission?.answers[key]),
        ),
      )
      .map(({ name, title }) => ({ section: section.name, name, title })),
  )

const fieldsOf = ({ blocks }: SectionOutline) => blocks.flatMap(({ fields }) => fields)
