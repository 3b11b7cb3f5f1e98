import type { JSX } from 'preact'
import { followUrl } from '../../forms/addresses.ts'
import { otherTitle } from '../../forms/asked-title.ts'
import { deadlineText, instantText, timeLeftText } from '../../forms/dates.ts'
import { shownStatus } from '../../forms/lifecycle.ts'
import type { ResponseSummary } from '../../forms/response-wire.ts'
import { DataMapLink } from '../shared/data-map-link.tsx'
import { DateLeaf } from '../shared/date-leaf.tsx'
import { correctionWords, extensionWords, NO_EXTENSION } from '../shared/deadline-words.ts'
import { Icon } from '../shared/icons.tsx'
import { StatusTag } from '../shared/status-tag.tsx'
import { quoted, unreadWords } from '../shared/words.ts'
import { groupOf, urgencyOf } from './due.ts'

type Props = { response: ResponseSummary; now: string; withOrganisation: boolean }

/** One response: for when, what, where it stands, and the one thing to do. */
export const ResponseCard = ({ response, now, withOrganisation }: Props): JSX.Element => {
  const status = shownStatus(response, now)
  const group = groupOf(response, now)
  const action = actionOf(response, status, group)
  const heading = `demarche-${response.id}`
  return (
    <article class={`card due ${group}`} aria-labelledby={heading}>
      {group === 'past' ? null : <DateBadge response={response} now={now} />}
      <div class="due-what">
        <h3 id={heading}>{response.campaignTitle}</h3>
        <p class="due-meta">
          Projet {quoted(response.projectName)}
          <Questionnaire response={response} />
          {withOrganisation ? <> · {response.organisationName}</> : null}
          {status === 'called' ? <> · environ {response.estimatedMinutes} min</> : null}
          {status === 'called' || status === 'draft' ? (
            <>
              {' '}
              ·{' '}
              <DataMapLink
                href={response.dataMapUrl}
                of={`${response.campaignTitle}, projet ${response.projectName}`}
              />
            </>
          ) : null}
        </p>
        <p class="due-status">
          <StatusTag status={status} />
        </p>
        <Facts response={response} now={now} status={status} />
        <FollowLink response={response} />
      </div>
      <a class={action.main ? 'btn' : 'btn quiet'} href={action.href}>
        {action.label}
        <span class="sr-only">
          {' '}
          : {response.campaignTitle}, projet {response.projectName}
        </span>
      </a>
    </article>
  )
}

/** The questionnaire’s own title, where that of the campaign does not say it. */
const Questionnaire = ({ response }: { response: ResponseSummary }): JSX.Element | null => {
  const other = otherTitle(response)
  return other ? <> · questionnaire {quoted(other)}</> : null
}

const DateBadge = ({ response, now }: { response: ResponseSummary; now: string }): JSX.Element => {
  const { closesAt, zone } = response
  const waits = groupOf(response, now) === 'due'
  const tone = waits ? urgencyOf(closesAt, now) : 'rest'
  return (
    <div class="date">
      <DateLeaf instant={closesAt} zone={zone} tone={tone} />
      {waits ? <span class={`left ${tone}`}>{timeLeftText(now, closesAt, zone)}</span> : null}
    </div>
  )
}

/** To what happened to it: the Caf's correction, and messages, those that nobody read counted. */
const FollowLink = ({ response }: { response: ResponseSummary }): JSX.Element => (
  <p class="due-fact">
    {response.madeByCaf ? (
      <>
        <a href={`${followUrl(response.id)}#corrections`}>Voir ce que la Caf a corrigé</a> ·{' '}
      </>
    ) : null}
    <a href={`${followUrl(response.id)}#messages`}>
      {response.unread === 0 ? 'Suivi et messages' : unreadWords(response.unread)}
      <span class="sr-only">
        {' '}
        : {response.campaignTitle}, projet {response.projectName}
      </span>
    </a>
    {response.mayGiveUp ? (
      <>
        {' '}
        ·{' '}
        <a href={`${followUrl(response.id)}#supprimer`}>
          Supprimer ce brouillon
          <span class="sr-only">
            {' '}
            : {response.campaignTitle}, projet {response.projectName}
          </span>
        </a>
      </>
    ) : null}
  </p>
)

type Shown = { response: ResponseSummary; now: string; status: ResponseSummary['status'] }

const Facts = ({ response, now, status }: Shown): JSX.Element => {
  const { closesAt, zone, submittedAt, reference, consequence } = response
  const open = closesAt > now
  return (
    <>
      {submittedAt ? (
        <p class="due-fact">
          {response.madeByCaf
            ? 'Corrigé par la Caf'
            : status === 'submitted' || status === 'validated'
              ? 'Transmis'
              : 'Dernier envoi'}{' '}
          le {instantText(submittedAt, zone)}
          {reference ? (
            <>
              {' '}
              · référence <strong class="ref">{reference}</strong>
            </>
          ) : null}
        </p>
      ) : null}
      {status === 'validated' ? null : (
        <p class="due-fact">
          {open ? limitWords[status] : 'Échéance passée :'} <strong>{deadlineText(closesAt, zone)}</strong>
        </p>
      )}
      <DeadlineNotes response={response} status={status} isOpen={open} />
      {status === 'to-correct' ? (
        <p class="note warn">
          <Icon name="back" />
          <span>
            {correctionWords(response)} Votre envoi compte toujours tant que vous n’en transmettez pas un
            autre.
          </span>
        </p>
      ) : null}
      {consequence && ['called', 'draft', 'missed'].includes(status) ? (
        <p class={status === 'missed' ? 'note stop' : 'note warn'}>
          <Icon name="alert" />
          {consequence}
        </p>
      ) : null}
    </>
  )
}

type NotesProps = { response: ResponseSummary; status: ResponseSummary['status']; isOpen: boolean }

/** That the deadline was moved, and why; or that it never will be. */
const DeadlineNotes = ({ response, status, isOpen }: NotesProps): JSX.Element | null => {
  const extended = extensionWords(response)
  if (extended && isOpen && status !== 'validated' && status !== 'to-correct') {
    return (
      <p class="note ok">
        <Icon name="calendar" />
        {extended}
      </p>
    )
  }
  if (response.extensions || !isOpen || !['called', 'draft'].includes(status)) return null
  return (
    <p class="note">
      <Icon name="lock" />
      {NO_EXTENSION}
    </p>
  )
}

const limitWords: Record<ResponseSummary['status'], string> = {
  called: 'À transmettre avant la fin du',
  draft: 'À transmettre avant la fin du',
  'to-correct': 'À corriger avant la fin du',
  submitted: 'Modifiable jusqu’au',
  validated: '',
  missed: '',
}

const actionOf = (
  { id, fillUrl, status: stored }: ResponseSummary,
  status: ResponseSummary['status'],
  group: string,
): { label: string; href: string; main: boolean } => {
  const receipt = `/recu/?dossier=${encodeURIComponent(id)}`
  if (group === 'due') {
    const label = stored === 'called' ? 'Commencer' : stored === 'draft' ? 'Reprendre' : 'Corriger'
    return { label, href: fillUrl, main: true }
  }
  if (status === 'missed' || group === 'reading') return { label: 'Consulter', href: fillUrl, main: false }
  const open = group === 'sent' && status === 'submitted'
  return { label: open ? 'Modifier ou voir le reçu' : 'Voir le reçu', href: receipt, main: false }
}
