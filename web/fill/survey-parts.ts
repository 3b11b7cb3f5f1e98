// What our components read of SurveyJS's model, in shapes of our own, so that survey.tsx alone imports SurveyJS.
import type { AriaAttributes, ComponentChild, JSX } from 'preact'
import { useLayoutEffect, useReducer, useRef } from 'preact/hooks'

type Told = () => void

/** A column to read beside one to fill, as a forecast: what stands in a row of it or, without one, in the totals. */
export type ReadColumn = {
  readonly name: string
  readonly title: string
  readonly cell: (row?: string) => ComponentChild
}

/** Whatever of the model tells of its changes. */
export type Part = {
  addOnPropertyValueChangedCallback(told: Told): void
  removeOnPropertyValueChangedCallback(told: Told): void
  addOnArrayChangedCallback(told: Told): void
  removeOnArrayChangedCallback(told: Told): void
}

/** A text with the answers it names put in; it is text, not HTML, since no markdown is converted. */
export type Text = {
  readonly renderedHtml: string
  readonly onStringChanged: { add(told: Told): void; remove(told: Told): void }
}

type Titled = {
  readonly name: string
  readonly isVisible: boolean
  readonly hasTitle: boolean
  readonly hasDescription: boolean
  readonly locTitle: Text
  readonly locDescription: Text
  readonly renderedId: string
}

export type Question = Part &
  Titled & {
    readonly isPanel: boolean
    readonly inputId: string
    readonly isRequired: boolean
    readonly isInputReadOnly: boolean
    readonly hasComment: boolean
    readonly commentText: string
    readonly errors: readonly { readonly visible: boolean; getText(): string }[]
    readonly a11y_input_ariaLabel: string | null
    readonly a11y_input_ariaLabelledBy: string | null
    /** Of a text. */
    readonly inputType?: string
    readonly validators: readonly unknown[]
    value: unknown
    comment: string
    getType(): string
    isEmpty(): boolean
    /** What SurveyJS does not know of a question, our own properties among it; setting one tells of a change. */
    getPropertyValue(name: string): unknown
    setPropertyValue(name: string, value: unknown): void
    /** Whether the answer holds; when it does not, the question shows why if asked to. */
    validate(show: boolean): boolean
  }

export type Panel = Part & Titled & { readonly isPanel: boolean; readonly elements: readonly unknown[] }

/** What stands on a page or in a panel. */
export type Element = Question | Panel

export type Choice = { readonly value: unknown; readonly locText: Text }

/** How our components draw what stands inside them, and what they do when the person leaves a question. */
export type Drawing = {
  readonly element: (element: unknown) => Element | undefined
  readonly input: (question: Question) => ComponentChild
  readonly onLeave: (question: Question) => void
  /** A number was typed; whether it was taken as an answer. */
  readonly onTyped?: ((isTaken: boolean) => void) | undefined
  /** What to read beside a column of a table whose rows are given. */
  readonly beside?: ((question: Question, column: string) => readonly ReadColumn[]) | undefined
  /** What to read above and under the field of a question. */
  readonly above?: ((question: Question) => ComponentChild) | undefined
  readonly under?: ((question: Question) => ComponentChild) | undefined
}

/** A renderer of one type of question. */
export type Input<Q extends Question = Question> = (props: { question: Q; drawing: Drawing }) => JSX.Element

export const isPanel = (element: Element): element is Panel => element.isPanel

/** What is wrong with a question, in words, as it is shown now. */
export const errorsOf = ({ errors }: Question): string[] =>
  errors.filter(({ visible }) => visible).map((error) => error.getText())

export const errorsId = ({ renderedId }: Question): string => `${renderedId}_erreurs`
export const titleId = ({ renderedId }: Titled): string => `${renderedId}_ariaTitle`
export const noticeId = ({ renderedId }: Titled): string => `${renderedId}_avertissement`
export const hintId = ({ renderedId }: Titled): string => `${renderedId}_ariaDescription`

/** What is said beside a free text (forms/text-notices.ts); empty when nothing is. */
export const noticeOf = (question: Question): string => {
  const notice = question.getPropertyValue('notice')
  return typeof notice === 'string' ? notice : ''
}

/** The attributes that tie a field to its title, its hint, its notice and its errors. */
export const ariaOf = (question: Question): AriaAttributes => {
  const faulty = errorsOf(question).length > 0
  const described = [
    question.hasDescription ? hintId(question) : '',
    noticeOf(question) ? noticeId(question) : '',
    faulty ? errorsId(question) : '',
  ]
  return {
    'aria-required': question.isRequired,
    'aria-invalid': faulty,
    'aria-label': question.a11y_input_ariaLabel ?? undefined,
    'aria-labelledby': question.a11y_input_ariaLabelledBy ?? undefined,
    'aria-describedby': described.filter(Boolean).join(' ') || undefined,
  }
}

/** Renders the component again when an answer that one of these texts names has changed. */
export const useTexts = (...texts: readonly Text[]): void => {
  const [, again] = useReducer((n: number) => n + 1, 0)
  useLayoutEffect(() => {
    const told = () => again(0)
    for (const text of texts) text.onStringChanged.add(told)
    return () => {
      for (const text of texts) text.onStringChanged.remove(told)
    }
  }, texts)
}

/** Renders the component again when one of these parts of the model changes. */
export const useParts = (...parts: readonly Part[]): void => {
  const [, again] = useReducer((n: number) => n + 1, 0)
  const rendering = useRef(true)
  // Some values are computed, hence changed, as they are first read: that is no reason to read them again.
  rendering.current = true
  useLayoutEffect(() => {
    rendering.current = false
  })
  useLayoutEffect(() => {
    const told = () => {
      if (!rendering.current) again(0)
    }
    for (const part of parts) {
      part.addOnPropertyValueChangedCallback(told)
      part.addOnArrayChangedCallback(told)
    }
    return () => {
      for (const part of parts) {
        part.removeOnPropertyValueChangedCallback(told)
        part.removeOnArrayChangedCallback(told)
      }
    }
  }, parts)
}
