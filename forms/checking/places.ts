// Where in the answers a pointer of form.json or of a coherence rule leads, by the questions there are.
import { takesSeveral } from '../choices.ts'
import { isNode, type Json, type Reading, type Spot } from './reading.ts'

/** The questions answers are kept by, and the columns or fields in each. */
export type Places = {
  readonly questions: ReadonlyMap<string, Spot>
  readonly inside: ReadonlyMap<Spot, ReadonlySet<string>>
}

export const placesOf = ({ spots }: Reading): Places => {
  const inside = new Map<Spot, Set<string>>()
  for (const { holder, name, kind } of spots)
    if (holder && kind !== 'panel' && kind !== 'shown')
      inside.set(holder, (inside.get(holder) ?? new Set()).add(name))
  const top = spots.filter(({ holder, kind }) => holder === undefined && kind === 'question')
  return { questions: new Map(top.map((spot) => [spot.name, spot])), inside }
}

/** Whether an answer may stand where a pattern points: `/enfants/*` + `/filles` leads into a table. */
export const leadsSomewhere = (pattern: string, { questions, inside }: Places): boolean => {
  const [first = '', ...rest] = pattern
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
  const whole = questions.get(first)
  if (!whole) {
    const [, owner = '', suffix] = /^(.*)-(Comment|total)$/.exec(first) ?? []
    const question = questions.get(owner)
    if (!question) return false
    return suffix === 'Comment' ? rest.length === 0 : rest.every((part) => has(inside.get(question), part))
  }
  const [line, field, ...more] = rest
  if (line === undefined) return true
  if (takesSeveral({ ...whole.json, type: whole.type })) return line === '*' && field === undefined
  if (whole.type === 'multipletext') return has(inside.get(whole), line) && field === undefined
  const isLine =
    whole.type === 'matrixdynamic' || whole.type === 'paneldynamic'
      ? /^(?:\*|\d+)$/.test(line)
      : isRow(whole.json.rows, line)
  if (field === undefined) return isLine && whole.type.startsWith('matrix')
  return isLine && more.length === 0 && has(inside.get(whole), field)
}

const has = (names: ReadonlySet<string> | undefined, part: string): boolean =>
  names !== undefined && (part === '*' ? names.size > 0 : names.has(part))

const isRow = (rows: Json | undefined, line: string): boolean =>
  Array.isArray(rows) && (line === '*' || rows.some((row) => String(isNode(row) ? row.value : row) === line))
