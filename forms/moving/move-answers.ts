// Answers given to one version of a questionnaire as answers to another: each is kept where it fits, under the name that
// the mapping gives it, and told as lost otherwise. Nothing of them goes unsaid, and what was stored stays as it is.
import { type Question, readDefinition } from '../definition.ts'
import type { FormVersion } from '../nouns/form.ts'
import type { Answers } from '../nouns/scalars.ts'
import { pointer } from '../problems.ts'
import { keysOf } from '../shape-values.ts'
import { type Item, isItem, type Json } from '../shape-walk.ts'
import { inside, type Mapping, questionFor } from './mapping.ts'
import { fitting, type Lost, lose, type Moving, moveValue, type Pair } from './move-values.ts'
import { valueWords } from './value-words.ts'

/** A version, the one it gives way to, and what the Caf said of it. */
export type Step = { readonly from: FormVersion; readonly to: FormVersion; readonly mapping: Mapping }

type Asked = Pick<FormVersion, 'definition'> & { readonly info: Pick<FormVersion['info'], 'prefilled'> }
/** What of a step it takes to move answers. */
export type Between = { readonly from: Asked; readonly to: Asked; readonly mapping: Mapping }

export type Moved = { readonly answers: Answers; readonly lost: readonly Lost[] }

/**
 * The answers as the new version takes them, and what has no place in it. What a version computes, and what the server
 * sets, is neither moved nor lost. The result has the shape of the new version: `checkShape` takes it.
 */
export const moveAnswers = ({ from, to, mapping }: Between, answers: Answers): Moved => {
  const lost: Lost[] = []
  const read = readDefinition(from)
  const next = readDefinition(to).questions
  const ours = { read: from.info.prefilled, next: to.info.prefilled }
  const computed = new Set(read.calculated.map(({ name }) => name))
  const moving: Moving = {
    mapping,
    lost,
    item: (item, pair, path) =>
      moveKeys(item, { read: pair.old.fields, next: pair.next.fields, at: pair.at, path }, moving),
  }
  const isOurs = (key: string): boolean => {
    const becomes = questionFor(mapping, inside('', key), key, next)
    return Object.hasOwn(ours.read, key) && (!becomes || Object.hasOwn(ours.next, becomes.name))
  }
  const given = Object.entries(answers).filter(([key]) => !computed.has(key) && !isOurs(key))
  const moved = moveKeys(
    Object.fromEntries(given),
    { read: read.questions, next, at: '', path: [], set: ours.next },
    moving,
  )
  return { answers: moved, lost }
}

type Place = {
  readonly read: readonly Question[]
  readonly next: readonly Question[]
  /** The path of the old question these are in. */
  readonly at: string
  readonly path: readonly (string | number)[]
  /** What the server sets in the new version. */
  readonly set?: Readonly<Record<string, unknown>>
}

const moveKeys = (item: Item, place: Place, moving: Moving): Item => {
  const moved: Item = {}
  for (const [key, value] of Object.entries(item)) {
    if (isNothing(value)) continue
    const found = ownerOf(key, place.read)
    if (found?.part === 'computed') continue
    const [name, kept] = found
      ? movedKey(key, value, found, place, moving)
      : unknown(key, value, place, moving)
    if (kept !== undefined) moved[name] = kept
  }
  return moved
}

const movedKey = (
  key: string,
  value: Json,
  { question: old, part }: Owner,
  { next: among, at: parent, path: above, set = {} }: Place,
  moving: Moving,
): [string, Json | undefined] => {
  const at = inside(parent, old.name)
  const told = { value, path: [...above, key] }
  const next = questionFor(moving.mapping, at, old.name, among)
  if (!next) return [key, lose({ old, at }, told, 'Cette question n’existe plus.', moving)]
  if (next.type === 'expression')
    return [key, lose({ old, at }, told, 'Cette valeur est calculée maintenant.', moving)]
  if (Object.hasOwn(set, next.name))
    return [key, lose({ old, at }, told, 'Cette valeur vient du dossier maintenant.', moving)]
  const pair: Pair = { old, next, at }
  if (part === 'value') return [next.name, moveValue(pair, told, moving)]
  const name = `${next.name}-Comment`
  const check = keysOf(next).find(([one]) => one === name)?.[1]
  if (!check) return [name, lose(pair, told, 'Cette question n’a plus de précision à écrire.', moving)]
  return [name, fitting(check, pair, told, moving)]
}

const unknown = (key: string, value: Json, { at, path }: Place, { lost }: Moving): [string, undefined] => {
  lost.push({
    pointer: pointer(...path, key),
    question: inside(at, key),
    title: key,
    value,
    words: valueWords(undefined, value),
    reason: 'Cette réponse n’est à aucune question.',
  })
  return [key, undefined]
}

type Owner = { readonly question: Question; readonly part: 'value' | 'comment' | 'computed' }

/** Whose key it is among the questions of a place. */
const ownerOf = (key: string, questions: readonly Question[]): Owner | undefined => {
  const named = questions.find(({ name }) => name === key)
  if (named) return { question: named, part: named.type === 'expression' ? 'computed' : 'value' }
  const of = (suffix: string) =>
    key.endsWith(suffix) && questions.find(({ name }) => name === key.slice(0, -suffix.length))
  const [commented, totalled] = [of('-Comment'), of('-total')]
  if (commented) return { question: commented, part: 'comment' }
  return totalled ? { question: totalled, part: 'computed' } : undefined
}

const isNothing = (value: Json): boolean =>
  value === null ||
  value === '' ||
  (Array.isArray(value) && value.length === 0) ||
  (isItem(value) && Object.keys(value).length === 0)
