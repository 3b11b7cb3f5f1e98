// What form.json says for the platform, in groups that open where something is said or is to mend.
import type { ComponentChildren, JSX } from 'preact'
import { type AnswerPlace, answerPlaces } from '../../../forms/editing/answer-places.ts'
import type { Board } from './board.ts'
import { findingsAt } from './finding-places.ts'
import { FindingsBeside } from './findings-beside.tsx'
import { WholeCompared } from './whole-compared.tsx'
import { WholeFilters } from './whole-filters.tsx'
import { WholeFunding } from './whole-funding.tsx'
import { WholeNotices } from './whole-notices.tsx'
import { WholeOpening } from './whole-opening.tsx'

type Mark = {
  readonly key: string
  readonly title: string
  readonly Part: (props: { readonly board: Board; readonly places: readonly AnswerPlace[] }) => JSX.Element
}

const MARKS: readonly Mark[] = [
  { key: 'notices', title: 'Avertissements à côté des champs', Part: WholeNotices },
  { key: 'compared', title: 'Comparaison avec un autre questionnaire', Part: WholeCompared },
  { key: 'funding', title: 'Estimation de la prestation de service', Part: WholeFunding },
  { key: 'onValidation', title: 'Ce qu’ouvre la validation', Part: WholeOpening },
  { key: 'results', title: 'Filtres des résultats', Part: WholeFilters },
]

/** The members of form.json whose findings stand in their group here. */
export const WHOLE_MARKS = MARKS.map(({ key }) => `/info/${key}`)

export const WholeMarks = ({ board }: { board: Board }): JSX.Element => {
  const places = answerPlaces(board.content)
  return (
    <>
      {MARKS.map(({ key, title, Part }) => (
        <MarkGroup key={key} board={board} mark={key} title={title}>
          <Part board={board} places={places} />
        </MarkGroup>
      ))}
      <Kept board={board} />
    </>
  )
}

type GroupProps = {
  readonly board: Board
  readonly mark: string
  readonly title: string
  readonly children: ComponentChildren
}

const MarkGroup = ({ board, mark, title, children }: GroupProps): JSX.Element => {
  const findings = findingsAt(board.findings, `/info/${mark}`)
  // Those of a fact of the estimate stand at its field.
  const here = findings.filter(({ pointer }) => !pointer.startsWith('/info/funding/'))
  return (
    <details class="plan-group" open={findings.length > 0}>
      <summary>{title}</summary>
      <FindingsBeside board={board} findings={here} />
      {children}
    </details>
  )
}

/** Edited here, at a question or a page, or nobody's to choose. */
const KNOWN = new Set(
  'id title referencePrefix estimatedMinutes sections prefilled communes carriedOver mayDuplicate toPrepare coherence'
    .split(' ')
    .concat(MARKS.map(({ key }) => key)),
)

const Kept = ({ board }: { board: Board }): JSX.Element | null => {
  const kept = Object.keys(board.content.info).filter((key) => !KNOWN.has(key))
  return kept.length === 0 ? null : (
    <p class="hint plan-kept">
      Gardé tel quel, à modifier dans l’onglet JSON :{' '}
      {kept.map((key) => (
        <code key={key}>{key}</code>
      ))}
    </p>
  )
}
