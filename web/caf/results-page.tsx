// /caf/resultats/?campagne=: what the answers to a campaign come to, question by question, of all dossiers or of some.
import type { JSX } from 'preact'
import { useCallback, useState } from 'preact/hooks'
import { CampaignResults } from '../../forms/results-wire.ts'
import { request } from '../shared/api.ts'
import { Crumbs } from '../shared/crumbs.tsx'
import { ErrorState, Loading } from '../shared/feedback.tsx'
import { mount } from '../shared/mount.tsx'
import { Refusal } from '../shared/refusal.tsx'
import { Shell } from '../shared/shell.tsx'
import { useKeptPage } from '../shared/use-kept-page.ts'
import { Results } from './results-view.tsx'

const campaignId = new URLSearchParams(location.search).get('campagne') ?? ''

/** What the address asks for, in the words of the API. */
const askedOfAddress = (): URLSearchParams => {
  const { campagne: _, publier, ...filters } = Object.fromEntries(new URLSearchParams(location.search))
  return new URLSearchParams({ ...filters, ...(publier === 'oui' ? { publish: 'true' } : {}) })
}

/** The address of the page for what is asked of the API. */
const addressOf = (asked: URLSearchParams): string => {
  const { publish, ...filters } = Object.fromEntries(asked)
  return `?${new URLSearchParams({ campagne: campaignId, ...filters, ...(publish ? { publier: 'oui' } : {}) })}`
}

const ResultsPage = (): JSX.Element => {
  const [query, setQuery] = useState(() => askedOfAddress().toString())
  const load = useCallback(
    async (signal: AbortSignal) => {
      const { body } = await request(`/campaigns/${encodeURIComponent(campaignId)}/results?${query}`, {
        read: (reply) => CampaignResults.parse(reply),
        signal,
      })
      document.title = `Résultats : ${body.campaignTitle} · Échéance`
      return { results: body, query }
    },
    [query],
  )
  const { me, loaded, kept, again } = useKeptPage(load)
  const ask = (asked: URLSearchParams) => {
    history.replaceState(null, '', addressOf(asked))
    setQuery(asked.toString())
  }
  const steps = [
    { label: 'Campagnes', href: '/caf/' },
    ...(kept
      ? [
          {
            label: kept.results.campaignTitle,
            href: `/caf/campagne/?id=${encodeURIComponent(campaignId)}`,
          },
        ]
      : []),
  ]
  const isFailed = loaded.state === 'failed'
  return (
    <Shell me={me} current="/caf/">
      {isFailed && !kept ? <ErrorState error={loaded.error} onRetry={again} /> : null}
      {!isFailed && !kept ? (
        <>
          <h1>Résultats</h1>
          <Loading label="Calcul des résultats…" />
        </>
      ) : null}
      {kept ? (
        <>
          <Crumbs steps={steps} here="Résultats" />
          {isFailed ? <Refusal error={loaded.error} /> : null}
          <Results
            results={kept.results}
            campaignId={campaignId}
            asked={new URLSearchParams(query)}
            shown={kept.query}
            busy={!isFailed && kept.query !== query}
            onAsk={ask}
          />
        </>
      ) : null}
    </Shell>
  )
}

mount(<ResultsPage />)
