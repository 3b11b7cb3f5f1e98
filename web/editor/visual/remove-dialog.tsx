import type { JSX } from 'preact'
import { flatten, type Item } from '../../../forms/editing/items.ts'
import { isMended, remove, removeMending, usesWithout } from '../../../forms/editing/remove.ts'
import type { Use } from '../../../forms/editing/uses.ts'
import type { Content } from '../../../forms/editing-wire.ts'
import { Dialog } from '../../shared/dialog.tsx'
import { quoted } from '../../shared/words.ts'
import type { Board } from './board.ts'
import { shownTitle } from './outline-rows.ts'
import { kindOf, kindWords } from './type-words.ts'

type Props = {
  readonly board: Board
  readonly item: Item
  readonly onDone: (act: (() => void) | undefined) => void
}

/** What a deletion asks before: nothing, when nothing stands in the item nor names it. */
export const asksBefore = (content: Content, item: Item): boolean =>
  item.children.length > 0 || usesWithout(content, item.pointer).length > 0

/** Asks before deleting what other parts of the questionnaire use, and offers to mend them in the same step. */
export const RemoveDialog = ({ board, item, onDone }: Props): JSX.Element => {
  const uses = usesWithout(board.content, item.pointer)
  const mended = uses.filter(isMended)
  const left = uses.filter((use) => !isMended(use))
  const inside = flatten(item.children).length
  const title = quoted(shownTitle(item))
  const act = (mending: boolean): void =>
    onDone(() => board.apply((mending ? removeMending : remove)(board.content, item.pointer)))
  return (
    <Dialog title={`Supprimer ${title} ?`} onClose={() => onDone(undefined)}>
      <p>
        {kindWords(item.kind === 'page' ? 'page' : kindOf(item.json)).label}
        {inside > 0 ? `, avec ${inside === 1 ? 'l’élément' : `les ${inside} éléments`} qui s’y trouvent` : ''}
        . Vous pourrez revenir en arrière avec « Annuler ».
      </p>
      <UseList
        title="Ceci en parle. « Supprimer et corriger » l’enlève aussi (sans condition, une question est toujours affichée) :"
        uses={mended}
      />
      <UseList title="Ceci en parle aussi, et sera à revoir vous-même :" uses={left} />
      <div class="dialog-actions">
        <button type="button" class="btn quiet" onClick={() => onDone(undefined)}>
          Garder
        </button>
        {mended.length > 0 ? (
          <>
            <button type="button" class="btn quiet" onClick={() => act(false)}>
              Supprimer seulement
            </button>
            <button type="button" class="btn danger" onClick={() => act(true)}>
              Supprimer et corriger
            </button>
          </>
        ) : (
          <button type="button" class="btn danger" onClick={() => act(false)}>
            Supprimer
          </button>
        )}
      </div>
    </Dialog>
  )
}

const MOST_SHOWN = 12

const UseList = ({ title, uses }: { title: string; uses: readonly Use[] }): JSX.Element | null =>
  uses.length === 0 ? null : (
    <>
      <p>{title}</p>
      <ul>
        {uses.slice(0, MOST_SHOWN).map(({ pointer, words }) => (
          <li key={`${pointer} ${words}`}>{words}</li>
        ))}
        {uses.length > MOST_SHOWN ? <li>et {uses.length - MOST_SHOWN} autres.</li> : null}
      </ul>
    </>
  )
