// A regular expression as the machine a backtracking engine runs: positions that each take one character, and in how
// many ways each leads to the next. Made for judging what it may cost (regex-cost.ts), never for matching.
import { type AST, RegExpParser } from '@eslint-community/regexpp'

export type Machine = {
  /** The source of the one character that each position takes. */
  readonly takes: readonly string[]
  /** From each position, and from the start at -1: the positions that may follow, and in how many ways (2 is many). */
  readonly follow: ReadonlyMap<number, ReadonlyMap<number, number>>
  /** Whether it is tried from every place of the text. */
  readonly anywhere: boolean
}

/** What no bound could be found for. */
export class TooComplex extends Error {}

const MOST_POSITIONS = 300
const MOST_STEPS = 50_000
/** Repetitions up to so many are written out, longer ones judged as if they had no end. */
const WRITTEN_OUT = 5
const WRITTEN_OUT_NESTED = 16

type State = { readonly next: number[]; takes?: string }

/** The machines of a pattern: its own, and those of the texts it looks ahead or behind for. Throws TooComplex. */
export const machinesOf = (pattern: string): Machine[] => {
  const ast = new RegExpParser({ ecmaVersion: 2025 }).parsePattern(pattern)
  const looked: AST.LookaroundAssertion[] = []
  const main = machineOf(ast.alternatives, looked)
  const machines = [main]
  for (const assertion of looked)
    machines.push({
      ...machineOf(assertion.alternatives, looked),
      anywhere: main.anywhere || assertion.kind === 'lookbehind',
    })
  return machines
}

const machineOf = (alternatives: readonly AST.Alternative[], looked: AST.LookaroundAssertion[]): Machine => {
  const states: State[] = []
  const add = (state: State): number => states.push(state) - 1
  const either = (options: readonly AST.Alternative[], end: number, copies: number): number =>
    add({ next: options.map(({ elements }) => sequence(elements, end, copies)) })
  const sequence = (elements: readonly AST.Element[], end: number, copies: number): number =>
    elements.reduceRight((next, element) => one(element, next, copies), end)
  const one = (element: AST.Element, end: number, copies: number): number => {
    if (states.length > MOST_POSITIONS * 4) throw new TooComplex()
    switch (element.type) {
      case 'Group':
      case 'CapturingGroup':
        return either(element.alternatives, end, copies)
      case 'Quantifier':
        return repeated(element, end, copies)
      case 'Backreference':
        throw new TooComplex()
      case 'Assertion':
        if (element.kind === 'lookahead' || element.kind === 'lookbehind') {
          if (copies > 1) throw new TooComplex()
          looked.push(element)
        }
        return end
      default:
        return add({ next: [end], takes: element.raw })
    }
  }
  const repeated = (quantifier: AST.Quantifier, end: number, copies: number): number => {
    const { element, min, max } = quantifier
    if (max <= 1) {
      const body = one(element, end, copies)
      return min === 1 ? body : add({ next: [body, end] })
    }
    const isExact = takesOne(element) && min === max && max <= 64
    const isShort = max <= WRITTEN_OUT && copies * max <= WRITTEN_OUT_NESTED
    return isExact || isShort ? writtenOut(quantifier, end, copies) : looped(quantifier, end, copies)
  }
  const writtenOut = ({ element, min, max }: AST.Quantifier, end: number, copies: number): number => {
    let next = end
    for (let i = max; i > 0; i -= 1) {
      const body = one(element, next, takesOne(element) ? copies : copies * max)
      next = i > min ? add({ next: [body, end] }) : body
    }
    return next
  }
  const looped = ({ element, min }: AST.Quantifier, end: number, copies: number): number => {
    const loop = add({ next: [end] })
    const before = states.length
    const body = one(element, loop, copies * WRITTEN_OUT_NESTED + 1)
    states[loop]?.next.unshift(body)
    // Emptiness repeated a set number of times is tried each time.
    if (min > 1 && reaches(states, body, loop, before)) throw new TooComplex()
    // Entered anew each time round a loop outside: not the state that its own body leads back to.
    return min === 0 ? add({ next: [body, end] }) : body
  }
  const final = add({ next: [] })
  const start = either(alternatives, final, 1)
  const anywhere = !alternatives.every(
    ({ elements: [first] }) => first?.type === 'Assertion' && first.kind === 'start',
  )
  return { ...withoutEmptyMoves(states, start), anywhere }
}

const takesOne = ({ type }: AST.Element): boolean =>
  type === 'Character' || type === 'CharacterSet' || type === 'CharacterClass'

/** Whether a loop's body may take nothing. */
const reaches = (states: readonly State[], from: number, to: number, before: number): boolean => {
  const seen = new Set<number>()
  const left = [from]
  for (let at = left.pop(); at !== undefined; at = left.pop()) {
    if (at === to) return true
    if (at < before || seen.has(at) || states[at]?.takes !== undefined) continue
    seen.add(at)
    left.push(...(states[at]?.next ?? []))
  }
  return false
}

const withoutEmptyMoves = (states: readonly State[], start: number): Pick<Machine, 'takes' | 'follow'> => {
  const positions = states.flatMap(({ takes }, i) => (takes === undefined ? [] : [i]))
  if (positions.length > MOST_POSITIONS) throw new TooComplex()
  const number = new Map(positions.map((state, i) => [state, i]))
  let steps = 0
  const ways = (from: number): Map<number, number> => {
    const found = new Map<number, number>()
    const path = new Set<number>()
    const walk = (at: number): void => {
      steps += 1
      if (steps > MOST_STEPS) throw new TooComplex()
      if (path.has(at)) return
      const position = number.get(at)
      if (position !== undefined) {
        found.set(position, Math.min(2, (found.get(position) ?? 0) + 1))
        return
      }
      path.add(at)
      for (const next of states[at]?.next ?? []) walk(next)
      path.delete(at)
    }
    walk(from)
    return found
  }
  const follow = new Map<number, ReadonlyMap<number, number>>([[-1, ways(start)]])
  for (const [i, state] of positions.entries()) follow.set(i, ways(states[state]?.next[0] ?? -1))
  return { takes: positions.map((state) => states[state]?.takes ?? ''), follow }
}
