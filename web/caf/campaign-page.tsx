// /caf/campagne/?id=: where a campaign and its responses stand, who is missing, and what may be done about it.
import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { dataMapPath, movingUrl, resultsUrl } from '../../forms/addresses.ts'
import { CampaignRows, ProjectList } from '../../forms/campaign-rows-wire.ts'
import { CampaignView } from '../../forms/campaign-wire.ts'
import { phaseOf } from '../../forms/campaigns.ts'
import { deadlineText } from '../../forms/dates.ts'
import type { Project } from '../../forms/nouns/people.ts'
import { request } from '../shared/api.ts'
import { useServerNow } from '../shared/clock.ts'
import { Crumbs } from '../shared/crumbs.tsx'
import { DataMapLink } from '../shared/data-map-link.tsx'
import { Banner, ErrorState, Loading, StatePage } from '../shared/feedback.tsx'
import { Icon } from '../shared/icons.tsx'
import { mount } from '../shared/mount.tsx'
import { Refusal } from '../shared/refusal.tsx'
import { Said } from '../shared/said.tsx'
import { Shell } from '../shared/shell.tsx'
import { useKeptPage } from '../shared/use-kept-page.ts'
import { CampaignActions } from './campaign-actions.tsx'
import { fieldsOf } from './campaign-fields.ts'
import { CampaignPreview } from './campaign-preview.tsx'
import { Responses } from './campaign-responses.tsx'
import { CampaignRules } from './campaign-rules.tsx'
import { counted, isRunning, previewOf } from './campaign-words.ts'
import { CampaignWork, RunningWork } from './campaign-work.tsx'
import { Exports } from './exports.tsx'
import { dayWords } from './opening.ts'
import { PhaseTag } from './phase-tag.tsx'
import { saidOnArrival } from './said.tsx'

type Shown = {
  readonly campaign: CampaignView
  readonly etag: string
  readonly rows: CampaignRows
  readonly projects: readonly Project[]
}

/** While it works by itself, and otherwise: what others do is seen without asking. */
const WATCH_MS = 3_000
const FRESH_MS = 15_000

const campaignId = new URLSearchParams(location.search).get('id') ?? ''

const load = async (signal: AbortSignal): Promise<Shown> => {
  const path = `/campaigns/${encodeURIComponent(campaignId)}`
  const [campaign, rows] = await Promise.all([
    request(path, { read: (body) => CampaignView.parse(body), signal }),
    request(`${path}/responses`, { read: (body) => CampaignRows.parse(body), signal }),
  ])
  document.title = `${campaign.body.title} · Échéance`
  const isDraft = campaign.body.status === 'draft'
  const projects = isDraft
    ? (await request('/projects', { read: (body) => ProjectList.parse(body), signal })).body.items
    : []
  return { campaign: campaign.body, etag: campaign.etag ?? '*', rows: rows.body, projects }
}

const CampaignPage = (): JSX.Element => {
  const { me, loaded, kept, again } = useKeptPage(load)
  const isWorking = kept?.campaign.jobs.some(isRunning) ?? false
  useEffect(() => {
    const look = () => document.visibilityState === 'visible' && again()
    const watching = setInterval(look, isWorking ? WATCH_MS : FRESH_MS)
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(watching)
      document.removeEventListener('visibilitychange', look)
    }
  }, [isWorking, again])
  return (
    <Shell me={me} caf={kept?.campaign.cafName} current="/caf/">
      {loaded.state === 'failed' && !kept ? <ErrorState error={loaded.error} onRetry={again} /> : null}
      {loaded.state === 'loading' && !kept ? (
        <>
          <h1>Campagne</h1>
          <Loading label="Chargement de la campagne…" />
        </>
      ) : null}
      {loaded.state === 'failed' && kept ? <Refusal error={loaded.error} /> : null}
      {kept ? <Campaign {...kept} again={again} /> : null}
    </Shell>
  )
}

const Campaign = ({ campaign, etag, rows, projects, again }: Shown & { again: () => void }): JSX.Element => {
  const now = useServerNow()
  const [said, setSaid] = useState(saidOnArrival)
  const onDone = (sentence: string) => {
    setSaid(sentence)
    again()
  }
  const isDraft = campaign.status === 'draft'
  const own = projects.filter(({ cafId }) => cafId === campaign.cafId)
  const isSound = previewOf(fieldsOf(campaign), now).state === 'sound'
  const links = rows.items.length > 0 ? <Links campaign={campaign} /> : undefined
  return (
    <>
      <Crumbs steps={[{ label: 'Campagnes', href: '/caf/' }]} here={campaign.title} />
      <div class="dossier-head">
        <h1>{campaign.title}</h1>
        <PhaseTag campaign={campaign} now={now} />
      </div>
      <Opening campaign={campaign} count={rows.items.length} now={now} />
      <Said sentence={said} />
      <RunningWork jobs={campaign.jobs} />
      {campaign.may.edit ? (
        <CampaignActions {...{ campaign, etag, now, isSound, onDone }} projects={own} onStale={again}>
          {links}
        </CampaignActions>
      ) : links ? (
        <div class="actions">{links}</div>
      ) : null}
      {isDraft ? <DraftBanner campaign={campaign} /> : null}
      {rows.items.length > 0 ? <Responses {...{ campaign, rows, now, onDone }} /> : null}
      {rows.items.length === 0 && !isDraft ? <NobodyYet campaign={campaign} now={now} /> : null}
      <div class="cards">
        {isDraft ? <CampaignPreview fields={fieldsOf(campaign)} projects={own} now={now} /> : null}
        {rows.items.length > 0 ? <Exports campaign={campaign} rows={rows} /> : null}
        <CampaignRules campaign={campaign} />
        <CampaignWork campaign={campaign} now={now} />
      </div>
    </>
  )
}

/** Where else to go about this campaign. */
const Links = ({ campaign }: { campaign: CampaignView }): JSX.Element => (
  <>
    <a class="btn quiet" href={resultsUrl(campaign.id)}>
      Voir les résultats
    </a>
    {campaign.may.move ? (
      <a class="btn quiet" href={movingUrl(campaign)}>
        Changer de version
      </a>
    ) : null}
  </>
)

const Opening = ({ campaign, count, now }: { campaign: CampaignView; count: number; now: string }) => {
  const { opensAt, closesAt, zone, formVersion, extensions } = campaign
  const phase = phaseOf(campaign, now)
  const verb = { draft: 'Serait ouverte', upcoming: 'Ouvrira', open: 'Ouverte', closed: 'Était ouverte' }[
    phase
  ]
  return (
    <>
      <p>
        {verb} du {dayWords(opensAt, zone)} au <strong>{deadlineText(closesAt, zone)}</strong>
        {' · '}version {formVersion}
        {count > 0 ? ` · ${counted(count, 'dossier')}` : ''}
        {' · '}
        <DataMapLink href={dataMapPath(campaign)} of={campaign.title} />
      </p>
      {extensions ? null : (
        <p class="note">
          <Icon name="lock" />
          Pas de délai supplémentaire accordé : cette échéance ne se reporte ni pour tous, ni pour un dossier.
        </p>
      )}
    </>
  )
}

const DraftBanner = ({ campaign }: { campaign: CampaignView }): JSX.Element =>
  campaign.proposed ? (
    <Banner tone="info">
      <strong>Proposée pour l’année suivante.</strong> Cette campagne a été préparée automatiquement d’après
      celle de l’an dernier, avec des dates à venir.{' '}
      {campaign.may.edit ? 'Relisez-la, puis publiez-la, ou supprimez-la.' : 'Elle attend d’être publiée.'}
    </Banner>
  ) : (
    <Banner tone="warn">
      <strong>Brouillon.</strong> Rien n’est envoyé et personne ne la voit hors de la Caf tant qu’elle n’est
      pas publiée.
    </Banner>
  )

const NobodyYet = ({ campaign, now }: { campaign: CampaignView; now: string }): JSX.Element => (
  <StatePage icon="calendar" level={2} title="Aucun dossier pour le moment">
    <p>
      {campaign.audience === 'open'
        ? 'Les dépôts apparaîtront ici à mesure qu’ils seront commencés.'
        : phaseOf(campaign, now) === 'upcoming'
          ? 'Les partenaires seront appelés à l’ouverture de la campagne : leurs dossiers apparaîtront ici.'
          : 'Aucun partenaire n’a été appelé.'}
    </p>
  </StatePage>
)

mount(<CampaignPage />)
