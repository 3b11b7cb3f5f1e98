// The questionnaire of the preview: the frame, the sections and the questions of the fill page, with nothing saved.
import type { JSX } from 'preact'
import { useEffect, useErrorBoundary, useState } from 'preact/hooks'
import { Note } from '../shared/feedback.tsx'
import { outlineOf } from '../shared/outline.ts'
import type { PreviewContent, PreviewPlace } from '../shared/preview-messages.ts'
import { FillFrame, SECTION_TITLE, SectionTitle } from './fill-frame.tsx'
import { openAround } from './preview-blocks.ts'
import { PreviewFailure } from './preview-failure.tsx'
import { useFollowing } from './preview-following.ts'
import { SectionNav } from './section-nav.tsx'
import { useSurvey } from './use-preview-survey.tsx'

type Props = {
  readonly content: PreviewContent
  /** What is being edited. */
  readonly place: PreviewPlace | undefined
}

export const PreviewForm = ({ content, place }: Props): JSX.Element => {
  const { definition, title, estimatedMinutes } = content
  const sections = outlineOf(definition)
  const [current, setCurrent] = useState('')
  const { built, failure } = useSurvey(definition)
  const shown = built?.names.includes(current) ? current : built?.names[0]
  const at = Math.max(
    0,
    sections.findIndex(({ name }) => name === shown),
  )
  const leave = useFollowing(place, shown, setCurrent)
  useEffect(() => {
    if (built) openAround(built.survey, definition, place?.names[0])
  }, [built, place])
  const go = (name: string): void => {
    leave()
    setCurrent(name)
    document.getElementById(SECTION_TITLE)?.focus({ preventScroll: true })
    scrollTo({ top: 0 })
  }
  if (sections.length === 0) return <Nothing title={title} />
  const steps = { previous: sections[at - 1], next: sections[at + 1] }
  return (
    <FillFrame
      title={title}
      context={estimatedMinutes > 0 ? `Environ ${estimatedMinutes} minutes` : ''}
      banner={null}
      nav={
        <SectionNav
          items={sections}
          current={sections[at]?.name ?? ''}
          hrefOf={(name) => `#${encodeURIComponent(name)}`}
          onGo={go}
          review={<span class="quiet-text">Relire et transmettre</span>}
          hasProgress={false}
        />
      }
    >
      <SectionTitle number={at + 1} title={sections[at]?.title ?? ''} />
      {at === 0 ? <ToPrepare items={content.toPrepare} /> : null}
      {failure === undefined ? null : <PreviewFailure definition={definition} />}
      {built && shown !== undefined && failure === undefined ? (
        <Questions
          key={`${built.round} ${shown}`}
          definition={definition}
          Section={built.survey.Section}
          name={shown}
        />
      ) : null}
      <div class="fill-actions">
        <Step look="btn quiet" label="Précédent" to={steps.previous} onGo={go} />
        <Step look="btn" label="Continuer" to={steps.next} onGo={go} />
      </div>
    </FillFrame>
  )
}

type QuestionsProps = {
  readonly definition: PreviewContent['definition']
  readonly Section: (props: { name: string }) => JSX.Element
  readonly name: string
}

/** A question that SurveyJS cannot draw must not take the preview away. */
const Questions = ({ definition, Section, name }: QuestionsProps): JSX.Element => {
  const [error] = useErrorBoundary()
  return error ? (
    <PreviewFailure definition={definition} />
  ) : (
    <form class="questions" noValidate onSubmit={(event) => event.preventDefault()}>
      <Section name={name} />
    </form>
  )
}

type StepProps = {
  readonly look: string
  readonly label: string
  readonly to: { readonly name: string; readonly title: string } | undefined
  readonly onGo: (section: string) => void
}

const Step = ({ look, label, to, onGo }: StepProps): JSX.Element =>
  to ? (
    <button type="button" class={look} onClick={() => onGo(to.name)}>
      {label}
      <span class="sr-only"> : {to.title}</span>
    </button>
  ) : (
    <span />
  )

const ToPrepare = ({ items }: { items: readonly string[] }): JSX.Element | null =>
  items.length === 0 ? null : (
    <details class="preparation">
      <summary>Ce qu’il faut avoir sous la main</summary>
      <ul>
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </details>
  )

const Nothing = ({ title }: { title: string }): JSX.Element => {
  useEffect(() => scrollTo({ top: 0 }), [])
  return (
    <>
      <h1>{title}</h1>
      <Note>Ce questionnaire n’a pas encore de page : il n’y a rien à montrer.</Note>
    </>
  )
}
