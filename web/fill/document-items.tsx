// The documents of a question, one line each: kept by the server, or on their way to it.
import type { ComponentChildren, JSX } from 'preact'
import { dayText } from '../../forms/dates.ts'
import { DocumentLink, factsText } from '../shared/document-links.tsx'
import type { DocumentAnswer } from '../shared/documents.ts'
import { Note } from '../shared/feedback.tsx'
import { Icon } from '../shared/icons.tsx'
import { signIn } from '../shared/session.ts'
import { quoted } from '../shared/words.ts'
import type { DocumentDesk } from './document-desk.ts'
import type { Question } from './survey-parts.ts'
import type { Upload, UploadState } from './uploads.ts'

/** Does something that may take away what was pressed. */
export type Act = (what: () => unknown) => () => void

type GivenProps = {
  readonly question: Question
  readonly documents: readonly DocumentAnswer[]
  readonly desk: DocumentDesk
  readonly act: Act
}

/** What the answer names. */
export const GivenDocuments = ({ question, documents, desk, act }: GivenProps): JSX.Element | null => {
  if (documents.length === 0)
    return question.isInputReadOnly ? <p class="quiet-text">Aucun document.</p> : null
  const remove = ({ content, name }: DocumentAnswer) => {
    if (confirm(`Retirer ${quoted(name)} ?`)) desk.remove(question.name, content)
  }
  return (
    <ul class="documents-list plain">
      {documents.map((document) => {
        const known = desk.facts(document.content)
        const facts = factsText(document, known?.size)
        return (
          <li key={document.content} class="kept">
            <Icon name="check" />
            <div class="document-what">
              <DocumentLink response={desk.response} document={document} />
              <span class="quiet-text">
                {facts}
                {known ? `${facts ? ', ' : ''}déposé le ${dayText(known.givenAt, desk.zone)}` : ''}
              </span>
            </div>
            {question.isInputReadOnly ? null : (
              <button type="button" class="link" onClick={act(() => remove(document))}>
                Retirer<span class="sr-only"> {document.name}</span>
              </button>
            )}
          </li>
        )
      })}
    </ul>
  )
}

type UploadsProps = { readonly uploads: readonly Upload[]; readonly desk: DocumentDesk; readonly act: Act }

/** What is on its way, or did not get through. */
export const UploadItems = ({ uploads, desk, act }: UploadsProps): JSX.Element | null =>
  uploads.length === 0 ? null : (
    <ul class="documents-list plain">
      {uploads.map(({ key, name, state }) => (
        <li key={key} class={looks[state.kind]}>
          <div class="document-what">
            {name ? <span class="document-name">{name}</span> : null}
            <Progress name={name} state={state} />
          </div>
          <div class="document-acts">
            {state.kind === 'session-expired' ? (
              <button type="button" class="link" onClick={signInAgain}>
                Se reconnecter
              </button>
            ) : null}
            {state.kind === 'cut' || state.kind === 'session-expired' ? (
              <button type="button" class="link" onClick={act(() => desk.uploads.retry(key))}>
                Réessayer<span class="sr-only"> : {name}</span>
              </button>
            ) : null}
            <button type="button" class="link" onClick={act(() => desk.uploads.cancel(key))}>
              {state.kind === 'refused' ? 'Fermer' : 'Annuler'}
              <span class="sr-only"> : {name || 'ce message'}</span>
            </button>
          </div>
        </li>
      ))}
    </ul>
  )

const looks = {
  waiting: 'coming',
  sending: 'coming',
  checking: 'coming',
  cut: 'cut',
  'session-expired': 'cut',
  refused: 'refused',
} as const

const Progress = ({ name, state }: { name: string; state: UploadState }): JSX.Element => {
  switch (state.kind) {
    case 'waiting':
      return <span class="quiet-text">En attente d’envoi</span>
    case 'sending':
      return (
        <>
          <progress max={1} value={state.sent} aria-label={`Envoi de ${name}`} />
          <span class="quiet-text">Envoi : {Math.floor(state.sent * 100)} %</span>
        </>
      )
    case 'checking':
      return <span class="quiet-text">En vérification…</span>
    case 'cut':
      return (
        <Failure tone="warn">
          L’envoi a été coupé : ce document n’est pas déposé. Il repartira quand la connexion reviendra, ou
          quand vous réessaierez.
        </Failure>
      )
    case 'session-expired':
      return (
        <Failure tone="warn">
          Votre session a expiré : ce document n’est pas déposé.{' '}
          {state.isKept
            ? 'Il est gardé sur cet appareil et partira dès que vous serez reconnecté.'
            : 'Reconnectez-vous, puis choisissez-le de nouveau.'}
        </Failure>
      )
    case 'refused':
      return <Failure tone="stop">{state.message}</Failure>
  }
}

const Failure = ({ tone, children }: { tone: 'warn' | 'stop'; children: ComponentChildren }): JSX.Element => (
  <div role="alert">
    <Note tone={tone}>{children}</Note>
  </div>
)

/** A sign-in that cannot begin leaves all as it is. */
const signInAgain = (): void => {
  signIn(location.pathname + location.search).catch(() => undefined)
}
