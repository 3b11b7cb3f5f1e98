// Whether a regular expression of a validator may hold up page and server on some text: an engine tries every way in
// which the text fits, and their number may double with each character. No time is measured: the same pattern always
// gets the same verdict. Conservative: what cannot be judged is refused (« recheck » judges more, in 3 MB and seconds).
import { circles } from './circles.ts'
import { type Machine, machinesOf, TooComplex } from './regex-machine.ts'

export type Verdict = 'safe' | 'invalid' | 'dangerous'

const MOST_CHARACTERS = 500
/** Tries that take a fraction of a second. */
const MOST_TRIES = 3e7
const MOST_PAIRS = 50_000
const MOST_STEPS = 1_000_000
const SHORT = 24
const LONG = 48
const BEAM = 6

/** The verdict on a pattern for texts of at most so many characters. */
export const judgeRegex = (
  pattern: string,
  { ignoreCase = false, longest }: { ignoreCase?: boolean; longest: number },
): Verdict => {
  try {
    new RegExp(pattern)
  } catch {
    return 'invalid'
  }
  if (pattern.length > MOST_CHARACTERS) return 'dangerous'
  try {
    const isSafe = machinesOf(pattern).every((machine) => {
      const classes = classesOf(machine, ignoreCase)
      return tries(machine, classes, longest) <= MOST_TRIES && !doubles(machine, classes)
    })
    return isSafe ? 'safe' : 'dangerous'
  } catch (error) {
    if (error instanceof TooComplex) return 'dangerous'
    throw error
  }
}

/** Characters that stand for all others, each as the positions that take it. */
const classesOf = ({ takes }: Machine, ignoreCase: boolean): ReadonlySet<number>[] => {
  const sources = [...new Set(takes)]
  const matchers = new Map(
    sources.map((source) => [source, new RegExp(`^${source}$`, ignoreCase ? 'i' : '')]),
  )
  const characters = new Set('aZ0_ -.,é@\n\u3000')
  for (const source of sources)
    for (const character of source.match(/\\[ux][0-9a-f]{2,4}|./gis) ?? []) {
      const code = /^\\[ux]/i.test(character)
        ? Number.parseInt(character.slice(2), 16)
        : (character.codePointAt(0) ?? 0)
      for (const near of [code - 1, code, code + 1]) if (near >= 0) characters.add(String.fromCharCode(near))
    }
  const classes = new Map<string, Set<number>>()
  for (const character of characters) {
    const fitting = new Set(sources.filter((source) => matchers.get(source)?.test(character)))
    if (fitting.size === 0) continue
    const taking = takes.flatMap((source, i) => (fitting.has(source) ? [i] : []))
    classes.set(taking.join(), new Set(taking))
  }
  return [...classes.values()]
}

/** Whether two ways through lead from one position back to it on the same text: the number of ways doubles each time. */
const doubles = ({ follow, takes }: Machine, classes: readonly ReadonlySet<number>[]): boolean => {
  const shared = takes.map(
    (_, p) => new Set(classes.filter((taken) => taken.has(p)).flatMap((taken) => [...taken])),
  )
  const graph = new Map<string, string[]>()
  const left = takes.map((_, p): [number, number] => [p, p])
  let steps = 0
  const step = (next: string[], [p, q]: [number, number], [p2, q2]: [number, number], ways: number): void => {
    steps += 1
    if (steps > MOST_PAIRS) throw new TooComplex()
    if (!shared[p2]?.has(q2)) return
    next.push(`${p2},${q2}`)
    left.push([p2, q2])
    if (p !== q || p2 !== q2 || ways < 2) return
    next.push(`twice ${p},${p2}`)
    graph.set(`twice ${p},${p2}`, [`${p2},${p2}`])
  }
  for (let pair = left.pop(); pair; pair = left.pop()) {
    const [p, q] = pair
    if (graph.has(`${p},${q}`)) continue
    const next: string[] = []
    graph.set(`${p},${q}`, next)
    for (const [p2, ways] of follow.get(p) ?? [])
      for (const q2 of follow.get(q)?.keys() ?? []) step(next, pair, [p2, q2], ways)
  }
  const isSame = (pair: string): boolean => {
    const [p, q] = pair.split(',')
    return p === q
  }
  return circles(graph).some((pairs) => pairs.some(isSame) && !pairs.every(isSame))
}

/** How many ways an engine may try on the worst texts found of that length: counted on short ones, drawn out. */
const tries = (machine: Machine, classes: readonly ReadonlySet<number>[], longest: number): number => {
  const counted = worst(machine, classes)
  const [short = 1, long = 1] = [counted[SHORT - 1], counted[LONG - 1]]
  if (long === Number.POSITIVE_INFINITY) return long
  const degree = Math.log(Math.max(long, 1) / Math.max(short, 1)) / Math.log(LONG / SHORT)
  return long * Math.max(1, longest / LONG) ** Math.max(0, degree)
}

/** The tries after each character of the worst text, keeping a few worst texts at each step. */
const worst = ({ follow, takes, anywhere }: Machine, classes: readonly ReadonlySet<number>[]): number[] => {
  type Run = { at: Float64Array; now: number; sum: number }
  const first = new Float64Array(takes.length)
  let runs: Run[] = [{ at: first, now: 1, sum: 1 }]
  const most: number[] = []
  let steps = 0
  for (let length = 0; length < LONG; length += 1) {
    const after = runs.flatMap(({ at, sum }) =>
      classes.map((taken): Run => {
        const next = new Float64Array(takes.length)
        const move = (from: number, weight: number) => {
          for (const [to, ways] of follow.get(from) ?? [])
            if (taken.has(to)) next[to] = (next[to] ?? 0) + weight * ways
        }
        steps += takes.length
        if (steps > MOST_STEPS) throw new TooComplex()
        if (length === 0 || anywhere) move(-1, 1)
        at.forEach((weight, from) => {
          if (weight > 0) move(from, weight)
        })
        const now = next.reduce((total, weight) => total + weight, 0)
        return { at: next, now, sum: sum + now }
      }),
    )
    runs = after.sort((a, b) => b.now + b.sum - a.now - a.sum).slice(0, BEAM)
    most.push(runs[0]?.sum ?? 0)
    if ((runs[0]?.sum ?? 0) > MOST_TRIES) return Array.from({ length: LONG }, () => Number.POSITIVE_INFINITY)
  }
  return most
}
