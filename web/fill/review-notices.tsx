// What a refused submission leaves to read, above the answers. Each takes the focus when it appears.
import type { ComponentChildren, JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { instantText } from '../../forms/dates.ts'
import type { Fault } from '../../forms/problems.ts'
import type { ApiProblem } from '../shared/api.ts'
import { Icon } from '../shared/icons.tsx'
import { changedSections, isResubmitted } from './changes.ts'
import { faultsBySection } from './faults.ts'
import { type Dossier, editHrefOf } from './load-response.ts'
import { whenText } from './save-state.ts'

const Notice = ({ tone, title, children }: NoticeProps): JSX.Element => {
  const place = useRef<HTMLElement>(null)
  useEffect(() => place.current?.focus(), [])
  return (
    <section class={`notice ${tone}`} ref={place} tabIndex={-1} aria-labelledby="avis">
      <h2 id="avis">
        <Icon name="alert" size={20} />
        {title}
      </h2>
      {children}
    </section>
  )
}
type NoticeProps = { tone: 'stop' | 'warn'; title: string; children: ComponentChildren }

/** Every fault of a refused submission, linked to where it is corrected. */
export const FaultsNotice = ({ dossier, faults }: { dossier: Dossier; faults: readonly Fault[] }) => {
  const editHref = editHrefOf(dossier.response)
  const sections = faultsBySection(dossier.outline, faults)
  const count = sections.reduce((sum, { questions }) => sum + questions.length, 0)
  return (
    <Notice
      tone="stop"
      title={`${count === 1 ? 'Une réponse est' : `${count} réponses sont`} à corriger ou à donner. Rien n’a été transmis.`}
    >
      {sections.map(({ name, title, questions }) => (
        <div key={title}>
          <h3>{title}</h3>
          <ul>
            {questions.map((question) => (
              <li key={`${question.name} ${question.words}`}>
                <a
                  href={(name && editHref(name, question.name)) || `#${question.at ?? `q-${question.name}`}`}
                >
                  {question.words}
                </a>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </Notice>
  )
}

/** What changed since the answers were reviewed; `after` is undefined until it has been read again. */
export const StaleNotice = ({ before, after, detail, now }: StaleProps): JSX.Element => (
  <Notice tone="warn" title={'Rien n’a été transmis\u00a0: le dossier a changé'}>
    <p>{detail}</p>
    {after ? <Changes before={before} after={after} now={now} /> : <p role="status">Lecture…</p>}
  </Notice>
)
type StaleProps = { before: Dossier; after: Dossier | undefined; detail: string; now: string }

const Changes = ({ before, after, now }: { before: Dossier; after: Dossier; now: string }): JSX.Element => {
  const { submission, zone } = after.response
  const sections = changedSections(before, after)
  return (
    <>
      {submission && isResubmitted(before, after) ? (
        <p>
          Un envoi a été reçu le {instantText(submission.receivedAt, zone)}, transmis par {submission.by} :
          c’est lui qui compte maintenant.
        </p>
      ) : null}
      {sections.map(({ title, by, at, questions }) => (
        <div key={title}>
          <h3>{title}</h3>
          {by && at ? (
            <p class="quiet-text">
              Modifiée {whenText(at, now, zone)} par {by}
            </p>
          ) : null}
          <ul>
            {questions.map(({ name, title: question }) => (
              <li key={name}>
                <a href={`#q-${name}`}>{question}</a>
              </li>
            ))}
          </ul>
        </div>
      ))}
      <p>
        {sections.length === 0
          ? 'Les réponses affichées ci-dessous n’ont pas changé.'
          : 'Les réponses ci-dessous sont à jour : relisez celles-ci, puis transmettez.'}
      </p>
    </>
  )
}

/** A refusal that nothing on this page can change. */
export const RefusedNotice = ({ problem }: { problem: ApiProblem }): JSX.Element => (
  <Notice
    tone="stop"
    title={`Rien n’a été transmis\u00a0: ${problem.document.title.replace(/^\p{Lu}/u, lower)}`}
  >
    <p>{problem.document.detail}</p>
    {problem.document.instance ? (
      <p class="quiet-text">
        Si vous contactez votre Caf, donnez cette référence : <code>{problem.document.instance}</code>
      </p>
    ) : null}
  </Notice>
)

const lower = (letter: string): string => letter.toLowerCase()
