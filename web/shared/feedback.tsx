// What a page shows when it has nothing else to show: it waits, it failed, it is empty. Each says what happened,
// what is kept, and what to do next.
import type { ComponentChildren, JSX } from 'preact'
import { ApiProblem, NetworkFailure } from './api.ts'
import { Icon, type IconName } from './icons.tsx'
import { signIn } from './session.ts'
import type { Tone } from './status-tag.tsx'

/** A message across the page. `live` makes it spoken when it changes: `alert` at once, `status` when idle. */
export const Banner = ({ tone = 'info', live, end, children }: BannerProps): JSX.Element => (
  <div class={`banner ${tone}`} {...(live ? { role: live } : {})}>
    <p>{children}</p>
    {end ? <div class="end">{end}</div> : null}
  </div>
)
type BannerProps = {
  tone?: Exclude<Tone, 'neutral'>
  live?: 'status' | 'alert'
  /** What stands at the end of the line: an action, or when it was saved. */
  end?: ComponentChildren
  children: ComponentChildren
}

/** A remark within a page: what something costs, or what went wrong. */
export const Note = ({ tone = 'warn', children }: NoteProps): JSX.Element => (
  <p class={`note ${tone}`}>
    <Icon name="alert" />
    <span>{children}</span>
  </p>
)
type NoteProps = { tone?: 'warn' | 'stop'; children: ComponentChildren }

/** Waiting: a spoken sentence, and the place that what comes will take. */
export const Loading = ({ label, blocks = 3 }: { label: string; blocks?: number }): JSX.Element => (
  <div role="status">
    <p class="quiet-text">{label}</p>
    <div aria-hidden="true">
      {Array.from({ length: blocks }, (_, i) => (
        <div class="skeleton" key={i} />
      ))}
    </div>
  </div>
)

/** A whole page's message: nothing here yet, nothing found, nothing to do. */
export const StatePage = ({ icon, title, level = 1, actions, children }: StateProps): JSX.Element => {
  const Heading = level === 1 ? 'h1' : 'h2'
  return (
    <div class="card state">
      <Icon name={icon} size={36} />
      <Heading>{title}</Heading>
      {children}
      {actions ? <div class="state-actions">{actions}</div> : null}
    </div>
  )
}
type StateProps = {
  icon: IconName
  title: string
  level?: 1 | 2
  actions?: ComponentChildren
  children?: ComponentChildren
}

/** A failure in words: offline, session expired, not found, or what the problem document says. */
export const ErrorState = ({ error, onRetry }: { error: unknown; onRetry?: () => void }): JSX.Element => {
  const retry = onRetry ? (
    <button type="button" class="btn" onClick={onRetry}>
      Réessayer
    </button>
  ) : null
  if (error instanceof NetworkFailure) {
    return (
      <Alert icon="offline" title="Pas de connexion au serveur" actions={retry}>
        <p>
          Vérifiez votre connexion à Internet. Rien n’est perdu : ce que vous avez saisi reste gardé sur cet
          appareil.
        </p>
      </Alert>
    )
  }
  if (!(error instanceof ApiProblem)) {
    return (
      <Alert icon="alert" title="La page n’a pas pu s’afficher" actions={retry}>
        <p>Une erreur est survenue. Réessayez ; si elle revient, signalez-la à votre Caf.</p>
      </Alert>
    )
  }
  const { title, detail, instance } = error.document
  if (error.problem === 'not-signed-in') return <NotSignedIn />
  return (
    <Alert
      icon={error.problem === 'not-found' ? 'search' : 'alert'}
      title={title}
      actions={
        error.document.status < 429 ? (
          <a class="btn" href="/">
            Retour à l’accueil
          </a>
        ) : (
          retry
        )
      }
    >
      <p>{detail}</p>
      {instance ? (
        <p class="reference">
          Si vous contactez votre Caf, donnez cette référence : <code>{instance}</code>
        </p>
      ) : null}
    </Alert>
  )
}

/** Nobody has signed in yet, or the session has expired: the page cannot tell, and the way on is the same. */
const NotSignedIn = (): JSX.Element => (
  <Alert
    icon="lock"
    title="Connectez-vous pour continuer"
    actions={
      <button type="button" class="btn" onClick={() => signIn(location.pathname + location.search)}>
        Se connecter
      </button>
    }
  >
    <p>
      Vous n’êtes pas connecté, ou votre session a expiré. Une fois connecté, vous reviendrez à cette page. Ce
      que vous avez saisi est gardé sur cet appareil.
    </p>
  </Alert>
)

const Alert = (props: StateProps): JSX.Element => (
  <div role="alert">
    <StatePage {...props} />
  </div>
)
