import type { JSX } from 'preact'

/** How many rows a page of the list shows: a whole table that is drawn at once, read by ear and printed. */
export const PAGE_ROWS = 100

type Props = {
  readonly page: number
  readonly count: number
  readonly onPage: (page: number) => void
}

/** Goes through a long list by the page; nothing where one page holds it. */
export const Pager = ({ page, count, onPage }: Props): JSX.Element | null => {
  const pages = pagesOf(count)
  if (pages === 1) return null
  const first = (page - 1) * PAGE_ROWS + 1
  return (
    <nav class="pager" aria-label="Pages de la liste">
      <button
        type="button"
        class="btn quiet"
        aria-disabled={page === 1}
        onClick={() => page > 1 && onPage(page - 1)}
      >
        Page précédente
      </button>
      <p role="status">
        {first.toLocaleString('fr-FR')} à {Math.min(count, first + PAGE_ROWS - 1).toLocaleString('fr-FR')} sur{' '}
        {count.toLocaleString('fr-FR')}
      </p>
      <label>
        Page{' '}
        <select value={page} onChange={(event) => onPage(Number(event.currentTarget.value))}>
          {Array.from({ length: pages }, (_, i) => (
            <option key={i} value={i + 1}>
              {i + 1}
            </option>
          ))}
        </select>{' '}
        sur {pages}
      </label>
      <button
        type="button"
        class="btn quiet"
        aria-disabled={page === pages}
        onClick={() => page < pages && onPage(page + 1)}
      >
        Page suivante
      </button>
    </nav>
  )
}

/** How many pages so many rows make; one at least. */
export const pagesOf = (count: number): number => Math.max(1, Math.ceil(count / PAGE_ROWS))
