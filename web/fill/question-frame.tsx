// What surrounds every field: its title as a real label, its hint, what is wrong with it. And what holds them:
// panels, and the page that shows its questions a few at a time.
import type { JSX, TargetedFocusEvent, VNode } from 'preact'
import { memo } from 'preact/compat'
import { useEffect, useState } from 'preact/hooks'
import { AskedMark } from './asked.tsx'
import { nextTask } from './slices.ts'
import {
  type Drawing,
  errorsId,
  errorsOf,
  hintId,
  isPanel,
  noticeId,
  noticeOf,
  type Panel,
  type Question,
  titleId,
  useParts,
  useTexts,
} from './survey-parts.ts'

/** Types whose only field takes the title as its label; any other is a group that names itself by it. */
const labelled = new Set(['text', 'comment', 'dropdown'])

type FrameProps = { readonly question: Question; readonly drawing: Drawing }

/** One question. Its element is `#q-<name>`, where a link from the review leads. */
const QuestionFrame = memo(({ question, drawing }: FrameProps) => {
  useParts(question)
  useTexts(question.locTitle, question.locDescription)
  if (!question.isVisible) return null
  const type = question.getType()
  const errors = errorsOf(question)
  const onFocusOut = ({ currentTarget, relatedTarget }: TargetedFocusEvent<HTMLElement>) => {
    const stays = relatedTarget instanceof Node && currentTarget.contains(relatedTarget)
    if (!stays) drawing.onLeave(question)
  }
  return (
    <div
      class={`q q-${type}${errors.length > 0 ? ' faulty' : ''}`}
      id={`q-${question.name}`}
      onFocusOut={onFocusOut}
    >
      {question.hasTitle ? <Title question={question} /> : null}
      {question.hasDescription ? (
        <p class="q-hint" id={hintId(question)}>
          {question.locDescription.renderedHtml}
        </p>
      ) : null}
      {noticeOf(question) ? (
        <p class="q-notice" id={noticeId(question)}>
          {noticeOf(question)}
        </p>
      ) : null}
      {drawing.above?.(question)}
      <Errors question={question} />
      {drawing.input(question)}
      {drawing.under?.(question)}
      {question.hasComment ? <OtherComment question={question} /> : null}
    </div>
  )
})

const Title = ({ question }: { question: Question }): JSX.Element => {
  const words = (
    <>
      {question.locTitle.renderedHtml}
      <AskedMark question={question.name} />
      {question.isRequired ? (
        <span class="q-required" aria-hidden="true">
          {' '}
          {isEitherOr(question) ? '(l’un ou l’autre)' : '(obligatoire)'}
        </span>
      ) : null}
    </>
  )
  return labelled.has(question.getType()) ? (
    <label class="q-title" id={titleId(question)} for={question.inputId}>
      {words}
    </label>
  ) : (
    <div class="q-title" id={titleId(question)}>
      {words}
    </div>
  )
}

/** Whether it is owed only while another has no answer: « SIRET ou RNA ». */
const isEitherOr = (question: Question): boolean =>
  /^\s*\{[\w-]+\} empty\s*$/.test(String(question.getPropertyValue('requiredIf') ?? ''))

/**
 * What is wrong. What was just answered is told at once; questions still without an answer are told of all together,
 * when one comes back to a section: each is then read with its field.
 */
export const Errors = ({ question }: { question: Question }): VNode | null => {
  const errors = errorsOf(question)
  return errors.length === 0 ? null : (
    <div class="q-errors" id={errorsId(question)} {...(question.isEmpty() ? {} : { role: 'alert' as const })}>
      {errors.map((error) => (
        <p key={error}>{error}</p>
      ))}
    </div>
  )
}

const OtherComment = ({ question }: { question: Question }): JSX.Element => (
  <label class="q-comment">
    {question.commentText}
    <textarea
      rows={2}
      value={question.comment}
      readOnly={question.isInputReadOnly}
      onInput={({ currentTarget }) => {
        question.comment = currentTarget.value
      }}
    />
  </label>
)

type PanelProps = { readonly panel: Panel; readonly drawing: Drawing }

const PanelFrame = memo(({ panel, drawing }: PanelProps) => {
  useParts(panel)
  useTexts(panel.locTitle, panel.locDescription)
  if (!panel.isVisible) return null
  const named = panel.hasTitle ? { role: 'group' as const, 'aria-labelledby': titleId(panel) } : {}
  return (
    <div class="q-panel" {...named}>
      {panel.hasTitle ? <h3 id={titleId(panel)}>{panel.locTitle.renderedHtml}</h3> : null}
      {panel.hasDescription ? <p class="q-hint">{panel.locDescription.renderedHtml}</p> : null}
      <Elements elements={panel.elements} drawing={drawing} />
    </div>
  )
})

type ElementsProps = { readonly elements: readonly unknown[]; readonly drawing: Drawing }

/** Questions and panels, in order. */
export const Elements = ({ elements, drawing }: ElementsProps): JSX.Element => (
  <>
    {elements.map(drawing.element).map((element) => {
      if (!element) return null
      return isPanel(element) ? (
        <PanelFrame key={element.name} panel={element} drawing={drawing} />
      ) : (
        <QuestionFrame key={element.name} question={element} drawing={drawing} />
      )
    })}
  </>
)

type PageProps = {
  readonly page: Panel
  readonly drawing: Drawing
  /** Draws everything at once, as in Node. */
  readonly whole?: boolean
  /** Everything is there. */
  readonly onShown?: (() => void) | undefined
}

/** A page of the definition. Its questions appear one task after the other: a page of ten holds nobody up. */
export const PageFrame = ({ page, drawing, whole = false, onShown }: PageProps): JSX.Element => {
  useParts(page)
  useTexts(page.locDescription)
  const all = page.elements.length
  const [count, setCount] = useState(whole ? all : 1)
  useEffect(() => {
    if (count >= all) {
      onShown?.()
      return
    }
    let gone = false
    nextTask().then(() => gone || setCount(count + 1))
    return () => {
      gone = true
    }
  }, [count, all, onShown])
  return (
    <>
      {page.hasDescription ? <p class="q-hint">{page.locDescription.renderedHtml}</p> : null}
      <Elements elements={page.elements.slice(0, count)} drawing={drawing} />
    </>
  )
}
