import type { JSX } from 'preact'
import { Icon } from '../../shared/icons.tsx'
import { quoted } from '../../shared/words.ts'
import type { Board } from './board.ts'
import type { useOutline } from './use-outline.ts'

type Props = {
  readonly board: Board
  readonly outline: ReturnType<typeof useOutline>
  readonly search: string
  readonly onSearch: (search: string) => void
  readonly onAdd: () => void
  readonly onAddPage: () => void
}

/** What stands above the outline: adding, and finding. */
export const OutlineTools = ({ board, outline, search, onSearch, onAdd, onAddPage }: Props): JSX.Element => {
  const { rows, allClosed, toggleAll } = outline
  const found = rows.filter(({ item }) => item.kind === 'question').length
  return (
    <div class="plan-tools">
      {board.isReadOnly ? null : (
        <div class="plan-adding">
          <button type="button" class="btn" onClick={onAdd}>
            <span aria-hidden="true">+</span> Ajouter une question
          </button>
          <button type="button" class="btn quiet" onClick={onAddPage}>
            <span aria-hidden="true">+</span> Page
            <span class="sr-only"> : en ajouter une</span>
          </button>
        </div>
      )}
      <div class="plan-search boxed">
        <label for="plan-recherche" class="sr-only">
          Chercher dans le plan
        </label>
        <Icon name="search" />
        <input
          id="plan-recherche"
          type="search"
          placeholder="Chercher…"
          autocomplete="off"
          value={search}
          onInput={(event) => onSearch(event.currentTarget.value)}
        />
        <button type="button" class="link" onClick={toggleAll} aria-pressed={allClosed}>
          {allClosed ? 'Tout ouvrir' : 'Tout fermer'}
        </button>
      </div>
      <p class={search === '' || rows.length > 0 ? 'sr-only' : 'plan-none'} role="status">
        {search === ''
          ? ''
          : rows.length === 0
            ? `Rien dans le plan ne correspond à ${quoted(search)}.`
            : `${found} ${found === 1 ? 'question trouvée' : 'questions trouvées'}.`}
      </p>
    </div>
  )
}
