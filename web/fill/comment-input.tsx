// A long text. It is never cut as it is pasted: what is too long stays in the field, which says by how much.
import type { JSX } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { ariaOf, type Input, type Question, useParts } from './survey-parts.ts'

export type CommentQuestion = Question & {
  readonly rows: number
  readonly placeholder: string
  readonly maxLength: number
}

export const CommentInput: Input<CommentQuestion> = ({ question }): JSX.Element => {
  useParts(question)
  const field = useRef<HTMLTextAreaElement>(null)
  const text = question.isEmpty() ? '' : String(question.value)
  // It grows with its text, and leaves no scroll bar inside the page's.
  useLayoutEffect(() => {
    if (field.current) grow(field.current)
  }, [text])
  useLayoutEffect(() => {
    const { current } = field
    return current ? onWidth(current, () => grow(current)) : undefined
  }, [])
  const { maxLength } = question
  return (
    <>
      <textarea
        ref={field}
        id={question.inputId}
        rows={question.rows}
        placeholder={question.placeholder}
        value={text}
        readOnly={question.isInputReadOnly}
        onInput={({ currentTarget }) => {
          question.value = currentTarget.value || undefined
        }}
        {...ariaOf(question)}
      />
      {maxLength > 0 && !question.isInputReadOnly ? (
        <p class="q-count" aria-hidden="true">
          {count.format(text.length)} / {count.format(maxLength)}
        </p>
      ) : null}
    </>
  )
}

/** As high as its text; what is not laid out yet has no height to tell, and keeps its rows. */
const grow = (field: HTMLTextAreaElement): void => {
  if (field.offsetWidth === 0) return
  field.style.height = 'auto'
  field.style.height = `${field.scrollHeight + 2}px`
}

/** Does it when the field is shown at last, and when its width changes. */
const onWidth = (field: HTMLTextAreaElement, act: () => void): (() => void) => {
  let width = field.offsetWidth
  const observer = new ResizeObserver(() => {
    if (field.offsetWidth === width) return
    width = field.offsetWidth
    // Not within the observer's own turn, which tells of a field that it resizes as an error.
    requestAnimationFrame(act)
  })
  observer.observe(field)
  return () => observer.disconnect()
}

/** Why a text is too long to be kept, and by how much to shorten it. */
export const lengthFault = ({ value, maxLength }: Pick<CommentQuestion, 'value' | 'maxLength'>) => {
  if (typeof value !== 'string' || !(maxLength > 0) || value.length <= maxLength) return undefined
  const over = value.length - maxLength
  const characters = `${count.format(over)} ${over === 1 ? 'caractère' : 'caractères'}`
  return `Ce texte est trop long : retirez-en ${characters} (${count.format(maxLength)} au plus).`
}

const count = new Intl.NumberFormat('fr-FR')
