import type { JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { receiptUrl } from '../../forms/addresses.ts'
import { deadlineText } from '../../forms/dates.ts'
import type { Finding } from '../../forms/findings.ts'
import { Note } from '../shared/feedback.tsx'
import { signIn } from '../shared/session.ts'
import type { Copies } from './device-copies.ts'
import type { Dossier } from './load-response.ts'
import type { MissingSection } from './missing.ts'
import { isToSend, type Standing } from './review-standing.ts'
import { ToSettle } from './to-settle.tsx'
import type { Outcome } from './transmit.ts'
import { Kept, Missing, Unconfirmed, WhoTransmits } from './transmit-obstacles.tsx'
import type { Untaken } from './untaken.ts'

type Props = {
  dossier: Dossier
  standing: Standing
  missing: readonly MissingSection[]
  /** What the coherence rules find, explanations included. */
  findings: readonly Finding[]
  /** What was typed here and could not be taken. */
  untaken: readonly Untaken[]
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
        {response.trial ? 'Transmettre (essai)' : `Transmettre à la ${response.cafName}`}
      </h2>
      <Missing dossier={dossier} missing={props.missing} />
      <ToSettle dossier={dossier} findings={props.findings} untaken={props.untaken} />
      <Unconfirmed dossier={dossier} />
      {props.copies ? <Kept dossier={dossier} copies={props.copies} now={props.now} /> : null}
      {response.may.submit ? <Transmit {...props} /> : <WhoTransmits dossier={dossier} />}
    </section>
  )
}

const Transmit = ({ dossier, standing, sending, copies, outcome, onSend }: Props): JSX.Element => {
  const { closesAt, zone, consequence, trial } = dossier.response
  const unknown = outcome?.kind === 'unknown'
  const button = useRef<HTMLButtonElement>(null)
  // What is said above the button pushes it down, maybe out of sight.
  useEffect(() => {
    if (outcome?.kind === 'unknown' || outcome?.kind === 'refused') {
      button.current?.scrollIntoView({ block: 'nearest' })
    }
  }, [outcome])
  return (
    <>
      {trial ? (
        <p>
          Les réponses sont vérifiées comme à un véritable envoi. Rien n’est transmis : vous voyez ensuite ce
          que la Caf aurait reçu.
        </p>
      ) : (
        <p>
          Vos réponses sont vérifiées, puis vous recevez un reçu signé. Vous pourrez encore les modifier et
          transmettre à nouveau, avant la fin du {deadlineText(closesAt, zone)}.
        </p>
      )}
      {consequence && standing === 'never-sent' ? <Note>{consequence}</Note> : null}
      <div role="alert">{outcome ? <Failure outcome={outcome} /> : null}</div>
      <button
        type="button"
        class="btn"
        ref={button}
        aria-disabled={sending || copies !== undefined}
        onClick={onSend}
      >
        {sending
          ? 'Transmission en cours…'
          : unknown
            ? 'Réessayer l’envoi'
            : trial
              ? 'Transmettre (essai)'
              : 'Transmettre'}
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
  if (outcome.kind === 'unsaved') {
    return (
      <Note tone="stop">
        <strong>Rien n’a été transmis.</strong> Vos explications ne sont pas encore enregistrées par le
        serveur. Vérifiez votre connexion, puis réessayez.
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

const NothingToSend = ({ dossier, standing }: Pick<Props, 'dossier' | 'standing'>): JSX.Element => {
  const { response } = dossier
  const receipt = standing !== 'missed'
  if (response.trial) return <TrialSent response={response} />
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

const TrialSent = ({ response }: Pick<Dossier, 'response'>): JSX.Element => (
  <section class="card" id="transmettre" aria-labelledby="transmettre-titre">
    <h2 id="transmettre-titre" class="transmit-title">
      Essai transmis
    </h2>
    <div class="stack">
      <a class="btn" href={receiptUrl(response.id)}>
        Voir ce qui aurait été reçu
      </a>
      <p>
        <a href={response.fillUrl}>Modifier les réponses</a>
      </p>
    </div>
  </section>
)
