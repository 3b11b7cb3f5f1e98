import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { judgeRegex } from '../../forms/checking/regex-cost.ts'

const on = (pattern: string, longest = 200) => judgeRegex(pattern, { longest })

describe.each([
  '^[a-z]+$',
  '^\\d{14}$',
  '^W\\d[A-Z\\d]\\d{7}$',
  '^(?:[013-9]\\d|2[AB1-9])\\d{3}$',
  '^0\\d(\\d{2}){4}$',
  '^(?:\\d{2}[ .-]?){5}$',
  '^[^@\\s]+@[^@\\s]+\\.[a-z]{2,}$',
  '^\\d+(?:,\\d{1,2})?$',
  '^FR\\d{2} ?\\d{5} ?\\d{5} ?[0-9A-Z]{11} ?\\d{2}$',
  '^(\\w+\\.)*\\w+$',
  '^(?=.*[a-z])(?=.*\\d).{8,}$',
  '^https?://[^\\s/]+(/[^\\s]*)?$',
])('%s', (pattern) => {
  it('is safe', () => {
    expect(on(pattern)).toBe('safe')
  })
})

describe.each([
  '^(a+)+$',
  '(a*)*b',
  '^(a|a)*$',
  '^(\\w+\\s?)*$',
  '(x+x+)+y',
  '(.*?,){11}P',
  '^(?:a{1,50}){1,50}$',
  '^(a?){30}a{30}$',
  '(a|a){30}$',
  '((a|a){5}){5}$',
  `${'a?'.repeat(30)}$`,
  `${'a*'.repeat(20)}b`,
  `${'(?:'.repeat(200)}a${')*'.repeat(200)}`,
  '(\\w+)\\1+$',
  '^([a-zA-Z0-9._-]+)@([a-z.]+)+$',
])('%s', (pattern) => {
  it('is dangerous', () => {
    expect(on(pattern)).toBe('dangerous')
  })
})

it('what takes the square of a length is safe on short texts alone', () => {
  expect(on('\\s+$', 200)).toBe('safe')
  expect(on('\\s+$', 60_000)).toBe('dangerous')
})

it('what is no regular expression is invalid', () => {
  expect(on('[a-')).toBe('invalid')
  expect(on('(')).toBe('invalid')
})

/** Pieces of patterns on two letters, small enough for every way to be tried. */
const { pattern } = fc.letrec<{ pattern: string }>((tie) => ({
  pattern: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom('a', 'b', '[ab]', '.', 'ab'),
    fc.tuple(tie('pattern'), tie('pattern')).map((both) => both.join('')),
    fc.tuple(tie('pattern'), tie('pattern')).map((both) => `(?:${both.join('|')})`),
    fc
      .tuple(tie('pattern'), fc.constantFrom('*', '+', '?', '{2}', '{1,3}', '{0,9}', '*?'))
      .map(([one, many]) => `(?:${one})${many}`),
  ),
}))

it('a pattern judged safe is matched in few steps on every text of two letters', () => {
  fc.assert(
    fc.property(
      pattern,
      fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 12 }),
      fc.nat(5),
      (source, text, times) => {
        fc.pre(source.length < 80 && judgeRegex(`^${source}$`, { longest: 200 }) === 'safe')
        const long = `${text.repeat(times + 1)}`.slice(0, 60)
        expect(stepsOf(source, `${long}c`)).toBeLessThan(100_000)
      },
    ),
    { numRuns: 400, interruptAfterTimeLimit: 15_000 },
  )
})

/** How many steps a plain backtracking matcher takes to find that no way fits; 100,000 at most. */
const stepsOf = (source: string, text: string): number => {
  let steps = 0
  const MOST = 100_000
  type Next = (at: number) => boolean
  type Node = (at: number, next: Next) => boolean
  let place = 0
  const alternatives = (): Node => {
    const options = [sequence()]
    while (source[place] === '|') {
      place += 1
      options.push(sequence())
    }
    return (at, next) => options.some((option) => option(at, next))
  }
  const sequence = (): Node => {
    const parts: Node[] = []
    while (place < source.length && source[place] !== '|' && source[place] !== ')') parts.push(quantified())
    return (at, next) => {
      const from = (i: number, here: number): boolean => {
        const part = parts[i]
        return part ? part(here, (there) => from(i + 1, there)) : next(here)
      }
      return from(0, at)
    }
  }
  const quantified = (): Node => {
    const one = atom()
    const [said, low = '', comma, high = ''] =
      /^(?:\{(\d+)(,)?(\d*)\}|[*+?])\??/.exec(source.slice(place)) ?? []
    if (said === undefined) return one
    place += said.length
    const min = low ? Number(low) : said.startsWith('+') ? 1 : 0
    const max = low ? (comma ? Number(high || 1_000) : min) : said.startsWith('?') ? 1 : 1_000
    const repeat = (count: number, at: number, next: Next): boolean =>
      (count < max &&
        one(at, (there) => (there === at && count >= min ? false : repeat(count + 1, there, next)))) ||
      (count >= min && next(at))
    return (at, next) => repeat(0, at, next)
  }
  const atom = (): Node => {
    if (source.startsWith('(?:', place)) {
      place += 3
      const inside = alternatives()
      place += 1
      return inside
    }
    const end = source[place] === '[' ? source.indexOf(']', place) + 1 : place + 1
    const one = new RegExp(`^${source.slice(place, end)}$`)
    place = end
    return (at, next) => {
      steps += 1
      if (steps >= MOST) return true
      return at < text.length && one.test(text[at] ?? '') && next(at + 1)
    }
  }
  alternatives()(0, (at) => at === text.length && text.endsWith('d'))
  return steps
}
