// /caf/dossier/?id=: one response: what counts, what was answered, what happened, and what the Caf may do about it.
import '../shared/response-parts.ts'
import type { JSX } from 'preact'
import { useMemo, useState } from 'preact/hooks'
import { Checks } from '../../forms/checks-wire.ts'
import { LastYear } from '../../forms/correcting-wire.ts'
import { shownStatus } from '../../forms/lifecycle.ts'
import { isNote } from '../../forms/note-names.ts'
import type { Answers } from '../../forms/nouns/scalars.ts'
import { HistoryList, ResponseView } from '../../forms/response-wire.ts'
import { AnswersView } from '../shared/answers-view.tsx'
import { request } from '../shared/api.ts'
import { checkAll } from '../shared/check-answers.ts'
import { useServerNow } from '../shared/clock.ts'
import { CoherenceView } from '../shared/coherence-view.tsx'
import { Crumbs } from '../shared/crumbs.tsx'
import { ErrorState, Loading } from '../shared/feedback.tsx'
import { forecastOf } from '../shared/forecast.ts'
import { FundingView } from '../shared/funding-view.tsx'
import { History } from '../shared/history.tsx'
import { Messages } from '../shared/messages.tsx'
import { mount } from '../shared/mount.tsx'
import { outlineOf } from '../shared/outline.ts'
import { publishedDefinition } from '../shared/published.ts'
import { Refusal } from '../shared/refusal.tsx'
import { Said } from '../shared/said.tsx'
import { Shell } from '../shared/shell.tsx'
import { StatusTag } from '../shared/status-tag.tsx'
import { useKeptPage } from '../shared/use-kept-page.ts'
import { ChangedMeanwhile } from './changed-meanwhile.tsx'
import { ChangedSince } from './changed-since.tsx'
import { HistoryMore } from './history-more.tsx'
import { listView, Neighbours } from './neighbours.tsx'
import { ResponseActions } from './response-actions.tsx'
import { Confirmations, Standing, SubmissionFacts } from './response-standing.tsx'
import { queryOfView } from './rows.ts'
import { Validation } from './validation.tsx'

type Shown = {
  checks: Checks | undefined
  lastYear: LastYear | undefined
  response: ResponseView
  etag: string
  history: HistoryList
  definition: unknown
}

const load = async (signal: AbortSignal): Promise<Shown> => {
  const id = new URLSearchParams(location.search).get('id') ?? ''
  const path = `/responses/${encodeURIComponent(id)}`
  const read = (body: unknown) => ResponseView.parse(body)
  const [now, history, checks, before] = await Promise.all([
    request(path, { read, signal }),
    request(`${path}/history`, { read: (body) => HistoryList.parse(body), signal }),
    // The answers are read without it too.
    request(`${path}/checks`, { read: (body) => Checks.parse(body), signal }).catch(() => undefined),
    request(`${path}/last-year`, { read: (body) => LastYear.parse(body), signal }).catch(() => undefined),
  ])
  // What was submitted is read in the version of the questionnaire that it answers.
  const { made } = now.body.submission ?? {}
  const response = made ? await request(`${path}?version=${made.version}`, { read, signal }) : now
  const definition = await publishedDefinition(response.body.definitionUrl, signal)
  document.title = `${response.body.projectName}, ${response.body.formTitle} · Échéance`
  return {
    response: response.body,
    etag: response.etag ?? '',
    history: history.body,
    definition,
    checks: checks?.body,
    lastYear: before?.body,
  }
}

const ResponsePage = (): JSX.Element => {
  const { me, loaded, kept, again } = useKeptPage(load)
  return (
    <Shell me={me} caf={kept?.response.cafName} current="/caf/">
      {loaded.state === 'failed' && !kept ? <ErrorState error={loaded.error} onRetry={again} /> : null}
      {loaded.state === 'loading' && !kept ? (
        <>
          <h1>Dossier</h1>
          <Loading label="Chargement du dossier…" />
        </>
      ) : null}
      {loaded.state === 'failed' && kept ? <Refusal error={loaded.error} /> : null}
      {kept ? <Dossier {...kept} owner={me?.email} again={again} /> : null}
    </Shell>
  )
}

const Dossier = ({
  response,
  etag,
  history,
  definition,
  checks,
  lastYear,
  owner,
  again,
}: Shown & { owner: string | undefined; again: () => void }): JSX.Element => {
  const [said, setSaid] = useState(doneBefore)
  const onDone = (sentence: string) => {
    setSaid(sentence)
    setKnown(undefined)
    again()
  }
  // What the history told when somebody turned out to have acted first; what it tells since is new.
  const [known, setKnown] = useState<{ readonly etag: string; readonly ids: ReadonlySet<string> }>()
  const isOvertaken = known !== undefined && known.etag !== etag
  const news = history.items.filter(({ id, type }) => !known?.ids.has(id) && type !== 'mail')
  const onOvertaken = () => {
    setSaid('')
    setKnown({ etag, ids: new Set(history.items.map(({ id }) => id)) })
    again()
  }
  const status = shownStatus(response, useServerNow())
  const campaign = `/caf/campagne/${queryOfView(response.campaignId, listView())}`
  const steps = [
    { label: 'Campagnes', href: '/caf/' },
    { label: response.campaignTitle, href: campaign },
  ]
  const answers: Answers = response.submission?.answers ?? response.working ?? draftsIn(response)
  const funding = checks && checkAll(checks, response.form, answers, {}).funding
  const outline = useMemo(() => outlineOf(definition), [definition])
  return (
    <>
      <Crumbs steps={steps} here={response.projectName} />
      <Neighbours response={response} />
      <div class="dossier-head">
        <h1>{response.projectName}</h1>
        <StatusTag status={status} />
      </div>
      <p class="lead">
        {response.formTitle} {response.schoolYear} · {response.organisationName}
      </p>
      <Said sentence={said} />
      {isOvertaken ? (
        <ChangedMeanwhile news={news} zone={response.zone} onSeen={() => setKnown(undefined)} />
      ) : null}
      <Standing response={response} status={status} />
      <div class="dossier">
        <div class="dossier-answers">
          <ChangedSince response={response} history={history.items} outline={outline} />
          {response.submission?.coherence && response.hasChecks ? (
            <CoherenceView coherence={response.submission.coherence} outline={outline} />
          ) : null}
          {funding ? <FundingView funding={funding} /> : null}
          <AnswersView
            response={response.id}
            definition={definition}
            answers={{ ...response.prefilled, ...answers }}
            forecast={checks && forecastOf(response.form, checks.facts.others)}
            lastYear={withAnswers(lastYear)}
          />
        </div>
        <aside class="dossier-side" aria-label="Suivi du dossier">
          <section class="card" aria-labelledby="envoi">
            <h2 id="envoi">Envoi</h2>
            <SubmissionFacts response={response} />
            <Confirmations response={response} />
            <Validation {...{ response, etag, onDone, onOvertaken }} />
            <ResponseActions {...{ response, etag, owner, outline, onDone, onOvertaken }} />
          </section>
          <Messages {...{ response, owner, outline }} hrefOf={(question) => `#q-${question}`} />
          <section class="card" aria-labelledby="historique">
            <h2 id="historique">Historique</h2>
            <History
              items={history.items}
              zone={response.zone}
              more={(item) => <HistoryMore item={item} outline={outline} />}
            />
          </section>
        </aside>
      </div>
    </>
  )
}

/** What the partner has written so far, without what stands beside the answers. */
const draftsIn = ({ sections }: ResponseView): Answers =>
  Object.assign({}, ...Object.entries(sections).flatMap(([name, own]) => (isNote(name) ? [] : [own.answers])))

const withAnswers = (lastYear: LastYear | undefined) => {
  const { schoolYear, answers } = lastYear ?? {}
  return schoolYear !== undefined && answers ? { schoolYear, answers } : undefined
}

/** What was done on another page that leads back here, said once: a reload does not say it again. */
const doneBefore = (): string => {
  const address = new URL(location.href)
  const isDone = address.searchParams.get('fait') === 'correction'
  if (!isDone) return ''
  address.searchParams.delete('fait')
  window.history.replaceState(null, '', address)
  return 'La correction est enregistrée : c’est elle qui compte. Le partenaire est prévenu par mél.'
}

mount(<ResponsePage />)
