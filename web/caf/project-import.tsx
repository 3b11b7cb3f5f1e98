import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { Project } from '../../forms/nouns/people.ts'
import { type ImportedProjects, readImport } from './read-import.ts'
import { LIST_TYPES, readListFile } from './read-list-file.ts'

const MOST_SHOWN = 10

type Props = { readonly projects: readonly Project[]; readonly onImport: (ids: readonly string[]) => void }

/** Chooses the projects that a file lists, and says which of its lines name none. */
export const ProjectImport = ({ projects, onImport }: Props): JSX.Element => {
  const [read, setRead] = useState<ImportedProjects>()
  const [refusal, setRefusal] = useState('')
  const [note, setNote] = useState('')
  const take = async (file: File | undefined) => {
    setRead(undefined)
    setRefusal('')
    setNote('')
    if (!file) return
    const list = await readListFile(file)
    if ('fault' in list) return setRefusal(list.fault)
    setNote(list.note ?? '')
    const found = readImport(list.text, projects)
    if (found.ids.length === 0)
      setRefusal(
        'Aucun projet de votre Caf n’est dans ce fichier : la première colonne doit donner leur nom.',
      )
    else onImport(found.ids)
    setRead(found)
  }
  return (
    <div>
      <label for="import-projets">
        Importer une liste (Excel ou CSV, le nom du projet en première colonne)
      </label>
      <input
        id="import-projets"
        class="control"
        type="file"
        accept={LIST_TYPES}
        onChange={(event) => take(event.currentTarget.files?.[0])}
      />
      <div role="status">
        {refusal ? <p class="note stop">{refusal}</p> : null}
        {note ? <p class="note">{note}</p> : null}
        {read && read.ids.length > 0 ? (
          <p class="quiet-text">
            {read.ids.length > 1
              ? `${read.ids.length} projets du fichier sont choisis.`
              : 'Un projet du fichier est choisi.'}
          </p>
        ) : null}
        {read && read.unknown.length > 0 ? <UnknownLines lines={read.unknown} /> : null}
      </div>
    </div>
  )
}

const UnknownLines = ({ lines }: { lines: ImportedProjects['unknown'] }): JSX.Element => (
  <>
    <p class="note warn">
      {lines.length > 1
        ? `${lines.length} lignes ne nomment aucun projet de votre Caf, et sont laissées de côté :`
        : 'Une ligne ne nomme aucun projet de votre Caf, et est laissée de côté :'}
    </p>
    <ul>
      {lines.slice(0, MOST_SHOWN).map(({ line, text }) => (
        <li key={line}>
          ligne {line} : « {text.slice(0, 80)} »
        </li>
      ))}
      {lines.length > MOST_SHOWN ? <li>et {lines.length - MOST_SHOWN} autres</li> : null}
    </ul>
  </>
)
