// A questionnaire in which everything that can name a question names some, at random (names-said.ts reads them).
import fc from 'fast-check'
import { isObject, type Json, type JsonObject } from '../../forms/editing/json-pointer.ts'
import type { Content } from '../../forms/editing-wire.ts'
import { objectsIn, type Scope, type Thing, thingsOf, thingWith } from './names-said.ts'

type Named = { readonly name: string; readonly [key: string]: Json }
const text = (name: string, more: JsonObject = {}): Named => ({ type: 'text', name, ...more })

/** Names that begin or end like others, and columns called like questions. */
const pages = (): JsonObject[] => [
  {
    name: 'debut',
    elements: [
      text('un'),
      text('un_2'),
      { type: 'checkbox', name: 'cas', choices: ['a', 'b'], showCommentArea: true },
      { type: 'panel', name: 'groupe', elements: [text('deux'), text('total')] },
      {
        ...{ type: 'paneldynamic', name: 'lieux' },
        templateElements: [
          text('ville'),
          { type: 'panel', name: 'coin', elements: [text('rue'), text('un_lieu')] },
          {
            ...{ type: 'matrixdropdown', name: 'jours', cellType: 'text', rows: ['x', 'y'] },
            columns: [{ name: 'n', totalType: 'sum' }, { name: 'deux' }],
          },
        ],
      },
    ],
  },
  {
    name: 'suite',
    elements: [
      {
        ...{ type: 'matrixdropdown', name: 'comptes', cellType: 'text', rows: ['x', 'y'] },
        columns: [{ name: 'n', totalType: 'sum' }, { name: 'm' }],
      },
      { type: 'matrixdynamic', name: 'ligne', cellType: 'text', columns: [{ name: 'n' }, { name: 'un' }] },
      { type: 'multipletext', name: 'contact', items: [{ name: 'mel' }, { name: 'un' }] },
      { type: 'paneldynamic', name: 'gens', templateElements: [text('nom'), text('age')] },
      { type: 'comment', name: 'mots' },
      { type: 'expression', name: 'calcul' },
    ],
  },
]

const withIds = (json: JsonObject, around = ''): JsonObject => {
  const id = `${around}${String(json.name)}`
  const deep = Object.entries(json).map(([key, value]): [string, Json] => {
    if (!Array.isArray(value)) return [key, value]
    const within = key === 'columns' || key === 'items' ? `${id}.` : ''
    return [key, value.map((one) => (isObject(one) && one.name ? withIds(one, within) : one))]
  })
  return { 'x-id': id, ...Object.fromEntries(deep) }
}

const TEXTS = ['title', 'description', 'requiredErrorText', 'completedHtml', 'templateTitle']

/** Where names are said, by what says them. */
const WHERE: Readonly<Record<string, readonly string[]>> = {
  whole: ['completedHtml', 'completedHtmlOnCondition', 'triggers'],
  around: ['visibleIf', 'enableIf', 'title', 'description'],
  question: ['visibleIf', 'requiredIf', 'enableIf', 'validators', 'setValueIf', 'title', 'requiredErrorText'],
  column: ['visibleIf', 'requiredIf', 'validators', 'totalExpression', 'title'],
  field: ['validators', 'title'],
  cas: ['choices', 'choicesFromQuestion', 'choicesVisibleIf'],
  calcul: ['expression'],
  lieux: ['templateTitle'],
}

type Naming = {
  readonly host: number
  readonly key: number
  readonly named: readonly (readonly [number, number])[]
}
export type Plan = {
  readonly names: readonly Naming[]
  readonly marks: readonly (readonly [number, number])[]
}

const named = fc.array(fc.tuple(fc.nat(99), fc.nat(99)), { minLength: 1, maxLength: 2 })
export const plan: fc.Arbitrary<Plan> = fc.record({
  names: fc.array(fc.record({ host: fc.nat(99), key: fc.nat(99), named }), { minLength: 1, maxLength: 14 }),
  marks: fc.array(fc.tuple(fc.nat(99), fc.nat(99)), { minLength: 24, maxLength: 24 }),
})

const pick = <T>(from: readonly T[], n: number): T => {
  const found = from[n % from.length]
  if (found === undefined) throw new Error('nothing to pick')
  return found
}

type Spot = { readonly thing: Thing; readonly around: readonly Thing[] }
const spotsOf = (things: readonly Thing[], around: readonly Thing[] = []): Spot[] =>
  things.flatMap((thing) => [{ thing, around }, ...spotsOf(thing.inside, [...around, thing])])

/** The ways to name a thing from a place, in an expression. */
const clausesFor = ({ thing, around }: Spot, scope: Scope): string[] => {
  const [owner, ...outer] = around.toReversed()
  const braced = (paths: readonly string[], more = '') => paths.map((path) => `{${path}}${more} notempty`)
  if (!owner)
    return braced([
      thing.name,
      `#${thing.name}`,
      thing.name.toUpperCase(),
      ...(thing.id === 'cas' ? ['cas[0]', 'cas-Comment'] : []),
    ])
  const root = outer[0] ? [...(scope.panel === outer[0] ? ['panel.'] : []), `${outer[0].name}[0].`] : ['']
  const list = outer[0] ? [] : [`sumInArray({${owner.name}}, '${thing.name}') > 0`]
  const listed = pick(owner.inside, thing.name.length).name
  const both = outer[0] ? [] : [`countInArray({${owner.name}}, '${listed}', {${thing.name}} notempty) > 0`]
  const said = root.flatMap((head) => head + owner.name)
  switch (owner.kind) {
    case 'block':
      return [
        ...(scope.panel === owner ? braced([`panel.${thing.name}`, `prevPanel.${thing.name}`]) : []),
        ...braced([`${owner.name}[0].${thing.name}`, `${owner.name}[1].${thing.name}`]),
        ...(thing.kind === 'one' ? [...list, ...both] : []),
      ]
    case 'table':
      return [
        ...(scope.row === owner ? braced([`row.${thing.name}`]) : []),
        ...braced(
          said.flatMap((one) => [
            `${one}${owner.id === 'ligne' ? '[0]' : '.x'}.${thing.name}`,
            `${one}-total.${thing.name}`,
          ]),
        ),
        ...list,
        ...both,
      ]
    default:
      return braced([`${owner.name}.${thing.name}`])
  }
}

/** A content where what a plan says is named. Everything in it leads somewhere. */
export const referring = ({ names, marks }: Plan): Content => {
  const definition: JsonObject = {
    pages: pages().map((page) => withIds(page)),
    calculatedValues: [{ 'x-id': 'double', name: 'double', expression: '{un} + {un_2}' }],
    'x-atelier': { version: 3 },
  }
  const things = thingsOf({ definition, info: {} })
  const spots = spotsOf(things)
  const hosts: { json: JsonObject; scope: Scope; kind: string }[] = []
  const visit = (json: JsonObject, scope: Scope, kind: string): void => {
    hosts.push({ json, scope, kind: json.type === 'panel' ? 'around' : kind })
    const thing = thingWith(things, String(json['x-id']))
    for (const list of ['pages', 'elements', 'templateElements', 'columns', 'items'])
      for (const one of objectsIn(json[list]))
        visit(
          one,
          {
            ...scope,
            ...(list === 'templateElements' && thing ? { panel: thing } : {}),
            ...(list === 'columns' && thing ? { row: thing } : {}),
          },
          { pages: 'around', columns: 'column', items: 'field' }[list] ?? 'question',
        )
  }
  visit(definition, {}, 'whole')
  for (const { host, key, named: said } of names) {
    const { json, scope, kind } = pick(hosts, host)
    const where = pick([...(WHERE[kind] ?? []), ...(WHERE[String(json.name)] ?? [])], key)
    const block = where === 'templateTitle' ? thingWith(things, String(json['x-id'])) : undefined
    const from = block ? { ...scope, panel: block } : scope
    const clauses = said.map(([what, how]) => pick(clausesFor(pick(spots, what), from), how))
    say(json, where, clauses, pick(things, said[0]?.[0] ?? 0).name)
  }
  return { definition, info: infoWith(marks, things) }
}

const say = (json: JsonObject, where: string, clauses: readonly string[], question: string): void => {
  const condition = clauses.join(clauses.length % 2 ? ' or ' : ' and ')
  const words = clauses.flatMap((one) => (one.includes('InArray') ? [] : [/\{.*?\}/.exec(one)?.[0] ?? '']))
  if (where === 'validators') json.validators = [{ type: 'expression', expression: condition }]
  else if (where === 'choices') json.choices = ['a', { value: 'b', visibleIf: condition }]
  else if (where === 'choicesFromQuestion') json.choicesFromQuestion = question
  else if (where === 'triggers')
    json.triggers = [{ type: 'setvalue', expression: condition, setToName: question }]
  else if (where === 'completedHtmlOnCondition')
    json[where] = [{ expression: condition, html: `Merci ${words.join(', ')}` }]
  else json[where] = TEXTS.includes(where) ? `L’un : ${words.join(', ')}` : condition
}

const patternsFor = ({ thing, around }: Spot): string[] => {
  const [owner, ...outer] = around.toReversed()
  if (outer.length > 0) return []
  if (!owner) return [`/${thing.name}`, ...(thing.id === 'cas' ? ['/cas/*', '/cas-Comment'] : [])]
  if (owner.kind === 'texts') return [`/${owner.name}/${thing.name}`]
  if (owner.kind === 'block') return [`/${owner.name}/*/${thing.name}`]
  return [`/${owner.name}/*/${thing.name}`, `/${owner.name}-total/${thing.name}`]
}

const infoWith = (marks: Plan['marks'], things: readonly Thing[]): JsonObject => {
  const patterns = spotsOf(things.filter(({ id }) => id !== 'double')).flatMap(patternsFor)
  let next = 0
  const place = (): string => pick(patterns, (marks[next++ % marks.length]?.[0] ?? 0) * 7 + next)
  const asked = (): string =>
    pick(
      things.filter(({ id }) => id !== 'double'),
      marks[next++ % marks.length]?.[1] ?? 0,
    ).name
  const check = (one: JsonObject): JsonObject => ({ ...one, message: `Voir ${next}` })
  return {
    id: 'essai',
    title: 'Essai',
    sections: ['debut', 'suite'].map((page) => ({ name: page, title: page, role: 'saisie-activite' })),
    prefilled: { [asked()]: 'project.name', [asked()]: 'organisation.name' },
    communes: { [asked()]: ['73'] },
    carriedOver: [{ from: 'essai', year: 'previous', questions: [asked(), asked()] }],
    notices: [{ text: 'Aucun nom.', questions: ['mots', 'nom', asked()] }],
    compared: { with: 'autre', values: [{ pointer: place() }, { pointer: place(), money: true }] },
    funding: { charges: { sum: [place(), place()] }, collectifs: { count: place() } },
    results: { filters: [{ name: 'a', label: 'A', by: 'territory', at: place() }] },
    onValidation: { organisation: { name: asked(), people: asked() }, project: { name: asked(), years: 3 } },
    coherence: [
      {
        ...{ id: 'R1', kind: 'blocking', title: 'Une' },
        checks: [
          check({
            ...{ check: 'compare', left: { sum: [place(), place()] }, is: 'equal' },
            ...{ right: { count: place(), is: 'a' }, pointer: place() },
          }),
          check({
            ...{ check: 'compare', left: { sum: [place()] }, is: 'at-most' },
            ...{ right: { sum: ['/un', '/lieux/*/ville'], form: 'autre' }, pointer: place() },
          }),
          check({ check: 'each', values: [place(), place()], min: 0 }),
        ],
      },
      {
        ...{ id: 'R2', kind: 'warning', title: 'Deux' },
        checks: [
          check({ check: 'in-order', first: place(), last: place() }),
          check({ check: 'needs-text', when: { sum: [place()] }, text: place() }),
          check({ check: 'school-year', values: [place()], from: '09-01', to: '07-31' }),
        ],
      },
    ],
    'x-perso': [true],
  }
}
