// What a pointer of the content leads to, as expressions name it.
import type { Content } from '../editing-wire.ts'
import { flatten, type Item, itemsOf, nameOf, objectAt } from './items.ts'
import { isObject, type JsonObject } from './json-pointer.ts'
import type { Fields, Target } from './references.ts'

/** The item, or the column or field of a table, that stands at a pointer. */
export const targetAt = (content: Content, pointer: string): Target => {
  const name = nameOf(objectAt(content, pointer))
  const [, owner, list] =
    /^(.*)\/(templateElements|columns|items)\/\d+(?:\/elements\/\d+)*$/.exec(pointer) ?? []
  if (owner === undefined) return { name }
  const { owner: around, ...own } = targetAt(content, owner)
  return {
    name,
    owner: {
      ...own,
      pointer: owner,
      isDirect: list === 'items',
      isBlock: list === 'templateElements',
      ...(around ? { owner: around } : {}),
    },
  }
}

/** The names that a deletion at a pointer takes away: those of the item and of all that is in it. */
export const targetsIn = (content: Content, pointer: string): Target[] => {
  const inside = flatten(itemsOf(content)).filter(
    (item) => item.pointer === pointer || item.pointer.startsWith(`${pointer}/`),
  )
  return inside.length === 0
    ? [targetAt(content, pointer)]
    : inside
        .filter(({ kind, name }) => kind !== 'page' && name !== '')
        .map((item) => targetAt(content, item.pointer))
}

/** The fields of every question that has some. */
export const fieldsIn = (content: Content): Fields => {
  const fields = new Map<string, Set<string>>()
  for (const { name, json, children } of flatten(itemsOf(content))) {
    const own = [
      ...fieldsOf(json.columns),
      ...fieldsOf(json.items),
      ...(json.templateElements ? inside(children) : []),
    ]
    if (own.length > 0) fields.set(name.toLowerCase(), new Set(own.map((field) => field.toLowerCase())))
  }
  return fields
}

const fieldsOf = (list: JsonObject[string] | undefined): string[] =>
  Array.isArray(list)
    ? list.flatMap((field) => (isObject(field) && nameOf(field) ? [nameOf(field)] : []))
    : []

const inside = (children: readonly Item[]): string[] => flatten(children).map(({ name }) => name)
