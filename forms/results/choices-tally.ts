// How often each choice was made: of one or several, in a simple matrix, and by rank.
import type { Asked } from '../exports/asked.ts'
import type { Bar, Figures } from '../results-wire.ts'
import { isItem, type Json } from '../shape-walk.ts'
import { dossierCounter, quantile } from './numbers.ts'
import { isBlank } from './shown.ts'

type Choice = { readonly value: unknown; readonly text: string }

/** Counts choices by their value; a value that is none of the choices is told as it stands. */
const barsTally = (choices: readonly Choice[]) => {
  const bars = new Map<string, { text: string; count: number; dossiers: ReturnType<typeof dossierCounter> }>()
  const barOf = (code: string, text: string) => {
    const bar = bars.get(code) ?? { text, count: 0, dossiers: dossierCounter() }
    bars.set(code, bar)
    return bar
  }
  for (const { value, text } of choices) barOf(String(value), text)
  return {
    add: (value: Json, dossier: number): void => {
      const bar = barOf(String(value), String(value))
      bar.count += 1
      bar.dossiers.add(dossier)
    },
    bars: (): Bar[] =>
      [...bars].map(([code, { text, count, dossiers }]) => ({
        code,
        text,
        count,
        dossiers: dossiers.count(),
      })),
  }
}

/** One choice or several. On a scale of numbers, its mean and median too. */
export const choicesTally = ({ kind, choices }: Asked) => {
  const tally = barsTally(choices)
  const isSeveral = kind === 'choices'
  return {
    add: (value: Json, dossier: number): void => {
      for (const one of Array.isArray(value) ? value : [value]) tally.add(one, dossier)
    },
    figures: (): Figures => {
      const bars = tally.bars()
      const isScale =
        !isSeveral && choices.length > 1 && choices.every(({ value }) => typeof value === 'number')
      const made = isScale
        ? bars.flatMap(({ code, count }) => Array.from({ length: count ?? 0 }, () => Number(code)))
        : []
      const sorted = made.toSorted((a, b) => a - b)
      const sum = sorted.reduce((total, value) => total + value, 0)
      const mean = sorted.length > 0 ? Number((sum / sorted.length).toFixed(6)) : null
      const isShortened = bars.length > LONG
      return {
        kind: 'choices',
        isSeveral,
        isShortened,
        bars: isShortened ? mostChosen(bars) : bars,
        mean,
        median: quantile(sorted, 0.5),
      }
    },
  }
}

/** A list longer than this (the communes) tells what was chosen only, the most chosen first. */
const LONG = 20

const mostChosen = (bars: readonly Bar[]): Bar[] =>
  bars
    .filter(({ count }) => count !== 0)
    .toSorted((a, b) => (b.count ?? 0) - (a.count ?? 0) || a.text.localeCompare(b.text, 'fr'))

/** Yes or no. */
export const booleanTally = ({ yes }: Asked) => {
  const tally = barsTally([
    { value: 'oui', text: 'Oui' },
    { value: 'non', text: 'Non' },
  ])
  return {
    add: (value: Json, dossier: number): void => tally.add(value === yes ? 'oui' : 'non', dossier),
    figures: (): Figures => ({
      kind: 'choices',
      isSeveral: false,
      isShortened: false,
      bars: tally.bars(),
      mean: null,
      median: null,
    }),
  }
}

/** How often each was ranked first, and its mean rank. */
export const rankingTally = ({ choices }: Asked) => {
  const first = barsTally(choices)
  const ranks = new Map<string, { sum: number; count: number }>()
  return {
    add: (value: Json, dossier: number): void => {
      if (!Array.isArray(value)) return
      for (const [i, one] of value.entries()) {
        const rank = ranks.get(String(one)) ?? { sum: 0, count: 0 }
        ranks.set(String(one), { sum: rank.sum + i + 1, count: rank.count + 1 })
        if (i === 0) first.add(one, dossier)
      }
    },
    figures: (): Figures => ({
      kind: 'ranking',
      bars: first.bars().map((bar) => {
        const rank = ranks.get(bar.code)
        return { ...bar, rank: rank ? Number((rank.sum / rank.count).toFixed(2)) : null }
      }),
    }),
  }
}

/** A row of choices for each row. */
export const matrixTally = ({ rows, choices }: Asked) => {
  const columns = choices.map(({ value, text }) => ({ code: String(value), text }))
  const tallies = rows.map(({ value, text }) => ({
    code: String(value),
    text,
    answered: 0,
    tally: barsTally(choices),
  }))
  return {
    add: (value: Json, dossier: number): void => {
      if (!isItem(value)) return
      for (const row of tallies) {
        const chosen = value[row.code]
        if (chosen === undefined || isBlank(chosen)) continue
        row.answered += 1
        row.tally.add(chosen, dossier)
      }
    },
    figures: (): Figures => ({
      kind: 'matrix',
      columns,
      rows: tallies.map(({ code, text, answered, tally }) => ({ code, text, answered, bars: tally.bars() })),
    }),
  }
}
