import { Fragment, type JSX } from 'preact'
import { deadlineText, instantText, zoneName } from '../../forms/dates.ts'
import type { ResponseStatus } from '../../forms/nouns/history.ts'
import type { ResponseView } from '../../forms/response-wire.ts'
import { hasPendingDraft } from '../../forms/working-answers.ts'
import { Banner } from '../shared/feedback.tsx'

/** What the answers below are worth. */
export const Standing = ({ response, status }: StandingProps): JSX.Element | null => {
  const revisions = Object.entries(response.sections).map(([name, { revision }]) => [name, revision])
  if (!response.submission) {
    return (
      <Banner tone={status === 'missed' ? 'stop' : 'warn'}>
        <strong>Non transmis.</strong>{' '}
        {status === 'missed'
          ? 'L’échéance est passée : le brouillon ci-dessous ne compte pas et ne changera plus.'
          : 'Les réponses ci-dessous sont un brouillon : elles ne comptent pas et peuvent encore changer.'}
      </Banner>
    )
  }
  if (status === 'to-correct' && response.correction) return <Asked response={response} />
  if (!hasPendingDraft(Object.fromEntries(revisions), response.submission)) return null
  return (
    <Banner tone="info">
      <strong>Des modifications ne sont pas transmises.</strong> Le partenaire a repris son brouillon depuis
      cet envoi. Ce qui suit est ce qui compte ; son brouillon lui est gardé.
    </Banner>
  )
}

const Asked = ({ response }: { response: ResponseView }): JSX.Element => (
  <Banner tone="warn">
    <strong>Correction demandée</strong> par {response.correction?.by} : « {response.correction?.message} »
    Elle est attendue avant la fin du {deadlineText(response.closesAt, response.zone)}. L’envoi ci-dessous
    compte toujours.
  </Banner>
)

type StandingProps = { response: ResponseView; status: ResponseStatus }

/** What was sent, and until when it may be. */
export const SubmissionFacts = ({ response }: { response: ResponseView }): JSX.Element => {
  const { submission, zone } = response
  return (
    <dl class="side-facts">
      {submission ? (
        <>
          <dt>Référence</dt>
          <dd>
            <strong class="ref">{submission.reference}</strong>
          </dd>
          <dt>Reçu par le serveur</dt>
          <dd>
            {instantText(submission.receivedAt, zone, { seconds: true })} ({zoneName(zone)})
          </dd>
          <dt>{submission.madeByCaf ? 'Corrigé par' : 'Transmis par'}</dt>
          <dd>{submission.by}</dd>
          <dt>Envoi</dt>
          <dd>n° {submission.number}</dd>
          <dt>Empreinte des réponses</dt>
          <dd>
            <code>{submission.sha256}</code>
          </dd>
        </>
      ) : (
        <>
          <dt>Reçu par le serveur</dt>
          <dd>Rien n’a été transmis</dd>
        </>
      )}
      <dt>Échéance</dt>
      <dd>
        {deadlineText(response.closesAt, zone)}
        {extensionWords(response)}
      </dd>
      <dt>Version du questionnaire</dt>
      <dd>{response.form.version}</dd>
    </dl>
  )
}

/** Why the deadline is not the one that was announced first. */
const extensionWords = ({ extension, deadlineFrom, status }: ResponseView): string => {
  if (status === 'to-correct') return ', pour corriger'
  if (extension) return `, prolongée par ${extension.by} : ${extension.reason}`
  return deadlineFrom === 'own' ? ', propre à ce dossier' : ''
}

/** Who stands by each part of what was sent, where several roles fill them. */
export const Confirmations = ({ response }: { response: ResponseView }): JSX.Element | null => {
  const { submission, form, zone } = response
  if (!submission?.confirmations) return null
  return (
    <>
      <h3>Parties confirmées</h3>
      <dl class="side-facts">
        {form.sections.map(({ name, title }) => {
          const confirmation = submission.confirmations?.[name]
          return confirmation ? (
            <Fragment key={name}>
              <dt>{title}</dt>
              <dd>
                {confirmation.by}, le {instantText(confirmation.at, zone)}
              </dd>
            </Fragment>
          ) : null
        })}
      </dl>
    </>
  )
}
