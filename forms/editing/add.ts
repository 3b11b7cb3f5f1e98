import type { Content } from '../editing-wire.ts'
import { type EditAt, patched } from './edit.ts'
import { listAt, PAGES } from './items.ts'
import { patchBetween } from './json-diff.ts'
import type { Patch } from './json-patch.ts'
import { type Json, type JsonObject, keysOfPointer, valueAt } from './json-pointer.ts'
import { freshName, namesIn } from './names.ts'
import { newElement, stemOf } from './new-elements.ts'
import { noticeForNew, withNotice } from './notices.ts'
import { withSections } from './sections.ts'

/** A list of the content, and before which of its members: its length is after the last. */
export type Place = { readonly list: string; readonly index: number }

/** Puts a new question, or a group or a block, where it is said; a long text has a notice beside it. */
export const addElement = (content: Content, place: Place, kind: string, called: string): EditAt => {
  const name = freshName(stemOf(kind), namesIn(content))
  const edit = inserted(content, place, newElement(kind, name), `Ajouter « ${called} »`)
  if (kind !== 'comment') return edit
  const info = withNotice(content.info, name, noticeForNew(content))
  return { ...edit, patch: [...edit.patch, ...patchBetween(content.info, info, ['info'])] }
}

/** Puts something ready made where it is said: what is pasted, or comes back. */
export const inserted = (content: Content, place: Place, json: JsonObject, label: string): EditAt => {
  const [first] = emptyList(content, place.list)
  const at = `${place.list}/${place.index}`
  return { label, at, patch: [...(first ? [first] : []), { op: 'add', path: at, value: json }] }
}

/** The operation that makes a list where there is none. */
export const emptyList = (content: Content, list: string): Patch =>
  Array.isArray(valueAt(content, keysOfPointer(list))) ? [] : [{ op: 'add', path: list, value: [] }]

/** Adds a page before the one at `index`, and its section. */
export const addPage = (content: Content, index: number, title: string): EditAt => {
  const name = freshName('page_1', namesIn(content))
  const page = { name, title, elements: [] }
  const [ready, wrap] = inPages(content)
  const patch: Patch = [...wrap, { op: 'add', path: `${PAGES}/${index}`, value: page }]
  const sections = sectionsPatch(ready, patched(content, patch))
  return { label: 'Ajouter une page', patch: [...patch, ...sections], at: `${PAGES}/${index}` }
}

/** What follows in form.json from a change of pages. */
export const sectionsPatch = (before: Content, after: Content, gone?: string): Patch =>
  patchBetween(before.info, withSections(after.info, listAt(after, PAGES), gone), ['info'])

/** The content with a list of pages, and the patch that gives it one: questions outside any page go into the first. */
const inPages = (content: Content): readonly [Content, Patch] => {
  const { pages, elements } = content.definition
  if (Array.isArray(pages)) return [content, []]
  const first: Json[] = Array.isArray(elements) ? [{ name: 'page1', elements }] : []
  const patch: Patch = [
    ...(elements === undefined ? [] : [{ op: 'remove' as const, path: '/definition/elements' }]),
    { op: pages === undefined ? 'add' : 'replace', path: PAGES, value: first },
  ]
  return [patched(content, patch), patch]
}
