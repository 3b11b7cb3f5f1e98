import type { Content } from '../editing-wire.ts'
import { sectionsPatch } from './add.ts'
import { parseCondition, printCondition } from './condition.ts'
import { type Edit, editTo, patched } from './edit.ts'
import { calledOf, flatten, itemsOf, nameOf, objectAt, PAGES } from './items.ts'
import { patchBetween } from './json-diff.ts'
import type { Patch } from './json-patch.ts'
import { isObject, type Json, type JsonObject } from './json-pointer.ts'
import { changedMarks } from './marks.ts'
import { listOf } from './move.ts'
import { changedNotices } from './notices.ts'
import type { Fields, Target } from './references.ts'
import { fieldsIn, targetsIn } from './targets.ts'
import { kindOf, type TextPlace } from './texts.ts'
import { namesIn, type Use, usesOf } from './uses.ts'

/** What the rest of the questionnaire would lack, were what stands at a pointer deleted. */
export const usesWithout = (content: Content, pointer: string): Use[] =>
  usesOf(content, targetsIn(content, pointer), pointer)

/** Deletes what stands at a pointer; its page's section goes with it, and the notices beside it. */
export const remove = (content: Content, pointer: string): Edit => {
  const json = objectAt(content, pointer)
  const removal = { op: 'remove' as const, path: pointer }
  const after = patched(content, [removal])
  const sections = listOf(pointer) === PAGES ? sectionsPatch(content, after, nameOf(json)) : []
  const patch = [removal, ...sections]
  return {
    label: `Supprimer « ${calledOf(json)} »`,
    patch: [...patch, ...noticesPatch(content, pointer, patch)],
  }
}

/** What follows for the notices beside what is gone. */
const noticesPatch = (content: Content, pointer: string, removal: Patch): Patch => {
  const { info, ...after } = patched(content, removal)
  const left = new Set(
    flatten(itemsOf({ info, ...after })).flatMap(({ kind, name }) => (kind === 'page' ? [] : [name])),
  )
  const gone = targetsIn(content, pointer).filter(
    ({ owner, name }) => (!owner || owner.isBlock) && !left.has(name),
  )
  const notices = gone.reduce<Json | undefined>(
    (all, { name }) => all && changedNotices(all, name, undefined),
    info.notices,
  )
  if (info.notices === undefined || notices === info.notices) return []
  return patchBetween({ notices: info.notices }, notices === undefined ? {} : { notices }, ['info'])
}

/**
 * Deletes it and, in the same step, what named it: conditions lose the part that did, or go whole when they cannot be
 * taken apart; so do validators, triggers and marks of form.json, and choices taken from it. A title or a calculation that names it is left to be rewritten.
 */
export const removeMending = (content: Content, pointer: string): Edit => {
  const targets = targetsIn(content, pointer)
  const { label, patch } = remove(content, pointer)
  const after = patched(content, patch)
  const fields = fieldsIn(content)
  return editTo(label, content, {
    definition: mended(after.definition, { targets, fields }),
    info: targets.reduce((info, target) => changedMarks(info, target), after.info),
  })
}

/** Whether `removeMending` mends a use, or leaves it to a person. */
export const isMended = ({ kind, pointer }: Use): boolean =>
  kind === 'mark' ||
  kind === 'names' ||
  (kind === 'expression' && (/If$/.test(pointer) || /\/(?:validators|triggers)\//.test(pointer)))

type Mending = { readonly targets: readonly Target[]; readonly fields: Fields }

const mended = (definition: JsonObject, mending: Mending): JsonObject =>
  mendedObject(definition, '/definition', mending)

const mendedObject = (json: JsonObject, pointer: string, mending: Mending): JsonObject => {
  const entries = Object.entries(json).flatMap(([key, value]): [string, Json][] => {
    const place = { pointer: `${pointer}/${key}`, key, kind: 'expression' as const }
    if (typeof value === 'string' && /If$/.test(key)) {
      const left = mendedCondition(value, place, mending)
      return left === undefined ? [] : [[key, left]]
    }
    if (isGoneName(key, value, mending)) return []
    if (WHOLE.has(key) && Array.isArray(value)) {
      const left = value.filter((one) => !readsGone(one, place, mending))
      if (left.length === value.length) return [[key, value]]
      return left.length === 0 ? [] : [[key, left]]
    }
    return [[key, mendedIn(value, place.pointer, mending)]]
  })
  const isSame =
    entries.length === Object.keys(json).length && entries.every(([key, value]) => value === json[key])
  return isSame ? json : Object.fromEntries(entries)
}

const mendedIn = (json: Json, pointer: string, mending: Mending): Json => {
  if (isObject(json)) return mendedObject(json, pointer, mending)
  if (!Array.isArray(json)) return json
  const next = json.map((item, i) => mendedIn(item, `${pointer}/${i}`, mending))
  return next.every((item, i) => item === json[i]) ? json : next
}

/** A condition without the parts that name what is gone; undefined when nothing is left of it. */
const mendedCondition = (
  text: string,
  place: TextPlace,
  { targets, fields }: Mending,
): string | undefined => {
  const isNamed = (part: string) => targets.some((target) => namesIn(part, place, target, fields))
  if (!isNamed(text)) return text
  const condition = parseCondition(text)
  const clauses = condition?.clauses.filter((clause) => !isNamed(`{${clause.question}}`)) ?? []
  return condition && clauses.length > 0 ? printCondition({ ...condition, clauses }) : undefined
}

/** What is nothing without a question it reads or sets. */
const WHOLE = new Set(['validators', 'triggers'])

const readsGone = (one: Json, place: TextPlace, mending: Mending): boolean =>
  isObject(one) &&
  Object.entries(one).some(
    ([key, value]) =>
      isGoneName(key, value, mending) ||
      (typeof value === 'string' &&
        kindOf(key) === 'expression' &&
        mending.targets.some((target) => namesIn(value, place, target, mending.fields))),
  )

/** Whether a property, `choicesFromQuestion`, is the name of a question that is gone. */
const isGoneName = (key: string, value: Json, { targets }: Mending): boolean =>
  kindOf(key) === 'names' && targets.some(({ name, owner }) => !owner && name === value)
