// /caf/dossier/?id=: one response, read-only: what counts, what was answered, what happened.
import type { JSX } from 'preact'
import { deadlineText, instantText, zoneName } from '../../forms/dates.ts'
import { shownStatus } from '../../forms/lifecycle.ts'
import type { ResponseStatus } from '../../forms/schemas.ts'
import { HistoryList, ResponseView } from '../../forms/wire.ts'
import { hasPendingDraft } from '../../forms/working-answers.ts'
import { AnswersView } from '../shared/answers-view.tsx'
import { request } from '../shared/api.ts'
import { useServerNow } from '../shared/clock.ts'
import { Crumbs } from '../shared/crumbs.tsx'
import { Banner, ErrorState, Loading } from '../shared/feedback.tsx'
import { History } from '../shared/history.tsx'
import { mount } from '../shared/mount.tsx'
import { publishedDefinition } from '../shared/published.ts'
import { Shell } from '../shared/shell.tsx'
import { StatusTag } from '../shared/status-tag.tsx'
import { usePage } from '../shared/use-page.ts'

type Shown = { response: ResponseView; history: HistoryList; definition: unknown }

const load = async (signal: AbortSignal): Promise<Shown> => {
  const id = new URLSearchParams(location.search).get('id') ?? ''
  const path = `/responses/${encodeURIComponent(id)}`
  const read = (body: unknown) => ResponseView.parse(body)
  const [response, history] = await Promise.all([
    request(path, { read, signal }),
    request(`${path}/history`, { read: (body) => HistoryList.parse(body), signal }),
  ])
  const definition = await publishedDefinition(response.body.definitionUrl, signal)
  document.title = `${response.body.projectName}, ${response.body.formTitle} · Échéance`
  return { response: response.body, history: history.body, definition }
}

const ResponsePage = (): JSX.Element => {
  const { me, loaded, again } = usePage(load)
  const shown = loaded.state === 'ready' ? loaded.value : undefined
  return (
    <Shell me={me} caf={shown?.response.cafName} current="/caf/">
      {loaded.state === 'failed' ? <ErrorState error={loaded.error} onRetry={again} /> : null}
      {loaded.state === 'loading' ? (
        <>
          <h1>Dossier</h1>
          <Loading label="Chargement du dossier…" />
        </>
      ) : null}
      {shown ? <Dossier {...shown} /> : null}
    </Shell>
  )
}

const Dossier = ({ response, history, definition }: Shown): JSX.Element => {
  const status = shownStatus(response, useServerNow())
  const campaign = `/caf/campagne/?id=${encodeURIComponent(response.campaignId)}`
  const steps = [
    { label: 'Campagnes', href: '/caf/' },
    { label: response.campaignTitle, href: campaign },
  ]
  const drafts = Object.values(response.sections).map((section) => section.answers)
  const answers = response.submission?.answers ?? Object.assign({}, ...drafts)
  return (
    <>
      <Crumbs steps={steps} here={response.projectName} />
      <div class="dossier-head">
        <h1>{response.projectName}</h1>
        <StatusTag status={status} />
      </div>
      <p class="lead">
        {response.formTitle} {response.schoolYear} · {response.organisationName}
      </p>
      <Standing response={response} status={status} />
      <div class="dossier">
        <div class="dossier-answers">
          <AnswersView definition={definition} answers={{ ...response.prefilled, ...answers }} />
        </div>
        <aside class="dossier-side" aria-label="Suivi du dossier">
          <section class="card" aria-labelledby="envoi">
            <h2 id="envoi">Envoi</h2>
            <SubmissionFacts response={response} />
          </section>
          <section class="card" aria-labelledby="historique">
            <h2 id="historique">Historique</h2>
            <History items={history.items} zone={response.zone} />
          </section>
        </aside>
      </div>
    </>
  )
}

/** What the answers below are worth. */
const Standing = ({ response, status }: StandingProps): JSX.Element | null => {
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
  if (!hasPendingDraft(Object.fromEntries(revisions), response.submission)) return null
  return (
    <Banner tone="info">
      <strong>Des modifications ne sont pas transmises.</strong> Le partenaire a repris son brouillon depuis
      cet envoi. Ce qui suit est le dernier envoi : c’est lui qui compte.
    </Banner>
  )
}

type StandingProps = { response: ResponseView; status: ResponseStatus }

const SubmissionFacts = ({ response }: { response: ResponseView }): JSX.Element => {
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
          <dt>Transmis par</dt>
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
        {response.deadlineFrom === 'own' ? ', propre à ce dossier' : ''}
      </dd>
      <dt>Version du questionnaire</dt>
      <dd>{response.form.version}</dd>
    </dl>
  )
}

mount(<ResponsePage />)
