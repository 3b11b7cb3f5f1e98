// Which figures a version to publish hides: those of few, then whatever else would let a reader compute one of them.
import type { CampaignResults, Figures, Numbers, Part, QuestionResult } from '../results-wire.ts'
import type { Links, Relation } from './links.ts'
import { FEWEST, hideBars, isSmallSum } from './secrecy.ts'
import { determinedOf } from './solving.ts'

export type Hidden = {
  /** The places of sums. */
  readonly sums: ReadonlySet<string>
  /** The questions that are left out whole. */
  readonly withheld: ReadonlyMap<string, 'few' | 'linked'>
  /** The numbers that decide whether a question is asked: how many were asked it would tell of a joined bar. */
  readonly decisive: ReadonlySet<string>
}

type Sum = { readonly path: string; readonly numbers: Numbers; readonly isMoney: boolean }
type Own = {
  readonly path: string
  readonly name: string
  readonly sums: readonly Sum[]
  readonly hidesBars: boolean
}

/** What is hidden of these results: where in doubt, more. */
export const hiddenIn = ({ questions }: CampaignResults, links: Links): Hidden => {
  const own = questions.map(ownOf)
  const sums = new Map(own.flatMap((question) => question.sums.map((sum) => [sum.path, sum] as const)))
  // How many lines a list has is no sum of few: it is only hidden for another's sake, last, and the list with it.
  const lists = questions.flatMap(({ path, figures }) => (figures.kind === 'list' ? path : []))
  const tied = links.relations.map((relation) => spread(relation, [...sums.keys(), ...lists]))
  const hidden = new Set<string>()
  const withheld = new Map<string, 'few' | 'linked'>()
  for (const question of questions) if (isOfFew(question)) withheld.set(question.path, 'few')
  for (const { path, numbers, isMoney } of sums.values())
    if (!links.computed.has(path) && isSmallSum(numbers, isMoney)) hidden.add(path)
  const size = () => hidden.size + withheld.size
  for (let before = -1; before !== size(); ) {
    before = size()
    withholdLinked(own, links, { hidden, withheld })
    for (const [path, names] of links.computed)
      if (sums.has(path) && isAnyTouched(names, own, { hidden, withheld })) hidden.add(path)
    const next = nextToHide(tied, hidden, (path) =>
      links.computed.has(path) ? undefined : Math.abs(sums.get(path)?.numbers.sum ?? Number.MAX_VALUE),
    )
    if (next !== undefined) hidden.add(next)
  }
  const deciding = new Set([...links.askedAfter.values()].flatMap((names) => [...names]))
  const decisive = own.flatMap(({ path, name }) => (deciding.has(name) ? path : []))
  return { sums: hidden, withheld, decisive: new Set(decisive) }
}

type State = { readonly hidden: Set<string>; readonly withheld: Map<string, 'few' | 'linked'> }

/** Leaves out the questions that are asked only after answers of which something is hidden. */
const withholdLinked = (own: readonly Own[], { askedAfter }: Links, state: State): void => {
  const { hidden, withheld } = state
  for (const { path, name, sums } of own) {
    const isLinked = hidden.has(path) || isAnyTouched(askedAfter.get(name) ?? [], own, state)
    if (!withheld.has(path) && isLinked) withheld.set(path, 'linked')
    if (withheld.has(path)) for (const place of [path, ...sums.map((sum) => sum.path)]) hidden.add(place)
  }
}

/** Whether something of one of these questions is hidden. */
const isAnyTouched = (names: Iterable<string>, own: readonly Own[], { hidden, withheld }: State): boolean => {
  const wanted = new Set(names)
  return own.some(
    ({ path, name, sums, hidesBars: hides }) =>
      wanted.has(name) &&
      (hides || withheld.has(path) || hidden.has(path) || sums.some((sum) => hidden.has(sum.path))),
  )
}

/** The least of what is shown beside a hidden sum that follows from it. */
const nextToHide = (
  relations: readonly Relation[],
  hidden: ReadonlySet<string>,
  weight: (path: string) => number | undefined,
): string | undefined => {
  const determined = determinedOf(relations, hidden)
  const beside = relations
    .filter((relation) => [...determined].some((path) => relation.has(path)))
    .flatMap((relation) => [...relation.keys()])
  const candidates = beside.flatMap((path) => {
    const size = hidden.has(path) ? undefined : weight(path)
    return size === undefined ? [] : [{ path, size }]
  })
  return candidates.toSorted((a, b) => a.size - b.size)[0]?.path
}

/** A relation between patterns as one between the places they point at. */
const spread = (relation: Relation, places: readonly string[]): Relation => {
  const all = new Map<string, number>()
  for (const [pattern, sign] of relation)
    for (const place of places) {
      if (place !== pattern && !pointsAt(pattern, place)) continue
      const sum = (all.get(place) ?? 0) + sign
      if (sum === 0) all.delete(place)
      else all.set(place, sum)
    }
  return all
}

const pointsAt = (pattern: string, place: string): boolean => {
  if (!pattern.includes('*')) return false
  const [parts, steps] = [pattern.split('/'), place.split('/')]
  return parts.length === steps.length && parts.every((part, i) => part === '*' || part === steps[i])
}

const isOfFew = ({ answered, shown, asked, figures }: QuestionResult): boolean => {
  // Those who were not asked are a group as well.
  const others = (asked ?? 0) - (shown ?? 0)
  if (others > 0 && others < FEWEST) return true
  // Who gave no document is a figure too.
  return ((isOfDocuments(figures) ? shown : answered) ?? 0) < FEWEST
}

/** Whether figures tell who gave a document. */
export const isOfDocuments = (figures: Figures): boolean =>
  figures.kind === 'choices' && figures.bars[0]?.code === 'given'

const ownOf = (question: QuestionResult): Own => ({
  path: question.path,
  name: question.path.slice(1).replaceAll('~1', '/').replaceAll('~0', '~'),
  sums: sumsIn(question),
  hidesBars: hidesBars(question.figures),
})

const sumsIn = ({ path, figures }: Part): Sum[] => {
  if (figures.kind === 'numbers') return [{ path, numbers: figures.numbers, isMoney: figures.isMoney }]
  if (figures.kind === 'list') return figures.parts.flatMap(sumsIn)
  if (figures.kind !== 'table') return []
  return [...figures.rows.flatMap(({ parts }) => parts), ...figures.totals].flatMap(sumsIn)
}

const hidesBars = (figures: Figures): boolean => {
  if (figures.kind === 'choices' || figures.kind === 'ranking') return some(hideBars(figures.bars))
  if (figures.kind === 'matrix') return figures.rows.some(({ bars }) => some(hideBars(bars)))
  if (figures.kind === 'list') return figures.parts.some((part) => hidesBars(part.figures))
  if (figures.kind === 'table')
    return figures.rows.some(({ parts }) => parts.some((part) => hidesBars(part.figures)))
  return false
}

const some = (bars: readonly { count: number | null }[]): boolean => bars.some(({ count }) => count === null)
