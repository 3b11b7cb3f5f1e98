// The end of a trial, in the place of a receipt: what would have been received, which proves nothing.
import type { JSX } from 'preact'
import { instantText } from '../../forms/dates.ts'
import type { SubmissionView } from '../../forms/response-wire.ts'
import { AnswersView } from '../shared/answers-view.tsx'
import { CoherenceView } from '../shared/coherence-view.tsx'
import { Crumbs } from '../shared/crumbs.tsx'
import { Tag } from '../shared/status-tag.tsx'
import type { Dossier } from './load-response.ts'
import { RemovedAnswers } from './removed-answers.tsx'
import { standingOf } from './review-standing.ts'
import { StandingBanner } from './standing-banner.tsx'
import { freshSubmission } from './transmit.ts'

type Props = { readonly dossier: Dossier; readonly submission: SubmissionView }

export const TrialEnd = ({ dossier, submission, now }: Props & { readonly now: string }): JSX.Element => {
  const { response, definition, outline } = dossier
  const removed = freshSubmission(submission.reference)?.removed ?? []
  return (
    <div class="proof">
      <Crumbs steps={[{ label: response.formTitle, href: response.fillUrl }]} here="Fin de l’essai" />
      <StandingBanner dossier={dossier} standing={standingOf(response, now)} now={now} />
      <WouldBeReceived dossier={dossier} submission={submission} />
      {removed.length > 0 ? <RemovedAnswers outline={outline} removed={removed} /> : null}
      {submission.coherence && response.hasChecks ? (
        <CoherenceView coherence={submission.coherence} outline={outline} />
      ) : null}
      <section class="recap" aria-labelledby="recap">
        <h2 id="recap">Les réponses qui auraient été reçues</h2>
        <AnswersView
          response={response.id}
          definition={definition}
          answers={{ ...submission.answers, ...response.prefilled }}
          level={3}
        />
      </section>
    </div>
  )
}

const WouldBeReceived = ({ dossier: { response }, submission }: Props): JSX.Element => (
  <article class="card receipt">
    <p>
      <Tag tone="warn" icon="alert">
        ESSAI
      </Tag>
    </p>
    <h1>{response.campaignTitle} : les réponses passent les contrôles</h1>
    <p class="receipt-ref">
      <span class="sr-only">Référence : </span>
      {submission.reference}
    </p>
    <p>
      <strong>Ceci n’est pas un reçu :</strong> rien n’est transmis à la Caf, et rien n’est signé. À cet
      endroit, un partenaire trouve son reçu signé. Les documents, même obligatoires, n’ont pas été demandés.
    </p>
    <dl class="facts">
      <dt>Vérifié par le serveur</dt>
      <dd>{instantText(submission.receivedAt, response.zone, { seconds: true })}</dd>
      <dt>Essayé par</dt>
      <dd>{submission.by}</dd>
      <dt>Envoi d’essai</dt>
      <dd>n° {submission.number}</dd>
      <dt>Questionnaire</dt>
      <dd>brouillon, qui deviendrait la version {response.form.version}</dd>
    </dl>
    <div class="receipt-actions">
      <a class="btn" href={response.fillUrl}>
        Modifier les réponses
      </a>
      <button type="button" class="btn quiet" onClick={() => print()}>
        Imprimer
      </button>
    </div>
  </article>
)
