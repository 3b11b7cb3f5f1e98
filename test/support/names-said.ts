// What each name said in a questionnaire leads to, read as SurveyJS reads names, apart from the code that follows them
// while a questionnaire is edited. Everything with a name has an `x-id`, which does not change.
import { isObject, type Json, type JsonObject } from '../../forms/editing/json-pointer.ts'
import type { Content } from '../../forms/editing-wire.ts'

/** What can be named: its `x-id` does not change, what is in it can be named through it. */
export type Thing = {
  readonly id: string
  readonly name: string
  readonly kind: 'one' | 'block' | 'table' | 'texts'
  readonly inside: readonly Thing[]
}
export type Scope = { readonly panel?: Thing; readonly row?: Thing }

export const objectsIn = (list: Json | undefined): JsonObject[] =>
  Array.isArray(list) ? list.filter(isObject) : []

const thingsIn = (list: Json | undefined): Thing[] =>
  objectsIn(list).flatMap((json): Thing[] => {
    if (json.type === 'panel') return thingsIn(json.elements)
    const own = { id: String(json['x-id']), name: String(json.name) }
    if (json.type === 'paneldynamic')
      return [{ ...own, kind: 'block', inside: thingsIn(json.templateElements) }]
    if (json.columns) return [{ ...own, kind: 'table', inside: thingsIn(json.columns) }]
    return [{ ...own, kind: json.items ? 'texts' : 'one', inside: thingsIn(json.items) }]
  })

export const thingsOf = ({ definition }: Content): Thing[] => [
  ...objectsIn(definition.pages).flatMap(({ elements }) => thingsIn(elements)),
  ...thingsIn(definition.calculatedValues),
]

/** What a path leads to, outermost first; nothing when it leads nowhere. */
const followed = (path: string, things: readonly Thing[]): string[] => {
  const found = things
    .filter(
      ({ name }) =>
        path.toLowerCase().startsWith(name.toLowerCase()) &&
        /^(?:-Comment|-total)?(?:$|[.[])/i.test(path.slice(name.length)),
    )
    .toSorted((a, b) => b.name.length - a.name.length)[0]
  if (!found) return []
  const rest = path.slice(found.name.length)
  const within = {
    block: /^(?:\[-?\d+\]|\.\d+)\./,
    table: /^(?:\[-?\d+\]|\.\w+|-total)\./,
    texts: /^\./,
    one: /^$/,
  }
  const [head] = within[found.kind].exec(rest) ?? []
  if (!head) return [found.id]
  const deeper = followed(rest.slice(head.length), found.inside)
  return deeper.length === 0 ? [] : [found.id, ...deeper]
}

const ledFrom = (ref: string, things: readonly Thing[], scope: Scope): string[] => {
  const path = ref.replace(/^#/, '')
  const [beside = '', kind = ''] = /^(?:prev|next)?(panel|row)\./i.exec(path) ?? []
  if (!beside) return followed(path, things)
  const line = kind.toLowerCase() === 'panel' ? scope.panel : scope.row
  const deeper = line ? followed(path.slice(beside.length), line.inside) : []
  return line && deeper.length > 0 ? [line.id, ...deeper] : []
}

/** A place that names something: by what it is of and where it is said, what it leads to, and its pointer. */
export type Ref = {
  readonly site: string
  readonly led: readonly string[]
  readonly pointer: string
  readonly said: string
}

const IN_ARRAY = /InArray\(\{([^}]*)\}, '([^']*)'(?:, \{([^}]*)\} notempty)?\)/g
const NAMES = ['choicesFromQuestion', 'setToName']

const inText = (said: string, key: string, things: readonly Thing[], scope: Scope): string[][] => {
  if (NAMES.includes(key)) return [things.filter(({ name }) => name === said).map(({ id }) => id)]
  const lists = [...said.matchAll(IN_ARRAY)].flatMap(([, list = '', ...fields]) => {
    const owner = ledFrom(list, things, scope)
    const inside = thingWith(things, owner.at(-1) ?? '')?.inside ?? []
    const named = fields.flatMap((field) => (field === undefined ? [] : [field]))
    return [
      owner,
      ...named.map((field, i) => {
        const found = inside.find(({ name }) => name === field)
        if (found) return [...owner, found.id]
        // In the condition of a line, what is no field of it is a question.
        return i === 1 && owner.length > 0 ? ledFrom(field, things, scope) : []
      }),
    ]
  })
  const rest = said.replaceAll(IN_ARRAY, '').replaceAll(/'[^']*'/g, '')
  return [...lists, ...[...rest.matchAll(/\{([^{}]*)\}/g)].map(([, ref = '']) => ledFrom(ref, things, scope))]
}

export const thingWith = (things: readonly Thing[], id: string): Thing | undefined => {
  for (const thing of things) {
    const found = thing.id === id ? thing : thingWith(thing.inside, id)
    if (found) return found
  }
  return undefined
}

/** In what lines a text under a property of a thing is read. */
const scopeUnder = (thing: Thing | undefined, key: string): Scope => ({
  ...(thing?.kind === 'block' && key.startsWith('template') ? { panel: thing } : {}),
  ...(thing?.kind === 'table' && key === 'columns' ? { row: thing } : {}),
})

/** Every name said in a content. */
export const refsOf = (content: Content): Ref[] => {
  const things = thingsOf(content)
  const refs: Ref[] = []
  type At = { host: string; path: string; pointer: string; key: string; scope: Scope }
  const visitObject = (json: JsonObject, at: At): void => {
    const id = json['x-id']
    const own = typeof id === 'string' ? { ...at, host: id, path: '' } : at
    const thing = typeof id === 'string' ? thingWith(things, id) : undefined
    for (const [key, value] of Object.entries(json)) {
      if (['name', 'type', 'x-id'].includes(key)) continue
      const scope = { ...own.scope, ...scopeUnder(thing, key) }
      visit(value, { ...own, path: `${own.path}/${key}`, pointer: `${own.pointer}/${key}`, key, scope })
    }
  }
  const visit = (json: Json, at: At): void => {
    if (typeof json === 'string')
      for (const [i, led] of inText(json, at.key, things, at.scope).entries())
        refs.push({ site: `${at.host} ${at.path} ${i}`, led, pointer: at.pointer, said: json })
    else if (Array.isArray(json))
      for (const [i, one] of json.entries())
        visit(one, { ...at, path: `${at.path}/${i}`, pointer: `${at.pointer}/${i}` })
    else if (isObject(json)) visitObject(json, at)
  }
  visit(content.definition, { host: 'whole', path: '', pointer: '/definition', key: '', scope: {} })
  return [...refs, ...marksOf(content, things)]
}

/** What form.json names: questions, or places of the answers, those of each other form apart. */
const marksOf = ({ info }: Content, things: readonly Thing[]): Ref[] => {
  const refs: Ref[] = []
  // A notice stands beside questions alone, those of blocks too.
  const asked = (some: readonly Thing[]): Thing[] =>
    some.flatMap((thing) => [thing, ...(thing.kind === 'block' ? asked(thing.inside) : [])])
  const deep = new Map(asked(things).map(({ name, id }) => [name, id]))
  const ledTo = (said: string, path: readonly string[]): readonly string[] | undefined => {
    if (path.includes('notices') && path.includes('questions')) return [deep.get(said) ?? []].flat()
    if (path.includes('onValidation') || path.includes('questions'))
      return things.filter(({ name }) => name === said).map(({ id }) => id)
    return said.startsWith('/') ? pointed(said, things) : undefined
  }
  const visit = (json: Json, path: readonly string[]): void => {
    const pointer = `/info/${path.join('/')}`
    const led = typeof json === 'string' ? ledTo(json, path) : undefined
    if (typeof json === 'string' && led) refs.push({ site: pointer, led, pointer, said: json })
    if (Array.isArray(json)) for (const [i, one] of json.entries()) visit(one, [...path, String(i)])
    else if (isObject(json) && json.form === undefined)
      for (const [key, value] of Object.entries(json)) visit(value, [...path, key])
  }
  for (const [key, value] of Object.entries(info)) visit(value, [key])
  for (const mark of ['prefilled', 'communes'])
    for (const [i, name] of Object.keys(info[mark] ?? {}).entries()) {
      const led = things.filter((thing) => thing.name === name).map(({ id }) => id)
      refs.push({ site: `${mark} ${i}`, led, pointer: `/info/${mark}/${name}`, said: name })
    }
  return refs
}

const pointed = (pattern: string, things: readonly Thing[]): string[] => {
  const [root = '', ...rest] = pattern.split('/').slice(1)
  const found = things.find(
    ({ name }) => name === root || root === `${name}-total` || root === `${name}-Comment`,
  )
  if (!found) return []
  const isLine = found.kind !== 'texts' && root === found.name
  const field = rest[isLine ? 1 : 0]
  if (field === undefined || found.kind === 'one') return [found.id]
  const deeper = pointed(`/${[field, ...rest.slice(isLine ? 2 : 1)].join('/')}`, found.inside)
  return deeper.length === 0 ? [] : [found.id, ...deeper]
}
