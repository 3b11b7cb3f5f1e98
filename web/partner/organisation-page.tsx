// /mon-organisation/?id=: one of the person's organisations, with its people, their roles, its projects and documents.
import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { numbersText } from '../../forms/identity.ts'
import { holdersOf, partnerRoleWords } from '../../forms/people.ts'
import { OrganisationView } from '../../forms/people-wire.ts'
import type { Me } from '../../forms/session-wire.ts'
import { request } from '../shared/api.ts'
import { ErrorState, Loading, StatePage } from '../shared/feedback.tsx'
import { mount } from '../shared/mount.tsx'
import { People } from '../shared/people.tsx'
import { Projects } from '../shared/projects.tsx'
import { Said } from '../shared/said.tsx'
import { Shell } from '../shared/shell.tsx'
import { useKeptPage } from '../shared/use-kept-page.ts'
import { OrganisationDocuments } from './organisation-documents.tsx'

type Shown = { readonly me: Me; readonly organisation: OrganisationView | undefined }

/** The one that the address names, or the first one of theirs. */
const load = async (signal: AbortSignal, asking: Promise<Me>): Promise<Shown> => {
  const me = await asking
  const id = new URLSearchParams(location.search).get('id') ?? me.memberships[0]?.organisationId
  if (!id) return { me, organisation: undefined }
  const read = (body: unknown) => OrganisationView.parse(body)
  const { body: organisation } = await request(`/organisations/${encodeURIComponent(id)}`, { read, signal })
  document.title = `${organisation.name} · Échéance`
  return { me, organisation }
}

const OrganisationPage = (): JSX.Element => {
  const { me, loaded, kept, again } = useKeptPage(load)
  return (
    <Shell me={me} current="/mon-organisation/">
      {loaded.state === 'failed' && !kept ? <ErrorState error={loaded.error} onRetry={again} /> : null}
      {loaded.state === 'loading' && !kept ? (
        <>
          <h1>Mon organisation</h1>
          <Loading label="Chargement de votre organisation…" />
        </>
      ) : null}
      {kept ? <Organisation {...kept} again={again} /> : null}
    </Shell>
  )
}

const Organisation = ({ me, organisation, again }: Shown & { again: () => void }): JSX.Element => {
  const [said, setSaid] = useState('')
  if (!organisation) return <NoOrganisation me={me} />
  const { id, name, siret, rna, people, projects, may } = organisation
  const administrators = holdersOf(
    people.filter(({ standing }) => standing === 'active'),
    'administrateur',
  )
  return (
    <>
      {me.memberships.length > 1 ? <Choice me={me} current={id} /> : null}
      <h1>{name}</h1>
      <p class="lead">{numbersText({ siret, rna })}</p>
      <Said sentence={said} />
      <People
        people={people}
        words={partnerRoleWords}
        path={`/organisations/${encodeURIComponent(id)}/members`}
        place={`pour « ${name} »`}
        manage={may.manage}
        onDone={(sentence) => {
          setSaid(sentence)
          again()
        }}
      />
      {may.manage ? null : (
        <p class="quiet-text who-manages">
          Les accès sont donnés et retirés par{' '}
          {administrators.length > 0
            ? administrators.join(', ')
            : 'un administrateur, que votre Caf peut vous indiquer'}
          .
        </p>
      )}
      <Projects
        projects={projects}
        none="Aucun projet pour le moment : la Caf les inscrit quand elle valide un dépôt."
      />
      <OrganisationDocuments key={id} organisation={id} />
    </>
  )
}

/** The way from one of a person's organisations to another. */
const Choice = ({ me, current }: { me: Me; current: string }): JSX.Element => (
  <nav aria-label="Choisir une organisation" class="organisation-choice">
    {me.memberships.map(({ organisationId, organisationName }) => (
      <a
        key={organisationId}
        href={`/mon-organisation/?id=${encodeURIComponent(organisationId)}`}
        {...(organisationId === current ? { 'aria-current': 'page' } : {})}
      >
        {organisationName}
      </a>
    ))}
  </nav>
)

const NoOrganisation = ({ me }: { me: Me }): JSX.Element => (
  <StatePage
    icon="search"
    title="Aucune organisation"
    actions={
      <a class="btn" href="/mes-demarches/">
        Voir les démarches ouvertes
      </a>
    }
  >
    <p>
      Votre adresse {me.email} n’est rattachée à aucune organisation. Demandez à son administrateur de vous
      inviter, ou commencez une habilitation si elle n’est pas encore inscrite.
    </p>
  </StatePage>
)

mount(<OrganisationPage />)
