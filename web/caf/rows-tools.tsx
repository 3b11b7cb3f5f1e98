import type { JSX } from 'preact'
import { useRef } from 'preact/hooks'
import type { CampaignRow } from '../../forms/campaign-rows-wire.ts'
import { advances } from '../../forms/row-filter.ts'
import { counted } from './campaign-words.ts'
import { advanceWords, filterParts } from './filter-words.ts'
import { everything, filterOf, isFiltered, sortedWords, type TableView } from './rows.ts'
import { actionWords, isAble, type SeveralAction } from './several-actions.ts'

type Props = {
  readonly view: TableView
  readonly change: (part: Partial<TableView>) => void
  readonly all: readonly CampaignRow[]
  readonly shown: readonly CampaignRow[]
  readonly chosen: readonly CampaignRow[]
  readonly may: (action: SeveralAction) => boolean
  readonly now: string
  /** How many rows would stand elsewhere by now. */
  readonly moved: number
  readonly onPickShown: () => void
  readonly onPickNone: () => void
  readonly onSettle: () => void
  readonly onAct: (action: SeveralAction, rows: readonly CampaignRow[]) => void
}

/** Searching and filtering the list, and acting on what was chosen in it, or on all that it shows. */
export const RowsTools = (props: Props): JSX.Element => {
  const { view, change, all, shown, moved, onSettle } = props
  const search = useRef<HTMLInputElement>(null)
  /** A button that leaves with what it did takes the focus with it: the search, above the list, has it instead. */
  const thenSearch = (act: () => void) => () => {
    act()
    search.current?.focus()
  }
  return (
    <>
      <search class="tools">
        <div class="tool">
          <label for="recherche">Rechercher un projet, une organisation, une référence</label>
          <input
            ref={search}
            id="recherche"
            type="search"
            value={view.search}
            autocomplete="off"
            onInput={(event) => change({ search: event.currentTarget.value })}
          />
        </div>
        <div class="tool">
          <label for="avance">Avancement du brouillon</label>
          <select
            id="avance"
            value={view.advance ?? ''}
            onChange={(event) => {
              const value = event.currentTarget.value
              change({ advance: advances.find((name) => name === value) })
            }}
          >
            <option value="">Tous les dossiers</option>
            {advances.map((name) => (
              <option key={name} value={name}>
                {advanceWords[name]}
              </option>
            ))}
          </select>
        </div>
        <p role="status" class="quiet-text">
          {shown.length === all.length && !isFiltered(view)
            ? counted(all.length, 'dossier')
            : foundWords(shown, all.length, view)}
        </p>
        <p role="status" class="sr-only">
          Liste {sortedWords(view)}
        </p>
        {isFiltered(view) ? (
          <button type="button" class="link" onClick={thenSearch(() => change(everything))}>
            Tout afficher
          </button>
        ) : null}
        <p role="status" class={moved > 0 ? 'moved' : 'sr-only'}>
          {moved > 0 ? `La liste a changé (${counted(moved, 'dossier')}).` : ''}
        </p>
        {moved > 0 ? (
          <button type="button" class="link" onClick={thenSearch(onSettle)}>
            Remettre la liste en ordre
          </button>
        ) : null}
      </search>
      <Actions {...props} />
    </>
  )
}

const actions = ['remind', 'extend', 'validate'] as const satisfies SeveralAction[]

/** Each action says how many it is about: those chosen, or those shown when none is. */
const Actions = ({
  all,
  shown,
  chosen,
  may,
  now,
  onAct,
  onPickShown,
  onPickNone,
}: Props): JSX.Element | null => {
  const place = useRef<HTMLDivElement>(null)
  if (!actions.some(may)) return null
  // What was pressed gives way to the other of the two: the focus goes to how many are chosen.
  const thenHere = (act: () => void) => () => {
    act()
    place.current?.focus()
  }
  const scope = chosen.length > 0 ? chosen : shown
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would draw its frame around buttons
    <div class="several" role="group" aria-label="Dossiers choisis" tabIndex={-1} ref={place}>
      <p role="status">
        {chosen.length > 0
          ? `${counted(chosen.length, 'dossier')} ${chosen.length > 1 ? 'choisis' : 'choisi'}`
          : ''}
      </p>
      {chosen.length < shown.length || shown.length === 0 ? (
        <button type="button" class="link" onClick={thenHere(onPickShown)} disabled={shown.length === 0}>
          {shown.length === all.length
            ? 'Choisir tous les dossiers'
            : `Choisir les ${counted(shown.length, 'dossier')} de la liste`}
        </button>
      ) : null}
      {chosen.length > 0 ? (
        <button type="button" class="link" onClick={thenHere(onPickNone)}>
          Ne plus rien choisir
        </button>
      ) : null}
      <div class="tools-end">
        {actions.filter(may).map((action) => {
          const able = scope.filter((row) => isAble(action, row, now))
          if (able.length === 0) return null
          return (
            <button
              key={action}
              type="button"
              class={action === 'remind' ? 'btn' : 'btn quiet'}
              onClick={() => onAct(action, able)}
            >
              {actionWords[action].title(able.length)}…
            </button>
          )
        })}
      </div>
    </div>
  )
}

const foundWords = (shown: readonly CampaignRow[], all: number, view: TableView): string => {
  const { search: _, ...filter } = filterOf(view)
  const words = filterParts(filter, { count: shown.length, nameOf: () => shown[0]?.organisationName })
  return [`${shown.length.toLocaleString('fr-FR')} sur ${all.toLocaleString('fr-FR')}`, ...words].join(' · ')
}
