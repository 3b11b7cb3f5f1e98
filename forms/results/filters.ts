// Narrowing results by what form.json says may narrow them: which values there are, what an address asks for, and
// whether a dossier is let through.
import type { Asked } from '../exports/asked.ts'
import type { Answers } from '../nouns/scalars.ts'
import { findAll } from '../operands.ts'
import { Problem } from '../problems.ts'
import type { ResultFilter } from '../result-marks.ts'
import type { FilterView } from '../results-wire.ts'
import { dossierCounter } from './numbers.ts'

export type Filter = ResultFilter & { readonly choices: Asked['choices'] }
export type ResultsAsked = {
  readonly isPublished: boolean
  /** The value that each filter is set to, by its name. */
  readonly chosen: Readonly<Record<string, string>>
}

/** The filters of a form with the values of their questions; one whose question has no choices is not offered. */
export const filtersOf = (marks: readonly ResultFilter[], asked: readonly Asked[]): Filter[] =>
  marks.flatMap((mark) => {
    const choices = choicesAt(asked, mark.at.slice(1).split('/'))
    return choices.length > 0 ? [{ ...mark, choices }] : []
  })

const choicesAt = (asked: readonly Asked[], [name = '', ...inside]: readonly string[]): Asked['choices'] => {
  const named = asked.filter((question) => question.name === name)
  const [, ...below] = inside
  return inside.length === 0
    ? named.flatMap(({ kind, choices }) => (kind === 'choice' || kind === 'choices' ? choices : []))
    : named.flatMap(({ fields }) => choicesAt(fields, below))
}

/**
 * What the query of an address asks for. Throws `invalid-request` for what is no filter of the form or no value of it.
 * `also` are names that others read.
 */
export const resultsAsked = (
  query: Readonly<Record<string, string | undefined>>,
  filters: readonly Filter[],
  also: readonly string[] = [],
): ResultsAsked => {
  const chosen: Record<string, string> = {}
  const { publish = 'false', ...others } = query
  if (publish !== 'true' && publish !== 'false')
    throw new Problem('invalid-request', '« publish » vaut « true » ou « false ».')
  for (const [name, value = ''] of Object.entries(others)) {
    if (also.includes(name)) continue
    const filter = filters.find((one) => one.name === name)
    if (!filter) throw new Problem('invalid-request', unknownFilter(name, filters))
    if (!filter.choices.some((choice) => String(choice.value) === value))
      throw new Problem('invalid-request', `« ${value} » n’est pas une valeur de « ${filter.label} ».`)
    chosen[name] = value
  }
  return { isPublished: publish === 'true', chosen }
}

const unknownFilter = (name: string, filters: readonly Filter[]): string =>
  filters.length === 0
    ? `« ${name} » n’est pas un filtre : les résultats de ce questionnaire n’en ont pas.`
    : `« ${name} » n’est pas un filtre de ce questionnaire. Il a : ${filters.map((one) => `« ${one.name} »`).join(', ')}.`

/** Whether the answers are among those asked for: every filter that is set finds its value in them. */
export const isLetThrough = (
  answers: Answers,
  filters: readonly Filter[],
  { chosen }: ResultsAsked,
): boolean =>
  filters.every((filter) => {
    const wanted = chosen[filter.name]
    return wanted === undefined || valuesAt(answers, filter).has(wanted)
  })

/** Counts the dossiers that hold each value of each filter. */
export const filterCounts = (filters: readonly Filter[]) => {
  const counts = filters.map((filter) => ({
    filter,
    byValue: new Map(filter.choices.map(({ value }) => [String(value), dossierCounter()])),
  }))
  return {
    add: (answers: Answers, dossier: number): void => {
      for (const { filter, byValue } of counts)
        for (const value of valuesAt(answers, filter)) byValue.get(value)?.add(dossier)
    },
    /** The values that dossiers hold, and the one that is set. */
    views: ({ chosen }: ResultsAsked): FilterView[] =>
      counts.map(({ filter: { name, label, by, choices }, byValue }) => ({
        name,
        label,
        by,
        options: choices
          .map(({ value, text }) => ({
            value: String(value),
            text,
            dossiers: byValue.get(String(value))?.count() ?? 0,
          }))
          .filter(({ value, dossiers }) => dossiers > 0 || value === chosen[name]),
        ...(chosen[name] === undefined ? {} : { chosen: chosen[name] }),
      })),
  }
}

const valuesAt = (answers: Answers, { at }: Filter): Set<string> =>
  new Set(
    findAll(answers, at)
      .flatMap(({ value }) => (Array.isArray(value) ? value : [value]))
      .map(String),
  )
