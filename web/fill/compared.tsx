// A réel beside its forecast, as it is typed: two columns beside an amount, one beside each of several, a line under a
// single number.
import type { JSX } from 'preact'
import { type Forecast, gapWords, plannedWords, sumOfKnown } from '../shared/forecast.ts'
import { isMoney } from './number-input.tsx'
import { type Drawing, type Question, type ReadColumn, useParts } from './survey-parts.ts'

type TableQuestion = Question & { readonly columns?: readonly { name: string; money?: boolean }[] }

/** What the questionnaire shows beside and under its fields. */
export const comparing = (forecast: Forecast): Required<Pick<Drawing, 'beside' | 'under'>> => ({
  beside: (question: TableQuestion, column) => {
    const compared = (question.columns ?? []).filter(({ name }) => forecast.isCompared(question.name, name))
    const own = compared.find(({ name }) => name === column)
    if (!own) return []
    const line = { question, column, forecast, money: own.money === true }
    const planned = (row?: string) => plannedWords(plannedIn(line, row), line.money)
    const gap = (row?: string) => <Gap {...line} row={row} unknown="–" />
    if (compared.length === 1)
      return [
        { name: 'prevu', title: 'Prévu', cell: planned },
        { name: 'ecart', title: 'Écart', cell: gap },
      ]
    const both: ReadColumn['cell'] = (row) => (
      <>
        {planned(row)} <Gap {...line} row={row} />
      </>
    )
    return [{ name: 'prevu', title: 'Prévu, écart', cell: both }]
  },
  under: (question) =>
    forecast.isCompared(question.name) ? <UnderField question={question} forecast={forecast} /> : null,
})

type Line = {
  readonly question: Question
  readonly column: string
  readonly forecast: Forecast
  readonly money: boolean
}

type GapProps = Line & { readonly row: string | undefined; readonly unknown?: string }

/** `unknown` stands there until both numbers are known. */
const Gap = ({ row, unknown = '', ...line }: GapProps): JSX.Element => {
  useParts(line.question)
  const words = gapWords(typedIn(line, row), plannedIn(line, row), line.money)
  return <span class="gap">{words || unknown}</span>
}

const UnderField = ({ question, forecast }: Pick<Line, 'question' | 'forecast'>): JSX.Element | null => {
  useParts(question)
  const planned = forecast.plannedAt(`/${question.name}`)
  if (planned === undefined) return null
  const gap = gapWords(question.value, planned, isMoney(question))
  return (
    <p class="q-forecast">
      Prévu : {plannedWords(planned, isMoney(question))}
      {gap ? <span class="gap"> · écart : {gap}</span> : null}
    </p>
  )
}

/** What was planned in a row or, without one, in all those that are shown. */
const plannedIn = (line: Line, row: string | undefined): number | undefined =>
  row === undefined
    ? sumOfKnown(rowsOf(line.question).map((name) => plannedIn(line, name)))
    : line.forecast.plannedAt(`/${line.question.name}/${row}/${line.column}`)

const typedIn = ({ question, column }: Line, row: string | undefined): number | undefined => {
  const rows: unknown = question.value
  const cell = (name: string): number | undefined => {
    const value: unknown = Object(Object(rows)[name])[column]
    return typeof value === 'number' ? value : undefined
  }
  return row === undefined ? sumOfKnown(rowsOf(question).map(cell)) : cell(row)
}

const rowsOf = (question: Question & { visibleRows?: readonly { rowName: string }[] }): string[] =>
  (question.visibleRows ?? []).map(({ rowName }) => rowName)
