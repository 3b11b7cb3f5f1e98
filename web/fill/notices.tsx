// What keeps somebody from filling a section or from having it saved: said once, above the questions, with what to do.
import type { ComponentChildren, JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { roleWords } from '../../forms/access.ts'
import { followUrl } from '../../forms/addresses.ts'
import { dayText, timeText } from '../../forms/dates.ts'
import { Banner } from '../shared/feedback.tsx'
import { signIn } from '../shared/session.ts'
import { quoted } from '../shared/words.ts'
import type { Filling } from './filling.ts'
import { hrefOf } from './place.ts'

export const Notices = ({ filling, section }: { filling: Filling; section: string }): JSX.Element => {
  const state = filling.saveState()
  const unsaved = filling.unsaved().length > 0
  const keptAt = filling.keptAt()
  const { zone } = filling.response()
  return (
    <>
      {keptAt ? (
        <Banner tone="warn" live="status">
          <strong>Hors connexion : ce dossier est ouvert avec ce que cet appareil en garde,</strong> tel qu’il
          était le {dayText(keptAt, zone)} à {timeText(keptAt, zone)}. Vous pouvez continuer à écrire : rien
          n’est envoyé avant le retour de la connexion, puis tout s’enregistre de soi-même.
        </Banner>
      ) : null}
      {filling.correction ? (
        <Banner tone="warn">
          <strong>La Caf vous demande :</strong> {quoted(filling.correction.message)}
          <AskedLinks filling={filling} />
        </Banner>
      ) : null}
      {filling.response().submission?.madeByCaf ? (
        <Banner tone="info" end={<a href={followUrl(filling.response().id)}>Voir avant et après</a>}>
          <strong>La Caf a corrigé vos réponses.</strong>{' '}
          {quoted(filling.response().submission?.madeByCaf?.reason ?? '')}.{' '}
          {filling.hasChanges()
            ? 'C’est sa version qui compte ; ce que vous n’avez pas transmis est gardé.'
            : 'Vous partez de sa version, qui compte.'}
        </Banner>
      ) : null}
      {filling.isOpen() && !filling.mayFill(section) ? (
        <WhoMayFill filling={filling} section={section} />
      ) : null}
      <MovedNotice filling={filling} />
      {state.kind === 'form-changed' ? <FormChanged /> : null}
      {state.kind === 'session-expired' ? <SessionExpired filling={filling} /> : null}
      {state.kind === 'refused' ? (
        <Banner tone="stop" live="alert">
          <Refused count={state.faults.length} message={state.message} />
        </Banner>
      ) : null}
      {state.kind === 'no-access' ? (
        <Banner tone="stop" live="alert">
          <strong>Vous n’avez plus accès à ce dossier, ou plus le rôle qui remplit cette partie.</strong> Vos
          dernières réponses ne sont pas enregistrées ; elles restent affichées ici et gardées sur cet
          appareil. Demandez à l’administrateur de votre organisation.
        </Banner>
      ) : null}
      {state.kind === 'closed' && unsaved ? (
        <Banner tone="stop" live="alert">
          <strong>Vos dernières réponses n’ont pas été enregistrées à temps.</strong> Elles restent affichées
          ici et gardées sur cet appareil, mais elles ne comptent pas.
        </Banner>
      ) : null}
      {filling.isReliable() ? null : (
        <Banner tone="warn">
          <strong>Cet appareil ne garde pas de copie de vos réponses.</strong> Avant de fermer cette page,
          attendez que « Enregistré » soit affiché.
        </Banner>
      )}
    </>
  )
}

/** So many answers are refused; or all of them together, as when they are too long. */
const Refused = ({ count, message }: { count: number; message: string }): JSX.Element => {
  if (count === 0)
    return (
      <>
        <strong>Vos réponses n’ont pas pu être enregistrées.</strong> {message} Elles sont gardées sur cet
        appareil.
      </>
    )
  return count === 1 ? (
    <>
      <strong>Une réponse est à corriger.</strong> Elle est gardée sur cet appareil ; corrigez-la pour que
      cette partie soit enregistrée.
    </>
  ) : (
    <>
      <strong>{count} réponses sont à corriger.</strong> Elles sont gardées sur cet appareil ; corrigez-les
      pour que cette partie soit enregistrée.
    </>
  )
}

/** Somebody has saved these answers in a later version: this page can only be loaded anew. */
const FormChanged = (): JSX.Element => (
  <Banner
    tone="stop"
    live="alert"
    end={
      <button type="button" class="btn" onClick={() => location.reload()}>
        Recharger la page
      </button>
    }
  >
    <strong>Le questionnaire a changé pendant que vous le remplissiez.</strong> Une partie de ces réponses a
    déjà été enregistrée dans la nouvelle version : vos dernières saisies ne sont pas enregistrées. Elles sont
    gardées sur cet appareil, et reprises quand vous rechargez la page.
  </Banner>
)

/** What a change of version left in the dossier; loaded where there was one. */
const MovedNotice = ({ filling }: { filling: Filling }): JSX.Element | null => {
  const [Part, setPart] = useState<typeof import('./moved-notice.tsx').MovedNotice>()
  const isMoved = filling.response().moved !== undefined
  useEffect(() => {
    if (isMoved) import('./moved-notice.tsx').then(({ MovedNotice: part }) => setPart(() => part))
  }, [isMoved])
  return Part ? <Part filling={filling} /> : null
}

/** The questions that the Caf points at, each with its way. */
const AskedLinks = ({ filling }: { filling: Filling }): JSX.Element | null => {
  const asked = filling.asked()
  if (asked.length === 0) return null
  return (
    <>
      {' '}
      Questions concernées :{' '}
      {asked.map(({ section, name, title }, i) => (
        <span key={name}>
          {i > 0 ? ', ' : ''}
          <a href={`${hrefOf(section)}#${encodeURIComponent(name)}`}>{title}</a>
        </span>
      ))}
      .
    </>
  )
}

const WhoMayFill = ({ filling, section }: { filling: Filling; section: string }): JSX.Element => {
  const role = filling.sections().find(({ name }) => name === section)?.role
  const people = role ? (filling.response().team[role] ?? []) : []
  return (
    <Banner tone="info">
      <strong>En lecture seule.</strong> Cette partie est remplie par les personnes qui ont le rôle{' '}
      {quoted(role ? roleWords[role] : '')} dans l’organisation {filling.response().organisationName}
      {people.length > 0 ? ` : ${people.join(', ')}` : ''}. Son administrateur peut donner ce rôle.
    </Banner>
  )
}

/** Typing goes on; signing in comes back to this very section. */
const SessionExpired = ({ filling }: { filling: Filling }): JSX.Element => {
  const again: ComponentChildren = (
    <button
      type="button"
      class="btn"
      onClick={() => signIn(location.pathname + location.search).catch(filling.flush)}
    >
      Se reconnecter
    </button>
  )
  return (
    <Banner tone="warn" live="alert" end={again}>
      <strong>Votre session a expiré.</strong> Vous pouvez continuer à écrire : vos réponses sont gardées sur
      cet appareil et seront enregistrées dès que vous serez reconnecté.
    </Banner>
  )
}
