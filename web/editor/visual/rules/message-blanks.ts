// What the message of a check may name, in words, with a sample of each.
import type { Check } from '../../../../forms/coherence-rules.ts'

export type Blank = { readonly name: string; readonly words: string }

export const blanksOf = (kind: Check['check']): readonly Blank[] => BLANKS[kind]

const BLANKS: Readonly<Record<Check['check'], readonly Blank[]>> = {
  compare: [
    { name: 'left', words: 'le premier nombre' },
    { name: 'right', words: 'le second nombre' },
    { name: 'difference', words: 'l’écart entre les deux' },
  ],
  each: [{ name: 'value', words: 'le nombre saisi' }],
  'school-year': [
    { name: 'value', words: 'la date saisie' },
    { name: 'expected', words: 'l’année scolaire' },
  ],
  'in-order': [
    { name: 'left', words: 'la première date' },
    { name: 'right', words: 'la seconde date' },
  ],
  'needs-text': [],
  'near-forecast': [
    { name: 'value', words: 'la réponse' },
    { name: 'expected', words: 'ce qui était prévu' },
    { name: 'difference', words: 'l’écart' },
  ],
}

/** Values that would not hold. */
export const sampleOf = (check: Check): Record<string, number | string> => {
  switch (check.check) {
    case 'compare':
      return check.money
        ? { left: 1_250_000, right: 1_234_550, difference: 15_450 }
        : { left: 30, right: 28, difference: 2 }
    case 'each': {
      const { min, max, money } = check
      const step = money ? 100 : 1
      return { value: min === undefined ? (max ?? 0) + step : min - step }
    }
    case 'school-year': {
      const [month, day] = check.from.split('-')
      return { value: `${day}/${month}/2024`, expected: '2025-2026' }
    }
    case 'in-order':
      return { left: '15/06/2026', right: '20/09/2025' }
    case 'needs-text':
      return {}
    case 'near-forecast':
      return { value: 1_500_000, expected: 1_000_000, difference: 500_000 }
  }
}
