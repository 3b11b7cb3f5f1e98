import type { Json, JsonObject } from './json-pointer.ts'

/** The type of the cells of a column: its own, or that of its table. */
export const cellTypeOf = (column: JsonObject, around: JsonObject | undefined): string => {
  const own = said(column.cellType)
  if (own !== '' && own !== 'default') return own
  const shared = said(around?.cellType)
  return shared !== '' && shared !== 'default' ? shared : 'dropdown'
}

const said = (type: Json | undefined): string => (typeof type === 'string' ? type : '')
