import type { Item } from '../../../forms/editing/items.ts'
import type { Board } from './board.ts'
import { duplicateItem, moveItem } from './item-actions.ts'
import type { MenuAction } from './item-menu.tsx'

/** What else may be done to an item, by who shows it. */
export type OutlineActions = {
  readonly rename: (item: Item) => void
  readonly remove: (item: Item) => void
  readonly add: (item: Item) => void
}

/** The menu of an item, with the keys that do the same. */
export const menuActions = (board: Board, item: Item, actions: OutlineActions): MenuAction[] => [
  { label: 'Modifier ses propriétés', keys: 'Entrée', act: () => board.select(item.pointer, 'properties') },
  { label: 'Changer son titre ici', keys: 'F2', act: () => actions.rename(item) },
  {
    label: item.list === undefined ? 'Ajouter une question après' : 'Ajouter une question dedans',
    keys: 'Inser',
    act: () => actions.add(item),
  },
  { label: 'Dupliquer', keys: 'Ctrl D', act: () => duplicateItem(board, item) },
  { label: 'Monter', keys: 'Ctrl ↑', act: () => moveItem(board, item, 'up') },
  { label: 'Descendre', keys: 'Ctrl ↓', act: () => moveItem(board, item, 'down') },
  ...(item.kind === 'page'
    ? []
    : [
        { label: 'Mettre dans le groupe d’avant', keys: 'Ctrl →', act: () => moveItem(board, item, 'in') },
        { label: 'Sortir du groupe', keys: 'Ctrl ←', act: () => moveItem(board, item, 'out') },
      ]),
  { label: 'Supprimer', keys: 'Suppr', act: () => actions.remove(item) },
]
