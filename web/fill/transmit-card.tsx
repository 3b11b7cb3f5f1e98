import type { ComponentChildren, JSX } from 'preact'
import { deadlineText } from '../../forms/dates.ts'
import { Icon } from '../shared/icons.tsx'
import { signIn } from '../shared/session.ts'
import type { Copies } from './device-copies.ts'
import { type Dossier, editHrefOf, receiptUrl } from './load-response.ts'
import type { MissingSection } from './missing.ts'
import { saveStateText } from './save-state.ts'
import { isToSend, type Standing } from './standing.ts'
import type { Outcome } from './transmit.ts'

type Props = {
  dossier: Dossier
  standing: Standing
  missing: readonly MissingSection[]
  copies: Copies | undefined
  sending: boolean
  /** What became of the last try, where the person may simply try again. */
  outcome: Outcome | undefined
  now: string
  onSend: () => void
}

/** The one thing to do on this page: transmit, or go where something can be done. */
export const TransmitCard = (props: Props): JSX.Element => {
  const { dossier, standing } = props
  const { response } = dossier
  if (!isToSend(standing)) return <NothingToSend dossier={dossier} standing={standing} />
  return (
    <section class="card" id="transmettre" aria-labelledby="transmettre-titre">
      <h2 id="transmettre-titre" class="transmit-title">
        Transmettre à la {response.cafName}
      </h2>
      <Missing dossier={dossier} missing={props.missing} />
      {props.copies ? <Kept dossier={dossier} copies={props.copies} now={props.now} /> : null}
      {response.may.submit ? <Transmit {...props} /> : <WhoTransmits dossier={dossier} />}
    </section>
  )
}

const Transmit = ({ dossier, standing, sending, copies, outcome, onSend }: Props): JSX.Element => {
  const { closesAt, zone, consequence } = dossier.response
  const unknown = outcome?.kind === 'unknown'
  return (
    <>
      <p>
        Vos réponses sont vérifiées, puis vous recevez un reçu signé. Vous pourrez encore les modifier et
        transmettre à nouveau, avant la fin du {deadlineText(closesAt, zone)}.
      </p>
      {consequence && standing === 'never-sent' ? <Note>{consequence}</Note> : null}
      <div role="alert">{outcome ? <Failure outcome={outcome} /> : null}</div>
      <button type="button" class="btn" aria-disabled={sending || copies !== undefined} onClick={onSend}>
        {sending ? 'Transmission en cours…' : unknown ? 'Réessayer l’envoi' : 'Transmettre'}
      </button>
    </>
  )
}

const Failure = ({ outcome }: { outcome: Outcome }): JSX.Element | null => {
  if (outcome.kind === 'unknown') {
    return (
      <Note tone="stop">
        <strong>Nous n’avons pas reçu de réponse du serveur.</strong> Votre envoi est peut-être arrivé,
        peut-être pas. Vérifiez votre connexion, puis réessayez : c’est le même envoi, il ne comptera qu’une
        fois.
      </Note>
    )
  }
  if (outcome.kind !== 'refused') return null
  const { problem } = outcome
  return (
    <Note tone="stop">
      <strong>Rien n’a été transmis.</strong> {problem.document.detail}{' '}
      {problem.problem === 'not-signed-in' ? (
        <button type="button" class="link" onClick={() => signIn(location.pathname + location.search)}>
          Se connecter
        </button>
      ) : null}
    </Note>
  )
}

const Missing = ({ dossier, missing }: Pick<Props, 'dossier' | 'missing'>): JSX.Element | null => {
  if (missing.length === 0) return null
  const editHref = editHrefOf(dossier.response)
  return (
    <div class="missing">
      <h3>Encore à compléter</h3>
      <ul class="plain">
        {missing.map(({ name, title, untouched, faults }) => (
          <li key={name}>
            <a href={editHref(name) ?? `#s-${name}`}>{title}</a>
            <span>{lackWords(untouched, faults.length)}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}

const lackWords = (untouched: boolean, count: number): string => {
  if (untouched) return 'pas commencée'
  return count === 1 ? '1 réponse' : `${count} réponses`
}

/** Answers that are on this device only: what is shown is not what would be sent. */
const Kept = ({ dossier, copies, now }: { dossier: Dossier; copies: Copies; now: string }): JSX.Element => {
  const { response, outline } = dossier
  const titles = outline.filter(({ name }) => copies.sections.includes(name)).map(({ title }) => title)
  const { kind } = copies.state
  return (
    <div role="status">
      <Note tone="warn">
        <strong>Des réponses sont gardées sur cet appareil seulement</strong> ({titles.join(', ')}).{' '}
        {kind === 'closed'
          ? 'Elles n’ont pas été enregistrées avant l’échéance : elles ne comptent pas.'
          : `${saveStateText(copies.state, now, response.zone)}. `}
        {kind === 'saving' || kind === 'closed' ? null : (
          <>
            Vous pourrez transmettre dès qu’elles seront enregistrées.{' '}
            <a href={response.fillUrl}>Ouvrir le questionnaire</a>
          </>
        )}
      </Note>
    </div>
  )
}

const WhoTransmits = ({ dossier }: { dossier: Dossier }): JSX.Element => {
  const { me, response } = dossier
  const isMember = me.memberships.some(({ organisationId }) => organisationId === response.organisationId)
  if (!isMember) return <p>Votre compte permet de lire ce dossier, pas de le transmettre.</p>
  return (
    <>
      <p>
        <strong>Vous ne pouvez pas transmettre vous-même.</strong> Une personne de {response.organisationName}{' '}
        qui a le rôle « approbateur » doit ouvrir cette page et transmettre avant la fin du{' '}
        {deadlineText(response.closesAt, response.zone)}.
      </p>
      <p>
        Prévenez-la : vos réponses enregistrées l’attendent. Si personne n’a ce rôle, l’administrateur de
        votre organisation peut le donner.
      </p>
    </>
  )
}

const NothingToSend = ({ dossier, standing }: Pick<Props, 'dossier' | 'standing'>): JSX.Element => {
  const { response } = dossier
  const receipt = standing !== 'missed'
  return (
    <section class="card" id="transmettre" aria-labelledby="transmettre-titre">
      <h2 id="transmettre-titre" class="transmit-title">
        {receipt ? 'Votre envoi' : 'Rien n’a été transmis'}
      </h2>
      <div class="stack">
        <a class="btn" href={receipt ? receiptUrl(response.id) : '/mes-demarches/'}>
          {receipt ? 'Voir le reçu' : 'Retour à mes démarches'}
        </a>
        {standing === 'sent' && response.may.save.length > 0 ? (
          <p>
            <a href={response.fillUrl}>Modifier mes réponses</a>
          </p>
        ) : null}
      </div>
    </section>
  )
}

const Note = ({ tone = 'warn', children }: { tone?: 'warn' | 'stop'; children: ComponentChildren }) => (
  <p class={`note ${tone}`}>
    <Icon name="alert" />
    <span>{children}</span>
  </p>
)
