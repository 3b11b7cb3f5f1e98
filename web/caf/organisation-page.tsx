// /caf/organisation/?id=: an organisation that a Caf deals with: its people, its projects with what was notified for
// each year, and what it owes and has given.
import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { numbersText } from '../../forms/identity.ts'
import type { Project } from '../../forms/nouns/people.ts'
import { partnerRoleWords } from '../../forms/people.ts'
import { OrganisationView } from '../../forms/people-wire.ts'
import { ResponseList } from '../../forms/response-wire.ts'
import type { Me } from '../../forms/session-wire.ts'
import { request } from '../shared/api.ts'
import { Crumbs } from '../shared/crumbs.tsx'
import { Banner, ErrorState, Loading } from '../shared/feedback.tsx'
import { mount } from '../shared/mount.tsx'
import { People } from '../shared/people.tsx'
import { Projects } from '../shared/projects.tsx'
import { Said } from '../shared/said.tsx'
import { Shell } from '../shared/shell.tsx'
import { useKeptPage } from '../shared/use-kept-page.ts'
import { OrganisationResponses } from './organisation-responses.tsx'
import { NotificationDialog, ProjectDialog } from './project-dialogs.tsx'

type Shown = {
  readonly organisation: OrganisationView
  readonly responses: ResponseList['items']
  /** The Caf that the caller works for. */
  readonly cafId: string | undefined
}

const query = new URLSearchParams(typeof location === 'undefined' ? '' : location.search)

const load = async (signal: AbortSignal, asking: Promise<Me>): Promise<Shown> => {
  const path = `/organisations/${encodeURIComponent(query.get('id') ?? '')}`
  const [me, organisation, responses] = await Promise.all([
    asking,
    request(path, { read: (body) => OrganisationView.parse(body), signal }),
    request(`${path}/responses`, { read: (body) => ResponseList.parse(body), signal }),
  ])
  document.title = `${organisation.body.name} · Échéance`
  const cafIds = organisation.body.cafIds ?? []
  const agency = me.agencies.find(({ cafId }) => cafIds.includes(cafId))
  return { organisation: organisation.body, responses: responses.body.items, cafId: agency?.cafId }
}

const OrganisationPage = (): JSX.Element => {
  const { me, loaded, kept, again } = useKeptPage(load)
  return (
    <Shell me={me} current="/caf/organisations/">
      {loaded.state === 'failed' && !kept ? <ErrorState error={loaded.error} onRetry={again} /> : null}
      {loaded.state !== 'failed' && !kept ? (
        <>
          <h1>Organisation</h1>
          <Loading label="Chargement de l’organisation…" />
        </>
      ) : null}
      {kept ? <Organisation {...kept} again={again} /> : null}
    </Shell>
  )
}

type Open = { readonly what: 'project' } | { readonly what: 'notification'; readonly project: Project }

const Organisation = ({
  organisation,
  responses,
  cafId,
  again,
}: Shown & { again: () => void }): JSX.Element => {
  const [said, setSaid] = useState('')
  const [open, setOpen] = useState<Open>()
  const { id, name, people, projects, may } = organisation
  const close = () => setOpen(undefined)
  const done = (sentence: string) => {
    close()
    setSaid(sentence)
    again()
  }
  return (
    <>
      <Crumbs steps={[{ href: '/caf/organisations/', label: 'Organisations' }]} here={name} />
      <h1>{name}</h1>
      <p class="lead">{numbersText(organisation)}</p>
      {query.has('ajoutee') && !said ? (
        <Banner tone="ok" live="status">
          L’organisation est ajoutée.
          {may.invite ? ' Ajoutez ses projets, et invitez une première personne.' : ''}
        </Banner>
      ) : null}
      <Said sentence={said} />
      <Projects
        projects={projects}
        none="Aucun projet auprès de votre Caf pour le moment."
        action={
          may.addProject ? (
            <button type="button" class="btn" onClick={() => setOpen({ what: 'project' })}>
              Ajouter un projet…
            </button>
          ) : null
        }
        actionOf={(project) =>
          may.notify ? (
            <button type="button" class="link" onClick={() => setOpen({ what: 'notification', project })}>
              Noter les collectifs notifiés…<span class="sr-only"> : {project.name}</span>
            </button>
          ) : null
        }
      />
      <People
        people={people}
        words={partnerRoleWords}
        path={`/organisations/${encodeURIComponent(id)}/members`}
        place={`pour « ${name} »`}
        manage={may.manage}
        invite={may.invite}
        onDone={done}
      />
      {people.length === 0 ? <p>Personne n’a encore d’accès à cette organisation.</p> : null}
      <OrganisationResponses responses={responses} />
      {open?.what === 'project' ? (
        <ProjectDialog organisation={organisation} cafId={cafId} onDone={done} onClose={close} />
      ) : null}
      {open?.what === 'notification' ? (
        <NotificationDialog project={open.project} onDone={done} onClose={close} />
      ) : null}
    </>
  )
}

mount(<OrganisationPage />)
