import type { JSX } from 'preact'
import { isObject } from '../../../forms/editing/json-pointer.ts'
import { ruleQuestions } from '../../../forms/editing/rule-places.ts'
import { setFunding } from '../../../forms/editing/whole-marks.ts'
import { Operand } from '../../../forms/operand-schemas.ts'
import { FieldGroup } from '../../shared/field.tsx'
import type { Board } from './board.ts'
import { findingsAt } from './finding-places.ts'
import { firstSide, SidePicker } from './rules/side-picker.tsx'

const FACTS = {
  charges: ['Les charges', 'En euros : des montants.'],
  collectifs: ['Les collectifs', ''],
  bonusChildren: ['Les bonus enfants', 'Le nombre de collectifs qui le demandent. Rien s’il n’y en a pas.'],
  bonusParents: ['Les bonus parents', 'Le nombre de collectifs qui le demandent. Rien s’il n’y en a pas.'],
} as const

/** Where the facts of the estimate are read. */
export const WholeFunding = ({ board }: { board: Board }): JSX.Element => {
  const { funding } = board.content.info
  const questions = ruleQuestions(board.content)
  const first = firstSide(questions)
  return (
    <>
      <p class="hint">
        Avec les charges et les collectifs, la page estime la prestation de service. Sans eux, elle n’estime
        rien.
      </p>
      {Object.entries(FACTS).map(([fact, [label, hint]]) => {
        const read = Operand.safeParse(isObject(funding) ? funding[fact] : undefined)
        const isSaid = isObject(funding) && funding[fact] !== undefined
        const set = (operand: Operand | undefined) => board.apply(setFunding(board.content, fact, operand))
        return (
          <FieldGroup
            key={fact}
            name={`plan-funding-${fact}`}
            label={label}
            hint={hint}
            faults={findingsAt(board.findings, `/info/funding/${fact}`).map(({ detail }) => detail)}
          >
            {read.success ? (
              <div class="boxed">
                <SidePicker
                  {...{ board, questions, label }}
                  side={read.data}
                  onChange={(side) => 'fact' in side || set(side)}
                />
              </div>
            ) : null}
            {board.isReadOnly || !(isSaid || first) ? null : (
              <button type="button" class="link" onClick={() => set(isSaid ? undefined : first)}>
                {isSaid ? 'Ne plus rien lire' : 'Choisir ce qui est lu'}
                <span class="sr-only"> : {label}</span>
              </button>
            )}
          </FieldGroup>
        )
      })}
    </>
  )
}
