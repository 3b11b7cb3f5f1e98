// What the engine of answers needs of SurveyJS's expression language, without importing it (answers.ts does).
import type { Question, Validator } from './definition.ts'
import type { Json } from './shape-walk.ts'

/** What an expression reads: every answer by name and, inside a row or a panel, what stands there. */
export type Scope = Readonly<Record<string, unknown>>

export type Expressions = {
  /** Whether a condition holds. */
  readonly holds: (expression: string, scope: Scope) => boolean
  /** The value of an expression; undefined when it has none. */
  readonly valueOf: (expression: string, scope: Scope) => Json | undefined
  /** Whether a validator refuses a value. */
  readonly refuses: (validator: Validator, value: Json | undefined, scope: Scope) => boolean
  /** Whether a text is an e-mail address to SurveyJS, as the page judges it. */
  readonly isEmail: (text: string) => boolean
}

/** A scope with what stands in a row or a panel on top of all answers. */
export const inner = (scope: Scope, own: Scope): Scope =>
  Object.assign(Object.create(scope) as Record<string, unknown>, own)

/** Whether all that stands around a question lets it be seen, and its own condition holds. */
export const isShown = (question: Question, scope: Scope, { holds }: Expressions): boolean =>
  [...question.gates, question].every(({ visible, visibleIf }) =>
    visibleIf ? holds(visibleIf, scope) : visible,
  )

/** Whether a person may type in a question: nobody checks what they cannot change. */
export const isOpen = (question: Question, scope: Scope, { holds }: Expressions): boolean =>
  [...question.gates, question].every(({ readOnly, enableIf }) =>
    enableIf ? holds(enableIf, scope) : !readOnly,
  )
