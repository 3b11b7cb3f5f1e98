import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { followUrl } from '../../forms/addresses.ts'
import { deadlineText, instantText, zoneName } from '../../forms/dates.ts'
import type { ResponseView, SubmissionView } from '../../forms/response-wire.ts'
import { ApiProblem } from '../shared/api.ts'
import { extensionWords } from '../shared/deadline-words.ts'
import { Note } from '../shared/feedback.tsx'
import { Icon } from '../shared/icons.tsx'
import { Tag } from '../shared/status-tag.tsx'
import { downloadReceipt, type ReceiptKind } from './download-receipt.ts'
import { isChanged, type Standing } from './review-standing.ts'

type Props = { response: ResponseView; submission: SubmissionView; standing: Standing }

/** The receipt as people read it; the signed one is downloaded beside it. */
export const Receipt = ({ response, submission, standing }: Props): JSX.Element => (
  <article class="card receipt">
    <p>
      <Tag tone="ok" icon={standing === 'locked' ? 'double-check' : 'check'}>
        {standing === 'locked' ? `${doneBy(submission)}, validé par la Caf` : doneBy(submission)}
      </Tag>
    </p>
    <h1>
      {response.campaignTitle} : {doneBy(submission).toLowerCase().replace('caf', 'Caf')}
    </h1>
    <p class="receipt-ref">
      <span class="sr-only">Référence : </span>
      {submission.reference}
    </p>
    <Counts response={response} submission={submission} standing={standing} />
    <Facts response={response} submission={submission} />
    <Actions response={response} submission={submission} standing={standing} />
  </article>
)

const doneBy = ({ madeByCaf }: SubmissionView): string => (madeByCaf ? 'Corrigé par la Caf' : 'Transmis')

/** What counts now, and whether it can still be replaced. */
const Counts = ({ response, submission, standing }: Props): JSX.Element => {
  const limit = <strong>{deadlineText(response.closesAt, response.zone)}</strong>
  const open = standing === 'sent' || standing === 'changed' || standing === 'to-correct'
  const extended = open && standing !== 'to-correct' ? extensionWords(response) : undefined
  return (
    <p>
      <strong>
        {submission.madeByCaf ? 'C’est cette version qui compte' : 'C’est cet envoi qui compte'}
      </strong>
      {open ? (
        <>
          {' '}
          tant que vous n’en avez pas transmis un autre. Vous pouvez le modifier et transmettre à nouveau,
          avant la fin du {limit}.
        </>
      ) : standing === 'locked' ? (
        <>. La Caf l’a validé : il ne change plus.</>
      ) : (
        <>. L’échéance est passée ({limit}) : il ne peut plus être modifié.</>
      )}
      {submission.number > 1 ? <> Il remplace les envois précédents.</> : null}
      {extended ? ` ${extended}` : ''}
    </p>
  )
}

const Facts = ({ response, submission }: Omit<Props, 'standing'>): JSX.Element => (
  <dl class="facts">
    <dt>Reçu par le serveur</dt>
    <dd>
      {instantText(submission.receivedAt, response.zone, { seconds: true })} ({zoneName(response.zone)})
    </dd>
    <dt>{submission.madeByCaf ? 'Corrigé par' : 'Transmis par'}</dt>
    <dd>{submission.by}</dd>
    <dt>Organisation</dt>
    <dd>{response.organisationName}</dd>
    <dt>Projet</dt>
    <dd>{response.projectName}</dd>
    <dt>Destinataire</dt>
    <dd>{response.cafName}</dd>
    <dt>Envoi</dt>
    <dd>n° {submission.number}</dd>
    <dt>Questionnaire</dt>
    <dd>
      {response.formTitle} {response.schoolYear}, version {response.form.version}
    </dd>
    <dt>Empreinte des réponses (SHA-256)</dt>
    <dd>
      <code>{submission.sha256}</code>
    </dd>
  </dl>
)

const Actions = ({ response, submission, standing }: Props): JSX.Element => {
  const [failure, setFailure] = useState<string>()
  const download = (kind: ReceiptKind) => {
    setFailure(undefined)
    downloadReceipt(response.id, submission.reference, kind).catch((error) => setFailure(wordsOf(error)))
  }
  const editable = ['sent', 'changed', 'to-correct'].includes(standing) && response.may.save.length > 0
  return (
    <>
      <div role="alert">{failure ? <Note tone="stop">{failure}</Note> : null}</div>
      <div class="receipt-actions">
        <button type="button" class="btn" onClick={() => download('pdf')}>
          <Icon name="download" />
          Télécharger en PDF
        </button>
        <button type="button" class="btn quiet" onClick={() => print()}>
          Imprimer
        </button>
        {editable ? (
          <a class="btn quiet" href={response.fillUrl}>
            {isChanged(response) ? 'Reprendre mes modifications' : 'Modifier mes réponses'}
          </a>
        ) : null}
      </div>
      <details class="receipt-how">
        <summary>Pour les spécialistes : le reçu signé</summary>
        <p>
          Le reçu signé est un fichier (JWS, ES256) qui reprend ces faits. Le PDF le contient. Gardez-le :
          chacun peut <a href="/verifier/">le vérifier</a> contre{' '}
          <a href="/.well-known/jwks.json">nos clés publiques</a>.
        </p>
        <button type="button" class="btn quiet" onClick={() => download('jws')}>
          <Icon name="download" />
          Télécharger le reçu signé
        </button>
      </details>
      <p class="no-print">
        <a href={followUrl(response.id)}>
          {submission.number > 1 ? 'Suivi, messages et reçus des autres envois' : 'Suivi et messages'}
        </a>{' '}
        · <a href="/mes-demarches/">Retour à mes démarches</a>
      </p>
    </>
  )
}

const wordsOf = (error: unknown): string =>
  error instanceof ApiProblem
    ? `Le reçu n’a pas pu être téléchargé. ${error.document.detail}`
    : 'Le reçu n’a pas pu être téléchargé : le serveur n’a pas été joint. Votre envoi compte ; réessayez.'
