// /calendrier/: who files what, where and by when, month by month; and the address to follow it in one's own calendar.
import type { JSX } from 'preact'
import { deadlineText, timeLeftText } from '../../forms/dates.ts'
import { shownStatus } from '../../forms/lifecycle.ts'
import { ResponseList, type ResponseSummary } from '../../forms/response-wire.ts'
import type { Me } from '../../forms/session-wire.ts'
import { request } from '../shared/api.ts'
import { CalendarAddressCard } from '../shared/calendar-address.tsx'
import { useServerNow } from '../shared/clock.ts'
import { DataMapLink } from '../shared/data-map-link.tsx'
import { DateLeaf } from '../shared/date-leaf.tsx'
import { ErrorState, Loading, StatePage } from '../shared/feedback.tsx'
import { loadMe } from '../shared/me.ts'
import { MonthList } from '../shared/month-list.tsx'
import { mount } from '../shared/mount.tsx'
import { Shell } from '../shared/shell.tsx'
import { StatusTag } from '../shared/status-tag.tsx'
import { useLoad } from '../shared/use-load.ts'
import { groupOf, urgencyOf } from './due.ts'

const REFERENCE_ZONE = 'Europe/Paris'

const load = async (signal: AbortSignal): Promise<{ me: Me; responses: ResponseSummary[] }> => {
  const read = (body: unknown) => ResponseList.parse(body)
  const [me, list] = await Promise.all([loadMe(signal), request('/responses', { read, signal })])
  return { me, responses: list.body.items }
}

const CalendarPage = (): JSX.Element => {
  const [loaded, again] = useLoad(load)
  const shown = loaded.state === 'ready' ? loaded.value : undefined
  return (
    <Shell me={shown?.me} current="/calendrier/">
      {loaded.state === 'failed' ? (
        <ErrorState error={loaded.error} onRetry={again} />
      ) : (
        <>
          <h1>Calendrier</h1>
          {shown ? <Calendar {...shown} /> : <Loading label="Chargement de vos échéances…" />}
        </>
      )}
    </Shell>
  )
}

const Calendar = ({ responses }: { responses: readonly ResponseSummary[] }): JSX.Element => {
  const now = useServerNow()
  if (responses.length === 0) {
    return (
      <StatePage icon="calendar" level={2} title="Aucune échéance pour le moment">
        <p>Quand votre Caf vous demandera quelque chose, l’échéance apparaîtra ici.</p>
      </StatePage>
    )
  }
  return (
    <>
      <p class="lead">Ce que chaque projet doit transmettre, et pour quand.</p>
      <div class="calendar">
        <div>
          <MonthList
            deadlines={responses}
            now={now}
            show={(response) => <Row response={response} now={now} />}
          />
        </div>
        <CalendarAddressCard zone={responses[0]?.zone ?? REFERENCE_ZONE} />
      </div>
    </>
  )
}

const Row = ({ response, now }: { response: ResponseSummary; now: string }): JSX.Element => {
  const { id, closesAt, zone, fillUrl, campaignTitle, projectName, organisationName } = response
  const waits = groupOf(response, now) === 'due'
  const href = waits ? fillUrl : `/recu/?dossier=${encodeURIComponent(id)}`
  return (
    <>
      <DateLeaf instant={closesAt} zone={zone} tone={waits ? urgencyOf(closesAt, now) : 'rest'} />
      <div>
        <h3>
          <a href={response.reference || waits ? href : fillUrl}>
            {campaignTitle}, {projectName}
          </a>
        </h3>
        <p class="quiet-text">
          {organisationName} · pour la {response.cafName}
        </p>
        <p>
          {closesAt > now ? 'Jusqu’au' : 'Échéance passée :'} <strong>{deadlineText(closesAt, zone)}</strong>
          {waits ? <> · {timeLeftText(now, closesAt, zone)}</> : null}
        </p>
        <StatusTag status={shownStatus(response, now)} />
        {waits ? (
          <p>
            <DataMapLink href={response.dataMapUrl} of={`${campaignTitle}, ${projectName}`} />
          </p>
        ) : null}
      </div>
    </>
  )
}

mount(<CalendarPage />)
