import { cellKindOf } from '../../../forms/editing/cell-kinds.ts'
import { objectAt } from '../../../forms/editing/items.ts'
import { isObject, type Json } from '../../../forms/editing/json-pointer.ts'
import type { Content } from '../../../forms/editing-wire.ts'

/** An example of a calculation, in the names that hold where it stands: of the columns beside it, or of questions. */
export const calculationHint = (content: Content, pointer: string): string => {
  const [, table] = /^(.*)\/columns\/\d+$/.exec(pointer) ?? []
  if (table === undefined) return exampleOf('', ['filles', 'garcons'])
  const json = objectAt(content, table)
  const names = columnsOf(json.columns)
    .filter((column) => ['number', 'money'].includes(cellKindOf(column, json)))
    .flatMap(({ name }) => (typeof name === 'string' ? [name] : []))
  return exampleOf('row.', names.length > 1 ? names : ['filles', 'garcons'])
}

const exampleOf = (prefix: string, names: readonly string[]): string =>
  `Par exemple : ${names
    .slice(0, 3)
    .map((name) => `{${prefix}${name}}`)
    .join(' + ')}`

const columnsOf = (json: Json | undefined) => (Array.isArray(json) ? json.filter(isObject) : [])
