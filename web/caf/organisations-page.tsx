// /caf/organisations/: the organisations that a Caf deals with, to be found by a name, a number or a project.
import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { ProjectList } from '../../forms/campaign-rows-wire.ts'
import { numbersText } from '../../forms/identity.ts'
import type { Project } from '../../forms/nouns/people.ts'
import { OrganisationList } from '../../forms/people-wire.ts'
import { matches } from '../../forms/search.ts'
import { request } from '../shared/api.ts'
import { ErrorState, Loading, StatePage } from '../shared/feedback.tsx'
import { mount } from '../shared/mount.tsx'
import { Shell } from '../shared/shell.tsx'
import { usePage } from '../shared/use-page.ts'
import { counted } from './campaign-words.ts'
import { OrganisationDialog } from './organisation-dialog.tsx'

const MOST_SHOWN = 200

type Shown = OrganisationList & { readonly projects: readonly Project[] }
type Item = OrganisationList['items'][number]

const load = async (signal: AbortSignal): Promise<Shown> => {
  const [organisations, projects] = await Promise.all([
    request('/organisations', { read: (body) => OrganisationList.parse(body), signal }),
    request('/projects', { read: (body) => ProjectList.parse(body), signal }),
  ])
  return { ...organisations.body, projects: projects.body.items }
}

const OrganisationsPage = (): JSX.Element => {
  const { me, loaded, again } = usePage(load)
  const [isAdding, setAdding] = useState(false)
  const shown = loaded.state === 'ready' ? loaded.value : undefined
  const mayCreate = shown !== undefined && shown.may.create.length > 0
  return (
    <Shell me={me} current="/caf/organisations/">
      {loaded.state === 'failed' ? (
        <ErrorState error={loaded.error} onRetry={again} />
      ) : (
        <>
          <div class="head">
            <h1>Organisations</h1>
            {mayCreate ? (
              <div class="head-actions">
                <a class="btn quiet" href="/caf/importer/">
                  Importer une liste…
                </a>
                <button type="button" class="btn" onClick={() => setAdding(true)}>
                  Ajouter une organisation…
                </button>
              </div>
            ) : null}
          </div>
          {shown ? <Organisations {...shown} /> : <Loading label="Chargement des organisations…" />}
          {isAdding && shown ? (
            <OrganisationDialog cafs={shown.may.create} onClose={() => setAdding(false)} />
          ) : null}
        </>
      )}
    </Shell>
  )
}

const Organisations = ({ items, projects }: Shown): JSX.Element => {
  const [search, setSearch] = useState('')
  const byOrganisation = Map.groupBy(projects, ({ organisationId }) => organisationId)
  if (items.length === 0) {
    return (
      <StatePage icon="search" level={2} title="Aucune organisation">
        <p>
          Votre Caf ne suit encore aucune organisation. Elles viennent des habilitations que vous validez, ou
          de ce que l’administrateur ajoute et importe.
        </p>
      </StatePage>
    )
  }
  const found = items.filter((item) => matches(searchedText(item, byOrganisation.get(item.id)), search))
  return (
    <>
      <div class="tools">
        <div class="tool">
          <label for="recherche">Rechercher un nom, un numéro ou un projet</label>
          <input
            id="recherche"
            type="search"
            autocomplete="off"
            value={search}
            onInput={(event) => setSearch(event.currentTarget.value)}
          />
        </div>
        <p role="status">
          {counted(found.length, 'organisation')}
          {found.length > MOST_SHOWN
            ? ` : les ${MOST_SHOWN} premières sont affichées, précisez la recherche`
            : ''}
        </p>
      </div>
      {found.length === 0 ? <p>Aucune organisation ne correspond à cette recherche.</p> : null}
      <ul class="plain stack">
        {found.slice(0, MOST_SHOWN).map((item) => (
          <li key={item.id} class="card card-link organisation">
            <div>
              <h2>
                <a href={`/caf/organisation/?id=${encodeURIComponent(item.id)}`}>{item.name}</a>
              </h2>
              <p class="quiet-text">{numbersText(item)}</p>
            </div>
            <p class="organisation-projects">{projectsText(byOrganisation.get(item.id))}</p>
          </li>
        ))}
      </ul>
    </>
  )
}

const projectsText = (projects: readonly Project[] = []): string =>
  projects.length === 0 ? 'Aucun projet' : projects.map(({ name }) => name).join(', ')

const searchedText = ({ name, siret = '', rna = '' }: Item, projects: readonly Project[] = []): string =>
  `${name} ${siret} ${rna} ${projects.map((project) => project.name).join(' ')}`

mount(<OrganisationsPage />)
