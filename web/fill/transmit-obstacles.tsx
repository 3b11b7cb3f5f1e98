// What stands between a person and the transmission: answers not given, answers not saved, a role not held.
import type { JSX } from 'preact'
import { roleWords } from '../../forms/access.ts'
import { confirmationOf, needsConfirmation } from '../../forms/confirmed.ts'
import { deadlineText } from '../../forms/dates.ts'
import { Note } from '../shared/feedback.tsx'
import type { Copies } from './device-copies.ts'
import { type Dossier, editHrefOf } from './load-response.ts'
import type { MissingSection } from './missing.ts'
import { saveStateText } from './save-state.ts'

/** The parts that surely lack answers. */
export const Missing = ({ dossier, missing }: MissingProps): JSX.Element | null => {
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

type MissingProps = { dossier: Dossier; missing: readonly MissingSection[] }

const lackWords = (untouched: boolean, count: number): string => {
  if (untouched) return 'pas commencée'
  return count === 1 ? '1 réponse' : `${count} réponses`
}

/** Answers that are on this device only: what is shown is not what would be sent. */
export const Kept = ({
  dossier,
  copies,
  now,
}: {
  dossier: Dossier
  copies: Copies
  now: string
}): JSX.Element => {
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

/** The parts that others fill and that nobody of them has confirmed: the server will not take the transmission. */
export const Unconfirmed = ({ dossier }: { dossier: Dossier }): JSX.Element | null => {
  const { form, sections, may, team } = dossier.response
  if (!needsConfirmation(form)) return null
  const waiting = form.sections.filter(
    ({ name }) => !may.confirm.includes(name) && !confirmationOf(sections[name]),
  )
  if (waiting.length === 0) return null
  return (
    <div class="missing">
      <h3>À confirmer par les personnes qui les remplissent</h3>
      <ul class="plain">
        {waiting.map(({ name, title, role }) => (
          <li key={name}>
            <a href={`#s-${name}`}>{title}</a>
            <span>{team[role]?.join(', ') || `personne n’a le rôle « ${roleWords[role]} »`}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** To someone who may not transmit: who may, and until when. */
export const WhoTransmits = ({ dossier }: { dossier: Dossier }): JSX.Element => {
  const { me, response } = dossier
  const approvers = response.team.approbateur ?? []
  const isMember = me.memberships.some(({ organisationId }) => organisationId === response.organisationId)
  if (!isMember) return <p>Votre compte permet de lire ce dossier, pas de le transmettre.</p>
  return (
    <>
      <p>
        <strong>Vous ne pouvez pas transmettre vous-même.</strong> Dans votre organisation (
        {response.organisationName}), une personne qui a le rôle « approbateur » doit ouvrir cette page et
        transmettre avant la fin du {deadlineText(response.closesAt, response.zone)}.
      </p>
      <p>
        {approvers.length > 0 ? `Prévenez ${approvers.join(', ')}` : 'Personne n’a ce rôle pour le moment'} :
        vos réponses enregistrées attendent. L’administrateur de votre organisation peut donner ce rôle.
      </p>
    </>
  )
}
