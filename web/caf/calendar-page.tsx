// /caf/calendrier/: which campaign asks what of whom, from when to when, month by month.
import type { JSX } from 'preact'
import { CampaignList } from '../../forms/campaign-wire.ts'
import { deadlineText, timeLeftText } from '../../forms/dates.ts'
import type { Campaign } from '../../forms/nouns/campaign.ts'
import type { Me } from '../../forms/session-wire.ts'
import { request } from '../shared/api.ts'
import { CalendarAddressCard } from '../shared/calendar-address.tsx'
import { useServerNow } from '../shared/clock.ts'
import { DateLeaf } from '../shared/date-leaf.tsx'
import { ErrorState, Loading, StatePage } from '../shared/feedback.tsx'
import { loadMe } from '../shared/me.ts'
import { MonthList } from '../shared/month-list.tsx'
import { mount } from '../shared/mount.tsx'
import { Shell } from '../shared/shell.tsx'
import { useLoad } from '../shared/use-load.ts'
import { dayWords } from './opening.ts'

const REFERENCE_ZONE = 'Europe/Paris'

const load = async (signal: AbortSignal): Promise<{ me: Me; campaigns: Campaign[] }> => {
  const read = (body: unknown) => CampaignList.parse(body)
  const [me, list] = await Promise.all([loadMe(signal), request('/campaigns', { read, signal })])
  return { me, campaigns: list.body.items }
}

const CalendarPage = (): JSX.Element => {
  const [loaded, again] = useLoad(load)
  const shown = loaded.state === 'ready' ? loaded.value : undefined
  return (
    <Shell me={shown?.me} current="/caf/calendrier/">
      {loaded.state === 'failed' ? (
        <ErrorState error={loaded.error} onRetry={again} />
      ) : (
        <>
          <h1>Calendrier</h1>
          {shown ? <Calendar campaigns={shown.campaigns} /> : <Loading label="Chargement des campagnes…" />}
        </>
      )}
    </Shell>
  )
}

const Calendar = ({ campaigns }: { campaigns: readonly Campaign[] }): JSX.Element => {
  const now = useServerNow()
  if (campaigns.length === 0) {
    return (
      <StatePage icon="calendar" level={2} title="Aucune campagne">
        <p>Les dates de vos campagnes apparaîtront ici.</p>
      </StatePage>
    )
  }
  return (
    <>
      <p class="lead">Les campagnes de votre Caf, par mois de clôture.</p>
      <div class="calendar">
        <div>
          <MonthList
            deadlines={campaigns}
            now={now}
            show={(campaign) => <Row campaign={campaign} now={now} />}
          />
        </div>
        <CalendarAddressCard zone={campaigns[0]?.zone ?? REFERENCE_ZONE} />
      </div>
    </>
  )
}

const Row = ({ campaign, now }: { campaign: Campaign; now: string }): JSX.Element => {
  const { id, title, opensAt, closesAt, zone, schoolYear } = campaign
  const open = opensAt <= now && now < closesAt
  return (
    <>
      <DateLeaf instant={closesAt} zone={zone} tone={open ? 'later' : 'rest'} />
      <div>
        <h3>
          <a href={`/caf/campagne/?id=${encodeURIComponent(id)}`}>{title}</a>
        </h3>
        <p class="quiet-text">Année scolaire {schoolYear}</p>
        <p>
          Du {dayWords(opensAt, zone)} au <strong>{deadlineText(closesAt, zone)}</strong>
          {open ? <> · {timeLeftText(now, closesAt, zone)}</> : null}
        </p>
      </div>
    </>
  )
}

mount(<CalendarPage />)
