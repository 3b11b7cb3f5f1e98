// What the same project answered the year before, under what it answers now.
import type { JSX } from 'preact'
import { changesBetween } from '../../forms/answer-changes.ts'
import type { Answers } from '../../forms/nouns/scalars.ts'
import { isTable } from './answer-tables.tsx'
import { isBlank, wordsOf } from './answer-text.ts'
import { linksTo } from './document-links.tsx'
import { OneAnswer } from './one-answer.tsx'
import type { Field } from './outline.ts'

export type LastYearAnswers = { readonly schoolYear: string; readonly answers: Answers }

type Props = {
  readonly field: Field
  /** The answers of this year. */
  readonly answers: Readonly<Record<string, unknown>>
  readonly lastYear: LastYearAnswers
}

/** One line under an answer; a table unfolds. Nothing where neither year has an answer. */
export const LastYear = ({ field, answers, lastYear }: Props): JSX.Element | null => {
  const { schoolYear } = lastYear
  const keys = [field.name, `${field.name}-Comment`]
  const [then, comment] = keys.map((key) => lastYear.answers[key])
  if (isBlank(then)) {
    return isBlank(answers[field.name]) ? null : <p class="planned">{schoolYear} : sans réponse</p>
  }
  if (isSame(keys, answers, lastYear.answers)) return <p class="planned">{schoolYear} : la même réponse</p>
  if (isTable(field)) {
    return (
      <details class="planned">
        <summary>{schoolYear} : une autre réponse</summary>
        <OneAnswer field={field} value={then} documents={linksTo} />
      </details>
    )
  }
  return (
    <p class="planned">
      {schoolYear} : {wordsOf(field, then, comment).join(', ')}
    </p>
  )
}

const isSame = (keys: readonly string[], answers: Props['answers'], before: Answers): boolean => {
  const kept = (from: Readonly<Record<string, unknown>>): Answers =>
    JSON.parse(JSON.stringify(Object.fromEntries(keys.map((key) => [key, from[key]]))))
  return changesBetween(kept(before), kept(answers)).length === 0
}
