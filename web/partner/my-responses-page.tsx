// /mes-demarches/: what is due, for when, where it stands; one thing to do for each.
import type { JSX } from 'preact'
import { deadlineText, timeLeftClause } from '../../forms/dates.ts'
import { type Me, ResponseList, type ResponseSummary } from '../../forms/wire.ts'
import { request } from '../shared/api.ts'
import { useServerNow } from '../shared/clock.ts'
import { ErrorState, Loading, StatePage } from '../shared/feedback.tsx'
import { mount } from '../shared/mount.tsx'
import { Shell } from '../shared/shell.tsx'
import { usePage } from '../shared/use-page.ts'
import { groupsOf } from './due.ts'
import { ResponseCard } from './response-card.tsx'

type Shown = { me: Me; responses: ResponseSummary[] }

const load = async (signal: AbortSignal, asking: Promise<Me>): Promise<Shown> => {
  const read = (body: unknown) => ResponseList.parse(body)
  const [me, list] = await Promise.all([asking, request('/responses', { read, signal })])
  return { me, responses: list.body.items }
}

const MyResponsesPage = (): JSX.Element => {
  const { me, loaded, again } = usePage(load)
  const cafs = loaded.state === 'ready' ? new Set(loaded.value.responses.map((r) => r.cafName)) : new Set()
  const caf = cafs.size === 1 ? String([...cafs][0]) : undefined
  return (
    <Shell me={me} caf={caf} current="/mes-demarches/">
      {loaded.state === 'failed' ? (
        <ErrorState error={loaded.error} onRetry={again} />
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

const titles = { due: 'À faire', sent: 'Transmises', past: 'Passées' } as const

const MyResponses = ({ me, responses }: Shown): JSX.Element => {
  const now = useServerNow()
  if (responses.length === 0) return <NoResponse me={me} />
  const groups = groupsOf(responses, now)
  const withOrganisation = new Set(responses.map((r) => r.organisationId)).size > 1
  return (
    <>
      <Summary due={groups.due} now={now} />
      {(['due', 'sent', 'past'] as const).map((group) =>
        groups[group].length === 0 ? null : (
          <section key={group} aria-labelledby={`groupe-${group}`}>
            <h2 id={`groupe-${group}`}>
              {titles[group]} <span class="count">{groups[group].length}</span>
            </h2>
            <ul class="plain stack">
              {groups[group].map((response) => (
                <li key={response.id}>
                  <ResponseCard response={response} now={now} withOrganisation={withOrganisation} />
                </li>
              ))}
            </ul>
          </section>
        ),
      )}
    </>
  )
}

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
  return (
    <StatePage
      icon="calendar"
      level={2}
      title="Aucune démarche pour le moment"
      actions={
        me.agencies.length > 0 ? (
          <a class="btn" href="/caf/">
            Voir les campagnes de votre Caf
          </a>
        ) : null
      }
    >
      <p>
        {members
          ? 'Votre Caf ne vous demande rien aujourd’hui. Quand une campagne s’ouvrira pour l’un de vos projets, elle apparaîtra ici avec son échéance.'
          : `Votre adresse ${me.email} n’est rattachée à aucune organisation. Demandez à son administrateur de vous ajouter, ou contactez votre Caf si vous pensez que c’est une erreur.`}
      </p>
    </StatePage>
  )
}

mount(<MyResponsesPage />)
