import type { JSX } from 'preact'
import { dayText, deadlineText } from '../../forms/dates.ts'
import { DataMapLink } from '../shared/data-map-link.tsx'
import { Icon } from '../shared/icons.tsx'
import { StatusTag } from '../shared/status-tag.tsx'
import type { OrganisationYear, ProjectYear, YearItem } from './year.ts'

/** The year of each project: what, by when, where it stands, and what missing it costs. */
export const YearTables = ({ year }: { year: readonly OrganisationYear[] }): JSX.Element | null => {
  if (year.length === 0) return null
  return (
    <section aria-labelledby="annee">
      <h2 id="annee">Mon année, par projet</h2>
      {year.map(({ id, name, projects }) => (
        <div key={id}>
          {year.length > 1 ? <h3 class="year-organisation">{name}</h3> : null}
          {projects.map((project) => (
            <ProjectTable key={project.id} project={project} />
          ))}
        </div>
      ))}
    </section>
  )
}

const ProjectTable = ({ project }: { project: ProjectYear }): JSX.Element => (
  <table class="card year">
    <caption>{project.name}</caption>
    <thead>
      <tr>
        <th scope="col">Démarche</th>
        <th scope="col">Échéance</th>
        <th scope="col">État</th>
      </tr>
    </thead>
    <tbody>
      {project.items.map((item) => (
        <tr key={item.key}>
          <th scope="row">
            {item.title}
            {item.status === 'next' ? (
              <p class="year-prepare">
                <DataMapLink href={item.dataMapUrl} of={`${item.title}, ${project.name}`} />
              </p>
            ) : null}
            {item.consequence && isAtStake(item) ? <p class="year-cost">{item.consequence}</p> : null}
          </th>
          <td>{deadlineText(item.closesAt, item.zone)}</td>
          <td>
            <State item={item} />
          </td>
        </tr>
      ))}
    </tbody>
  </table>
)

/** What missing it costs is said while it may be missed, and once it is. */
const isAtStake = ({ status }: YearItem): boolean =>
  status === 'called' || status === 'draft' || status === 'missed' || status === 'next'

const State = ({ item }: { item: YearItem }): JSX.Element =>
  item.status === 'next' ? (
    <span class="tag">
      <Icon name="calendar" size={16} />À venir, dès le {dayText(item.opensAt ?? item.closesAt, item.zone)}
    </span>
  ) : (
    <StatusTag status={item.status} />
  )
