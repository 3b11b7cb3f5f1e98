import type { Json, JsonObject } from '../../../forms/editing/json-pointer.ts'
import type { PropertyFacts } from '../json/vocabulary.ts'
import type { Board } from './board.ts'
import { calculationHint } from './calculation-hint.ts'
import { propertyWords } from './property-words.ts'

export type FieldProps = {
  readonly board: Board
  readonly pointer: string
  readonly json: JsonObject
  readonly property: string
  readonly facts: PropertyFacts
  /** Tells apart the fields of several things shown together. */
  readonly place?: string
  /** What it is called, when not as the property is. */
  readonly label?: string
}

/** The name of the field of a property, unlike any other of the page. */
export const fieldName = ({ place = '', property }: Pick<FieldProps, 'place' | 'property'>): string =>
  `plan-${place}${property}`

/** The words of a field; a calculation has an example that can be copied where it stands. */
export const fieldWords = ({ board, pointer, property, label }: FieldProps) => {
  const words = propertyWords(property)
  if (label !== undefined) return { label }
  return property === 'expression' ? { ...words, hint: calculationHint(board.content, pointer) } : words
}

/** Said of the step when it is undone, and the same for as long as one types in one field. */
export const labelOf = (property: string, { name, value }: { name?: Json; value?: Json }): string => {
  const called = typeof name === 'string' ? name : String(value ?? '')
  return `Modifier « ${propertyWords(property).label} »${called ? ` de « ${called} »` : ''}`
}
