// What keeps the edits from being saved, or from being made: said once, above the editor, with what to do.
import type { JSX } from 'preact'
import { Banner } from '../shared/feedback.tsx'
import { signIn } from '../shared/session.ts'
import { ConflictNotice } from './conflict-notice.tsx'
import type { Editing } from './editing.ts'

export const StandingNotices = ({ editing }: { editing: Editing }): JSX.Element => {
  const state = editing.saveState()
  const isKept = editing.isReliable()
  return (
    <>
      <ConflictNotice editing={editing} />
      {editing.isGone() ? (
        <Banner
          tone="warn"
          live="alert"
          end={
            <button type="button" class="btn quiet" onClick={() => editing.startAgain()}>
              Reprendre dans un nouveau brouillon
            </button>
          }
        >
          <strong>Ce brouillon n’existe plus.</strong> Il a été publié ou abandonné. Ce qui est affiché ici
          est gardé ; <a href="/caf/questionnaires/">voir les questionnaires</a>.
        </Banner>
      ) : null}
      {state.kind === 'session-expired' ? (
        <Banner
          tone="warn"
          live="alert"
          end={
            <button
              type="button"
              class="btn quiet"
              onClick={() => signIn(location.pathname + location.search)}
            >
              Se reconnecter
            </button>
          }
        >
          <strong>Votre session a expiré.</strong>{' '}
          {isKept
            ? 'Continuez si vous voulez : vos modifications sont gardées sur cet appareil, et seront enregistrées quand vous serez reconnecté.'
            : 'Vos dernières modifications ne sont que dans cette page : reconnectez-vous dans un autre onglet, puis revenez ici.'}
        </Banner>
      ) : null}
      {state.kind === 'refused' ? (
        <Banner tone="stop" live="alert">
          <strong>Vos dernières modifications ne sont pas enregistrées.</strong> {state.message}
          {isKept ? ' Elles sont gardées sur cet appareil.' : ''}
        </Banner>
      ) : null}
      {state.kind === 'no-access' ? (
        <Banner tone="stop" live="alert">
          <strong>Vous ne pouvez plus modifier ce questionnaire.</strong> Votre rôle a changé, ou le brouillon
          a été abandonné. Vos dernières modifications restent affichées ici
          {isKept ? ' et gardées sur cet appareil' : ''}.
        </Banner>
      ) : null}
      {isKept ? null : (
        <Banner tone="warn">
          <strong>Cet appareil ne garde pas de copie de vos modifications.</strong> Avant de fermer cette
          page, attendez que « Enregistré » soit affiché : ce qui ne l’est pas serait perdu.
        </Banner>
      )}
    </>
  )
}

/** Who is editing, when it is not this tab. */
export const LockNotice = ({ editing }: { editing: Editing }): JSX.Element | null => {
  const standing = editing.standing()
  if (standing.kind !== 'other') return null
  const { lock, wasMine } = standing
  const isSelf = lock?.email === editing.me.email
  const unsent = editing.saveState().kind === 'locked'
  const kept = unsent
    ? ' Vos dernières modifications ne sont pas enregistrées : elles sont gardées ici, et vous seront proposées.'
    : ''
  return (
    <Banner
      tone={wasMine && lock ? 'warn' : 'info'}
      live={wasMine ? 'alert' : 'status'}
      end={
        <button type="button" class="btn quiet" onClick={() => editing.takeOver()}>
          Prendre la main
        </button>
      }
    >
      <strong>
        {lock
          ? isSelf
            ? 'Vous modifiez ce questionnaire dans un autre onglet.'
            : wasMine
              ? `${lock.name} a pris la main.`
              : `${lock.name} modifie ce questionnaire.`
          : 'Plus personne ne modifie ce questionnaire.'}
      </strong>{' '}
      {lock ? 'Vous le voyez en lecture seule.' : 'Prenez la main pour le modifier.'}
      {kept}
    </Banner>
  )
}
