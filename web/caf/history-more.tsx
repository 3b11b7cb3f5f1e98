// What the desk's history tells beside who, when and why: of which questions, and every answer before and after.
import type { JSX } from 'preact'
import type { HistoryItem } from '../../forms/response-wire.ts'
import { ChangedAnswers } from '../shared/changed-answers.tsx'
import { placeOf, stepsOf } from '../shared/one-answer.tsx'
import type { SectionOutline } from '../shared/outline.ts'

type Props = { readonly item: HistoryItem; readonly outline: readonly SectionOutline[] }

export const HistoryMore = ({ item, outline }: Props): JSX.Element | null => {
  const { questions = [], changes = [] } = item
  if (changes.length > 0) {
    return (
      <details>
        <summary>
          {changes.length} {changes.length > 1 ? 'réponses changées' : 'réponse changée'}
        </summary>
        <ChangedAnswers outline={outline} changes={changes} level={3} />
      </details>
    )
  }
  if (questions.length === 0) return null
  return <p>À propos de : {questions.map((one) => placeOf(outline, stepsOf(one)).title).join(', ')}.</p>
}
