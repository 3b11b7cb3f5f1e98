// What a questionnaire may say, object by object (written by web/build/vocabulary.ts), and which object is which.
import * as z from 'zod'

const PropertyFacts = z.object({
  type: z.enum(['text', 'number', 'boolean', 'condition', 'list', 'object', 'any']),
  /** What its items are: a class, or a kind of them that their `type` tells apart. */
  of: z.string().optional(),
  values: z.array(z.string()).optional(),
  default: z.union([z.string(), z.number(), z.boolean()]).optional(),
  /** By which it is told, where its name means something else elsewhere. */
  words: z.string().optional(),
})
export type PropertyFacts = z.infer<typeof PropertyFacts>

const Properties = z.record(z.string(), PropertyFacts)
export type Properties = z.infer<typeof Properties>

export const Vocabulary = z.object({
  /** The classes of a kind whose `type` says which. */
  kinds: z.object({ element: z.array(z.string()), validator: z.array(z.string()) }),
  classes: z.record(z.string(), Properties),
})
export type Vocabulary = z.infer<typeof Vocabulary>

const root: Properties = {
  definition: { type: 'object', of: 'survey' },
  info: { type: 'object', of: 'info' },
}

/** A step down a value: the key taken, and the `type` of the object it leads to, when that has one. */
export type Step = { readonly key: string; readonly type: string | undefined }

/** The properties that the object at the end of these steps may have; undefined where anything may stand. */
export const propertiesAt = (vocabulary: Vocabulary, steps: readonly Step[]): Properties | undefined => {
  let here: Properties | undefined = root
  let items: string | undefined
  for (const { key, type } of steps) {
    if (items !== undefined) {
      here = ofKind(vocabulary, items, type)
      items = undefined
      continue
    }
    const facts: PropertyFacts | undefined = here && Object.hasOwn(here, key) ? here[key] : undefined
    if (!facts?.of) return undefined
    if (facts.type === 'list') items = facts.of
    here = facts.type === 'list' ? undefined : ofKind(vocabulary, facts.of, type)
  }
  return here
}

const ofKind = ({ kinds, classes }: Vocabulary, of: string, name = ''): Properties => {
  if (of === 'element') {
    const types: PropertyFacts = { type: 'text', values: kinds.element }
    const common = name === 'panel' ? {} : classes.question
    return { type: types, ...common, ...(kinds.element.includes(name) ? classes[name] : {}) }
  }
  if (of === 'validator') {
    const types: PropertyFacts = {
      type: 'text',
      values: kinds.validator.map((it) => it.replace(/validator$/, '')),
    }
    return { type: types, ...classes[`${name}validator`] }
  }
  return classes[of] ?? {}
}
