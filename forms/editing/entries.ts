// The lists of a question: choices, rows, columns, fields, validators. Each entry is an object, or a bare value.
import type { Content } from '../editing-wire.ts'
import { emptyList } from './add.ts'
import type { Edit } from './edit.ts'
import { listAt, textOf } from './items.ts'
import { isObject, type Json, type JsonObject } from './json-pointer.ts'
import { codeFrom, freshName, nameFrom } from './names.ts'

/** A choice, a row or a column of a simple matrix, as it is edited. */
export type Entry = { readonly value: string | number | boolean; readonly text: string }

export const entryOf = (json: Json): Entry | undefined => {
  if (typeof json === 'string' || typeof json === 'number' || typeof json === 'boolean')
    return { value: json, text: String(json) }
  if (!isObject(json)) return undefined
  const { value, text } = json
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return undefined
  return { value, text: textOf(text) || String(value) }
}

/** Adds a choice by its text, at the end; its code is made of the text. */
export const addEntry = (content: Content, list: string, text: string): Edit => {
  const taken = new Set(listAt(content, list).map((json) => String(entryOf(json)?.value ?? '')))
  const value = { value: freshName(codeFrom(text), taken), text }
  return appended(content, list, value, `Ajouter « ${text} »`)
}

/** Adds a column or a field by its title, at the end. */
export const addField = (content: Content, list: string, title: string, properties: JsonObject): Edit => {
  const taken = new Set(listAt(content, list).map((json) => (isObject(json) ? String(json.name) : '')))
  const name = freshName(nameFrom(title) || 'champ', taken)
  return appended(content, list, { name, title, ...properties }, `Ajouter « ${title} »`)
}

export const appended = (content: Content, list: string, value: Json, label: string): Edit => ({
  label,
  patch: [...emptyList(content, list), { op: 'add', path: `${list}/${listAt(content, list).length}`, value }],
})

/** The text of a choice; a bare value keeps its code and gets a text of its own. */
export const setEntryText = (content: Content, pointer: string, text: string, label: string): Edit => {
  const json = entryAt(content, pointer)
  if (isObject(json)) {
    const op = json.text === undefined ? 'add' : 'replace'
    const value = isObject(json.text) ? { ...json.text, fr: text } : text
    return { label, patch: [{ op, path: `${pointer}/text`, value }] }
  }
  return { label, patch: [{ op: 'replace', path: pointer, value: { value: json ?? '', text } }] }
}

export const removeEntry = (pointer: string, label: string): Edit => ({
  label,
  patch: [{ op: 'remove', path: pointer }],
})

/** Moves an entry one place; nothing at the end of its list. */
export const moveEntry = (content: Content, pointer: string, by: -1 | 1, label: string): Edit | undefined => {
  const [list, index] = [
    pointer.slice(0, pointer.lastIndexOf('/')),
    Number(pointer.slice(pointer.lastIndexOf('/') + 1)),
  ]
  const to = index + by
  if (to < 0 || to >= listAt(content, list).length) return undefined
  return { label, patch: [{ op: 'move', from: pointer, path: `${list}/${to}` }] }
}

const entryAt = (content: Content, pointer: string): Json | undefined =>
  listAt(content, pointer.slice(0, pointer.lastIndexOf('/')))[
    Number(pointer.slice(pointer.lastIndexOf('/') + 1))
  ]
