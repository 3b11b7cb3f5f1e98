// What coherence rules add up must be numbers, what they hold against the school year dates, and what they count must be
// proposed: otherwise they find nothing, and nobody knows.
import { patternsOf, type RulePattern } from '../rule-patterns.ts'
import { leadsSomewhere, type Places } from './places.ts'
import { wordsFor } from './question-words.ts'
import { isNode, type Json, type Reading, type Spot, type Told, textIn } from './reading.ts'
import type { RuleCheck } from './rule-checks.ts'

export const answersIn = (rule: RuleCheck, reading: Reading, places: Places): Told[] =>
  patternsOf(rule.json)
    .filter(({ pattern }) => leadsSomewhere(pattern, places))
    .flatMap((read) => {
      const spot = spotAt(read.pattern, reading, places)
      return spot ? [...wrongKind(rule, read, spot), ...unproposed(rule, read, spot)] : []
    })

/** The question, column or field that a pattern leads to; nothing for a total, which is a number. */
const spotAt = (pattern: string, { spots }: Reading, { questions }: Places): Spot | undefined => {
  const [first = '', ...rest] = pattern.split('/').slice(1)
  const whole = questions.get(first)
  const last = rest.findLast((part) => part !== '*')
  if (!whole || last === undefined) return whole
  return spots.find(({ holder, name }) => holder === whole && name === last)
}

const wrongKind = (rule: RuleCheck, { path }: RulePattern, spot: Spot): Told[] => {
  const wanted = wantedAt(rule, path)
  if (!wanted || !(wanted === 'nombre' ? isNoNumber(spot) : isNoDay(spot))) return []
  return [
    {
      check: 'rule-idle',
      path: [...rule.path, ...path],
      detail: `${rule.called} lit ${wordsFor(spot)}, qui n’est pas ${wanted === 'nombre' ? 'un nombre' : 'une date'} : elle n’y trouverait rien.`,
      fix: rule.takeOut,
    },
  ]
}

const wantedAt = ({ json }: RuleCheck, path: RulePattern['path']): 'nombre' | 'date' | undefined => {
  const [key, list] = path
  if (key === 'first' || key === 'last') return 'date'
  if (key === 'values') return json.check === 'school-year' ? 'date' : 'nombre'
  return list === 'sum' ? 'nombre' : undefined
}

const TEXTS = new Set([
  'comment',
  'file',
  'signaturepad',
  'boolean',
  'checkbox',
  'tagbox',
  'ranking',
  'matrix',
])
const TABLES = new Set(['matrixdynamic', 'matrixdropdown', 'paneldynamic', 'multipletext'])
const ONE_CHOICE = new Set(['dropdown', 'radiogroup', 'imagepicker', 'buttongroup'])

const isNoNumber = (spot: Spot): boolean => {
  const type = typeOf(spot)
  if (type === 'text') return spot.json.inputType !== 'number'
  const values = choicesOf(spot)
  return (
    TEXTS.has(type) ||
    TABLES.has(type) ||
    (ONE_CHOICE.has(type) && values.length > 0 && values.every((value) => typeof value === 'string'))
  )
}

const isNoDay = (spot: Spot): boolean => {
  const type = typeOf(spot)
  return type === 'text' ? spot.json.inputType !== 'date' : type !== 'expression'
}

const SEVERAL = new Set(['checkbox', 'tagbox', 'ranking'])

const unproposed = (rule: RuleCheck, { path }: RulePattern, spot: Spot): Told[] => {
  const [key = '', list] = path
  const operand = rule.json[key]
  if (list !== 'count' || !isNode(operand) || operand.is === undefined) return []
  const [type, values] = [typeOf(spot), choicesOf(spot)]
  const isOpen = ['showOtherItem', 'showNoneItem', 'showRefuseItem', 'showDontKnowItem'].some(
    (item) => spot.json[item] === true,
  )
  if (!(ONE_CHOICE.has(type) || SEVERAL.has(type)) || values.length === 0 || isOpen) return []
  if (values.includes(operand.is)) return []
  return [
    {
      check: 'unknown-choice',
      path: [...rule.path, key, 'is'],
      detail: `${rule.called} compte les réponses « ${String(operand.is)} » à ${wordsFor(spot)}, mais ce choix n’y est pas proposé.`,
    },
  ]
}

/** A column has a type of its own, or that of its table. */
const typeOf = ({ kind, type, json, holder }: Spot): string => {
  if (kind === 'field') return 'text'
  if (kind !== 'column') return type
  const said = [json.cellType, holder?.json.cellType].map(textIn)
  return said.find((one) => one !== '' && one !== 'default') ?? 'dropdown'
}

const choicesOf = ({ json, kind, holder }: Spot): Json[] => {
  const own = Array.isArray(json.choices) ? json.choices : []
  const shared = kind === 'column' && Array.isArray(holder?.json.choices) ? holder.json.choices : []
  return (own.length > 0 ? own : shared).map((one) => (isNode(one) ? (one.value ?? '') : one))
}
