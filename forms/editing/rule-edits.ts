// The coherence rules of a questionnaire, as it is edited. Each edit touches what it is about alone: what a rule says
// beside what is known here stays as it is, where it is.
import { Check } from '../coherence-rules.ts'
import type { Content } from '../editing-wire.ts'
import type { Edit, EditAt } from './edit.ts'
import { appended, moveEntry, removeEntry } from './entries.ts'
import { listAt, objectAt, textOf } from './items.ts'
import { patchBetween } from './json-diff.ts'
import { isObject, type Json, type JsonObject, keysOfPointer, plainJson } from './json-pointer.ts'
import { setProperty } from './set-property.ts'

export const RULES = '/info/coherence'
const MOST_RULES = 99

export type EditedRule = {
  readonly pointer: string
  readonly id: string
  readonly title: string
  readonly kind: 'blocking' | 'warning'
  readonly checks: readonly EditedCheck[]
}
/** `check` is undefined where a draft says what is none: it is edited as JSON. */
export type EditedCheck = { readonly pointer: string; readonly check: Check | undefined }

/** The rules in order; what is no object among them is left out. */
export const editedRules = (content: Content): EditedRule[] =>
  listAt(content, RULES).flatMap((json, i) => (isObject(json) ? [ruleOf(json, `${RULES}/${i}`)] : []))

/** The rule that a place of the content is of. */
export const ruleAround = (content: Content, place: string): EditedRule | undefined =>
  editedRules(content).find(({ pointer }) => place === pointer || place.startsWith(`${pointer}/`))

/** A check as it is known, whatever else a draft says in it. */
const readCheck = (json: Json): Check | undefined => {
  const read = Check.safeParse(json)
  if (read.success || !isObject(json)) return read.data
  const strange = new Set(
    read.error.issues.flatMap((issue) =>
      issue.code === 'unrecognized_keys' && issue.path.length === 0 ? issue.keys : [],
    ),
  )
  return strange.size === 0 ? undefined : Check.safeParse(without(json, strange)).data
}

/** The id of one more rule: after the highest, for an id that was of another rule explains what it found. */
export const nextRuleId = (content: Content): string | undefined => {
  const numbers = editedRules(content).flatMap(({ id }) =>
    /^R[1-9]\d?$/.test(id) ? [Number(id.slice(1))] : [],
  )
  const next = Math.max(0, ...numbers) + 1
  if (next <= MOST_RULES) return `R${next}`
  const free = Array.from({ length: MOST_RULES }, (_, i) => i + 1).find((one) => !numbers.includes(one))
  return free === undefined ? undefined : `R${free}`
}

/**
 * One more rule at the end, with a first check; nothing when every id is taken. Its check is a guess until somebody says
 * it: it stops nobody until then.
 */
export const addRule = (content: Content, check: Check, title: string): EditAt | undefined => {
  const id = nextRuleId(content)
  if (id === undefined) return undefined
  const rule = { id, kind: 'warning', title, checks: [jsonOf(check)] }
  const edit = appended(content, RULES, rule, `Ajouter la règle ${id}`)
  return { ...edit, at: `${RULES}/${listAt(content, RULES).length}` }
}

export const removeRule = ({ pointer, id }: EditedRule): Edit =>
  removeEntry(pointer, `Supprimer la règle ${id}`)

export const moveRule = (content: Content, { pointer, id }: EditedRule, by: -1 | 1): Edit | undefined =>
  moveEntry(content, pointer, by, `Déplacer la règle ${id}`)

export const setRuleTitle = (content: Content, { pointer, id }: EditedRule, title: string): Edit =>
  setProperty(content, pointer, 'title', { value: title, label: `Modifier le titre de la règle ${id}` })

export const setRuleKind = (content: Content, { pointer, id }: EditedRule, kind: EditedRule['kind']): Edit =>
  setProperty(content, pointer, 'kind', { value: kind, label: `Modifier l’effet de la règle ${id}` })

export const addCheck = (content: Content, { pointer, id }: EditedRule, check: Check): Edit =>
  appended(content, `${pointer}/checks`, jsonOf(check), `Ajouter un contrôle à la règle ${id}`)

/** Takes a check out; the last one stays, for a rule without any holds nothing. */
export const removeCheck = ({ id, checks }: EditedRule, pointer: string): Edit | undefined =>
  checks.length < 2 ? undefined : removeEntry(pointer, `Supprimer un contrôle de la règle ${id}`)

export const moveCheck = (
  content: Content,
  { id }: EditedRule,
  pointer: string,
  by: -1 | 1,
): Edit | undefined => moveEntry(content, pointer, by, `Déplacer un contrôle de la règle ${id}`)

/** A check as it is to be; what is unknown in it stays. */
export const setCheck = (content: Content, pointer: string, check: Check, label: string): Edit => {
  const before = objectAt(content, pointer)
  const known = new Set(Object.keys(readCheck(before) ?? before))
  const next: JsonObject = jsonOf(check)
  // Keys that stay keep their order, and those that are new come after them.
  const kept = Object.entries(before).flatMap(([key, value]): [string, Json][] => {
    if (Object.hasOwn(next, key)) return [[key, next[key] ?? value]]
    return known.has(key) ? [] : [[key, value]]
  })
  return {
    label,
    patch: patchBetween(before, { ...Object.fromEntries(kept), ...next }, keysOfPointer(pointer)),
  }
}

const ruleOf = (json: JsonObject, pointer: string): EditedRule => ({
  pointer,
  id: textOf(json.id),
  title: textOf(json.title),
  kind: json.kind === 'warning' ? 'warning' : 'blocking',
  checks: (Array.isArray(json.checks) ? json.checks : []).map((check, i) => ({
    pointer: `${pointer}/checks/${i}`,
    check: readCheck(check),
  })),
})

/** Money is said where it is so alone. */
const jsonOf = ({ money, ...check }: Check): JsonObject =>
  plainJson({ ...check, ...(money ? { money } : {}) })

const without = (json: JsonObject, keys: ReadonlySet<string>): JsonObject =>
  Object.fromEntries(Object.entries(json).filter(([key]) => !keys.has(key)))
