// What differs in the coherence rules. A rule is the same in both by its number; what it says is told for what it does to
// a response: one that blocks, or asks for an explanation, where it did not before.
import { isObject, type Json, type JsonObject, pointerOf } from '../editing/json-pointer.ts'
import { formatMoney } from '../money.ts'
import type { Change } from '../publishing-wire.ts'
import { shortOf } from './differing.ts'
import { textOf } from './outline.ts'
import { isSame } from './same.ts'
import { quoted } from './subject.ts'

type Placed = { readonly json: JsonObject; readonly at: number }
type Told = Pick<Change, 'kind' | 'words' | 'effect'>

/** The changes of the rules; none when they only change places or are not rules. */
export const ruleChanges = (before: Json | undefined, after: Json | undefined): Change[] => {
  const [was, is] = [objectsIn(before), objectsIn(after)]
  const find = (rules: readonly Placed[], { json }: Placed) =>
    rules.find((one) => isSame(one.json.id, json.id))
  const kept = is.flatMap((rule) => {
    const earlier = find(was, rule)
    const told = earlier ? changed(earlier.json, rule.json) : [added(rule.json)]
    return told.map((one) => placed(one, rule))
  })
  const gone = was.filter((rule) => !find(is, rule)).map((rule) => placed(removed(rule.json), rule))
  return [...kept, ...gone]
}

/** The objects of a list, with their places. */
const objectsIn = (rules: Json | undefined): Placed[] =>
  Array.isArray(rules) ? rules.flatMap((json, at) => (isObject(json) ? [{ json, at }] : [])) : []

const placed = (told: Told, { at }: Placed): Change => ({
  ...told,
  pointer: pointerOf(['info', 'coherence', at]),
})

const called = ({ id, title }: JsonObject): string =>
  ['La règle', textOf(id), quoted(textOf(title))].filter((part) => part && part !== '«  »').join(' ')

const added = (rule: JsonObject): Told => ({
  kind: 'rule-added',
  words: `${called(rule)} apparaît : ${doing(rule)}.`,
  effect: 'answers',
})

const removed = (rule: JsonObject): Told => ({
  kind: 'rule-removed',
  words: `${called(rule)} disparaît.`,
  effect: 'none',
})

const doing = ({ kind }: JsonObject): string =>
  kind === 'blocking' ? 'elle bloque la transmission' : 'elle demande une explication'

const changed = (before: JsonObject, after: JsonObject): Told[] => {
  const told: Told[] = []
  if (!isSame(before.title, after.title))
    told.push({
      kind: 'rule-title',
      words: `La règle ${textOf(after.id)} s’intitule ${quoted(textOf(after.title))}, et non plus ${quoted(textOf(before.title))}.`,
      effect: 'none',
    })
  if (!isSame(before.kind, after.kind))
    told.push(
      after.kind === 'blocking'
        ? {
            kind: 'rule-kind',
            words: `${called(after)} devient bloquante : une explication ne suffit plus.`,
            effect: 'answers',
          }
        : {
            kind: 'rule-kind',
            words: `${called(after)} ne bloque plus : elle demande une explication.`,
            effect: 'none',
          },
    )
  if (!isSame(before.checks, after.checks)) told.push(checksChanged(before, after))
  if (told.length > 0 || isSame(before, after)) return told
  return [{ kind: 'rule-checks', words: `${called(after)} change.`, effect: 'none' }]
}

const checksChanged = (before: JsonObject, after: JsonObject): Told => {
  const same = (...but: string[]) => isSame(without(before.checks, but), without(after.checks, but))
  if (same('message'))
    return { kind: 'rule-message', words: `${called(after)} change de message.`, effect: 'none' }
  const bounds = same('message', ...BOUNDS.keys()) ? boundsChanged(before.checks, after.checks) : []
  const how =
    bounds.length > 0 ? ` change de seuil : ${bounds.join(', ')}` : ' ne contrôle plus la même chose'
  return { kind: 'rule-checks', words: `${called(after)}${how}.`, effect: 'answers' }
}

const BOUNDS: ReadonlyMap<string, string> = new Map([
  ['min', 'au moins'],
  ['max', 'au plus'],
  ['percent', 'un écart de (en %)'],
])

const boundsChanged = (before: Json | undefined, after: Json | undefined): string[] => {
  const was = objectsIn(before).map(({ json }) => json)
  return objectsIn(after).flatMap(({ json }, i) =>
    [...BOUNDS].flatMap(([key, label]) => {
      const [earlier, now] = [was[i]?.[key], json[key]].map((value) => shown(value, json.money === true))
      return earlier === now ? [] : [`${label} ${now ?? 'rien'} au lieu de ${earlier ?? 'rien'}`]
    }),
  )
}

const shown = (value: Json | undefined, isMoney: boolean): string | undefined =>
  typeof value === 'number' && isMoney ? formatMoney(value) : shortOf(value)

const without = (checks: Json | undefined, keys: readonly string[]): Json =>
  objectsIn(checks).map(({ json }) =>
    Object.fromEntries(Object.entries(json).filter(([key]) => !keys.includes(key))),
  )
