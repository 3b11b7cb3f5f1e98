import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { Project } from '../../forms/nouns/people.ts'
import { matches } from '../../forms/search.ts'
import { ProjectImport } from './project-import.tsx'

const MOST_SHOWN = 100

type Props = {
  readonly projects: readonly Project[]
  readonly chosen: readonly string[]
  readonly onChoose: (ids: readonly string[]) => void
}

/** Chooses projects one by one, all those that a search finds, or those that a file lists. */
export const ProjectPicker = ({ projects, chosen, onChoose }: Props): JSX.Element => {
  const [search, setSearch] = useState('')
  const found = projects.filter(({ name, organisationName }) =>
    matches(`${name} ${organisationName}`, search),
  )
  const shown = found.slice(0, MOST_SHOWN)
  const picked = new Set(chosen)
  const pick = (ids: readonly string[], wanted: boolean) =>
    onChoose([...chosen.filter((id) => !ids.includes(id)), ...(wanted ? ids : [])])
  const allShown = shown.length > 0 && shown.every(({ id }) => picked.has(id))
  return (
    <div class="under-choice picker">
      <ProjectImport projects={projects} onImport={(ids) => pick(ids, true)} />
      <label for="recherche-projet">Rechercher un projet ou une organisation</label>
      <input
        id="recherche-projet"
        class="control"
        type="search"
        autocomplete="off"
        value={search}
        onInput={(event) => setSearch(event.currentTarget.value)}
      />
      <div class="picker-head">
        <p role="status">
          {picked.size} {picked.size > 1 ? 'projets choisis' : 'projet choisi'} sur {projects.length}
        </p>
        <button
          type="button"
          class="link"
          onClick={() =>
            pick(
              shown.map(({ id }) => id),
              !allShown,
            )
          }
        >
          {allShown ? 'Retirer ceux affichés' : 'Choisir tous ceux affichés'}
        </button>
      </div>
      <ul class="plain picker-list">
        {shown.map(({ id, name, organisationName }) => (
          <li key={id}>
            <label class="choice">
              <input
                type="checkbox"
                checked={picked.has(id)}
                onChange={(event) => pick([id], event.currentTarget.checked)}
              />
              <span>
                {name}
                <small>{organisationName}</small>
              </span>
            </label>
          </li>
        ))}
      </ul>
      {shown.length === 0 ? <p class="quiet-text">Aucun projet ne correspond à cette recherche.</p> : null}
      {found.length > shown.length ? (
        <p class="quiet-text">
          {found.length - shown.length} autres projets : précisez la recherche pour les voir.
        </p>
      ) : null}
    </div>
  )
}
