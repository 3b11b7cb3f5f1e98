// The pages, panels and questions of a questionnaire as a tree, read from a draft that need not be right.
import type { Content } from '../editing-wire.ts'
import { isObject, type Json, type JsonObject, keysOfPointer, valueAt } from './json-pointer.ts'

export type Item = {
  /** Where it stands in the content: `/definition/pages/0/elements/2`. */
  readonly pointer: string
  readonly kind: 'page' | 'panel' | 'question'
  /** The SurveyJS type; `page` of a page. */
  readonly type: string
  readonly name: string
  /** Empty when it has none. */
  readonly title: string
  /** 1 for a page. */
  readonly level: number
  /** The list that holds what is inside it; absent when nothing can be. */
  readonly list?: string
  readonly children: readonly Item[]
  readonly json: JsonObject
}

export const PAGES = '/definition/pages'

/** The pages with all that is in them. Questions outside any page stand under a page of their own, as SurveyJS reads them. */
export const itemsOf = ({ definition }: Content): readonly Item[] => {
  const { pages, elements } = definition
  if (Array.isArray(pages))
    return pages.flatMap((page, i) => (isObject(page) ? pageItem(page, `${PAGES}/${i}`) : []))
  return Array.isArray(elements) ? [pageItem({ ...definition, name: 'page1' }, '/definition')] : []
}

/** An item and all that is inside it, in order. */
export const flatten = (items: readonly Item[]): Item[] =>
  items.flatMap((item) => [item, ...flatten(item.children)])

export const itemAt = (items: readonly Item[], pointer: string): Item | undefined => {
  const around = items.find((item) => item.pointer === pointer || pointer.startsWith(`${item.pointer}/`))
  if (!around || around.pointer === pointer) return around
  return itemAt(around.children, pointer)
}

/** The innermost item that a place of the content is of. */
export const itemAround = (items: readonly Item[], place: string): Item | undefined => {
  const around = items.find(({ pointer }) => pointer === place || place.startsWith(`${pointer}/`))
  return around && (itemAround(around.children, place) ?? around)
}

/** A text as SurveyJS writes it: plain, or by language. */
export const textOf = (text: Json | undefined): string => {
  if (typeof text === 'string') return text
  if (!isObject(text)) return ''
  const found = text.fr ?? text.default ?? Object.values(text)[0]
  return typeof found === 'string' ? found : ''
}

/** What people call it: its title, or its name. */
export const calledOf = (json: JsonObject): string => {
  const title = textOf(json.title).trim()
  return title || nameOf(json) || 'sans titre'
}

export const nameOf = (json: JsonObject): string => (typeof json.name === 'string' ? json.name : '')

/** The object at a pointer of the content. Throws when there is none: the caller holds an old pointer. */
export const objectAt = (content: Content, pointer: string): JsonObject => {
  const found = valueAt(content, keysOfPointer(pointer))
  if (!isObject(found)) throw new Error(`nothing to edit at ${pointer}`)
  return found
}

/** The list at a pointer of the content; empty where there is none. */
export const listAt = (content: Content, pointer: string): readonly Json[] => {
  const found = valueAt(content, keysOfPointer(pointer))
  return Array.isArray(found) ? found : []
}

const pageItem = (json: JsonObject, pointer: string): Item =>
  itemWith(json, pointer, 1, { kind: 'page', type: 'page', key: 'elements' })

const elementItem = (json: JsonObject, pointer: string, level: number): Item => {
  const type = typeof json.type === 'string' ? json.type : ''
  if (type === 'panel') return itemWith(json, pointer, level, { kind: 'panel', type, key: 'elements' })
  return itemWith(json, pointer, level, {
    kind: 'question',
    type,
    ...(type === 'paneldynamic' ? { key: 'templateElements' } : {}),
  })
}

type Nature = { kind: Item['kind']; type: string; key?: string }

const itemWith = (json: JsonObject, pointer: string, level: number, { kind, type, key }: Nature): Item => {
  const inside = key === undefined ? undefined : json[key]
  return {
    pointer,
    kind,
    type,
    name: nameOf(json),
    title: textOf(json.title),
    level,
    json,
    ...(key === undefined ? {} : { list: `${pointer}/${key}` }),
    children: Array.isArray(inside)
      ? inside.flatMap((child, i) =>
          isObject(child) ? elementItem(child, `${pointer}/${key}/${i}`, level + 1) : [],
        )
      : [],
  }
}
