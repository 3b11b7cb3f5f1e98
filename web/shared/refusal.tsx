// What went wrong with something that was asked for, where it was asked: in a dialog, above a form.
import type { JSX } from 'preact'
import { ApiProblem, NetworkFailure } from './api.ts'
import { Banner } from './feedback.tsx'
import { signIn } from './session.ts'

/** What is wrong, by the first member of the request it is in: `''` when it is in none. */
export type Faults = Readonly<Record<string, readonly string[]>>

/** The faults that a refusal names, field by field. */
export const faultsOf = (error: unknown): Faults => {
  if (!(error instanceof ApiProblem)) return {}
  const faults: Record<string, string[]> = {}
  for (const { pointer, detail } of error.document.errors ?? []) {
    const name = pointer.split('/')[1] ?? ''
    faults[name] = [...new Set([...(faults[name] ?? []), detail])]
  }
  return faults
}

/** Whether it was refused because somebody changed the thing since it was read. */
export const isStale = (error: unknown): boolean =>
  error instanceof ApiProblem && (error.problem === 'stale' || error.problem === 'concurrent-change')

/** A failure in one sentence, spoken at once: what happened and what to do. */
export const Refusal = ({ error }: { error: unknown }): JSX.Element => {
  if (error instanceof NetworkFailure) {
    return (
      <Banner tone="stop" live="alert">
        <strong>Pas de connexion au serveur.</strong> Rien ne dit que la demande est arrivée. Vérifiez votre
        connexion, puis recommencez : une demande répétée ne compte qu’une fois.
      </Banner>
    )
  }
  if (!(error instanceof ApiProblem)) {
    return (
      <Banner tone="stop" live="alert">
        <strong>Une erreur est survenue.</strong> Réessayez ; si elle revient, signalez-la.
      </Banner>
    )
  }
  const { title, detail } = error.document
  if (error.problem !== 'not-signed-in') {
    return (
      <Banner tone="stop" live="alert">
        <strong>{error.problem === 'stale' ? 'Cela a changé entre-temps' : title}.</strong> {detail}
      </Banner>
    )
  }
  return (
    <Banner
      tone="stop"
      live="alert"
      end={
        <button type="button" class="btn quiet" onClick={() => signIn(location.pathname + location.search)}>
          Se reconnecter
        </button>
      }
    >
      <strong>Votre session a expiré.</strong> Rien n’a été fait. Reconnectez-vous, puis recommencez.
    </Banner>
  )
}
