// Questions that depend on one another in a loop: shown only if hidden, or computed from themselves. Each page shows,
// hides and clears in turn, and server and page could end on different answers.
import { circles } from './circles.ts'
import {
  asks,
  calledOf,
  nodes,
  type Path,
  type Reading,
  removing,
  type Spot,
  type Told,
  textIn,
} from './reading.ts'

type Reason = { readonly path: Path; readonly to: readonly string[] }

export const loopsIn = (reading: Reading): Told[] => {
  const graph = dependencies(reading)
  const loops = circles(new Map([...graph].map(([name, reasons]) => [name, reasons.flatMap(({ to }) => to)])))
  const called = new Map(
    reading.spots.filter(({ holder }) => !holder).map((spot) => [key(spot.name), calledOf(spot)]),
  )
  return loops.flatMap((members) => {
    const inside = new Set(members)
    const names = members.slice(0, 5).map((name) => `« ${called.get(name) ?? name} »`)
    return members.flatMap((name) =>
      (graph.get(name) ?? [])
        .filter(({ to }) => to.some((other) => inside.has(other)))
        .map(
          ({ path }): Told => ({
            check: 'condition-loop',
            path,
            question: name,
            detail:
              members.length === 1
                ? `${names[0]} dépend de sa propre réponse : retirez-la de sa condition.`
                : `${names.join(', ')}${members.length > 5 ? '…' : ''} dépendent l’une de l’autre en boucle : retirez une des conditions.`,
            fix: path.at(-1) === 'visibleIf' ? removing(path, 'Retirer cette condition') : undefined,
          }),
        ),
    )
  })
}

/** What each question, column or calculated value depends on: by the names in what shows it and what computes it. */
const dependencies = ({ content, spots }: Reading): ReadonlyMap<string, Reason[]> => {
  const graph = new Map<string, Reason[]>()
  const names = new Set<string>()
  const add = (name: string, path: Path, expression: string, holder?: Spot) => {
    const to = namesIn(expression).map((said) => resolved(said, names, holder))
    graph.set(name, [...(graph.get(name) ?? []), { path, to: to.filter((one) => one !== undefined) }])
  }
  for (const spot of spots) names.add(nodeOf(spot))
  const calculated = nodes(content.definition.calculatedValues, ['definition', 'calculatedValues'])
  for (const { json } of calculated) names.add(key(textIn(json.name)))
  for (const spot of spots.filter(asks)) {
    for (const { json, path } of [...spot.around.filter((gate) => gate !== spot.holder), spot])
      if (textIn(json.visibleIf))
        add(nodeOf(spot), [...path, 'visibleIf'], textIn(json.visibleIf), spot.holder)
    for (const computed of ['expression', 'totalExpression'])
      if (textIn(spot.json[computed]))
        add(nodeOf(spot), [...spot.path, computed], textIn(spot.json[computed]), spot.holder)
    // A table holds what stands in its columns.
    if (spot.holder) {
      const table = nodeOf(spot.holder)
      graph.set(table, [...(graph.get(table) ?? []), { path: spot.path, to: [nodeOf(spot)] }])
    }
  }
  for (const { json, path } of calculated)
    add(key(textIn(json.name)), [...path, 'expression'], textIn(json.expression))
  return graph
}

const key = (name: string): string => name.toLowerCase()
const nodeOf = ({ name, holder }: Spot): string => (holder ? `${nodeOf(holder)}\n${key(name)}` : key(name))

/** The names in braces, outside of quoted texts. */
export const namesIn = (expression: string): string[] =>
  [...expression.matchAll(/'[^']*'|"[^"]*"|\{([^{}]*)\}/g)].flatMap(([, name]) => name?.trim() ?? [])

/** Which of some names, in small letters, an expression reads: `table` of `{table[0].column}` and `{table-total.n}`. */
export const rootsIn = (expression: string, names: ReadonlySet<string>): string[] =>
  namesIn(expression).flatMap((said) => resolved(said, names) ?? [])

const resolved = (said: string, names: ReadonlySet<string>, holder?: Spot): string | undefined => {
  const name = key(said.replace(/^#/, ''))
  const [, scope, own = ''] = /^(row|panel)\.(.+)$/.exec(name) ?? []
  if (scope && holder)
    return [`${nodeOf(holder)}\n${own}`, `${nodeOf(holder)}\n${bare(own)}`].find((one) => names.has(one))
  return [name, bare(name), bare(name).replace(/-(?:comment|total|unwrapped)$/, '')].find((one) =>
    names.has(one),
  )
}

/** A name without what it reads inside: `table[0].column` is `table`. */
const bare = (name: string): string => /^[^.[]*/.exec(name)?.[0] ?? name
