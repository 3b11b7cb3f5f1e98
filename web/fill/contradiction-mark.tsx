import type { JSX } from 'preact'
import { useEffect, useReducer } from 'preact/hooks'
import type { Finding } from '../../forms/findings.ts'
import { placeOf } from '../shared/answer-places.ts'
import type { Verdict } from '../shared/check-answers.ts'
import { contradictions } from '../shared/findings.ts'
import type { SectionOutline } from '../shared/outline.ts'

type Props = {
  readonly filling: {
    readonly checking: { readonly verdict: () => Verdict | undefined }
    readonly outline: readonly SectionOutline[]
    readonly listen: (listener: () => void) => () => void
  }
  readonly question: string
}

/** At a field, that what it holds contradicts another answer: as the panel under the section tells it. */
export const ContradictionMark = ({ filling, question }: Props): JSX.Element | null => {
  const [, again] = useReducer((n: number) => n + 1, 0)
  useEffect(() => filling.listen(() => again(0)), [filling])
  const found = contradictionsAt(filling.checking.verdict()?.coherence.findings ?? [], question)
  if (found.length === 0) return null
  return (
    <div class="q-errors">
      {found.map(({ pointer, message }) => (
        <p key={pointer + message}>
          {pointer === `/${question}` ? '' : `${placeOf(filling.outline, pointer).words}\u00a0: `}
          {message}
        </p>
      ))}
    </div>
  )
}

/** The contradictions that lead to a question, or into it. */
export const contradictionsAt = (findings: readonly Finding[], question: string): Finding[] =>
  contradictions(findings).filter(({ pointer }) => pointer.split('/')[1] === question)
