// /caf/: the campaigns of the agent's Caf: what waits to be published, then those open first.
import type { JSX } from 'preact'
import { CampaignList } from '../../forms/campaign-wire.ts'
import { phaseOf } from '../../forms/campaigns.ts'
import { deadlineText } from '../../forms/dates.ts'
import type { Campaign } from '../../forms/nouns/campaign.ts'
import { WaitingList } from '../../forms/waiting-wire.ts'
import { request } from '../shared/api.ts'
import { useServerNow } from '../shared/clock.ts'
import { DateLeaf } from '../shared/date-leaf.tsx'
import { Banner, ErrorState, Loading, StatePage } from '../shared/feedback.tsx'
import { mount } from '../shared/mount.tsx'
import { Shell } from '../shared/shell.tsx'
import { usePage } from '../shared/use-page.ts'
import { counted } from './campaign-words.ts'
import { dayWords } from './opening.ts'
import { PhaseTag } from './phase-tag.tsx'
import { isDeleted } from './said.tsx'
import { ToDo } from './to-do.tsx'

type Shown = CampaignList & { readonly waiting: WaitingList }

const load = async (signal: AbortSignal): Promise<Shown> => {
  const [campaigns, waiting] = await Promise.all([
    request('/campaigns', { read: (body) => CampaignList.parse(body), signal }),
    request('/waiting', { read: (body) => WaitingList.parse(body), signal }),
  ])
  return { ...campaigns.body, waiting: waiting.body }
}

const CampaignsPage = (): JSX.Element => {
  const { me, loaded, again } = usePage(load)
  const shown = loaded.state === 'ready' ? loaded.value : undefined
  return (
    <Shell me={me} current="/caf/">
      {loaded.state === 'failed' ? (
        <ErrorState error={loaded.error} onRetry={again} />
      ) : (
        <>
          <div class="head">
            <h1>Campagnes</h1>
            {shown && shown.may.create.length > 0 ? (
              <a class="btn" href="/caf/campagne/modifier/">
                Nouvelle campagne
              </a>
            ) : null}
          </div>
          {isDeleted ? (
            <Banner tone="ok" live="status">
              Le brouillon est supprimé.
            </Banner>
          ) : null}
          {shown ? <Campaigns {...shown} /> : <Loading label="Chargement des campagnes…" />}
        </>
      )}
    </Shell>
  )
}

type CardProps = {
  readonly campaign: Campaign
  readonly now: string
  /** How many of its responses wait for the Caf. */
  readonly waits: number
}

const phases = { draft: 'À publier', open: 'En cours', upcoming: 'À venir', closed: 'Closes' } as const

const Campaigns = ({ items, may, waiting }: Shown): JSX.Element => {
  const now = useServerNow()
  if (items.length === 0) {
    return (
      <StatePage icon="calendar" level={2} title="Aucune campagne">
        <p>
          {may.create.length > 0
            ? 'Votre Caf n’a encore aucune campagne. Créez la première : rien n’est envoyé tant qu’elle n’est pas publiée.'
            : 'Votre Caf n’a encore ouvert aucune campagne. Elles apparaîtront ici, avec leurs dates.'}
        </p>
      </StatePage>
    )
  }
  return (
    <>
      <ToDo waiting={waiting} />
      {(['draft', 'open', 'upcoming', 'closed'] as const).map((phase) => {
        const inPhase = items
          .filter((campaign) => phaseOf(campaign, now) === phase)
          .toSorted((a, b) => a.closesAt.localeCompare(b.closesAt) * (phase === 'closed' ? -1 : 1))
        return inPhase.length === 0 ? null : (
          <section key={phase} aria-labelledby={`phase-${phase}`}>
            <h2 id={`phase-${phase}`}>{phases[phase]}</h2>
            <ul class="plain stack">
              {inPhase.map((campaign) => (
                <li key={campaign.id} class="card card-link campaign">
                  <CampaignCard campaign={campaign} now={now} waits={waiting.byCampaign[campaign.id] ?? 0} />
                </li>
              ))}
            </ul>
          </section>
        )
      })}
    </>
  )
}

const CampaignCard = ({ campaign, now, waits }: CardProps): JSX.Element => {
  const { title, opensAt, closesAt, zone, formVersion, schoolYear, extensions, proposed } = campaign
  return (
    <>
      <DateLeaf instant={closesAt} zone={zone} tone={phaseOf(campaign, now) === 'open' ? 'later' : 'rest'} />
      <div>
        <h3>
          <a href={`/caf/campagne/?id=${encodeURIComponent(campaign.id)}`}>{title}</a>
        </h3>
        <p class="quiet-text">
          Année scolaire {schoolYear} · version {formVersion}
          {extensions ? null : ' · sans délai supplémentaire'}
        </p>
        <p class="campaign-dates">
          Du {dayWords(opensAt, zone)} au <strong>{deadlineText(closesAt, zone)}</strong>
        </p>
        {waits > 0 ? (
          <p class="campaign-dates">
            <strong>{counted(waits, 'dossier')} à lire</strong>
          </p>
        ) : null}
        {proposed ? (
          <p class="campaign-dates">
            Préparée automatiquement d’après l’an dernier : à relire, puis à publier.
          </p>
        ) : null}
      </div>
      <PhaseTag campaign={campaign} now={now} />
    </>
  )
}

mount(<CampaignsPage />)
