// /mes-demarches/: what is due, for when, where it stands; one thing to do for each.
import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { deadlineText, timeLeftClause } from '../../forms/dates.ts'
import { type OpenCampaign, OpenCampaignList, type Upcoming, UpcomingList } from '../../forms/people-wire.ts'
import { ResponseList, type ResponseSummary } from '../../forms/response-wire.ts'
import type { Me } from '../../forms/session-wire.ts'
import { NetworkFailure, request } from '../shared/api.ts'
import { useServerNow } from '../shared/clock.ts'
import { Banner, ErrorState, Loading, StatePage } from '../shared/feedback.tsx'
import { keepPage } from '../shared/keep-page.ts'
import { type KeptDossier, keptDossiers } from '../shared/kept-dossiers.ts'
import { mount } from '../shared/mount.tsx'
import { Shell } from '../shared/shell.tsx'
import { usePage } from '../shared/use-page.ts'
import { comingOf } from './coming.ts'
import { ComingList } from './coming-list.tsx'
import { groupsOf } from './due.ts'
import { KeptHere } from './kept-here.tsx'
import { MissedNotice } from './missed-notice.tsx'
import { OpenCampaigns } from './open-campaigns.tsx'
import { ResponseCard } from './response-card.tsx'

type Shown = {
  me: Me
  responses: ResponseSummary[]
  upcoming: Upcoming[]
  open: OpenCampaign[]
}

const load = async (signal: AbortSignal, asking: Promise<Me>): Promise<Shown> => {
  const [me, list, upcoming, open] = await Promise.all([
    asking,
    request('/responses', { read: (body) => ResponseList.parse(body), signal }),
    request('/upcoming', { read: (body) => UpcomingList.parse(body), signal }),
    request('/open-campaigns', { read: (body) => OpenCampaignList.parse(body), signal }),
  ])
  return { me, responses: list.body.items, upcoming: upcoming.body.items, open: open.body.items }
}

const MyResponsesPage = (): JSX.Element => {
  const { me, loaded, again } = usePage(load)
  const cafs = loaded.state === 'ready' ? new Set(loaded.value.responses.map((r) => r.cafName)) : new Set()
  const caf = cafs.size === 1 ? String([...cafs][0]) : undefined
  const [kept, setKept] = useState<readonly KeptDossier[]>([])
  useEffect(() => {
    if (loaded.state === 'ready') keepPage()
    if (loaded.state === 'failed' && loaded.error instanceof NetworkFailure) keptDossiers().then(setKept)
  }, [loaded])
  return (
    <Shell me={me} caf={caf} current="/mes-demarches/">
      {loaded.state === 'failed' ? (
        <>
          <ErrorState error={loaded.error} onRetry={again} />
          {kept.length > 0 ? <KeptHere kept={kept} /> : null}
        </>
      ) : (
        <>
          <h1>Mes démarches</h1>
          {loaded.state === 'loading' ? (
            <Loading label="Chargement de vos démarches…" />
          ) : (
            <MyResponses {...loaded.value} />
          )}
        </>
      )}
    </Shell>
  )
}

const titles = { due: 'À faire', reading: 'En lecture', sent: 'Transmises', past: 'Passées' } as const

const MyResponses = (shown: Shown): JSX.Element => {
  const { me, responses, upcoming, open } = shown
  const now = useServerNow()
  const groups = groupsOf(responses, now)
  const places = [...responses, ...upcoming].map(({ organisationId }) => organisationId)
  const withOrganisation = new Set(places).size > 1
  const shared = { now, withOrganisation }
  return (
    <>
      {me.expired.length > 0 ? <Expired places={me.expired} /> : null}
      <MissedNotice owner={me.email} responses={responses} now={now} />
      {responses.length === 0 ? <NoResponse me={me} /> : <Summary due={groups.due} now={now} />}
      <Group name="due" responses={groups.due} {...shared} />
      <Group name="reading" responses={groups.reading} {...shared} />
      <Group name="sent" responses={groups.sent} {...shared} />
      <ComingList coming={comingOf(upcoming, { withOrganisation })} />
      <OpenCampaigns me={me} campaigns={open} responses={responses} />
      <Group name="past" responses={groups.past} {...shared} />
    </>
  )
}

type GroupProps = {
  readonly name: keyof typeof titles
  readonly responses: readonly ResponseSummary[]
  readonly now: string
  readonly withOrganisation: boolean
}

const Group = ({ name, responses, ...shared }: GroupProps): JSX.Element | null =>
  responses.length === 0 ? null : (
    <section aria-labelledby={`groupe-${name}`}>
      <h2 id={`groupe-${name}`}>
        {titles[name]} <span class="count">{responses.length}</span>
      </h2>
      {name === 'reading' ? (
        <p>Vous n’avez rien à remplir ici : vos collègues s’en occupent. Vous pouvez lire où ils en sont.</p>
      ) : null}
      <ul class="plain stack">
        {responses.map((response) => (
          <li key={response.id}>
            <ResponseCard response={response} {...shared} />
          </li>
        ))}
      </ul>
    </section>
  )

/** Somebody gave them an access that they did not take up in time. */
const Expired = ({ places }: { places: readonly string[] }): JSX.Element => (
  <Banner tone="warn">
    <strong>{places.length === 1 ? 'Une invitation a expiré' : 'Des invitations ont expiré'} :</strong>{' '}
    {places.join(', ')}. Demandez à la personne qui vous a invité de recommencer.
  </Banner>
)

const Summary = ({ due, now }: { due: readonly ResponseSummary[]; now: string }): JSX.Element => {
  const [next] = due
  if (!next) return <p class="lead">Rien à faire pour le moment.</p>
  const projects = new Set(due.map((response) => response.projectId)).size
  return (
    <p class="lead">
      {due.length === 1 ? 'Une démarche à faire' : `${due.length} démarches à faire`} pour{' '}
      {projects === 1 ? 'un projet' : `${projects} projets`}. La prochaine échéance est{' '}
      <strong>{deadlineText(next.closesAt, next.zone)}</strong>,{' '}
      {timeLeftClause(now, next.closesAt, next.zone)}.
    </p>
  )
}

const NoResponse = ({ me }: { me: Me }): JSX.Element => {
  const members = me.memberships.length > 0
  if (!members && me.agencies.length > 0) return <Reserved />
  return (
    <StatePage icon="calendar" level={2} title="Aucune démarche pour le moment">
      <p>
        {members
          ? 'Votre Caf ne vous demande rien aujourd’hui. Quand une campagne s’ouvrira pour l’un de vos projets, elle apparaîtra ici avec son échéance.'
          : `Votre adresse ${me.email} n’est rattachée à aucune organisation. Demandez à son administrateur de vous inviter. Si votre structure n’est pas encore inscrite, commencez par une habilitation, quand votre Caf en a ouvert une : elle est alors plus bas sur cette page.`}
      </p>
    </StatePage>
  )
}

/** For an agent of a Caf, who fills nothing. */
const Reserved = (): JSX.Element => (
  <StatePage
    icon="lock"
    level={2}
    title="Cette page est réservée aux partenaires"
    actions={
      <a class="btn" href="/caf/">
        Voir les campagnes de votre Caf
      </a>
    }
  >
    <p>
      Les partenaires y trouvent ce qu’ils ont à transmettre. Vous suivez leurs dossiers dans « Campagnes ».
    </p>
  </StatePage>
)

mount(<MyResponsesPage />)
