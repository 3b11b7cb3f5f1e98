import type { Check } from '../../../../forms/coherence-rules.ts'
import type { OtherForm } from '../../../../forms/editing/other-forms.ts'
import type { RuleQuestion } from '../../../../forms/editing/rule-places.ts'
import type { Board } from '../board.ts'

/** What the parts of a check work on. */
export type CheckProps<Of extends Check = Check> = {
  readonly board: Board
  readonly check: Of
  readonly questions: readonly RuleQuestion[]
  /** The questionnaires that a comparison may read beside this one. */
  readonly others: readonly OtherForm[]
  /** Tells apart the fields of several checks. */
  readonly place: string
  /** The part of the sentence that is open, to be chosen anew. */
  readonly open: string
  readonly onOpen: (part: string) => void
  /** `what` ends the label: « ce que compare ». */
  readonly onChange: (check: Check, what: string) => void
}
