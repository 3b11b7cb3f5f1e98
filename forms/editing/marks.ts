// What form.json says of a question by its name: it goes with the question when that is renamed, and without it when
// it is deleted. A draft may hold anything there: what is not as expected is left as it is.
import { isObject, type Json, type JsonObject } from './json-pointer.ts'
import { changedNotices } from './notices.ts'
import { type Change, changedList, changedOperand, changedPattern } from './patterns.ts'
import type { Target } from './references.ts'
import { changedRules, ruleWords } from './rules.ts'

/** `info` with the question under its new name, or without it. The same object when it says nothing of it. */
export const changedMarks = (info: JsonObject, target: Target, to?: string): JsonObject => {
  const change = { target, to }
  const parts: [string, (value: Json) => Json | undefined][] = [
    ['prefilled', (value) => changedKeys(value, change)],
    ['communes', (value) => changedKeys(value, change)],
    ['carriedOver', (value) => changedCarried(value, change)],
    ['compared', (value) => changedCompared(value, change)],
    ['funding', (value) => changedFunding(value, change)],
    ['onValidation', (value) => changedOpening(value, change)],
    ['coherence', (value) => changedRules(value, change)],
    ['results', (value) => changedResults(value, change)],
    ['notices', (value) => (isAnItem(target) ? changedNotices(value, target.name, to) : value)],
  ]
  return parts.reduce((all, [key, changed]) => withPart(all, key, changed), info)
}

/** In words, each place of `info` that names a question; its notice is its own, and named nowhere else. */
export const markWords = (info: JsonObject, target: Target): string[] => [
  ...Object.entries(WORDS).flatMap(([key, words]) => {
    const part = info[key]
    if (part === undefined) return []
    const only = { [key]: part }
    return changedMarks(only, target) === only ? [] : [words]
  }),
  ...ruleWords(info.coherence, target),
]

const WORDS: Record<string, string> = {
  prefilled: 'le préremplissage',
  communes: 'la liste des communes',
  carriedOver: 'la reprise de l’année précédente',
  compared: 'la comparaison avec un autre questionnaire',
  funding: 'l’estimation de la prestation',
  onValidation: 'ce qu’ouvre la validation',
  results: 'un filtre des résultats',
}

const withPart = (all: JsonObject, key: string, changed: (value: Json) => Json | undefined): JsonObject => {
  const before = all[key]
  if (before === undefined) return all
  const after = changed(before)
  if (after === before) return all
  if (after !== undefined) return { ...all, [key]: after }
  return Object.fromEntries(Object.entries(all).filter(([name]) => name !== key))
}

const changedKeys = (value: Json, { target, to }: Change): Json => {
  if (target.owner || !isObject(value) || !Object.hasOwn(value, target.name)) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, own]) => {
      if (name !== target.name) return [[name, own]]
      return to === undefined ? [] : [[to, own]]
    }),
  )
}

const changedCarried = (value: Json, { target, to }: Change): Json => {
  if (target.owner || !Array.isArray(value)) return value
  return changedList(value, (source) => {
    if (!isObject(source) || !Array.isArray(source.questions)) return source
    const questions = changedList(source.questions, (name) => (name === target.name ? to : name))
    if (questions === source.questions) return source
    return questions.length === 0 ? undefined : { ...source, questions }
  })
}

const changedCompared = (value: Json, change: Change): Json | undefined => {
  if (!isObject(value) || !Array.isArray(value.values)) return value
  const values = changedList(value.values, (line) => {
    if (!isObject(line)) return line
    const pointer = changedPattern(line.pointer, change)
    if (pointer === line.pointer) return line
    return pointer === undefined ? undefined : { ...line, pointer }
  })
  if (values === value.values) return value
  return values.length === 0 ? undefined : { ...value, values }
}

const changedResults = (value: Json, change: Change): Json => {
  if (!isObject(value) || !Array.isArray(value.filters)) return value
  const filters = changedList(value.filters, (filter) => {
    if (!isObject(filter)) return filter
    const at = changedPattern(filter.at, change)
    if (at === filter.at) return filter
    return at === undefined ? undefined : { ...filter, at }
  })
  return filters === value.filters ? value : { ...value, filters }
}

/** Whether what is named is a question, and not a column nor a field. */
const isAnItem = ({ owner }: Target): boolean => owner === undefined || owner.isBlock

/** An estimate that lost one of its facts is none. */
const changedFunding = (value: Json, change: Change): Json | undefined => {
  if (!isObject(value)) return value
  const facts = Object.entries(value).map(([fact, operand]): [string, Json | undefined] => [
    fact,
    changedOperand(operand, change),
  ])
  if (facts.every(([fact, operand]) => operand === value[fact])) return value
  const whole = facts.flatMap(([fact, operand]) => (operand === undefined ? [] : [[fact, operand]]))
  return whole.length < facts.length ? undefined : Object.fromEntries(whole)
}

const changedOpening = (value: Json, { target, to }: Change): Json | undefined => {
  if (target.owner || !isObject(value)) return value
  const parts = Object.entries(value).map(([part, says]): [string, Json | undefined] => {
    if (!isObject(says) || !Object.values(says).includes(target.name)) return [part, says]
    if (to === undefined && says.name === target.name) return [part, undefined]
    return [
      part,
      Object.fromEntries(
        Object.entries(says).flatMap(([key, name]) => {
          if (name !== target.name) return [[key, name]]
          return to === undefined ? [] : [[key, to]]
        }),
      ),
    ]
  })
  if (parts.every(([part, says]) => says === value[part])) return value
  const left = parts.flatMap(([part, says]) => (says === undefined ? [] : [[part, says]]))
  return left.length === 0 ? undefined : Object.fromEntries(left)
}
