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

/** Adds what was chosen in the palette: inside what is selected when it can hold it, after it otherwise. */
export const addKind = (board: Board, selected: string, kind: string): void => {
  const { label } = kindWords(kind)
  const edit =
    kind === 'page' ? addedPage(board.content, selected) : addedElement(board.content, selected, kind)
  board.applyAt(edit, `${label} : ajout fait. Donnez son titre.`)
  board.select(edit.at, 'properties')
}

/** Where a new question would stand, in words. */
export const whereWords = (content: Content, selected: string): string => {
  const place = placeFor(content, selected)
  if (!place) return 'Ce sera la première question, dans une page faite avec elle.'
  const items = itemsOf(content)
  const item = itemAround(items, selected) ?? items.at(-1)
  if (!item) return ''
  const title = quoted(shownTitle(item))
  return item.list === place.list
    ? `Elle sera placée à la fin de ${title}.`
    : `Elle sera placée après ${title}.`
}

/** Where a new question would stand. */
export const placeFor = (content: Content, selected: string): Place | undefined => {
  const items = itemsOf(content)
  const item = itemAround(items, selected) ?? items.at(-1)
  if (!item) return undefined
  if (item.list !== undefined) return { list: item.list, index: listAt(content, item.list).length }
  return { list: listOf(item.pointer), index: indexOf(item.pointer) + 1 }
}

const addedPage = (content: Content, selected: string): EditAt => {
  const around = itemAt(itemsOf(content), selected.split('/').slice(0, 4).join('/'))
  const index = around?.pointer.startsWith(PAGES) ? indexOf(around.pointer) + 1 : itemsOf(content).length
  return addPage(content, index, '')
}

/** The first question of a questionnaire without a page makes its page, in the same step. */
const addedElement = (content: Content, selected: string, kind: string): EditAt => {
  const { label } = kindWords(kind)
  const place = placeFor(content, selected)
  if (place) return addElement(content, place, kind, label)
  const page = addPage(content, 0, 'Page 1')
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
