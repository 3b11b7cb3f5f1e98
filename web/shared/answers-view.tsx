// Answers to read, without SurveyJS: the review before transmitting, the receipt's recap, the Caf's reading.
import type { JSX } from 'preact'
import type { Fault } from '../../forms/problems.ts'
import { AnswerTable, isTable } from './answer-tables.tsx'
import { answerAt, isBlank, sumOf, wordsOf } from './answer-text.ts'
import { DocumentLinks, DossierContext } from './document-links.tsx'
import { documentsIn } from './documents.ts'
import { type Forecast, gapWords, plannedWords } from './forecast.ts'
import { Icon } from './icons.tsx'
import { LastYear, type LastYearAnswers } from './last-year.tsx'
import { type Field, outlineOf, type SectionOutline } from './outline.ts'

export type AnswersViewProps = {
  /** The published SurveyJS JSON. */
  readonly definition: unknown
  /** By question; values the server prefills are among them. */
  readonly answers: Readonly<Record<string, unknown>>
  /** The sections to show; all of them by default. */
  readonly sections?: readonly string[]
  /** Where a section is filled, or one question of it; without an address it cannot be changed from here. */
  readonly editHref?: (section: string, question?: string) => string | undefined
  /** What is to correct: `pointer` is relative to the answers, `/question/…`. */
  readonly faults?: readonly Fault[]
  /** The forecast to show beside each line that has one. */
  readonly forecast?: Forecast | undefined
  /** The dossier they are of: its documents can then be fetched. */
  readonly response?: string
  /** What was answered the year before, to read beside. */
  readonly lastYear?: LastYearAnswers | undefined
  /** Of the sections' headings; 2 by default. */
  readonly level?: 2 | 3
}

/**
 * The answers by section: `<dl>`s, and tables for tables. A question under a condition is shown only if it was
 * answered or is at fault; HTML elements are not. A section is at `#s-<name>`, a question at `#q-<name>`.
 */
export const AnswersView = ({
  definition,
  answers,
  sections,
  editHref,
  faults = [],
  forecast,
  response,
  lastYear,
  level = 2,
}: AnswersViewProps): JSX.Element => (
  <DossierContext.Provider value={response}>
    {outlineOf(definition)
      .filter(({ name }) => sections?.includes(name) ?? true)
      .map((section) => (
        <SectionView
          key={section.name}
          {...{ section, answers, editHref, faults, forecast, lastYear, level }}
        />
      ))}
  </DossierContext.Provider>
)

type Shown = {
  section: SectionOutline
  answers: AnswersViewProps['answers']
  editHref: AnswersViewProps['editHref']
  faults: readonly Fault[]
  forecast: Forecast | undefined
  lastYear: LastYearAnswers | undefined
  level: 2 | 3
}

const SectionView = ({ section, answers, editHref, ...shown }: Shown): JSX.Element => {
  const { faults, forecast, lastYear, level } = shown
  const id = `s-${section.name}`
  const href = editHref?.(section.name)
  const [Heading, Subheading] = level === 2 ? (['h2', 'h3'] as const) : (['h3', 'h4'] as const)
  const blocks = section.blocks
    .map((block) => ({ ...block, fields: block.fields.filter((field) => isShown(field, answers, faults)) }))
    .filter(({ fields }) => fields.length > 0)
  return (
    <section class="card answers-section" id={id} aria-labelledby={`${id}-titre`}>
      <div class="answers-head">
        <Heading id={`${id}-titre`}>{section.title}</Heading>
        {href ? (
          <a href={href}>
            Modifier<span class="sr-only"> : {section.title}</span>
          </a>
        ) : null}
      </div>
      {blocks.length === 0 ? <p class="quiet-text">Aucune réponse dans cette partie.</p> : null}
      {blocks.map(({ title, fields }) => (
        <div key={fields[0]?.name}>
          {title ? <Subheading>{title}</Subheading> : null}
          <dl class="answers">
            {fields.map((field) => (
              <Answer
                key={field.name}
                field={field}
                answers={answers}
                faults={faultsOf(field, faults)}
                forecast={forecast}
                lastYear={lastYear}
                href={editHref?.(section.name, field.name)}
              />
            ))}
          </dl>
        </div>
      ))}
    </section>
  )
}

type AnswerProps = {
  field: Field
  answers: AnswersViewProps['answers']
  faults: readonly string[]
  forecast: Forecast | undefined
  lastYear: LastYearAnswers | undefined
  href: string | undefined
}

const Answer = ({ field, answers, faults, forecast, lastYear, href }: AnswerProps): JSX.Element => {
  const value = answerOf(field, answers)
  const wide = isTable(field) || (field.type === 'comment' && String(value ?? '').length > 160)
  const kinds = ['answer', wide ? 'wide' : '', faults.length > 0 ? 'faulty' : '']
  return (
    <div class={kinds.filter(Boolean).join(' ')} id={`q-${field.name}`} tabIndex={-1}>
      <dt>{field.title}</dt>
      <dd>
        <Value field={field} value={value} comment={answers[`${field.name}-Comment`]} forecast={forecast} />
        {forecast?.isCompared(field.name) ? <Planned {...{ field, value, forecast }} /> : null}
        {lastYear ? <LastYear {...{ field, answers, lastYear }} /> : null}
        {faults.map((fault) => (
          <p class="fault" key={fault}>
            <Icon name="alert" />
            {href ? <a href={href}>{fault}</a> : fault}
          </p>
        ))}
      </dd>
    </div>
  )
}

type ValueProps = { field: Field; value: unknown; comment: unknown; forecast: Forecast | undefined }

const Value = ({ field, value, comment, forecast }: ValueProps): JSX.Element => {
  if (isBlank(value)) return <span class="none">Sans réponse</span>
  if (isTable(field)) return <AnswerTable {...{ field, value, forecast }} />
  if (field.type === 'file') return <DocumentLinks documents={documentsIn(value)} />
  const words = wordsOf(field, value, comment)
  if (words.length === 1) return <div class="long">{words[0]}</div>
  return (
    <ul>
      {words.map((word) => (
        <li key={word}>{word}</li>
      ))}
    </ul>
  )
}

const Planned = ({ field, value, forecast }: Omit<ValueProps, 'comment'>): JSX.Element | null => {
  const planned = forecast?.plannedAt(`/${field.name}`)
  if (planned === undefined) return null
  const gap = gapWords(value, planned, field.money)
  return (
    <p class="planned">
      Prévu : {plannedWords(planned, field.money)}
      {gap ? ` · écart : ${gap}` : ''}
    </p>
  )
}

const isShown = (field: Field, answers: AnswersViewProps['answers'], faults: readonly Fault[]): boolean => {
  const optional = field.conditional || field.type === 'expression'
  return !optional || !isBlank(answerOf(field, answers)) || faultsOf(field, faults).length > 0
}

const answerOf = ({ name, type, expression }: Field, answers: AnswersViewProps['answers']): unknown =>
  type === 'expression' && isBlank(answers[name])
    ? sumOf(expression, (other) => answerAt(answers, other))
    : answers[name]

const faultsOf = ({ name }: Field, faults: readonly Fault[]): string[] => [
  ...new Set(faults.filter(({ pointer }) => pointer.split('/')[1] === name).map(({ detail }) => detail)),
]
