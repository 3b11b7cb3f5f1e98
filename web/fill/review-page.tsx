// /relire/?dossier=: the answers to read again, what is to correct, and the one action that makes them count.

import './fill-parts.ts'
import type { JSX } from 'preact'
import { useEffect, useMemo } from 'preact/hooks'
import { AnswersView } from '../shared/answers-view.tsx'
import type { ApiProblem } from '../shared/api.ts'
import type { Verdict } from '../shared/check-answers.ts'
import { CoherenceView } from '../shared/coherence-view.tsx'
import { Crumbs } from '../shared/crumbs.tsx'
import { ErrorState, Loading } from '../shared/feedback.tsx'
import { forecastOf } from '../shared/forecast.ts'
import { FundingView } from '../shared/funding-view.tsx'
import { keepPage } from '../shared/keep-page.ts'
import { mount } from '../shared/mount.tsx'
import { Shell } from '../shared/shell.tsx'
import { usePage } from '../shared/use-page.ts'
import { quoted } from '../shared/words.ts'
import { CafCorrection } from './caf-correction.tsx'
import { useDeviceCopies } from './device-copies.ts'
import { openDeviceStore } from './device-store.ts'
import { editHrefOf, loadReviewed, type Reviewed, workingOf } from './load-response.ts'
import { missingSections } from './missing.ts'
import { ResponseHistory } from './response-history.tsx'
import { faultsIn, obstacleIn, ReviewChecks, useVerdict, withTexts } from './review-checks.tsx'
import { FaultsNotice, RefusedNotice, StaleNotice } from './review-notices.tsx'
import { isToSend, standingOf } from './review-standing.ts'
import { StandingBanner } from './standing-banner.tsx'
import type { Outcome } from './transmit.ts'
import { TransmitCard } from './transmit-card.tsx'
import { faultOf, UntakenNotice, useUntaken } from './untaken-notice.tsx'
import { useExplaining } from './use-explaining.ts'
import { useNow } from './use-now.ts'
import { useTransmission } from './use-transmission.ts'

const ReviewPage = (): JSX.Element => {
  const { me, loaded, again } = usePage(loadReviewed)
  const dossier = loaded.state === 'ready' ? loaded.value : undefined
  useEffect(() => {
    if (dossier) keepPage()
  }, [dossier !== undefined])
  return (
    <Shell me={me} caf={dossier?.response.cafName} current="/mes-demarches/">
      {loaded.state === 'failed' ? <ErrorState error={loaded.error} onRetry={again} /> : null}
      {loaded.state === 'loading' ? (
        <>
          <h1>Relire et transmettre</h1>
          <Loading label="Chargement de vos réponses…" />
        </>
      ) : null}
      {dossier ? <Review dossier={dossier} again={again} /> : null}
    </Shell>
  )
}

const Review = ({ dossier, again }: { dossier: Reviewed; again: () => void }): JSX.Element => {
  const { response, outline, etag, checks } = dossier
  const working = workingOf(dossier)
  const now = useNow(response)
  const standing = standingOf(response, now)
  const store = useMemo(
    () => openDeviceStore(dossier.me.email, response.id, response.form.version),
    [dossier.me.email, response],
  )
  const { copies, retry } = useDeviceCopies(dossier, store, { open: response.takesAnswers, again })
  const explaining = useExplaining({ dossier, store, open: response.takesAnswers })
  const toSend = isToSend(standing)
  const isOpen = toSend || standing === 'sent'
  const verdict = useVerdict(dossier, toSend)
  const findings = toSend ? withTexts(verdict?.coherence.findings ?? [], explaining.texts) : []
  const untaken = useUntaken(dossier, isOpen)
  const obstacle = obstacleIn(findings, untaken)
  const { attempt, sending, send } = useTransmission({ dossier, explaining, obstacle, again })
  useEffect(() => {
    document.title = `Relire et transmettre, ${response.campaignTitle} · Échéance`
  }, [response])

  const counted = isOpen ? undefined : response.submission?.answers
  const answers = { ...(counted ?? working), ...response.prefilled }
  const missing = toSend ? missingSections(outline, answers) : []
  const outcome = attempt?.dossier.etag === etag ? attempt.outcome : undefined
  const begun = missing.filter(({ untouched }) => !untouched)
  const told = [...begun.flatMap((section) => section.faults), ...faultsIn(findings)]
  const faults = [...untaken.map(faultOf), ...(outcome?.kind === 'faults' ? outcome.faults : told)]
  const refused = finalRefusal(attempt?.outcome)
  return (
    <>
      <Head dossier={dossier} isOpen={isOpen} />
      <StandingBanner
        dossier={dossier}
        standing={standing}
        now={now}
        end={
          <a class="to-transmit" href="#transmettre">
            {toSend ? 'Aller à « Transmettre »' : 'Aller à la suite'}
          </a>
        }
      />
      <CafCorrection dossier={dossier} />
      {outcome?.kind === 'faults' ? <FaultsNotice dossier={dossier} faults={outcome.faults} /> : null}
      {refused ? <RefusedNotice problem={refused} /> : null}
      {attempt?.outcome?.kind === 'stale' ? (
        <StaleNotice
          key={attempt.dossier.etag}
          before={attempt.dossier}
          after={attempt.dossier === dossier ? undefined : dossier}
          detail={attempt.outcome.detail}
          now={now}
        />
      ) : null}
      <div class="review">
        <div>
          <UntakenNotice {...{ dossier, untaken }} />
          <ReviewChecks {...{ dossier, findings, explaining, now }} />
          <Sent {...{ dossier, toSend, verdict }} />
          <AnswersView
            response={response.id}
            definition={dossier.definition}
            answers={answers}
            faults={faults}
            forecast={checks && forecastOf(response.form, checks.facts.others)}
            {...(isOpen ? { editHref: editHrefOf(response) } : {})}
          />
          {response.trial ? null : <ResponseHistory response={response} />}
        </div>
        <aside aria-label="Transmission">
          <TransmitCard
            {...{ dossier, standing, copies, sending, now, findings, untaken }}
            missing={outcome?.kind === 'faults' ? [] : missing}
            outcome={refused ? undefined : outcome}
            onSend={copies ? retry : send}
          />
        </aside>
      </div>
    </>
  )
}

type SentProps = { dossier: Reviewed; toSend: boolean; verdict: Verdict | undefined }

/** What came with the answers that count, when those are read; and what the Caf would pay by the answers shown. */
const Sent = ({ dossier, toSend, verdict }: SentProps): JSX.Element => {
  const { response, outline } = dossier
  const coherence = toSend || !response.hasChecks ? undefined : response.submission?.coherence
  return (
    <>
      {coherence ? <CoherenceView coherence={coherence} outline={outline} /> : null}
      {verdict?.funding ? <FundingView funding={verdict.funding} /> : null}
    </>
  )
}

/** A refusal that trying again cannot change: closed, or locked. A part that is not confirmed may be, any moment. */
const finalRefusal = (outcome: Outcome | undefined): ApiProblem | undefined =>
  outcome?.kind === 'refused' &&
  outcome.problem.document.status === 409 &&
  outcome.problem.problem !== 'not-confirmed'
    ? outcome.problem
    : undefined

const Head = ({ dossier, isOpen }: { dossier: Reviewed; isOpen: boolean }): JSX.Element => {
  const { campaignTitle, projectName, organisationName, fillUrl, trial } = dossier.response
  const steps = [
    ...(trial ? [] : [{ label: 'Mes démarches', href: '/mes-demarches/' }]),
    { label: campaignTitle, href: fillUrl },
  ]
  return (
    <>
      <Crumbs steps={steps} here={isOpen ? 'Relire et transmettre' : 'Relire'} />
      <h1>{isOpen ? 'Relire et transmettre' : 'Relire'}</h1>
      <p class="lead">
        {campaignTitle} · projet {quoted(projectName)} · {organisationName}
      </p>
    </>
  )
}

mount(<ReviewPage />)
