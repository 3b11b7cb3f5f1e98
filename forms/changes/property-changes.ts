// What differs in what a part says of itself, property by property, in words.
import type { Json, JsonObject } from '../editing/json-pointer.ts'
import type { Change } from '../publishing-wire.ts'
import { type Differing, insteadOf, placed, shortOf, type Told } from './differing.ts'
import { itemChanges } from './item-changes.ts'
import { textOf } from './outline.ts'
import { BOUNDS, CONDITIONS, HAS_DEFAULT, MORE_ASKED, NAMED, SWITCHES, TEXTS } from './property-words.ts'
import { differingKeys, ownValue } from './same.ts'
import { quoted, type Subject } from './subject.ts'
import { validatorChanges } from './validator-changes.ts'

/** The changes of every property that differs, in the order of the later one. */
export const propertyChanges = (
  subject: Subject,
  { before, after }: { before: JsonObject; after: JsonObject },
  condition: Differing['condition'],
): Change[] =>
  differingKeys(before, after).flatMap((key) =>
    changesOf({ subject, key, before: ownValue(before, key), after: ownValue(after, key), condition }),
  )

const changesOf = (differing: Differing): Change[] => {
  const several = severalOf(differing)
  return several.length > 0 ? several : [placed(differing, toldOf(differing))]
}

const severalOf = (differing: Differing): Change[] => {
  if (differing.key === 'validators') return validatorChanges(differing)
  return ['choices', 'rows', 'columns'].includes(differing.key) ? itemChanges(differing) : []
}

const toldOf = (differing: Differing): Told => {
  const { key } = differing
  if (Object.hasOwn(SWITCHES, key)) return switched(differing)
  if (Object.hasOwn(CONDITIONS, key)) return conditioned(differing)
  if (Object.hasOwn(BOUNDS, key)) return bounded(differing)
  if (Object.hasOwn(TEXTS, key)) return texted(differing)
  return otherwise(differing)
}

const switched = (differing: Differing): Told => {
  const { key, before, after, subject } = differing
  const [on = '', off = '', initially = false] = SWITCHES[key] ?? []
  const is = (value: Json | undefined) => (value === undefined ? initially : value === true)
  if (is(before) === is(after)) return otherwise(differing)
  const agreeing = (is(after) ? on : off)
    .replace('(e)', subject.feminine ? 'e' : '')
    .replace('(f)', subject.feminine ? 've' : 'f')
  // What asks for more may find an answer missing or wrong; what offers less may lose one.
  const matters =
    key === 'visible' || key === 'money' || key === 'multiSelect' || is(after) === MORE_ASKED.has(key)
  const kind = key === 'isRequired' ? (is(after) ? 'required' : 'optional') : 'property'
  return { kind, words: `${subject.the} ${agreeing}.`, effect: matters ? 'answers' : 'none' }
}

const conditioned = ({ key, before, after, subject, condition }: Differing): Told => {
  const [first = '', other = '', none = ''] = CONDITIONS[key] ?? []
  const [had, has] = [textOf(before), textOf(after)]
  const words = has === '' ? none : `${had === '' ? first : other} ${condition(has)}`
  const frees = has === '' && key !== 'visibleIf'
  const said = words.replace('(e)', subject.feminine ? 'e' : '')
  return { kind: 'condition', words: `${subject.the} ${said}.`, effect: frees ? 'none' : 'answers' }
}

const bounded = ({ key, before, after, subject }: Differing): Told => {
  const [words = '', side = 'other'] = BOUNDS[key] ?? []
  const [was, is] = [limitOf(key, side, before), limitOf(key, side, after)]
  const effect = isLooser(key, side, was, is) ? 'none' : 'answers'
  const known = [was, is].map(shortOf)
  const moves = known[0] === undefined ? `est maintenant ${known[1]}` : `passe de ${known[0]} à ${known[1]}`
  const said = is === undefined ? 'disparaît' : known[1] === undefined ? 'change' : moves
  return { kind: 'bound', words: `${words} ${subject.of} ${said}.`, effect }
}

/** SurveyJS writes no limit as -1 here, as 0 there. */
const limitOf = (key: string, side: string, value: Json | undefined): Json | undefined =>
  typeof value === 'number' &&
  side === 'most' &&
  !['max', 'rateMax', 'choicesMax'].includes(key) &&
  value <= 0
    ? undefined
    : value

/** Whether all that was within the bound is within it still. */
const isLooser = (key: string, side: string, was: Json | undefined, is: Json | undefined): boolean => {
  if (side === 'other') return false
  if (is === undefined) return !HAS_DEFAULT.has(key)
  if (typeof is !== 'number' || typeof was !== 'number') return false
  return side === 'least' ? is <= was : is >= was
}

const texted = ({ key, before, after, subject }: Differing): Told => {
  const words = `${TEXTS[key] ?? ''} ${key === 'title' ? (subject.was ?? subject.of) : subject.of}`
  const said = textOf(after)
  const kind = key === 'title' ? 'title' : 'text'
  if (said === textOf(before))
    return { kind, words: `${words} change dans une autre langue.`, effect: 'none' }
  return {
    kind,
    words: `${words} ${said === '' ? 'disparaît' : `devient ${quoted(said)}`}.`,
    effect: 'none',
  }
}

const otherwise = ({ key, before, after, subject }: Differing): Told => {
  // Of a long text, how high its box is.
  if (key === 'rows' && [before, after].every((value) => value === undefined || typeof value === 'number'))
    return {
      kind: 'property',
      words: `La hauteur de saisie ${subject.of} : ${insteadOf(before, after)}.`,
      effect: 'none',
    }
  const [words = `La propriété « ${key} »`, effect = 'none' as const] = Object.hasOwn(NAMED, key)
    ? (NAMED[key] ?? [])
    : []
  return { kind: 'property', words: `${words} ${subject.of} : ${insteadOf(before, after)}.`, effect }
}
