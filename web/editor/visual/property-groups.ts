// What the properties of an object are shown as: the common ones first, what conditions it, its lists, the rest, and
// what has no field here and is kept as it is.
import { cellTypeOf } from '../../../forms/editing/cell-type.ts'
import type { JsonObject } from '../../../forms/editing/json-pointer.ts'
import type { Properties, PropertyFacts, Vocabulary } from '../json/vocabulary.ts'
import { entryKinds, FOLLOWED_VALUES, isFollowed } from './followed.ts'

export type Shape = {
  readonly facts: Properties
  readonly main: readonly string[]
  readonly lists: readonly string[]
  readonly conditions: readonly string[]
  readonly rest: readonly string[]
  /** Said by the JSON and edited there alone. */
  readonly kept: readonly string[]
}

/** What an object is, by where it stands: `columns` of a simple matrix are entries, those of a table are columns. */
export type Nature = 'page' | 'element' | 'column' | 'item' | 'entry'

export const natureAt = (pointer: string, around: JsonObject | undefined): Nature => {
  const list = pointer.split('/').at(-2)
  if (list === 'pages') return 'page'
  if (list === 'elements' || list === 'templateElements') return 'element'
  if (list === 'items') return 'item'
  return list === 'columns' && around?.type !== 'matrix' ? 'column' : 'entry'
}

export const shapeOf = (
  vocabulary: Vocabulary,
  json: JsonObject,
  nature: Nature,
  around?: JsonObject,
): Shape => {
  const facts = factsOf(vocabulary, json, nature, around)
  const fits = (key: string) => {
    if (Object.hasOwn(json, key)) return true
    if (key === 'requiredErrorText') return json.isRequired === true || json.requiredIf !== undefined
    if (json.type === 'slider' && json.sliderType !== 'range') return !/RangeLength$/.test(key)
    return !Object.hasOwn(facts, 'inputType') || fitsInput(typeOf(json.inputType), key)
  }
  const known = (keys: readonly string[]) => keys.filter((key) => Object.hasOwn(facts, key) && fits(key))
  const main = known([
    ...(MAIN[nature === 'element' ? typeOf(json.type) : nature] ?? MAIN.other ?? []),
    ...cellMain(json, nature, around),
  ])
  const conditions = known(CONDITIONS)
  const lists = known(LISTS).filter(
    (key) =>
      facts[key]?.type === 'list' && !(key === 'choices' && json.type?.toString().startsWith('matrix')),
  )
  const shown = new Set([...main, ...conditions, ...lists, ...OUTSIDE, ...withList(json, nature, around)])
  const rest = Object.keys(facts).filter(
    (key) => !shown.has(key) && isSimple(facts[key]) && !SETTLED.includes(key) && fits(key),
  )
  const edited = new Set([...shown, ...rest, ...SETTLED])
  return { facts, main, lists, conditions, rest, kept: Object.keys(json).filter((key) => !edited.has(key)) }
}

export const CONDITIONS = ['visibleIf', 'enableIf', 'requiredIf']
const LISTS = ['choices', 'columns', 'rows', 'items', 'rateValues', 'customLabels', 'validators']
/** Shown elsewhere: in the outline, or above the groups. */
const OUTSIDE = ['name', 'type', 'elements', 'templateElements', 'value']
/** Shown with the list of columns; of a column that is typed in, by the one choice of what goes in its cells. */
const withList = (json: JsonObject, nature: Nature, around: JsonObject | undefined): string[] => {
  if (nature === 'column') return cellTypeOf(json, around) === 'text' ? ['inputType', 'money'] : []
  const isTable = nature === 'element' && /^matrixd/.test(typeOf(json.type))
  return isTable ? ['cellType', 'totalText'] : []
}
/** Nobody’s to choose: the checks say how they must be. */
const SETTLED = ['storeDataAsText', 'waitForUpload']

const BOUNDS = new Set(['min', 'max', 'minErrorText', 'maxErrorText'])
const NUMBERS = new Set(['number', 'range'])
const BOUNDED = new Set([...NUMBERS, 'date', 'datetime-local', 'month', 'week', 'time'])

/** Whether a property says something of what is typed: a text has no bounds, a number no length. */
const fitsInput = (inputType: string, key: string): boolean => {
  if (BOUNDS.has(key)) return BOUNDED.has(inputType)
  if (key === 'step' || key === 'money') return NUMBERS.has(inputType)
  if (key === 'placeholder') return !BOUNDED.has(inputType)
  if (key === 'autocomplete') return !NUMBERS.has(inputType)
  return key !== 'maxLength' || !BOUNDED.has(inputType)
}

const isSimple = (facts: PropertyFacts | undefined): boolean =>
  facts !== undefined && ['text', 'number', 'boolean', 'condition'].includes(facts.type)

const typeOf = (type: JsonObject[string] | undefined): string => (typeof type === 'string' ? type : '')

/** What may be said of an object, as far as our pages follow it. */
const factsOf = (
  vocabulary: Vocabulary,
  json: JsonObject,
  nature: Nature,
  around: JsonObject | undefined,
): Properties => {
  const kinds = kindsOf(json, nature, around)
  return Object.fromEntries(
    Object.entries(allFactsOf(vocabulary, json, nature, around))
      .filter(([key]) => isFollowed(key, kinds))
      .map(([key, facts]) => {
        const values = FOLLOWED_VALUES[key]
        return [key, values ? { ...facts, values: [...values] } : facts]
      }),
  )
}

const kindsOf = (json: JsonObject, nature: Nature, around: JsonObject | undefined): readonly string[] => {
  if (nature === 'entry') return entryKinds(typeOf(around?.type))
  if (nature !== 'column') return [nature, typeOf(json.type)]
  const cell = cellTypeOf(json, around)
  return ['column', `column ${cell}`, cell]
}

const allFactsOf = (
  { classes }: Vocabulary,
  json: JsonObject,
  nature: Nature,
  around: JsonObject | undefined,
): Properties => {
  if (nature === 'page') return classes.page ?? {}
  if (nature === 'item') return { ...classes.multipletextitem, min: { type: 'text' }, max: { type: 'text' } }
  if (nature === 'entry') return classes[ENTRIES[typeOf(around?.type)] ?? 'choiceitem'] ?? {}
  if (nature === 'column') {
    const cell = classes[cellTypeOf(json, around)] ?? {}
    return {
      ...only(cell, CELL),
      ...classes.matrixdropdowncolumn,
      cellType: { type: 'text' },
    }
  }
  const type = typeOf(json.type)
  if (type === 'panel') return classes.panel ?? {}
  return { ...classes.question, ...classes[type] }
}

/** What a cell may say of what is put in it. */
const CELL =
  `inputType money min max step maxLength minErrorText maxErrorText placeholder choices showOtherItem
  otherText showNoneItem noneText minSelectedChoices maxSelectedChoices expression precision rateMin rateMax
  labelTrue labelFalse valueTrue valueFalse`.split(/\s+/)

const only = (properties: Properties, keys: readonly string[]): Properties =>
  Object.fromEntries(Object.entries(properties).filter(([key]) => keys.includes(key)))

/** What the choices of a type are, where they say more than others. */
const ENTRIES: Record<string, string> = { checkbox: 'checkboxitem', imagepicker: 'imageitemvalue' }

const cellMain = (json: JsonObject, nature: Nature, around: JsonObject | undefined): string[] =>
  nature === 'column' ? [...(CELL_MAIN[cellTypeOf(json, around)] ?? []), 'totalType'] : []

const NUMBER = ['inputType', 'money', 'min', 'max', 'step', 'maxLength']
const CELL_MAIN: Record<string, string[]> = {
  text: ['min', 'max', 'step', 'maxLength'],
  comment: ['maxLength'],
  checkbox: ['minSelectedChoices', 'maxSelectedChoices'],
  expression: ['expression', 'money', 'precision'],
  rating: ['rateMin', 'rateMax'],
  boolean: ['labelTrue', 'labelFalse'],
}

const TITLED = ['title', 'description']
const ASKED = [...TITLED, 'isRequired', 'requiredErrorText']
const LISTED = [...ASKED, 'showOtherItem', 'showNoneItem']
const MAIN: Record<string, string[]> = {
  other: ASKED,
  page: TITLED,
  panel: TITLED,
  column: ['title', 'cellType', 'isRequired', 'requiredErrorText'],
  item: ['title', 'isRequired', 'inputType', 'maxLength', 'min', 'max'],
  entry: ['text', 'imageLink', 'isExclusive'],
  text: [...ASKED, ...NUMBER, 'minErrorText', 'maxErrorText'],
  comment: [...ASKED, 'maxLength', 'rows'],
  radiogroup: LISTED,
  dropdown: LISTED,
  checkbox: [...LISTED, 'minSelectedChoices', 'maxSelectedChoices'],
  tagbox: [...LISTED, 'minSelectedChoices', 'maxSelectedChoices'],
  boolean: [...ASKED, 'labelTrue', 'labelFalse'],
  rating: [...ASKED, 'rateMin', 'rateMax', 'minRateDescription', 'maxRateDescription'],
  imagepicker: [...ASKED, 'multiSelect'],
  slider: [...ASKED, 'sliderType', 'min', 'max', 'step'],
  matrix: [...ASKED, 'eachRowRequired'],
  matrixdropdown: ASKED,
  matrixdynamic: [...ASKED, 'rowCount', 'minRowCount', 'maxRowCount', 'addRowText', 'removeRowText'],
  paneldynamic: [
    ...ASKED,
    'templateTitle',
    'panelCount',
    'minPanelCount',
    'maxPanelCount',
    'addPanelText',
    'removePanelText',
  ],
  expression: [...TITLED, 'expression', 'money', 'precision', 'format'],
  html: ['html'],
  image: ['imageLink', 'altText'],
  file: [...ASKED, 'allowMultiple', 'maxFiles', 'acceptedTypes', 'maxSize'],
}
