import type { ComponentChildren, JSX } from 'preact'
import type { Project } from '../../forms/nouns/people.ts'

type Props = {
  readonly projects: readonly Project[]
  /** What is said when there is none. */
  readonly none: string
  /** What may be done: beside the heading, and under each project. */
  readonly action?: ComponentChildren
  readonly actionOf?: (project: Project) => ComponentChildren
}

/** The projects of an organisation: the years of the convention, and what the Caf notified for each. */
export const Projects = ({ projects, none, action, actionOf }: Props): JSX.Element => (
  <section aria-labelledby="projets">
    <div class="section-head">
      <h2 id="projets">
        Projets <span class="count">{projects.length}</span>
      </h2>
      {action}
    </div>
    {projects.length === 0 ? <p>{none}</p> : null}
    {projects.map((project) => (
      <article key={project.id} class="card project" aria-labelledby={`projet-${project.id}`}>
        <h3 id={`projet-${project.id}`}>{project.name}</h3>
        <p>
          {project.cof
            ? `Convention d’objectifs et de financement de ${project.cof.first} à ${project.cof.last}`
            : 'Années de convention non renseignées'}
          {project.suspended ? ' · validation retirée par la Caf : aucune démarche n’est demandée' : ''}
        </p>
        <Years project={project} />
        {actionOf?.(project)}
      </article>
    ))}
  </section>
)

const Years = ({ project }: { project: Project }): JSX.Element | null => {
  const { cof, notifications = {} } = project
  const years = [...new Set([...yearsOf(cof), ...Object.keys(notifications)])].toSorted()
  if (years.length === 0) return null
  return (
    <div class="scroll">
      <table>
        <caption class="sr-only">Collectifs notifiés, par année scolaire</caption>
        <thead>
          <tr>
            <th scope="col">Année scolaire</th>
            <th scope="col" class="n">
              Collectifs notifiés
            </th>
          </tr>
        </thead>
        <tbody>
          {years.map((year) => (
            <tr key={year}>
              <th scope="row">{year}</th>
              <td class="n">{notifications[year]?.collectifs ?? 'pas encore notifiés'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** The school years of a convention. */
export const yearsOf = (cof: Project['cof']): string[] => {
  if (!cof) return []
  const first = Number(cof.first.slice(0, 4))
  const count = Number(cof.last.slice(0, 4)) - first + 1
  return Array.from({ length: count }, (_, i) => `${first + i}-${first + i + 1}`)
}
