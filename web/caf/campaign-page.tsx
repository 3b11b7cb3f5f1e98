// /caf/campagne/?id=: where the responses of a campaign stand, and who is missing.
import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { deadlineText, timeLeftText } from '../../forms/dates.ts'
import { CampaignRows, CampaignView } from '../../forms/wire.ts'
import { request } from '../shared/api.ts'
import { useServerNow } from '../shared/clock.ts'
import { Crumbs } from '../shared/crumbs.tsx'
import { ErrorState, Loading, StatePage } from '../shared/feedback.tsx'
import { mount } from '../shared/mount.tsx'
import { Shell } from '../shared/shell.tsx'
import { usePage } from '../shared/use-page.ts'
import { dayWords } from './opening.ts'
import { queryOfView, type SortKey, shownRows, type TableView, viewOfQuery } from './rows.ts'
import { RowsTable } from './rows-table.tsx'
import { StatusBar, wordsFor } from './status-bar.tsx'

type Shown = { campaign: CampaignView; rows: CampaignRows }

const campaignId = new URLSearchParams(location.search).get('id') ?? ''

const load = async (signal: AbortSignal): Promise<Shown> => {
  const path = `/campaigns/${encodeURIComponent(campaignId)}`
  const [campaign, rows] = await Promise.all([
    request(path, { read: (body) => CampaignView.parse(body), signal }),
    request(`${path}/responses`, { read: (body) => CampaignRows.parse(body), signal }),
  ])
  document.title = `${campaign.body.title} · Échéance`
  return { campaign: campaign.body, rows: rows.body }
}

const CampaignPage = (): JSX.Element => {
  const { me, loaded, again } = usePage(load)
  const shown = loaded.state === 'ready' ? loaded.value : undefined
  return (
    <Shell me={me} caf={shown?.campaign.cafName} current="/caf/">
      {loaded.state === 'failed' ? <ErrorState error={loaded.error} onRetry={again} /> : null}
      {loaded.state === 'loading' ? (
        <>
          <h1>Campagne</h1>
          <Loading label="Chargement de la campagne…" />
        </>
      ) : null}
      {shown ? <Campaign {...shown} /> : null}
    </Shell>
  )
}

const Campaign = ({ campaign, rows }: Shown): JSX.Element => {
  const now = useServerNow()
  const open = campaign.opensAt <= now && now < campaign.closesAt
  return (
    <>
      <Crumbs steps={[{ label: 'Campagnes', href: '/caf/' }]} here={campaign.title} />
      <h1>{campaign.title}</h1>
      <p>
        {open ? 'Ouverte' : now < campaign.opensAt ? 'Ouvrira' : 'Était ouverte'} du{' '}
        {dayWords(campaign.opensAt, campaign.zone)} au{' '}
        <strong>{deadlineText(campaign.closesAt, campaign.zone)}</strong>
        {open ? <> ({timeLeftText(now, campaign.closesAt, campaign.zone)})</> : null} · version{' '}
        {campaign.formVersion} · {rows.items.length} {rows.items.length > 1 ? 'dossiers' : 'dossier'}
      </p>
      {rows.items.length === 0 ? (
        <StatePage icon="calendar" level={2} title="Aucun dossier pour le moment">
          <p>
            Les partenaires seront appelés à l’ouverture de la campagne : leurs dossiers apparaîtront ici.
          </p>
        </StatePage>
      ) : (
        <Responses campaign={campaign} rows={rows} />
      )}
    </>
  )
}

const Responses = ({ campaign, rows }: Shown): JSX.Element => {
  const [view, setView] = useState(() => viewOfQuery(new URLSearchParams(location.search)))
  useEffect(() => history.replaceState(null, '', queryOfView(campaignId, view)), [view])
  const change = (part: Partial<TableView>) => setView((last) => ({ ...last, ...part }))
  const sortBy = (sort: SortKey) => change({ sort, descending: view.sort === sort && !view.descending })
  const shown = shownRows(rows.items, view)
  const caption = `${campaign.title} : ${shown.length} dossiers sur ${rows.items.length}`
  return (
    <>
      <StatusBar counts={rows.counts} chosen={view.status} onChoose={(status) => change({ status })} />
      <search class="tools">
        <label for="recherche">Rechercher un projet, une organisation, une référence</label>
        <input
          id="recherche"
          type="search"
          value={view.search}
          autocomplete="off"
          onInput={(event) => change({ search: event.currentTarget.value })}
        />
        <p role="status" class="quiet-text">
          {shown.length === rows.items.length
            ? `${rows.items.length} dossiers`
            : `${shown.length} sur ${rows.items.length}${view.status ? ` · ${wordsFor(view.status, shown.length)}` : ''}`}
        </p>
        {view.status || view.search ? (
          <button type="button" class="link" onClick={() => change({ status: undefined, search: '' })}>
            Tout afficher
          </button>
        ) : null}
      </search>
      {shown.length === 0 ? (
        <p class="card">Aucun dossier ne correspond à cette recherche.</p>
      ) : (
        <RowsTable campaign={campaign} rows={shown} caption={caption} view={view} onSort={sortBy} />
      )}
    </>
  )
}

mount(<CampaignPage />)
