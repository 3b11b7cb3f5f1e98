// `node web/build/vocabulary.ts`, then `npm run format`: writes web/editor/json/vocabulary.json, what a questionnaire may
// say and where, for the completion of the JSON editor, which loads no SurveyJS. From survey-core's own metadata, but for
// what `unsupported` refuses; what form.json says comes from its schema. A test says when it is to be written again.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type JsonObjectProperty, Serializer } from 'survey-core'
import * as z from 'zod'
import { registerProperties } from '../../forms/custom-properties.ts'
import { FormInfo } from '../../forms/nouns/form.ts'
import { unsupported } from '../../forms/unsupported.ts'
import type { PropertyFacts, Vocabulary } from '../editor/json/vocabulary.ts'

const ELEMENTS =
  `text comment radiogroup dropdown checkbox tagbox boolean rating ranking matrix matrixdropdown
  matrixdynamic multipletext paneldynamic panel html image expression file slider imagepicker`.split(/\s+/)
const VALIDATORS = ['expression', 'numeric', 'text', 'regex', 'email', 'answercount']
/** The lists of elements, which SurveyJS's metadata does not tell to be lists of them. */
const HOLDING_ELEMENTS = new Set(['elements', 'templateElements'])

export const vocabularyNow = (): Vocabulary => {
  registerProperties(Serializer)
  const kinds = { element: ELEMENTS, validator: VALIDATORS.map((name) => `${name}validator`) }
  const names = new Set(['survey', ...kinds.element, ...kinds.validator])
  const classes: Vocabulary['classes'] = {}
  for (const name of names) {
    const properties: Record<string, PropertyFacts> = {}
    for (const property of Serializer.getProperties(name)) {
      if (
        property.isSerializable === false ||
        property.isLocalizable === undefined ||
        isRefused(property.name)
      )
        continue
      properties[property.name] = factsOf(property)
      if (property.className) names.add(property.className)
    }
    classes[name] = properties
  }
  return { kinds, classes: { ...shared(classes), ...infoClasses() } }
}

const factsOf = (property: JsonObjectProperty): PropertyFacts => {
  const { name, type, className, classNamePart, defaultValue } = property
  const list = HOLDING_ELEMENTS.has(name)
    ? 'element'
    : classNamePart === 'validator'
      ? 'validator'
      : className
  const values = property.hasChoices ? valuesOf(property) : []
  const simple = ['string', 'number', 'boolean'].includes(typeof defaultValue) && defaultValue !== ''
  return {
    type: list ? 'list' : (types[type] ?? (values.length > 0 ? 'text' : 'any')),
    ...(list ? { of: list } : {}),
    ...(values.length > 0 ? { values } : {}),
    ...(simple ? { default: defaultValue } : {}),
  }
}

const types: Record<string, PropertyFacts['type']> = {
  boolean: 'boolean',
  switch: 'boolean',
  number: 'number',
  string: 'text',
  text: 'text',
  html: 'text',
  condition: 'condition',
  expression: 'condition',
}

const valuesOf = ({ name, choices }: JsonObjectProperty): string[] =>
  [...choices]
    .map((choice: unknown) =>
      typeof choice === 'object' && choice !== null && 'value' in choice ? choice.value : choice,
    )
    .filter((value) => typeof value === 'string' && value !== '')
    .map(String)
    .filter((value) => unsupported({ [name]: value }).length === 0)

const isRefused = (name: string): boolean =>
  ['navigateToUrl', 'navigateToUrlOnCondition'].includes(name) ||
  unsupported({ [name]: 'x' }).some(({ detail }) => detail.startsWith(`« ${name} »`))

/** What all elements have stands once. */
const shared = (classes: Vocabulary['classes']): Vocabulary['classes'] => {
  const questions = ELEMENTS.filter((name) => name !== 'panel').map((name) => classes[name] ?? {})
  const [first = {}] = questions
  const common = Object.fromEntries(
    Object.entries(first).filter(([name, facts]) =>
      questions.every((own) => JSON.stringify(own[name]) === JSON.stringify(facts)),
    ),
  )
  const own = ([name, properties]: [string, Record<string, PropertyFacts>]) => [
    name,
    ELEMENTS.includes(name) && name !== 'panel'
      ? Object.fromEntries(Object.entries(properties).filter(([key]) => !Object.hasOwn(common, key)))
      : properties,
  ]
  return { question: common, ...Object.fromEntries(Object.entries(classes).map(own)) }
}

type Schema = z.core.JSONSchema.BaseSchema

/** Some of their names mean something else elsewhere. */
const RULES = 'info.coherence'

const wordsUnder = (name: string): string => {
  if (/\.(?:left|right|when)$/.test(name)) return 'operand'
  return name.endsWith('.floor') ? 'floor' : 'coherence'
}

/** What form.json may say, one class an object: `info`, `info.sections`… */
const infoClasses = (): Vocabulary['classes'] => {
  const classes: Vocabulary['classes'] = {}
  const take = (name: string, schema: Schema): void => {
    classes[name] = Object.fromEntries(
      Object.entries(schema.properties ?? {}).flatMap(([key, value]) => {
        if (typeof value !== 'object') return []
        const inner = objectIn(value)
        if (inner) take(`${name}.${key}`, inner)
        const facts = infoFacts(value, inner ? `${name}.${key}` : undefined)
        return [[key, name.startsWith(RULES) ? { ...facts, words: `${wordsUnder(name)}.${key}` } : facts]]
      }),
    )
  }
  take('info', z.toJSONSchema(FormInfo, { io: 'input', unrepresentable: 'any' }))
  return classes
}

const objectIn = (schema: Schema): Schema | undefined => {
  if (schema.properties) return schema
  const alternatives = alternativesOf(schema).flatMap((one): Schema[] => {
    const inner = objectIn(one)
    return inner ? [inner] : []
  })
  if (alternatives.length > 0) return { properties: propertiesOf(alternatives) }
  return typeof schema.items === 'object' && !Array.isArray(schema.items) ? objectIn(schema.items) : undefined
}

const alternativesOf = ({ anyOf = [], oneOf = [] }: Schema): Schema[] =>
  [...anyOf, ...oneOf].flatMap((one) => (typeof one === 'object' ? [one] : []))

/** What an object may have that is one of several: what tells them apart has the values of all. */
const propertiesOf = (alternatives: readonly Schema[]): NonNullable<Schema['properties']> => {
  const all: NonNullable<Schema['properties']> = {}
  for (const [key, value] of alternatives.flatMap(({ properties = {} }) => Object.entries(properties))) {
    const known = all[key]
    const one = typeof value === 'object' && typeof value.const === 'string' ? value.const : undefined
    const others = typeof known === 'object' ? (known.enum ?? []) : []
    all[key] = one === undefined ? (known ?? value) : { type: 'string', enum: [...others, one] }
  }
  return all
}

const infoFacts = (schema: Schema, of: string | undefined): PropertyFacts => {
  const named: PropertyFacts['type'] | undefined = {
    string: 'text' as const,
    number: 'number' as const,
    integer: 'number' as const,
    boolean: 'boolean' as const,
    array: 'list' as const,
    object: 'object' as const,
  }[String(schema.type)]
  const values = (schema.enum ?? []).filter((value) => typeof value === 'string')
  return {
    type: named ?? (of ? 'object' : 'any'),
    ...(of ? { of } : {}),
    ...(values.length > 0 ? { values } : {}),
    ...(typeof schema.default === 'boolean' ? { default: schema.default } : {}),
  }
}

export const VOCABULARY_FILE = join(import.meta.dirname, '../editor/json/vocabulary.json')

if (import.meta.main) writeFileSync(VOCABULARY_FILE, `${JSON.stringify(vocabularyNow())}\n`)
