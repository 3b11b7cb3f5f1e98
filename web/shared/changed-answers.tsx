// What was changed in answers, question by question: before and after.
import type { JSX } from 'preact'
import type { AnswerChange } from '../../forms/answer-changes.ts'
import { linksTo } from './document-links.tsx'
import { OneAnswer, placeOf, stepsOf } from './one-answer.tsx'
import type { SectionOutline } from './outline.ts'

type Props = {
  readonly outline: readonly SectionOutline[]
  readonly changes: readonly AnswerChange[]
  /** What the two sides are called. */
  readonly sides?: readonly [before: string, after: string]
  /** Of the sections' headings. */
  readonly level?: 3 | 4
  /** Where a question is; without an address its title is no link. */
  readonly hrefOf?: (section: string, question: string) => string | undefined
}

/** The fields that changed, by section. */
export const ChangedAnswers = ({
  outline,
  changes,
  sides = ['Avant', 'Après'],
  level = 3,
  hrefOf,
}: Props): JSX.Element => {
  const Heading = level === 3 ? 'h3' : 'h4'
  const placed = changes.map((change) => ({ change, ...placeOf(outline, stepsOf(change.pointer)) }))
  const bySection = Map.groupBy(placed, ({ section }) => section)
  return (
    <>
      {[...bySection].map(([section, fields]) => (
        <div class="changes" key={section?.name ?? ''}>
          <Heading>{section?.title ?? 'Autres'}</Heading>
          <ul class="plain">
            {fields.map(({ change, title, field, question }) => {
              const href = section && hrefOf?.(section.name, question)
              return (
                <li key={change.pointer}>
                  <p class="change-title">{href ? <a href={href}>{title}</a> : title}</p>
                  <dl class="change">
                    <div>
                      <dt>{sides[0]}</dt>
                      <dd>
                        <OneAnswer field={field} value={change.before} documents={linksTo} />
                      </dd>
                    </div>
                    <div class="after">
                      <dt>{sides[1]}</dt>
                      <dd>
                        <OneAnswer field={field} value={change.after} documents={linksTo} />
                      </dd>
                    </div>
                  </dl>
                </li>
              )
            })}
          </ul>
        </div>
      ))}
    </>
  )
}
