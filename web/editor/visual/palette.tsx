import type { JSX } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Place } from '../../../forms/editing/add.ts'
import { matches } from '../../../forms/search.ts'
import { Dialog } from '../../shared/dialog.tsx'
import type { OfferedPlace } from './item-actions.ts'
import { TypeIcon } from './type-icons.tsx'
import { kindWords, palette, searchedWords } from './type-words.ts'

type Props = {
  /** Where it may stand, the likeliest first. */
  readonly places: readonly OfferedPlace[]
  readonly onChoose: (kind: string, place: Place | undefined) => void
  readonly onClose: () => void
}

/** Every type of question by its name, with what it is for. */
export const Palette = ({ places, onChoose, onClose }: Props): JSX.Element => {
  const [search, setSearch] = useState('')
  const [at, setAt] = useState(0)
  const choose = (kind: string): void => onChoose(kind, places[at]?.place)
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
        {places.length === 0
          ? 'Ce sera la première question, dans une page faite avec elle.'
          : places.length === 1
            ? `${places[0]?.words}.`
            : 'Elle sera placée :'}
      </p>
      {places.length > 1 ? (
        <fieldset class="palette-places" aria-label="Place">
          {places.map(({ words }, index) => (
            <label key={words} class="choice">
              <input type="radio" name="palette-place" checked={at === index} onChange={() => setAt(index)} />
              <span>{words}</span>
            </label>
          ))}
        </fieldset>
      ) : null}
      <form
        class="palette-search boxed"
        onSubmit={(event) => {
          event.preventDefault()
          const [first] = found
          if (first !== undefined) choose(first)
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
                  <button type="button" onClick={() => choose(kind)}>
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

const isFound = (kind: string, search: string): boolean => matches(searchedWords(kind), search)
