// Coherence rules that refuse everything, and those that can find nothing.
import { isSame } from '../changes/same.ts'
import { isNode, type Node, setting, type Told } from './reading.ts'
import type { RuleCheck } from './rule-checks.ts'

export const senseIn = (rule: RuleCheck, info: Node): Told[] => {
  const { json } = rule
  if (json.check === 'each') return boundsIn(rule)
  if (json.check === 'school-year') return daysIn(rule)
  if (json.check === 'compare' && isNode(json.left) && isSame(json.left, json.right))
    return [idle(rule, 'compare une réponse à elle-même')]
  if (json.check === 'near-forecast' && !isNode(info.compared))
    return [
      idle(rule, 'compare au prévisionnel, mais ce questionnaire ne dit pas quelles réponses y comparer'),
    ]
  return []
}

const idle = ({ called, path, takeOut }: RuleCheck, why: string): Told => ({
  check: 'rule-idle',
  path,
  detail: `${called} ${why} : elle ne trouverait jamais rien.`,
  fix: takeOut,
})

const boundsIn = (rule: RuleCheck): Told[] => {
  const { called, json, path } = rule
  const { min, max } = json
  if (min === undefined && max === undefined) return [idle(rule, 'n’a ni minimum ni maximum')]
  if (typeof min !== 'number' || typeof max !== 'number' || min <= max) return []
  const label = `De ${max} à ${min}`
  const swapped = [
    ...setting([...path, 'min'], max, label).patch,
    ...setting([...path, 'max'], min, label).patch,
  ]
  return [
    {
      check: 'rule-impossible',
      path: [...path, 'min'],
      detail: `${called} demande au moins ${min} et au plus ${max} : aucun nombre ne convient, et personne ne pourrait transmettre.`,
      fix: { label, patch: swapped },
    },
  ]
}

/** The days on which a school year begins and ends, where a rule says one that there is not. */
const USUAL = { from: '09-01', to: '08-31' } as const

const daysIn = ({ called, json, path }: RuleCheck): Told[] =>
  (['from', 'to'] as const).flatMap((end) => {
    const day = json[end]
    if (typeof day !== 'string' || !/^\d{2}-\d{2}$/.test(day) || isDay(day)) return []
    return [
      {
        check: 'rule-impossible',
        path: [...path, end],
        detail: `${called} parle du « ${day} », qui n’est pas un jour de l’année : donnez le mois puis le jour, comme ${USUAL[end]}.`,
        fix: setting([...path, end], USUAL[end], `Mettre ${USUAL[end]}`),
      },
    ]
  })

const isDay = (monthAndDay: string): boolean => {
  // A year that has a 29 February.
  const at = new Date(`2024-${monthAndDay}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().slice(5, 10) === monthAndDay
}
