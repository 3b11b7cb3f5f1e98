// The questions of the open section: inert as the document brought them, until SurveyJS's live ones take their place.
import type { JSX } from 'preact'
import { useCallback, useEffect, useState } from 'preact/hooks'
import { ErrorState, Loading } from '../shared/feedback.tsx'
import { FIRST_PAGE } from './fill-frame.tsx'
import type { Filling } from './filling.ts'
import { focusAnswer } from './focus-answer.ts'
import type { Place } from './place.ts'
import { afterPaint } from './slices.ts'

type Props = {
  readonly filling: Pick<Filling, 'survey' | 'openSurvey' | 'isOpen' | 'mayFill' | 'outline'>
  readonly place: Place
  readonly inertHtml: string
  /** The person has been here and went on: what is missing is said. */
  readonly wasLeft: boolean
}

export const Questions = ({
  filling,
  place: { section, question },
  inertHtml,
  wasLeft,
}: Props): JSX.Element => {
  const survey = filling.survey()
  const [shown, setShown] = useState<string>()
  const [failure, setFailure] = useState<unknown>()
  const open = useCallback(() => {
    setFailure(undefined)
    afterPaint().then(filling.openSurvey).catch(setFailure)
  }, [filling])
  useEffect(open, [open])
  const onShown = useCallback(() => setShown(section), [section])
  const isReturn = wasLeft || question !== undefined
  useEffect(() => {
    if (shown !== section) return
    if (isReturn && filling.isOpen() && filling.mayFill(section)) survey?.reveal(section)
    if (question) focusAnswer(question, filling.outline)
  }, [filling, survey, shown, section, question, isReturn])

  if (failure) return <ErrorState error={failure} onRetry={open} />
  return (
    <form class="questions" noValidate onSubmit={(event) => event.preventDefault()}>
      {shown ? null : <Waiting html={inertHtml} />}
      {survey ? (
        <div hidden={!shown}>
          <survey.Section name={section} onShown={onShown} />
        </div>
      ) : null}
    </form>
  )
}

const Waiting = ({ html }: { html: string }): JSX.Element =>
  html ? (
    <div id={FIRST_PAGE} inert dangerouslySetInnerHTML={{ __html: html }} />
  ) : (
    <Loading label="Chargement des questions…" />
  )
