import type { JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { Fault } from '../../forms/problems.ts'
import { Icon } from '../shared/icons.tsx'
import type { SectionOutline } from '../shared/outline.ts'
import { faultsBySection } from './faults.ts'
import { hrefOf } from './place.ts'

type Props = {
  readonly outline: readonly SectionOutline[]
  /** As the server told them: pointers into the request. */
  readonly faults: readonly Fault[]
  readonly onGo: (section: string, question?: string) => void
}

/** What the server found in the answers, each with the way to its question. It takes the focus when it appears. */
export const CorrectionFaults = ({ outline, faults, onGo }: Props): JSX.Element | null => {
  const place = useRef<HTMLElement>(null)
  const inAnswers = faults
    .filter(({ pointer }) => pointer.startsWith('/answers'))
    .map((fault) => ({ ...fault, pointer: fault.pointer.replace(/^\/answers/, '') }))
  const isShown = inAnswers.length > 0
  useEffect(() => {
    if (isShown) place.current?.focus()
  }, [isShown])
  if (!isShown) return null
  return (
    <section class="notice" ref={place} tabIndex={-1} aria-labelledby="a-corriger">
      <h3 id="a-corriger">
        <Icon name="alert" size={20} /> Des réponses sont à revoir. Rien n’a été enregistré.
      </h3>
      {faultsBySection(outline, inAnswers).map(({ name, title, questions }) => (
        <div key={name}>
          <h4>{title}</h4>
          <ul>
            {questions.map((question) => (
              <li key={`${question.name} ${question.words}`}>
                {name ? (
                  <a
                    href={`${hrefOf(name)}#${encodeURIComponent(question.name)}`}
                    onClick={(event) => {
                      event.preventDefault()
                      onGo(name, question.name)
                    }}
                  >
                    {question.words}
                  </a>
                ) : (
                  question.words
                )}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}
