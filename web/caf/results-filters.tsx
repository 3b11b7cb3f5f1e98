import type { JSX } from 'preact'
import type { CampaignResults, FilterView } from '../../forms/results-wire.ts'
import { Icon } from '../shared/icons.tsx'
import { kindWords } from './results-words.ts'

type Props = {
  readonly results: CampaignResults
  /** What the address asks for: by filter, and `publish`. */
  readonly asked: URLSearchParams
  readonly busy: boolean
  readonly onAsk: (asked: URLSearchParams) => void
}

/** Which dossiers the results are of, and whether they are to be published. What is chosen stands in the address. */
export const ResultsFilters = ({ results, asked, busy, onAsk }: Props): JSX.Element => {
  const { filters } = results
  const isPublished = asked.get('publish') === 'true'
  const ask = (name: string, value: string) => {
    const next = new URLSearchParams(asked)
    if (value === '') next.delete(name)
    else next.set(name, value)
    onAsk(next)
  }
  const isFiltered = filters.some(({ name }) => asked.has(name))
  return (
    <search class="card results-tools no-print" aria-label="Filtrer les résultats">
      {filters.length > 0 ? (
        <div class="results-filters">
          {filters.map((filter) => (
            <Filter key={filter.name} filter={filter} value={asked.get(filter.name) ?? ''} onAsk={ask} />
          ))}
        </div>
      ) : null}
      <div class="results-ends">
        <label class="publish">
          <input
            type="checkbox"
            checked={isPublished}
            onChange={(event) => ask('publish', event.currentTarget.checked ? 'true' : '')}
          />
          <span>
            <strong>Version à publier</strong>
            <span class="quiet-text"> : les chiffres de moins de cinq dossiers sont masqués</span>
          </span>
        </label>
        {isFiltered ? (
          <button
            type="button"
            class="link"
            onClick={() => onAsk(new URLSearchParams(isPublished ? [['publish', 'true']] : []))}
          >
            Tous les dossiers
          </button>
        ) : null}
        <button type="button" class="btn quiet" onClick={() => print()}>
          <Icon name="download" /> Imprimer
        </button>
      </div>
      <p role="status" class={busy ? 'quiet-text' : 'sr-only'}>
        {busy ? 'Calcul des résultats…' : ''}
      </p>
    </search>
  )
}

const Filter = ({
  filter: { name, label, by, options },
  value,
  onAsk,
}: {
  filter: FilterView
  value: string
  onAsk: (name: string, value: string) => void
}): JSX.Element => (
  <div class="tool">
    <label for={`filtre-${name}`}>
      <span class="filter-kind">{kindWords[by]}</span> {label}
    </label>
    <select id={`filtre-${name}`} value={value} onChange={(event) => onAsk(name, event.currentTarget.value)}>
      <option value="">Tous</option>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.text}
          {option.dossiers === null ? '' : ` (${option.dossiers.toLocaleString('fr-FR')})`}
        </option>
      ))}
    </select>
  </div>
)
