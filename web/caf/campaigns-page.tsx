// /caf/: the campaigns of the agent's Caf, those open first.
import type { JSX } from 'preact'
import { deadlineText } from '../../forms/dates.ts'
import type { Campaign } from '../../forms/schemas.ts'
import { CampaignList } from '../../forms/wire.ts'
import { request } from '../shared/api.ts'
import { useServerNow } from '../shared/clock.ts'
import { DateLeaf } from '../shared/date-leaf.tsx'
import { ErrorState, Loading, StatePage } from '../shared/feedback.tsx'
import { mount } from '../shared/mount.tsx'
import { Shell } from '../shared/shell.tsx'
import { Tag } from '../shared/status-tag.tsx'
import { usePage } from '../shared/use-page.ts'
import { dayWords, phaseOf, phaseWords } from './opening.ts'

const load = async (signal: AbortSignal): Promise<readonly Campaign[]> =>
  (await request('/campaigns', { read: (body) => CampaignList.parse(body), signal })).body.items

const CampaignsPage = (): JSX.Element => {
  const { me, loaded, again } = usePage(load)
  return (
    <Shell me={me} current="/caf/">
      {loaded.state === 'failed' ? (
        <ErrorState error={loaded.error} onRetry={again} />
      ) : (
        <>
          <h1>Campagnes</h1>
          {loaded.state === 'loading' ? (
            <Loading label="Chargement des campagnes…" />
          ) : (
            <Campaigns campaigns={loaded.value} />
          )}
        </>
      )}
    </Shell>
  )
}

const phases = { open: 'En cours', upcoming: 'À venir', closed: 'Closes' } as const

const Campaigns = ({ campaigns }: { campaigns: readonly Campaign[] }): JSX.Element => {
  const now = useServerNow()
  if (campaigns.length === 0) {
    return (
      <StatePage icon="calendar" level={2} title="Aucune campagne">
        <p>Votre Caf n’a encore ouvert aucune campagne. Elles apparaîtront ici, avec leurs dates.</p>
      </StatePage>
    )
  }
  return (
    <>
      {(['open', 'upcoming', 'closed'] as const).map((phase) => {
        const inPhase = campaigns
          .filter((campaign) => phaseOf(campaign, now) === phase)
          .toSorted((a, b) => a.closesAt.localeCompare(b.closesAt) * (phase === 'closed' ? -1 : 1))
        return inPhase.length === 0 ? null : (
          <section key={phase} aria-labelledby={`phase-${phase}`}>
            <h2 id={`phase-${phase}`}>{phases[phase]}</h2>
            <ul class="plain stack">
              {inPhase.map((campaign) => (
                <li key={campaign.id} class="card card-link campaign">
                  <CampaignCard campaign={campaign} now={now} />
                </li>
              ))}
            </ul>
          </section>
        )
      })}
    </>
  )
}

const looks = {
  open: { tone: 'ok', icon: 'clock' },
  upcoming: { tone: 'info', icon: 'calendar' },
  closed: { tone: 'neutral', icon: 'lock' },
} as const

const CampaignCard = ({ campaign, now }: { campaign: Campaign; now: string }): JSX.Element => {
  const { title, opensAt, closesAt, zone, formVersion, schoolYear } = campaign
  const phase = phaseOf(campaign, now)
  return (
    <>
      <DateLeaf instant={closesAt} zone={zone} tone={phase === 'open' ? 'later' : 'rest'} />
      <div>
        <h3>
          <a href={`/caf/campagne/?id=${encodeURIComponent(campaign.id)}`}>{title}</a>
        </h3>
        <p class="quiet-text">
          Année scolaire {schoolYear} · version {formVersion}
        </p>
        <p class="campaign-dates">
          Du {dayWords(opensAt, zone)} au <strong>{deadlineText(closesAt, zone)}</strong>
        </p>
      </div>
      <Tag {...looks[phase]}>{phaseWords(campaign, now)}</Tag>
    </>
  )
}

mount(<CampaignsPage />)
