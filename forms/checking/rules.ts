// The coherence rules of a questionnaire read its answers: what they read must be asked.
import { patternsOf } from '../rule-patterns.ts'
import { leadsSomewhere, placesOf } from './places.ts'
import { nodes, type Reading, removing, type Told, textIn } from './reading.ts'

export const rulesIn = (reading: Reading): Told[] => {
  const places = placesOf(reading)
  return nodes(reading.content.info.coherence, ['info', 'coherence']).flatMap((rule) =>
    nodes(rule.json.checks, [...rule.path, 'checks']).flatMap((check, _, checks) =>
      patternsOf(check.json)
        .filter(({ pattern }) => !leadsSomewhere(pattern, places))
        .map(({ path, pattern }) => ({
          check: 'rule-without-question',
          path: [...check.path, ...path],
          detail: `La règle ${textIn(rule.json.id)} « ${textIn(rule.json.title)} » lit « ${pattern} », qui n’existe plus : remettez cette question sous ce nom.`,
          fix:
            checks.length > 1
              ? removing(check.path, 'Retirer ce contrôle')
              : removing(rule.path, 'Retirer cette règle'),
        })),
    ),
  )
}
