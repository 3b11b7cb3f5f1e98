// What ties the answers of a form together, so that one tells of another: sums that equal sums, questions that are asked
// only after some answers, values that are computed. Read from the versions and from their coherence rules that block.
import { type Question, readDefinition } from '../definition.ts'
import type { FormVersion } from '../nouns/form.ts'
import type { Operand } from '../operand-schemas.ts'
import { pointer } from '../problems.ts'
import { namesIn } from './shown.ts'

/** Sums that come to 0 together, each at its place and with its sign. */
export type Relation = ReadonlyMap<string, number>

export type Links = {
  /** By patterns: a sum stands for all the places that it points at. */
  readonly relations: readonly Relation[]
  /** The questions that decide whether a question is asked. */
  readonly askedAfter: ReadonlyMap<string, ReadonlySet<string>>
  /** What is computed in a way that is not a sum, by its place, and the questions it is computed from. */
  readonly computed: ReadonlyMap<string, ReadonlySet<string>>
}

export const linksOf = (versions: readonly FormVersion[]): Links => {
  const relations: Relation[] = []
  const askedAfter = new Map<string, Set<string>>()
  const computed = new Map<string, Set<string>>()
  const note = (map: Map<string, Set<string>>, key: string, names: readonly string[]) =>
    map.set(key, new Set([...(map.get(key) ?? []), ...names]))
  const compute = (path: string, expression: string, own: string, beside: string) => {
    const sum = sumOf(expression, beside)
    if (sum) relations.push(new Map([...sum, [path, (sum.get(path) ?? 0) - 1]]))
    else
      note(computed, path, [own, ...namesIn(expression).filter((name) => name !== 'row' && name !== 'panel')])
  }
  for (const question of versions.flatMap((form) => readDefinition(form).questions)) {
    const { name, expression } = question
    const conditions = [...question.gates, question].flatMap(({ visibleIf }) => visibleIf ?? [])
    if (conditions.length > 0) note(askedAfter, name, conditions.flatMap(namesIn))
    if (expression) compute(pointer(name), expression, '', '')
    for (const place of placesIn(question))
      for (const field of question.fields)
        if (field.expression) compute(place + pointer(field.name), field.expression, name, place)
    relations.push(...totalsOf(question))
  }
  relations.push(...versions.flatMap(ruledBy))
  return { relations, askedAfter, computed }
}

/** The sums that a blocking rule holds equal; what another form's answers come to is nowhere among these figures. */
const ruledBy = ({ info }: FormVersion): Relation[] =>
  info.coherence
    .flatMap(({ kind, checks }) => (kind === 'blocking' ? checks : []))
    .flatMap((check) => {
      if (check.check !== 'compare' || check.is !== 'equal' || 'fact' in check.right) return []
      if (check.left.form !== undefined || check.right.form !== undefined) return []
      return [new Map([...sidesOf(check.left, 1), ...sidesOf(check.right, -1)])]
    })

/** Where the fields of a question stand: in each row of a table and in its sums, in each line of a list. */
const placesIn = ({ type, name, rows }: Question): string[] => {
  if (type === 'matrixdropdown')
    return [...rows.map(({ value }) => pointer(name, String(value))), pointer(`${name}-total`)]
  return type === 'matrixdynamic' || type === 'paneldynamic' ? [`${pointer(name)}/*`] : []
}

/** Of each column of a table: the rows come to its sum. */
const totalsOf = ({ type, name, rows, fields }: Question): Relation[] =>
  type !== 'matrixdropdown'
    ? []
    : fields.map(
        (field) =>
          new Map([
            ...rows.map(({ value }): [string, number] => [pointer(name, String(value), field.name), 1]),
            [pointer(`${name}-total`, field.name), -1],
          ]),
      )

/** `{a} + {b.c} - {row.d}` as places with their signs; undefined of anything else. */
const sumOf = (expression: string, beside: string): Map<string, number> | undefined => {
  if (!/^\s*\{[\w.-]+\}(\s*[+-]\s*\{[\w.-]+\})*\s*$/.test(expression)) return undefined
  const sum = new Map<string, number>()
  for (const [, sign, name = ''] of expression.matchAll(/([+-]?)\s*\{([\w.-]+)\}/g)) {
    const [first = '', ...rest] = name.split('.')
    const path = first === 'row' || first === 'panel' ? beside + pointer(...rest) : pointer(first, ...rest)
    sum.set(path, (sum.get(path) ?? 0) + (sign === '-' ? -1 : 1))
  }
  return sum
}

/** A count of what stands in a list is how many lines it has: the place of the list stands for that. */
const sidesOf = (side: Operand, sign: number): [string, number][] =>
  'sum' in side
    ? side.sum.map((pattern) => [pattern, sign])
    : [[side.count.slice(0, Math.max(0, side.count.indexOf('/*'))) || side.count, sign]]
