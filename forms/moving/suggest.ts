// What a Caf has probably renamed between two versions: proposed, never taken for granted.
import type { Question } from '../definition.ts'
import type { FormVersion } from '../nouns/form.ts'
import { type Mapping, noMapping } from './mapping.ts'
import { offeredBy, pairsOf } from './mapping-faults.ts'

type Asked = Pick<FormVersion, 'definition'>

/** A question, row or choice of the old version that has no follower, and those it may be followed by. */
export type Orphan = {
  readonly part: keyof Mapping
  /** The question's path in the old version. */
  readonly path: string
  readonly title: string
  /** The choice or row, by value. */
  readonly value?: string
  /** What the old version calls it. */
  readonly text?: string
  readonly among: readonly { readonly name: string; readonly title: string }[]
  /** Which of them it resembles. */
  readonly likely?: string | undefined
}

/** What has no follower under a mapping; what is mapped already is told too, so that it can be taken back. */
export const orphansOf = (from: Asked, to: Asked, mapping: Mapping): Orphan[] => {
  const pairs = pairsOf(from, to, mapping)
  const free = new Set(pairs.flatMap(({ next }) => next ?? []))
  return pairs.flatMap(({ path, old, next, among }): Orphan[] => {
    // Inside a question without a follower, nothing has one.
    if (old.type === 'expression' || among.length === 0) return []
    const isTold = Object.hasOwn(mapping.questions, path)
    if (!next || isTold) {
      const left = among.filter((one) => one.type !== 'expression' && (one === next || !free.has(one)))
      const orphan: Orphan = {
        ...{ part: 'questions', path, title: old.title },
        among: left.map(({ name, title }) => ({ name, title })),
        likely: likelyOf(old, left)?.name,
      }
      if (!next) return [orphan]
      return [orphan, ...valuesOf(path, old, next)]
    }
    return valuesOf(path, old, next)
  })
}

const valuesOf = (path: string, old: Question, next: Question): Orphan[] => [
  ...gone('choices', path, old, namesOf(old, 'choices'), namesOf(next, 'choices')),
  ...gone('rows', path, old, namesOf(old, 'rows'), namesOf(next, 'rows')),
]

type Named = ReadonlyMap<string, string>

const gone = (
  part: 'choices' | 'rows',
  path: string,
  { title }: Question,
  before: Named,
  after: Named,
): Orphan[] => {
  if (after.size === 0) return []
  const added = [...after].filter(([value]) => part === 'choices' || !before.has(value))
  return [...before]
    .filter(([value]) => !after.has(value))
    .map(([value, text]) => ({
      ...{ part, path, title, value, text },
      among: added.map(([name, title]) => ({ name, title })),
      likely: added.find(([name, other]) => !before.has(name) && isLike(text, other))?.[0],
    }))
}

/** Choices or rows by value, with their texts. */
const namesOf = (question: Question, part: 'choices' | 'rows'): Named => {
  const texts = [...question.choices, ...question.columns, ...question.rateValues]
  if (part === 'rows') return new Map(question.rows.map(({ value, text }) => [String(value), text]))
  return new Map(
    offeredBy(question).map((value) => [
      value,
      texts.find((one) => String(one.value) === value)?.text ?? value,
    ]),
  )
}

const likelyOf = (old: Question, left: readonly Question[]): Question | undefined =>
  left.find((one) => isLike(old.title, one.title)) ??
  left.find((one) => one.type === old.type && one.page === old.page && isLike(old.name, one.name)) ??
  (left.filter(({ type, page }) => type === old.type && page === old.page).length === 1
    ? left.find(({ type, page }) => type === old.type && page === old.page)
    : undefined)

const isLike = (one: string, other: string): boolean => {
  const [a, b] = [wordsOf(one), wordsOf(other)]
  const shared = a.filter((word) => b.includes(word)).length
  return shared > 0 && (2 * shared) / (a.length + b.length) >= 0.5
}

const wordsOf = (text: string): string[] =>
  text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length > 2)

/** A mapping with every likely follower beside those that are known. */
export const suggestedMapping = (from: Asked, to: Asked, known = noMapping): Mapping => {
  // Those inside a question are seen once it has a follower.
  const questions = likely(from, to, known)
  return likely(from, to, questions)
}

const likely = (from: Asked, to: Asked, mapping: Mapping): Mapping => {
  const orphans = orphansOf(from, to, mapping)
  const taken = new Set(orphans.flatMap((orphan) => placeOf(orphan, followerOf(mapping, orphan)) ?? []))
  return orphans.reduce((made, orphan) => {
    const { part, path, value, likely: name } = orphan
    const place = placeOf(orphan, name)
    if (place === undefined || followerOf(made, orphan) !== undefined) return made
    if (part !== 'choices' && taken.has(place)) return made
    taken.add(place)
    return withFollower(made, { part, path, ...(value === undefined ? {} : { value }) }, name)
  }, mapping)
}

/** A name among those of the same place, where one goes on from one alone. */
const placeOf = ({ part, path, value }: Orphan, name: string | undefined): string | undefined =>
  name === undefined
    ? undefined
    : `${part} ${path.slice(0, path.lastIndexOf('/'))} ${value === undefined ? '' : path} ${name}`

/** The mapping with another follower of a question, choice or row; none without a name. */
export const withFollower = (
  mapping: Mapping,
  { part, path, value }: Pick<Orphan, 'part' | 'path' | 'value'>,
  name: string | undefined,
): Mapping => {
  if (part === 'questions') return { ...mapping, questions: set(mapping.questions, path, name) }
  const own = set(mapping[part][path] ?? {}, value ?? '', name)
  return { ...mapping, [part]: set(mapping[part], path, Object.keys(own).length > 0 ? own : undefined) }
}

const set = <V>(
  record: Readonly<Record<string, V>>,
  key: string,
  value: V | undefined,
): Record<string, V> => {
  const kept = Object.fromEntries(Object.entries(record).filter(([one]) => one !== key))
  return value === undefined ? kept : { ...kept, [key]: value }
}

/** The follower that a mapping gives; undefined for none. */
export const followerOf = (mapping: Mapping, { part, path, value }: Orphan): string | undefined =>
  part === 'questions' ? mapping.questions[path] : mapping[part][path]?.[value ?? '']
