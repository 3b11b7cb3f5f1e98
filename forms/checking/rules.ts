// The coherence rules that hold for a kind of form read its answers: what they read must still be asked.
import { type Check, coherenceRules } from '../coherence-rules.ts'
import { leadsSomewhere, placesOf } from './places.ts'
import type { Reading, Told } from './reading.ts'

export const rulesIn = (reading: Reading): Told[] => {
  const { kind } = reading.content.info
  if (typeof kind !== 'string') return []
  const places = placesOf(reading)
  return coherenceRules.rules.flatMap(({ id, title, checks }) =>
    [...new Set(checks.flatMap((check) => patternsOf(check, kind)))]
      .filter((pattern) => !leadsSomewhere(pattern, places))
      .map((pattern) => ({
        check: 'rule-without-question',
        path: ['definition'],
        detail: `La règle ${id} « ${title} » lit « ${pattern} », qui n’existe plus : remettez cette question sous ce nom.`,
      })),
  )
}

/** What a check reads of the answers to a kind of form. */
const patternsOf = (check: Check, kind: string): string[] => {
  const own = check.forms.includes(kind)
  const side = (operand: Operand): string[] => {
    if (!('sum' in operand || 'count' in operand)) return []
    if (operand.form === undefined ? !own : operand.form !== kind) return []
    return 'sum' in operand ? operand.sum : [operand.count]
  }
  switch (check.check) {
    case 'compare':
      return [...side(check.left), ...side(check.right), ...(own ? [check.pointer] : [])]
    case 'needs-text':
      return [...side(check.when), ...(own ? [check.text] : [])]
    case 'in-order':
      return own ? [check.first, check.last] : []
    case 'near-forecast':
      return []
    default:
      return own ? check.values : []
  }
}

type Operand = Extract<Check, { check: 'compare' }>['right']
