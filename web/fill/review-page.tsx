// /relire/?dossier=: the answers to read again, what is to correct, and the one action that makes them count.

import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { receiptUrl } from '../../forms/addresses.ts'
import { AnswersView } from '../shared/answers-view.tsx'
import type { ApiProblem } from '../shared/api.ts'
import { Crumbs } from '../shared/crumbs.tsx'
import { ErrorState, Loading } from '../shared/feedback.tsx'
import { mount } from '../shared/mount.tsx'
import { Shell } from '../shared/shell.tsx'
import { usePage } from '../shared/use-page.ts'
import { quoted } from '../shared/words.ts'
import { useDeviceCopies } from './device-copies.ts'
import { type Dossier, editHrefOf, loadResponse, workingOf } from './load-response.ts'
import { missingSections } from './missing.ts'
import { ResponseHistory } from './response-history.tsx'
import { FaultsNotice, RefusedNotice, StaleNotice } from './review-notices.tsx'
import { isToSend, standingOf } from './review-standing.ts'
import { StandingBanner } from './standing-banner.tsx'
import { type Outcome, transmit } from './transmit.ts'
import { TransmitCard } from './transmit-card.tsx'
import { useNow } from './use-now.ts'

const ReviewPage = (): JSX.Element => {
  const { me, loaded, again } = usePage(loadResponse)
  const dossier = loaded.state === 'ready' ? loaded.value : undefined
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

/** A try to transmit: of which version, and what became of it once known. */
type Attempt = { readonly dossier: Dossier; readonly outcome?: Outcome }

const Review = ({ dossier, again }: { dossier: Dossier; again: () => void }): JSX.Element => {
  const { response, outline, etag } = dossier
  const working = workingOf(dossier)
  const now = useNow(response)
  const standing = standingOf(response, now)
  const { copies, retry } = useDeviceCopies(dossier, response.takesAnswers, again)
  const [attempt, setAttempt] = useState<Attempt>()
  const sending = attempt !== undefined && attempt.outcome === undefined
  useEffect(() => {
    document.title = `Relire et transmettre, ${response.formTitle} ${response.schoolYear} · Échéance`
  }, [response])

  const send = async () => {
    if (sending) return
    if (copies) return retry()
    setAttempt({ dossier })
    const outcome = await transmit(response.id, etag, working)
    if (outcome.kind === 'sent') return location.replace(receiptUrl(response.id))
    setAttempt({ dossier, outcome })
    if (mayHaveChanged(outcome)) again()
  }

  const isOpen = isToSend(standing) || standing === 'sent'
  const counted = isOpen ? undefined : response.submission?.answers
  const answers = { ...(counted ?? working), ...response.prefilled }
  const missing = isToSend(standing) ? missingSections(outline, answers) : []
  const outcome = attempt?.dossier.etag === etag ? attempt.outcome : undefined
  const begun = missing.filter(({ untouched }) => !untouched)
  const faults = outcome?.kind === 'faults' ? outcome.faults : begun.flatMap((section) => section.faults)
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
            {isToSend(standing) ? 'Aller à « Transmettre »' : 'Aller à la suite'}
          </a>
        }
      />
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
          <AnswersView
            definition={dossier.definition}
            answers={answers}
            faults={faults}
            {...(isOpen ? { editHref: editHrefOf(response) } : {})}
          />
          <ResponseHistory response={response} />
        </div>
        <aside aria-label="Transmission">
          <TransmitCard
            {...{ dossier, standing, copies, sending, now }}
            missing={outcome?.kind === 'faults' ? [] : missing}
            outcome={refused ? undefined : outcome}
            onSend={send}
          />
        </aside>
      </div>
    </>
  )
}

/** Whether the refusal says that the dossier, or what this person may do with it, is no longer as shown. */
const mayHaveChanged = (outcome: Outcome): boolean =>
  outcome.kind === 'stale' ||
  (outcome.kind === 'refused' && [403, 404, 409].includes(outcome.problem.document.status))

/** A refusal that trying again cannot change: closed, or locked. A part that is not confirmed may be, any moment. */
const finalRefusal = (outcome: Outcome | undefined): ApiProblem | undefined =>
  outcome?.kind === 'refused' &&
  outcome.problem.document.status === 409 &&
  outcome.problem.problem !== 'not-confirmed'
    ? outcome.problem
    : undefined

const Head = ({ dossier, isOpen }: { dossier: Dossier; isOpen: boolean }): JSX.Element => {
  const { formTitle, schoolYear, projectName, organisationName, fillUrl } = dossier.response
  const form = `${formTitle} ${schoolYear}`
  const steps = [
    { label: 'Mes démarches', href: '/mes-demarches/' },
    { label: form, href: fillUrl },
  ]
  return (
    <>
      <Crumbs steps={steps} here={isOpen ? 'Relire et transmettre' : 'Relire'} />
      <h1>{isOpen ? 'Relire et transmettre' : 'Relire'}</h1>
      <p class="lead">
        {form} · projet {quoted(projectName)} · {organisationName}
      </p>
    </>
  )
}

mount(<ReviewPage />)
