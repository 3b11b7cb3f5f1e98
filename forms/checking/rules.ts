// The coherence rules of a questionnaire: what they read must be asked, and each must have something to judge and to say.
import { olderRules } from '../older-rules.ts'
import { patternsOf } from '../rule-patterns.ts'
import { leadsSomewhere, type Places, placesOf } from './places.ts'
import { wordsAt } from './question-words.ts'
import {
  type Json,
  type Node,
  nodes,
  type Path,
  type Reading,
  removing,
  setting,
  type Told,
} from './reading.ts'
import { answersIn } from './rule-answers.ts'
import { checksOf, type Rule, type RuleCheck } from './rule-checks.ts'
import { senseIn } from './rule-sense.ts'
import { messageIn, titleIn } from './rule-words.ts'

export const rulesIn = (reading: Reading): Told[] => {
  const { info } = reading.content
  const places = placesOf(reading)
  const rules = nodes(info.coherence, ['info', 'coherence'])
  return [
    ...leftOut(info),
    ...twice(rules),
    ...rules.flatMap(titleIn),
    ...rules
      .flatMap(checksOf)
      .flatMap((check) => [
        ...unasked(check, places),
        ...messageIn(check),
        ...senseIn(check, info),
        ...answersIn(check, reading, places),
      ]),
  ]
}

const unasked = ({ called, json, path, takeOut }: RuleCheck, places: Places): Told[] =>
  patternsOf(json)
    .filter(({ pattern }) => !leadsSomewhere(pattern, places))
    .map(({ path: within, pattern }) => ({
      check: 'rule-without-question',
      path: [...path, ...within],
      detail: `${called} lit ${wordsAt(pattern, places)}, qui n’existe pas dans ce questionnaire : choisissez une autre réponse, ou retirez-la.`,
      fix: isOneOfSeveral(json, within)
        ? removing([...path, ...within], 'Retirer cette réponse de la règle')
        : takeOut,
    }))

const isOneOfSeveral = (check: Node, within: Path): boolean => {
  const list = within.slice(0, -1).reduce<Json | undefined>((json, key) => Object(json)[key], check)
  return Array.isArray(list) && list.length > 1
}

/** What is found is kept by the id of its rule. */
const twice = (rules: readonly Rule[]): Told[] =>
  rules
    .filter(({ json }, i) => rules.findIndex((one) => one.json.id === json.id) < i)
    .filter(({ json }) => typeof json.id === 'string')
    .map(({ json, path }) => {
      const free = freeId(new Set(rules.map((rule) => rule.json.id)))
      return {
        check: 'rule-twice',
        path: [...path, 'id'],
        detail: `Deux règles portent le numéro ${json.id} : donnez-en un autre à celle-ci.`,
        fix: free ? setting([...path, 'id'], free, `La numéroter ${free}`) : undefined,
      }
    })

const MOST_RULES = 99

const freeId = (taken: ReadonlySet<Json | undefined>): string | undefined =>
  Array.from({ length: MOST_RULES }, (_, i) => `R${i + 1}`).find((id) => !taken.has(id))

/** A draft of before questionnaires said their rules: published as it is, it would have none. */
const leftOut = (info: Node): Told[] => {
  if (Object.hasOwn(info, 'coherence') || typeof info.kind !== 'string') return []
  const rules = olderRules(info.kind)
  if (rules.length === 0) return []
  return [
    {
      check: 'rules-left-out',
      path: ['info'],
      detail: `Ce questionnaire ne dit plus ses règles de cohérence (${rules.map(({ id }) => id).join(', ')}) : publié ainsi, il n’en aurait aucune.`,
      fix: setting(['info', 'coherence'], rules, 'Remettre ces règles'),
    },
  ]
}
