// A coherence rule as a draft holds it, read for checking.
import { calledRule } from '../editing/rules.ts'
import { type Node, nodes, type Path, removing, type Told } from './reading.ts'

export type Rule = { readonly json: Node; readonly path: Path }

/** A check of a rule with its place, and how to take it out: with its rule when it is alone there. */
export type RuleCheck = {
  readonly called: string
  readonly json: Node
  readonly path: Path
  readonly takeOut: NonNullable<Told['fix']>
}

export const checksOf = ({ json: rule, path }: Rule): RuleCheck[] =>
  nodes(rule.checks, [...path, 'checks']).map((check, _, all) => ({
    called: `La règle ${calledRule(rule)}`,
    ...check,
    takeOut:
      all.length > 1 ? removing(check.path, 'Retirer ce contrôle') : removing(path, 'Retirer cette règle'),
  }))
