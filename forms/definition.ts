// What we read of a SurveyJS definition, as one list of questions with everything around them. Anything else a
// definition says is refused by `unsupported` when it would change answers, and ignored when it is only looks.
import * as z from 'zod'
import type { FormVersion } from './nouns/form.ts'
import { unsupported } from './unsupported.ts'

/** A text as SurveyJS writes it: plain, or by language. */
const Text = z
  .union([z.string(), z.record(z.string(), z.string())])
  .transform((text) =>
    typeof text === 'string' ? text : (text.fr ?? text.default ?? Object.values(text)[0] ?? ''),
  )
const Scalar = z.union([z.string(), z.number(), z.boolean()])
export type Scalar = z.infer<typeof Scalar>

/** A choice, a row or a column of a simple matrix: bare, or with a text and a condition. */
export const Choice = z.union([
  Scalar.transform((value) => ({ value, text: String(value), visibleIf: undefined })),
  z
    .object({ value: Scalar, text: Text.optional(), visibleIf: z.string().optional() })
    .transform(({ value, text, visibleIf }) => ({ value, text: text ?? String(value), visibleIf })),
])
export type Choice = z.infer<typeof Choice>

const Validator = z.object({
  type: z.enum(['expression', 'numeric', 'text', 'regex', 'email', 'answercount']),
  text: Text.optional(),
  notificationType: z.enum(['error', 'warning', 'info']).default('error'),
  expression: z.string().optional(),
  regex: z.string().optional(),
  caseInsensitive: z.boolean().default(false),
  allowDigits: z.boolean().default(true),
  minValue: z.number().optional(),
  maxValue: z.number().optional(),
  minLength: z.number().default(0),
  maxLength: z.number().default(0),
  minCount: z.number().default(0),
  maxCount: z.number().default(0),
})
export type Validator = z.infer<typeof Validator>

const condition = z.string().optional()
const Gate = z.object({
  visible: z.boolean().default(true),
  visibleIf: condition,
  enableIf: condition,
  readOnly: z.boolean().default(false),
})
/** What can hide or disable all that is inside it: a page, a panel, or the question itself. */
type Gate = z.infer<typeof Gate>

export const Props = Gate.extend({
  name: z.string().default(''),
  title: Text.optional(),
  description: Text.optional(),
  isRequired: z.boolean().default(false),
  requiredIf: condition,
  requiredErrorText: Text.optional(),
  validators: z.array(Validator).default([]),
  inputType: z
    .enum(['text', 'number', 'email', 'tel', 'date', 'month', 'url', 'time', 'datetime-local'])
    .default('text'),
  min: z.union([z.number(), z.string()]).optional(),
  max: z.union([z.number(), z.string()]).optional(),
  step: z.number().optional(),
  /** Ours, not SurveyJS's: the number is integer cents (custom-properties.ts). */
  money: z.boolean().default(false),
  minErrorText: Text.optional(),
  maxErrorText: Text.optional(),
  maxLength: z.number().default(-1),
  choices: z.array(Choice).default([]),
  choicesMin: z.number().default(0),
  choicesMax: z.number().default(0),
  choicesStep: z.number().default(1),
  choicesVisibleIf: condition,
  showOtherItem: z.boolean().default(false),
  showNoneItem: z.boolean().default(false),
  showRefuseItem: z.boolean().default(false),
  showDontKnowItem: z.boolean().default(false),
  showCommentArea: z.boolean().default(false),
  otherErrorText: Text.optional(),
  minSelectedChoices: z.number().default(0),
  maxSelectedChoices: z.number().default(0),
  /** Of a choice of images: several may be chosen. */
  multiSelect: z.boolean().default(false),
  sliderType: z.enum(['single', 'range']).default('single'),
  /** The least and the most between the two numbers of a slider. */
  minRangeLength: z.number().optional(),
  maxRangeLength: z.number().optional(),
  valueTrue: Scalar.default(true),
  valueFalse: Scalar.default(false),
  rateValues: z.array(Choice).default([]),
  rateMin: z.number().default(1),
  rateMax: z.number().default(5),
  rateStep: z.number().default(1),
  rateCount: z.number().optional(),
  cellType: z.string().default('default'),
  rows: z.array(Choice).catch([]).default([]),
  rowsVisibleIf: condition,
  eachRowRequired: z.boolean().default(false),
  eachRowUnique: z.boolean().default(false),
  isUnique: z.boolean().default(false),
  keyName: z.string().default(''),
  keyDuplicationError: Text.optional(),
  minRowCount: z.number().default(0),
  maxRowCount: z.number().default(100),
  minPanelCount: z.number().default(0),
  maxPanelCount: z.number().default(100),
  allowMultiple: z.boolean().default(false),
  maxFiles: z.number().default(1),
  acceptedTypes: z.string().default(''),
  totalType: z.enum(['none', 'sum', 'count', 'min', 'max', 'avg']).default('none'),
  totalExpression: condition,
  expression: condition,
  precision: z.number().default(-1),
  defaultValue: z.json().optional(),
})

const Element = Props.extend({
  type: z.string().default('panel'),
  columns: z.array(z.json()).default([]),
  items: z.array(Props).default([]),
  get elements() {
    return z.array(Element).default([])
  },
  get templateElements() {
    return z.array(Element).default([])
  },
})
type Element = z.infer<typeof Element>

export const Definition = z.object({
  pages: z.array(Element).default([]),
  elements: z.array(Element).default([]),
  calculatedValues: z
    .array(
      z.object({ name: z.string(), expression: z.string(), includeIntoResult: z.boolean().default(false) }),
    )
    .default([]),
  maxTextLength: z.number().default(0),
  maxCommentLength: z.number().default(0),
})

/** A question, a column of a table, a field of a multiple text: whatever holds a value. */
export type Question = Omit<z.infer<typeof Props>, 'title' | 'rows'> & {
  type: string
  title: string
  page: string
  /** Of the text beside a choice; 0 for none said. */
  maxCommentLength: number
  /** What stands around it, page first, and can hide or disable it; its own conditions are its own members. */
  gates: readonly Gate[]
  /** Of a matrix. */
  rows: readonly Choice[]
  /** The columns of a simple matrix. */
  columns: readonly Choice[]
  /** The columns of a table, the questions of a dynamic panel, the fields of a multiple text. */
  fields: readonly Question[]
}

export type Form = {
  pages: readonly string[]
  questions: readonly Question[]
  calculated: z.infer<typeof Definition>['calculatedValues']
}

const known = new WeakMap<object, Form>()

/**
 * The questions of a version's definition, in order, read once a version. Throws an Error that lists every
 * fault when the definition holds what we cannot check (`unsupported`), or is no SurveyJS definition.
 */
export const readDefinition = ({ definition }: Pick<FormVersion, 'definition'>): Form => {
  const read = known.get(definition)
  if (read) return read
  const faults = unsupported(definition)
  if (faults.length > 0)
    throw new Error(faults.map(({ pointer, detail }) => `${pointer}: ${detail}`).join('\n'))
  const { pages, elements, calculatedValues, ...limits } = Definition.parse(definition)
  const all = pages.length > 0 ? pages : [{ ...Element.parse({}), name: 'page1', elements }]
  const form = {
    pages: all.map(({ name }) => name),
    questions: all.flatMap((page) =>
      inside(page.elements, { page: page.name, gates: around(page, []), limits }),
    ),
    calculated: calculatedValues,
  }
  known.set(definition, form)
  return form
}

type Place = {
  page: string
  gates: readonly Gate[]
  limits: { maxTextLength: number; maxCommentLength: number }
}

const inside = (elements: readonly Element[], place: Place): Question[] =>
  elements.flatMap((element) => {
    if (element.type === 'html' || element.type === 'image') return []
    if (element.type !== 'panel') return [questionOf(element, place)]
    return inside(element.elements, { ...place, gates: around(element, place.gates) })
  })

const questionOf = (element: Element, place: Place): Question => {
  const { columns, items, elements: _, templateElements, ...props } = element
  const gates = { ...place, gates: [] }
  const column = (json: z.core.util.JSONType): Question => {
    const own = Props.parse(json)
    const type = [own.cellType, props.cellType, 'dropdown'].find((name) => name !== 'default') ?? 'dropdown'
    return leaf({ ...own, type, choices: own.choices.length > 0 ? own.choices : props.choices }, gates)
  }
  if (props.type === 'matrix') {
    return { ...leaf(props, place), columns: columns.map((json) => Choice.parse(json)) }
  }
  const fields = [
    ...items.map((item) => leaf({ ...item, type: 'text' }, gates)),
    ...columns.map(column),
    ...inside(templateElements, gates),
  ]
  return { ...leaf(props, place), fields }
}

type Leaf = z.infer<typeof Props> & { type: string }

const leaf = (props: Leaf, { page, gates, limits }: Place): Question => {
  return {
    ...props,
    ...(props.type === 'slider' ? sliderOf(props) : {}),
    title: props.title || props.name,
    maxLength: props.maxLength < 0 ? limits.maxTextLength : props.maxLength,
    maxCommentLength: limits.maxCommentLength,
    page,
    gates,
    columns: [],
    fields: [],
  }
}

/** A slider is a number with bounds and a step, said or not. */
const sliderOf = ({ min = 0, max = 100, step = 1 }: Leaf) => ({
  inputType: 'number' as const,
  min,
  max,
  step,
})

/** The gates with one more, unless that one is always open. */
const around = (gate: Gate, gates: readonly Gate[]): readonly Gate[] =>
  gate.visible && !gate.visibleIf && !gate.enableIf && !gate.readOnly ? gates : [...gates, gate]
