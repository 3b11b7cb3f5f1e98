// Choices, lines and the columns of a simple table: what comes, goes, changes its text, its code or its place.
import { isObject, type Json, type JsonObject } from '../editing/json-pointer.ts'
import type { Change } from '../publishing-wire.ts'
import { type Differing, insteadOf, placed } from './differing.ts'
import { textOf } from './outline.ts'
import { longestRising } from './pairing.ts'
import { differingKeys, ownValue } from './same.ts'
import { quoted } from './subject.ts'

/** `value` as JSON: 1 is not « 1 ». */
type Item = { readonly value: string; readonly text: string; readonly own: JsonObject }

const NOUNS: Readonly<Record<string, readonly [kind: string, the: string, all: string]>> = {
  choices: ['choice', 'Le choix', 'des choix'],
  rows: ['row', 'La ligne', 'des lignes'],
  columns: ['column', 'La colonne', 'des colonnes'],
}

/** The changes of a list, item by item; none when it is no list of items with a value each of its own. */
export const itemChanges = (differing: Differing): Change[] => {
  const { subject, key } = differing
  const [before, after] = [itemsOf(differing.before), itemsOf(differing.after)]
  const [kind, the, all] = NOUNS[key] ?? []
  if (!before || !after || !kind) return []
  const say = (what: string, words: string, effect: Change['effect']): Change =>
    placed(differing, { kind: `${kind}-${what}`, words, effect })
  const item = ({ text }: Item) => `${the} ${quoted(text)} ${subject.of}`
  const { pairs, recoded, added, removed } = pairsOf(before, after)
  const moved =
    longestRising(pairs.map(([was]) => before.indexOf(was))).size < pairs.length
      ? [say('moved', `L’ordre ${all} ${subject.of} change.`, 'none')]
      : []
  return [
    ...added.map((each) => say('added', `${item(each)} apparaît.`, MORE_SHOWN[key] ?? 'none')),
    ...removed.map((each) => say('removed', `${item(each)} disparaît.`, 'answers')),
    ...recoded.map(([was, is]) =>
      say('renamed', `${item(is)} change de code : ${code(was)} devient ${code(is)}.`, 'answers'),
    ),
    ...pairs.flatMap(([was, is]) =>
      was.text === is.text
        ? []
        : [say('title', `${the} ${quoted(was.text)} ${subject.of} devient ${quoted(is.text)}.`, 'none')],
    ),
    ...[...pairs, ...recoded].flatMap(([was, is]) =>
      ownChanges(was, is, differing).map(([words, effect]) =>
        say('property', `${item(is)} ${words}.`, effect),
      ),
    ),
    ...moved,
  ]
}

const code = ({ value }: Item): string => quoted(value.replaceAll(/^"|"$/g, ''))

type Said = readonly [words: string, effect: Change['effect']]

/** A line that was not there may be one that asks for an answer; a choice only offers more. */
const MORE_SHOWN: Readonly<Record<string, Change['effect']>> = { rows: 'answers' }

const ownChanges = (was: Item, is: Item, { key, condition }: Differing): Said[] =>
  differingKeys(was.own, is.own).map((name): Said => {
    const said = textOf(ownValue(is.own, name))
    if (name === 'imageLink') return ['change d’image', 'none']
    if (name !== 'visibleIf')
      return [
        `change : « ${name} » ${insteadOf(ownValue(was.own, name), ownValue(is.own, name))}`,
        name === 'enableIf' ? 'answers' : 'none',
      ]
    return said === ''
      ? ['s’affiche maintenant toujours', MORE_SHOWN[key] ?? 'none']
      : [`ne s’affiche plus que ${condition(said)}`, 'answers']
  })

/** Undefined for what is no list, or where two items have one value. */
const itemsOf = (json: Json | undefined): Item[] | undefined => {
  if (json === undefined) return []
  if (!Array.isArray(json)) return undefined
  const items = json.flatMap((item) => itemOf(item) ?? [])
  const values = new Set(items.map(({ value }) => value))
  return items.length === json.length && values.size === items.length ? items : undefined
}

const itemOf = (json: Json): Item | undefined => {
  if (!isObject(json))
    return isScalar(json) ? { value: JSON.stringify(json), text: String(json), own: {} } : undefined
  const { value, text, ...own } = json
  if (value === undefined || !isScalar(value)) return undefined
  const isPlain = text === undefined || typeof text === 'string'
  return {
    value: JSON.stringify(value),
    text: textOf(text) || String(value),
    own: isPlain ? own : { ...own, text },
  }
}

const isScalar = (json: Json): boolean =>
  typeof json === 'string' || typeof json === 'number' || typeof json === 'boolean'

type Two = readonly [was: Item, is: Item]

/** By their values; those left over that have one text are one item whose code changed. */
const pairsOf = (before: readonly Item[], after: readonly Item[]) => {
  const byValue = new Map(before.map((item) => [item.value, item]))
  const pairs = after.flatMap((is): Two[] => {
    const was = byValue.get(is.value)
    return was ? [[was, is]] : []
  })
  const stays = new Set(pairs.flat())
  const [gone, fresh] = [before, after].map((items) => items.filter((item) => !stays.has(item)))
  const recoded = (fresh ?? []).flatMap((is): Two[] => {
    const was = (gone ?? []).find(({ text }) => text === is.text)
    return was ? [[was, is]] : []
  })
  const paired = new Set(recoded.flat())
  return {
    pairs,
    recoded,
    added: (fresh ?? []).filter((item) => !paired.has(item)),
    removed: (gone ?? []).filter((item) => !paired.has(item)),
  }
}
