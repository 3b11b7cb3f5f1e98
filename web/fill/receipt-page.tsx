// /recu/?dossier=: the proof of what was received and when, what counts now, and the answers it is about.

import './fill-parts.ts'
import type { JSX } from 'preact'
import { useEffect } from 'preact/hooks'
import { reviewUrl } from '../../forms/addresses.ts'
import { AnswersView } from '../shared/answers-view.tsx'
import { CoherenceView } from '../shared/coherence-view.tsx'
import { Crumbs } from '../shared/crumbs.tsx'
import { Banner, ErrorState, Loading, StatePage } from '../shared/feedback.tsx'
import { mount } from '../shared/mount.tsx'
import { Shell } from '../shared/shell.tsx'
import { usePage } from '../shared/use-page.ts'
import { quoted } from '../shared/words.ts'
import { CafCorrection } from './caf-correction.tsx'
import { KeptNote } from './kept-note.tsx'
import { type Dossier, loadAsSent } from './load-response.ts'
import { Receipt } from './receipt.tsx'
import { RemovedAnswers } from './removed-answers.tsx'
import { ResponseHistory } from './response-history.tsx'
import { isChanged, standingOf } from './review-standing.ts'
import { StandingBanner } from './standing-banner.tsx'
import { freshSubmission } from './transmit.ts'
import { TrialEnd } from './trial-end.tsx'
import { useNow } from './use-now.ts'

const ReceiptPage = (): JSX.Element => {
  const { me, loaded, again } = usePage(loadAsSent)
  const dossier = loaded.state === 'ready' ? loaded.value : undefined
  return (
    <Shell me={me} caf={dossier?.response.cafName} current="/mes-demarches/">
      {loaded.state === 'failed' ? <ErrorState error={loaded.error} onRetry={again} /> : null}
      {loaded.state === 'loading' ? (
        <>
          <h1>Reçu</h1>
          <Loading label="Chargement du reçu…" />
        </>
      ) : null}
      {dossier ? <Content dossier={dossier} /> : null}
    </Shell>
  )
}

const Content = ({ dossier }: { dossier: Dossier }): JSX.Element => {
  const { response, definition } = dossier
  const { submission } = response
  const now = useNow(response)
  const standing = standingOf(response, now)
  useEffect(() => {
    document.title = `Reçu ${submission?.reference ?? ''}, ${response.campaignTitle} · Échéance`
  }, [response, submission])
  if (!submission) return <NothingSent dossier={dossier} />
  if (response.trial) return <TrialEnd dossier={dossier} submission={submission} now={now} />
  const fresh = freshSubmission(submission.reference)
  const steps = [{ label: 'Mes démarches', href: '/mes-demarches/' }]
  return (
    <div class="proof">
      <Crumbs steps={steps} here="Reçu" />
      {fresh ? (
        <Banner tone="ok" live="status">
          <strong>C’est transmis.</strong> Votre envoi est reçu et enregistré par le serveur.
        </Banner>
      ) : null}
      {standing === 'to-correct' || isChanged(response) ? (
        <StandingBanner
          dossier={dossier}
          standing={standing}
          now={now}
          end={<a href={reviewUrl(response.id)}>Relire</a>}
        />
      ) : null}
      <CafCorrection dossier={dossier} />
      <Receipt response={response} submission={submission} standing={standing} />
      {fresh && fresh.removed.length > 0 ? (
        <RemovedAnswers outline={dossier.outline} removed={fresh.removed} />
      ) : null}
      {submission.coherence && response.hasChecks ? (
        <CoherenceView coherence={submission.coherence} outline={dossier.outline} />
      ) : null}
      <section class="recap" aria-labelledby="recap">
        <h2 id="recap">{submission.madeByCaf ? 'Les réponses qui comptent' : 'Les réponses transmises'}</h2>
        <AnswersView
          response={response.id}
          definition={definition}
          answers={{ ...submission.answers, ...response.prefilled }}
          level={3}
        />
      </section>
      <ResponseHistory response={response} />
      <KeptNote response={response} />
    </div>
  )
}

const NothingSent = ({ dossier: { response } }: { dossier: Dossier }): JSX.Element => (
  <>
    <StatePage
      icon="half"
      title="Non transmis : il n’y a pas encore de reçu"
      actions={
        <a class="btn" href={reviewUrl(response.id)}>
          Relire les réponses
        </a>
      }
    >
      <p>
        Rien n’a été transmis pour {quoted(response.campaignTitle)}, projet {quoted(response.projectName)}. Le
        reçu apparaît ici dès que les réponses sont transmises.
      </p>
    </StatePage>
    {response.trial ? null : <ResponseHistory response={response} />}
  </>
)

mount(<ReceiptPage />)
