// What may be done to an item of the outline, and what is told of it: the same by key, by menu and by button.
import { addElement, addPage, type Place } from '../../../forms/editing/add.ts'
import { duplicate } from '../../../forms/editing/duplicate.ts'
import { type EditAt, patched } from '../../../forms/editing/edit.ts'
import { type Item, itemAround, itemAt, itemsOf, listAt, PAGES } from '../../../forms/editing/items.ts'
import { indexOf, listOf, moveTo, type Step, stepFrom } from '../../../forms/editing/move.ts'
import type { Content } from '../../../forms/editing-wire.ts'
import { quoted } from '../../shared/words.ts'
import type { Board } from './board.ts'
import { shownTitle } from './outline-rows.ts'
import { kindWords } from './type-words.ts'

export const moveItem = (board: Board, item: Item, step: Step): void => {
  const edit = stepFrom(board.content, item.pointer, step)
  if (edit) board.applyAt(edit, movedWords(board.content, edit))
  else board.say(NOWHERE[step])
}

export const dropItem = (board: Board, pointer: string, place: Place): void => {
  const edit = moveTo(board.content, pointer, place)
  if (edit) board.applyAt(edit, movedWords(board.content, edit))
}

export const duplicateItem = (board: Board, item: Item): void =>
  board.applyAt(duplicate(board.content, item.pointer), `${quoted(shownTitle(item))} : copie ajoutée après.`)

/** A place that a new question may take, in words. */
export type OfferedPlace = { readonly words: string; readonly place: Place }

/** Where a new question may stand, by what is selected: inside it or after it, and after what is around it. */
export const placesFor = (content: Content, selected: string): OfferedPlace[] => {
  const items = itemsOf(content)
  const last = items.at(-1)
  const item = itemAround(items, selected) ?? last
  if (!item) return []
  return [...insideOf(content, item), ...afterAll(items, item.pointer)]
}

/** Adds what was chosen in the palette; the first question of a questionnaire without a page makes its page. */
export const addKind = (board: Board, selected: string, kind: string, place: Place | undefined): void => {
  const { label } = kindWords(kind)
  const edit = kind === 'page' ? addedPage(board.content, selected) : addedElement(board.content, place, kind)
  board.applyAt(edit, `${label} : ajout fait. Donnez son titre.`)
  board.select(edit.at, 'properties')
}

const insideOf = (content: Content, item: Item): OfferedPlace[] => {
  if (item.list === undefined) return []
  const place = { list: item.list, index: listAt(content, item.list).length }
  const words =
    item.kind === 'page' ? `À la fin de la ${thingOf(item)}` : `Dans le ${thingOf(item)}, à la fin`
  return [{ words, place }]
}

/** « bloc « Lieux » »: what holds questions is said to, so that in it and after it are not mistaken. */
const thingOf = (item: Item): string =>
  `${item.kind === 'page' ? 'page ' : item.type === 'paneldynamic' ? 'bloc ' : item.kind === 'panel' ? 'groupe ' : ''}${quoted(shownTitle(item))}`

const afterAll = (items: readonly Item[], pointer: string): OfferedPlace[] => {
  const item = itemAround(items, pointer)
  if (!item || item.kind === 'page') return []
  const list = listOf(item.pointer)
  const place = { list, index: indexOf(item.pointer) + 1 }
  const holder = itemAt(items, listOf(list))
  const isHeld = holder !== undefined && holder.kind !== 'page'
  const after = `${item.list === undefined ? '' : 'le '}${thingOf(item)}`
  const words = isHeld ? `Dans le ${thingOf(holder)}, après ${after}` : `Après ${after}`
  return [{ words, place }, ...afterAll(items, listOf(list))]
}

const addedPage = (content: Content, selected: string): EditAt => {
  const around = itemAt(itemsOf(content), selected.split('/').slice(0, 4).join('/'))
  const index = around?.pointer.startsWith(PAGES) ? indexOf(around.pointer) + 1 : itemsOf(content).length
  return addPage(content, index, '')
}

const addedElement = (content: Content, place: Place | undefined, kind: string): EditAt => {
  const { label } = kindWords(kind)
  if (place) return addElement(content, place, kind, label)
  const page = addPage(content, 0, 'Première partie')
  const edit = addElement(
    patched(content, page.patch),
    { list: `${page.at}/elements`, index: 0 },
    kind,
    label,
  )
  return { ...edit, patch: [...page.patch, ...edit.patch] }
}

/** « Statut » : maintenant 3 sur 12, dans « Structure ». */
const movedWords = (content: Content, edit: EditAt): string => {
  const after = patched(content, edit.patch)
  const items = itemsOf(after)
  const item = itemAt(items, edit.at)
  if (!item) return 'Déplacement fait.'
  const list = listOf(item.pointer)
  const around = itemAt(items, listOf(list))
  const place = `${indexOf(item.pointer) + 1} sur ${listAt(after, list).length}`
  return `${quoted(shownTitle(item))} : maintenant ${place}${around ? `, dans ${quoted(shownTitle(around))}` : ''}.`
}

const NOWHERE: Record<Step, string> = {
  up: 'C’est déjà le début.',
  down: 'C’est déjà la fin.',
  in: 'Il n’y a pas de groupe juste avant.',
  out: 'Ce n’est pas dans un groupe.',
}
