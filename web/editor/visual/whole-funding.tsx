import type { JSX } from 'preact'
import type { AnswerPlace } from '../../../forms/editing/answer-places.ts'
import { isObject } from '../../../forms/editing/json-pointer.ts'
import { setFunding } from '../../../forms/editing/whole-marks.ts'
import type { Board } from './board.ts'
import { findingsAt } from './finding-places.ts'
import { OperandField } from './operand-field.tsx'

type Props = { readonly board: Board; readonly places: readonly AnswerPlace[] }

const FACTS = {
  charges: ['Les charges', 'En euros : des montants.'],
  collectifs: ['Les collectifs', ''],
  bonusChildren: ['Les bonus enfants', 'Le nombre de collectifs qui le demandent. Rien s’il n’y en a pas.'],
  bonusParents: ['Les bonus parents', 'Le nombre de collectifs qui le demandent. Rien s’il n’y en a pas.'],
} as const

/** Where the facts of the estimate are read. */
export const WholeFunding = ({ board, places }: Props): JSX.Element => {
  const { funding } = board.content.info
  return (
    <>
      <p class="hint">
        Avec les charges et les collectifs, la page estime la prestation de service. Sans eux, elle n’estime
        rien.
      </p>
      {Object.entries(FACTS).map(([fact, [label, hint]]) => (
        <OperandField
          key={fact}
          name={`plan-funding-${fact}`}
          label={label}
          hint={hint}
          faults={findingsAt(board.findings, `/info/funding/${fact}`).map(({ detail }) => detail)}
          value={isObject(funding) ? funding[fact] : undefined}
          places={places}
          isReadOnly={board.isReadOnly}
          onChange={(operand) => board.apply(setFunding(board.content, fact, operand))}
        />
      ))}
    </>
  )
}
