// /suivi/?dossier=: what happened to a dossier, for its partner: what counts, what the Caf corrected, messages, envois.
import './fill-parts.ts'
import type { JSX } from 'preact'
import { useEffect } from 'preact/hooks'
import type { HistoryList } from '../../forms/response-wire.ts'
import type { Me } from '../../forms/session-wire.ts'
import { Crumbs } from '../shared/crumbs.tsx'
import { DossierContext } from '../shared/document-links.tsx'
import { ErrorState, Loading } from '../shared/feedback.tsx'
import { History } from '../shared/history.tsx'
import { Messages } from '../shared/messages.tsx'
import { mount } from '../shared/mount.tsx'
import { Shell } from '../shared/shell.tsx'
import { usePage } from '../shared/use-page.ts'
import { quoted } from '../shared/words.ts'
import { readHistory } from './caf-correction.tsx'
import { correctionsIn } from './corrections.ts'
import { Corrections } from './corrections-card.tsx'
import { KeptNote } from './kept-note.tsx'
import { LeavingCard } from './leaving-card.tsx'
import { type Dossier, editHrefOf, loadResponse } from './load-response.ts'
import { standingOf } from './review-standing.ts'
import { StandingBanner } from './standing-banner.tsx'
import { Submissions } from './submissions-card.tsx'
import { useNow } from './use-now.ts'

type Shown = { readonly dossier: Dossier; readonly history: HistoryList }

const load = async (signal: AbortSignal, asking: Promise<Me>): Promise<Shown> => {
  const dossier = await loadResponse(signal, asking)
  return { dossier, history: await readHistory(dossier.response.id, signal) }
}

const FollowPage = (): JSX.Element => {
  const { me, loaded, again } = usePage(load)
  const shown = loaded.state === 'ready' ? loaded.value : undefined
  return (
    <Shell me={me} caf={shown?.dossier.response.cafName} current="/mes-demarches/">
      {loaded.state === 'failed' ? <ErrorState error={loaded.error} onRetry={again} /> : null}
      {loaded.state === 'loading' ? (
        <>
          <h1>Suivi du dossier</h1>
          <Loading label="Chargement du suivi…" />
        </>
      ) : null}
      {shown ? <Follow {...shown} /> : null}
    </Shell>
  )
}

const Follow = ({ dossier, history }: Shown): JSX.Element => {
  const { response, outline } = dossier
  const now = useNow(response)
  const standing = standingOf(response, now)
  useEffect(() => {
    document.title = `Suivi, ${response.campaignTitle} · Échéance`
  }, [response])
  const hrefOf = (question: string) => {
    const section = outline.find(({ blocks }) =>
      blocks.some(({ fields }) => fields.some(({ name }) => name === question)),
    )
    return section && editHrefOf(response)(section.name, question)
  }
  return (
    <div class="follow">
      <Crumbs
        steps={[
          { label: 'Mes démarches', href: '/mes-demarches/' },
          { label: response.campaignTitle, href: response.fillUrl },
        ]}
        here="Suivi"
      />
      <h1>Suivi du dossier</h1>
      <p class="lead">
        {response.campaignTitle} · projet {quoted(response.projectName)} · {response.organisationName}
      </p>
      <StandingBanner dossier={dossier} standing={standing} now={now} />
      <DossierContext.Provider value={response.id}>
        <Corrections dossier={dossier} corrections={correctionsIn(history.items)} />
      </DossierContext.Provider>
      <Messages response={response} owner={dossier.me.email} outline={outline} hrefOf={hrefOf} />
      <Submissions response={response} items={history.items} />
      <section class="card" aria-labelledby="historique">
        <h2 id="historique">Ce qui est arrivé au dossier</h2>
        <History items={history.items} zone={response.zone} />
      </section>
      <LeavingCard response={response} etag={dossier.etag} />
      <KeptNote response={response} />
    </div>
  )
}

mount(<FollowPage />)
