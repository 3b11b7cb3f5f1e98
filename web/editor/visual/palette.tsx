import type { JSX } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { matches } from '../../../forms/search.ts'
import { Dialog } from '../../shared/dialog.tsx'
import { TypeIcon } from './type-icons.tsx'
import { kindWords, palette } from './type-words.ts'

type Props = {
  /** Where it will be, in words. */
  readonly where: string
  readonly onChoose: (kind: string) => void
  readonly onClose: () => void
}

/** Every type of question by its name, with what it is for. */
export const Palette = ({ where, onChoose, onClose }: Props): JSX.Element => {
  const [search, setSearch] = useState('')
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])
  const groups = palette.map(({ title, kinds }) => ({
    title,
    kinds: kinds.filter((kind) => isFound(kind, search)),
  }))
  const found = groups.flatMap(({ kinds }) => kinds)
  return (
    <Dialog title="Ajouter une question" onClose={onClose}>
      <p class="hint" id="palette-place">
        {where}
      </p>
      <form
        class="palette-search"
        onSubmit={(event) => {
          event.preventDefault()
          const [first] = found
          if (first !== undefined) onChoose(first)
        }}
      >
        <label for="palette-recherche">Chercher un type</label>
        <input
          ref={field}
          id="palette-recherche"
          type="search"
          autocomplete="off"
          value={search}
          aria-describedby="palette-place"
          onInput={(event) => setSearch(event.currentTarget.value)}
        />
      </form>
      {groups.map(({ title, kinds }) =>
        kinds.length === 0 ? null : (
          <section key={title} class="palette-group">
            <h3>{title}</h3>
            <ul class="plain">
              {kinds.map((kind) => (
                <li key={kind}>
                  <button type="button" onClick={() => onChoose(kind)}>
                    <TypeIcon type={kind} />
                    <span>
                      <b>{kindWords(kind).label}</b> <small>{kindWords(kind).says}</small>
                    </span>
                  </button>
                </li>
              ))}
            </ul>
          </section>
        ),
      )}
      <p class="hint" role="status">
        {found.length === 0 ? 'Aucun type ne correspond : effacez la recherche pour les voir tous.' : ''}
      </p>
      <div class="dialog-actions">
        <button type="button" class="btn quiet" onClick={onClose}>
          Annuler
        </button>
      </div>
    </Dialog>
  )
}

const isFound = (kind: string, search: string): boolean =>
  matches(`${kindWords(kind).label} ${kindWords(kind).says}`, search)
