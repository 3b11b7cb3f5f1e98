import type { Content } from '../editing-wire.ts'
import { inserted, sectionsPatch } from './add.ts'
import { type EditAt, patched } from './edit.ts'
import { calledOf, flatten, itemsOf, nameOf, objectAt, PAGES } from './items.ts'
import { patchBetween } from './json-diff.ts'
import { isObject, type Json, type JsonObject } from './json-pointer.ts'
import { indexOf, listOf } from './move.ts'
import { freshName, namesIn } from './names.ts'
import { withCopiedNotices } from './notices.ts'
import { renamedIn } from './references.ts'
import { fieldsIn, targetAt } from './targets.ts'
import { changedTexts } from './texts.ts'

/** Puts a copy after what stands at a pointer. The copy and all in it have new names, by which it speaks of itself. */
export const duplicate = (content: Content, pointer: string): EditAt => {
  const original = objectAt(content, pointer)
  const renamings = newNames(original, namesIn(content))
  const copy = withMentions(withNames(original, renamings), renamings, content, pointer)
  const titled = typeof copy.title === 'string' ? { ...copy, title: `${copy.title} (copie)` } : copy
  const place = { list: listOf(pointer), index: indexOf(pointer) + 1 }
  const edit = inserted(content, place, titled, `Dupliquer « ${calledOf(original)} »`)
  const after = patched(content, edit.patch)
  const info = withCopiedNotices(after.info, renamings)
  const sections =
    place.list === PAGES
      ? sectionsPatch(content, { ...after, info })
      : patchBetween(content.info, info, ['info'])
  return { ...edit, patch: [...edit.patch, ...sections] }
}

type Renamings = ReadonlyMap<string, string>

/** A new name for each page, group and question of a copy; columns keep theirs, which are of their table alone. */
const newNames = (original: JsonObject, taken: Set<string>): Renamings => {
  const names = new Map<string, string>()
  const visit = (json: JsonObject): void => {
    const name = nameOf(json)
    if (name) {
      const fresh = freshName(name, taken)
      taken.add(fresh).add(fresh.toLowerCase())
      names.set(name, fresh)
    }
    for (const child of childrenOf(json)) visit(child)
  }
  visit(original)
  return names
}

const LISTS = ['elements', 'templateElements']

const childrenOf = (json: JsonObject): JsonObject[] =>
  LISTS.flatMap((list) => (Array.isArray(json[list]) ? json[list].filter(isObject) : []))

const withNames = (json: JsonObject, names: Renamings): JsonObject =>
  Object.fromEntries(
    Object.entries(json).map(([key, value]): [string, Json] => {
      if (key === 'name' && typeof value === 'string') return [key, names.get(value) ?? value]
      if (!LISTS.includes(key) || !Array.isArray(value)) return [key, value]
      return [key, value.map((child) => (isObject(child) ? withNames(child, names) : child))]
    }),
  )

/** The copy whose conditions and texts name what is in it by its new names. It is read where the original stands. */
const withMentions = (copy: JsonObject, names: Renamings, content: Content, pointer: string): JsonObject => {
  const fields = fieldsIn(content)
  // Fields before their owner: `{bloc[0].ville}` is found by the name of the block.
  const targets = flatten(itemsOf(content))
    .filter((item) => item.pointer === pointer || item.pointer.startsWith(`${pointer}/`))
    .map((item) => targetAt(content, item.pointer))
    .toSorted((one, other) => Number(Boolean(other.owner)) - Number(Boolean(one.owner)))
  return changedTexts(copy, pointer, (text, { pointer: at, kind }) => {
    if (kind === 'names') return names.get(text) ?? text
    if (!text.includes('{')) return text
    const place = { pointer: at, isExpression: kind === 'expression', fields }
    // In two steps, by names that nothing has: a new name may be the old one of another.
    return targets
      .reduce((told, target, i) => renamedIn(told, target, `${MARK}${i}${MARK}`, place), text)
      .replaceAll(MARKED, (_, i: string) => names.get(targets[Number(i)]?.name ?? '') ?? '')
  })
}

/** A character for private use, of which no name is made. */
const MARK = '\uE000'
const MARKED = /\uE000(\d+)\uE000/g
