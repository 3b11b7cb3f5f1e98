// What a reader of answers needs of a SurveyJS definition: titles and choices, in order. A light reading beside
// forms/definition.ts, which checks everything and carries zod: this one runs in pages that must stay small, on a
// definition that publication has already checked, and takes what it does not know for absent.

type Choices = ReadonlyMap<string, string>

/** A question, a column of a table, a field of a multiple text or of a repeated panel. */
export type Field = {
  readonly name: string
  readonly title: string
  readonly type: string
  readonly inputType: string
  /** The value is an amount, in cents. */
  readonly money: boolean
  /** Shown only under a condition, its own or that of what holds it. */
  readonly conditional: boolean
  /** What to say without an answer, where one is owed whatever the others are: conditions are not told here. */
  readonly required: string | undefined
  /** Shown and open whatever the answers are. */
  readonly always: boolean
  /** Of a matrix: each row owes an answer, whatever the others are. */
  readonly eachRow: boolean
  readonly choices: Choices
  /** The rows of a matrix, and the columns of a simple one. */
  readonly rows: Choices
  readonly columns: Choices
  readonly fields: readonly Field[]
  readonly expression: string
  readonly totalled: boolean
  readonly totalTitle: string
}

/** Questions that stand together: those of a panel under its title, those around it without one. */
export type Block = { readonly title: string; readonly fields: readonly Field[] }
export type SectionOutline = {
  readonly name: string
  readonly title: string
  readonly blocks: readonly Block[]
}

/** The sections of a definition: its pages, in order, with their questions. Anything but an object has none. */
export const outlineOf = (definition: unknown): SectionOutline[] =>
  listOf(definition, 'pages').map((page) => ({
    name: textOf(page.name),
    title: textOf(page.title) || textOf(page.name),
    blocks: blocksOf(listOf(page, 'elements'), { title: '', conditional: isConditional(page) }),
  }))

type Json = Readonly<Record<string, unknown>>
type Around = { readonly title: string; readonly conditional: boolean }

const blocksOf = (elements: readonly Json[], around: Around): Block[] => {
  const blocks: Block[] = []
  let fields: Field[] = []
  const close = () => {
    if (fields.length > 0) blocks.push({ title: around.title, fields })
    fields = []
  }
  for (const element of elements) {
    const conditional = around.conditional || isConditional(element)
    if (element.type === 'panel') {
      close()
      const title = textOf(element.title) || around.title
      blocks.push(...blocksOf(listOf(element, 'elements'), { title, conditional }))
    } else if (element.type !== 'html' && element.type !== 'image') fields.push(fieldOf(element, conditional))
  }
  close()
  return blocks
}

const fieldOf = (element: Json, conditional: boolean, parent: Json = {}): Field => {
  const type = textOf(element.type)
  const simple = type === 'matrix'
  const cells = listOf(element, 'columns').map((column) =>
    fieldOf({ ...column, type: cellTypeOf(column, element) }, isConditional(column), element),
  )
  const items = listOf(element, 'items').map((item) => fieldOf({ ...item, type: 'text' }, false))
  const inside = listOf(element, 'templateElements').flatMap((child) =>
    blocksOf([child], { title: '', conditional: false }).flatMap(({ fields }) => fields),
  )
  const own = choicesOf(element.choices)
  const always = !conditional && !isLocked(element)
  return {
    name: textOf(element.name),
    title: textOf(element.title) || textOf(element.name),
    type,
    inputType: textOf(element.inputType),
    money: element.money === true,
    conditional,
    required:
      element.isRequired === true && always && !element.requiredIf
        ? textOf(element.requiredErrorText) || OWED
        : undefined,
    always,
    eachRow: always && (element.eachRowRequired === true || element.isAllRowRequired === true),
    choices:
      type === 'boolean'
        ? yesNo(element)
        : own.size > 0
          ? withSpecial(own, element)
          : choicesOf(parent.choices),
    rows: choicesOf(element.rows),
    columns: simple ? choicesOf(element.columns) : new Map(),
    fields: simple ? [] : [...cells, ...items, ...inside],
    expression: textOf(element.expression),
    totalled: element.totalType === 'sum',
    totalTitle: textOf(element.totalText) || 'Total',
  }
}

/** What is said where an answer is owed, and the questionnaire says nothing else. */
export const OWED = 'Une réponse est attendue.'

const cellTypeOf = (column: Json, table: Json): string =>
  [textOf(column.cellType), textOf(table.cellType)].find((type) => type && type !== 'default') ?? 'dropdown'

const yesNo = (element: Json): Choices =>
  new Map([
    [String(element.valueTrue ?? true), textOf(element.labelTrue) || 'Oui'],
    [String(element.valueFalse ?? false), textOf(element.labelFalse) || 'Non'],
  ])

const withSpecial = (choices: Choices, element: Json): Choices =>
  new Map([
    ...choices,
    ['other', textOf(element.otherText) || choices.get('other') || 'Autre'],
    ['none', textOf(element.noneText) || choices.get('none') || 'Aucun'],
  ])

const choicesOf = (list: unknown): Choices =>
  new Map(
    (Array.isArray(list) ? list : []).map((choice: unknown) =>
      isObject(choice)
        ? [String(choice.value), textOf(choice.text) || String(choice.value)]
        : [String(choice), String(choice)],
    ),
  )

const isConditional = (element: Json): boolean => Boolean(element.visibleIf) || element.visible === false

const isLocked = (element: Json): boolean => Boolean(element.enableIf) || element.readOnly === true

/** A text of SurveyJS: plain, or by language. */
const textOf = (value: unknown): string => {
  if (typeof value === 'string') return value
  if (!isObject(value)) return ''
  return textOf(value.fr ?? value.default ?? Object.values(value)[0])
}

const listOf = (value: unknown, key: string): Json[] => {
  const list = isObject(value) ? value[key] : undefined
  return Array.isArray(list) ? list.filter(isObject) : []
}

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
