// The visual editor: the outline of a questionnaire and the properties of what is selected in it, on the document that
// the whole editor shares. Nothing here knows SurveyJS: typing waits for nothing.
import type { JSX } from 'preact'
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { type Item, itemAround, itemsOf } from '../../../forms/editing/items.ts'
import { remove } from '../../../forms/editing/remove.ts'
import type { Finding } from '../../../forms/editing-wire.ts'
import { quoted } from '../../shared/words.ts'
import type { Doc } from '../document.ts'
import { type Board, WHOLE } from './board.ts'
import { addKind, placesFor } from './item-actions.ts'
import { Outline } from './outline.tsx'
import { shownTitle } from './outline-rows.ts'
import { OutlineTools } from './outline-tools.tsx'
import { Palette } from './palette.tsx'
import { PropertiesPane } from './properties-pane.tsx'
import { asksBefore, RemoveDialog } from './remove-dialog.tsx'
import { shownPlace } from './selection.ts'
import { useBoard } from './use-board.ts'
import { useOutline } from './use-outline.ts'

type Props = {
  readonly doc: Doc
  /** Undefined until the first checks are done. */
  readonly findings: readonly Finding[] | undefined
  readonly isReadOnly: boolean
  /** A place to show; a new object each time it is asked for. */
  readonly place: { readonly pointer: string; readonly field?: string } | undefined
  /** Told what is selected, at first and each time that changes. */
  readonly onSelect: (pointer: string) => void
}

export const Plan = ({ doc, findings, isReadOnly, place, onSelect }: Props): JSX.Element => {
  const panes = useRef<HTMLDivElement>(null)
  const isInvalid = doc.text() !== undefined
  const { board, selected, said, step, focus } = useBoard({
    doc,
    findings,
    isReadOnly: isReadOnly || isInvalid,
    panes,
  })
  const items = useMemo(() => itemsOf(board.content), [board.content])
  const [search, setSearch] = useState('')
  const [isAdding, setAdding] = useState(false)
  const [removing, setRemoving] = useState<Item>()
  // A column or a rule has no row of its own: the keyboard goes by the one it is of.
  const row = itemAround(items, selected)?.pointer ?? WHOLE
  const outline = useOutline({ board, items, selected: row, search })
  useEffect(() => {
    if (place) board.select(shownPlace(board.content, items, place.pointer), 'properties', place.field)
  }, [place])
  useEffect(() => onSelect(selected), [selected])

  const onRemove = (item: Item): void => {
    if (asksBefore(board.content, item)) setRemoving(item)
    else
      afterRemoval(
        board,
        outline.rows.map((row) => row.item),
        item,
        () => board.apply(remove(board.content, item.pointer)),
      )
  }
  return (
    <div class="plan">
      {isInvalid ? (
        <p class="plan-invalid" role="status">
          Le texte de l’onglet JSON n’est pas valide : le plan montre la dernière version qui l’était, sans la
          modifier.
        </p>
      ) : null}
      <p class="sr-only" role="status">
        {said}
      </p>
      <div class="plan-panes" data-step={step} ref={panes}>
        <section class="plan-outline" aria-label="Plan">
          <OutlineTools
            board={board}
            outline={outline}
            search={search}
            onSearch={setSearch}
            onAdd={() => setAdding(true)}
            onAddPage={() => addKind(board, selected, 'page', undefined)}
          />
          <Outline
            {...{ board, items, selected: row, outline, focus: focus.outline, onRemove }}
            onAdd={() => setAdding(true)}
          />
        </section>
        <PropertiesPane
          {...{ board, items, selected, focus: focus.properties }}
          onAdd={() => setAdding(true)}
          onRemove={onRemove}
          onBack={() => board.select(row, 'outline')}
        />
      </div>
      {isAdding ? (
        <Palette
          places={placesFor(board.content, selected)}
          onClose={() => setAdding(false)}
          onChoose={(kind, place) => {
            setAdding(false)
            setSearch('')
            addKind(board, selected, kind, place)
          }}
        />
      ) : null}
      {removing ? (
        <RemoveDialog
          board={board}
          item={removing}
          onDone={(act) => {
            setRemoving(undefined)
            if (act)
              afterRemoval(
                board,
                outline.rows.map((row) => row.item),
                removing,
                act,
              )
          }}
        />
      ) : null}
    </div>
  )
}

/** Deletes, tells it, and goes to what stood before. */
const afterRemoval = (board: Board, rows: readonly Item[], item: Item, act: () => void): void => {
  const at = rows.findIndex(({ pointer }) => pointer === item.pointer)
  const before = rows[at - 1]
  act()
  board.select(before?.pointer ?? '', 'outline')
  board.say(`${quoted(shownTitle(item))} : suppression faite. « Annuler » la reprend.`)
}
