// The line of totals under a table: SurveyJS has it where a column is totalled, people ask for it at the table.
import type { Content } from '../editing-wire.ts'
import { cellTypeOf } from './cell-type.ts'
import type { Edit } from './edit.ts'
import { listAt, objectAt } from './items.ts'
import { isObject, type JsonObject } from './json-pointer.ts'
import { setProperties } from './set-property.ts'

const TITLE = 'Total'

/** Whether a column is of numbers, which can be summed: typed ones, or calculated by a formula without texts. */
export const isCounted = (column: JsonObject, table: JsonObject | undefined): boolean => {
  const type = cellTypeOf(column, table)
  if (type === 'text') return column.inputType === 'number'
  const { expression } = column
  return type === 'expression' && typeof expression === 'string' && /^[^'"]+$/.test(expression)
}

export const isTotalled = ({ totalType, totalExpression }: JsonObject): boolean =>
  (typeof totalType === 'string' && totalType !== 'none') || Boolean(totalExpression)

/** Whether a table has a line of totals, or has been given a title for one and has no numbers yet. */
export const hasTotalLine = (table: JsonObject): boolean => {
  const columns = Array.isArray(table.columns) ? table.columns.filter(isObject) : []
  if (columns.some(isTotalled)) return true
  return table.totalText !== undefined && !columns.some((column) => isCounted(column, table))
}

/** Adds the line, which sums every column of numbers; or takes it out, whatever it says. */
export const setTotalLine = (content: Content, pointer: string, isOn: boolean): Edit => {
  const table = objectAt(content, pointer)
  const label = isOn ? 'Ajouter une ligne de total' : 'Retirer la ligne de total'
  const columns = listAt(content, `${pointer}/columns`).flatMap((column, i) => {
    if (!isObject(column) || (isOn && (isTotalled(column) || !isCounted(column, table)))) return []
    const wanted = isOn
      ? ([['totalType', 'sum']] as const)
      : (['totalType', 'totalExpression'] as const).map((key) => [key, undefined] as const)
    return setProperties(content, `${pointer}/columns/${i}`, wanted, label).patch
  })
  const title = isOn ? (table.totalText ?? TITLE) : undefined
  return {
    label,
    patch: [...columns, ...setProperties(content, pointer, [['totalText', title]], label).patch],
  }
}
