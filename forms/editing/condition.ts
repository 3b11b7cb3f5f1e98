// The conditions that read as a sentence: comparisons of a question with a value, joined by « et » alone or by « ou »
// alone. Any other expression is left as text.

export const operators = [
  '=',
  '<>',
  '>',
  '>=',
  '<',
  '<=',
  'contains',
  'notcontains',
  'anyof',
  'empty',
  'notempty',
] as const
export type Operator = (typeof operators)[number]
export type ConditionValue = string | number | boolean

export type Clause = {
  /** As it stands between braces: `statut`, `row.age`, `panel.ville`. */
  readonly question: string
  readonly operator: Operator
  /** None of `empty` and `notempty`, several of `anyof` alone. Texts hold no backslash. */
  readonly values: readonly ConditionValue[]
}
export type Condition = { readonly join: 'and' | 'or'; readonly clauses: readonly Clause[] }

/** The condition that an expression states, or undefined when it is beyond these. */
export const parseCondition = (expression: string): Condition | undefined => {
  const clauses: Clause[] = []
  const joins = new Set<string>()
  let rest = expression.trim()
  for (;;) {
    const found = CLAUSE.exec(rest)
    const clause = found && clauseOf(found)
    if (!clause) return undefined
    clauses.push(clause)
    rest = rest.slice(found[0].length)
    if (rest.trim() === '') break
    const [joined, join = ''] = /^\s+(and|or|&&|\|\|)\s+/i.exec(rest) ?? []
    if (joined === undefined) return undefined
    joins.add(/and|&&/i.test(join) ? 'and' : 'or')
    rest = rest.slice(joined.length)
  }
  return joins.size > 1 ? undefined : { join: joins.has('or') ? 'or' : 'and', clauses }
}

export const printCondition = ({ join, clauses }: Condition): string =>
  clauses.map(printClause).join(` ${join} `)

const VALUE = String.raw`'(?:\\'|[^'\\])*'|"[^"'\\]*"|-?\d+(?:\.\d+)?|true|false`
const CLAUSE = new RegExp(
  String.raw`^\{([^{}]+)\}\s*(?:(notempty|empty)\b|(==|=|<>|!=|>=|<=|>|<|notcontains\b|contains\b|anyof\b)\s*(${VALUE}|\[\s*(?:${VALUE})(?:\s*,\s*(?:${VALUE}))*\s*\]))(?=\s|$)`,
  'i',
)

const clauseOf = ([, question = '', alone, comparing, value = '']: RegExpExecArray): Clause | undefined => {
  if (alone) return { question, operator: alone.toLowerCase() === 'empty' ? 'empty' : 'notempty', values: [] }
  const operator = operators.find((known) => known === (SAME[comparing ?? ''] ?? comparing?.toLowerCase()))
  const isList = value.startsWith('[')
  if (!operator || isList !== (operator === 'anyof')) return undefined
  const values = [...(isList ? value.slice(1, -1) : value).matchAll(new RegExp(VALUE, 'gi'))].map(([one]) =>
    constantOf(one),
  )
  return { question, operator, values }
}

const SAME: Record<string, Operator> = { '==': '=', '!=': '<>' }

const constantOf = (text: string): ConditionValue => {
  if (/^['"]/.test(text)) return text.slice(1, -1).replaceAll("\\'", "'")
  return /^(?:true|false)$/i.test(text) ? text.toLowerCase() === 'true' : Number(text)
}

const printClause = ({ question, operator, values }: Clause): string => {
  const named = `{${question}} ${operator}`
  if (operator === 'empty' || operator === 'notempty') return named
  if (operator === 'anyof') return `${named} [${values.map(printValue).join(', ')}]`
  return `${named} ${printValue(values[0] ?? '')}`
}

const printValue = (value: ConditionValue): string =>
  typeof value === 'string' ? `'${value.replaceAll('\\', '').replaceAll("'", "\\'")}'` : String(value)
