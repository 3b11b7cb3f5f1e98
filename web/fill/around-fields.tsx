import type { ResponseView } from '../../forms/response-wire.ts'
import { CarriedMark, type Carrying } from './carried.tsx'
import type { Checking } from './checking.ts'
import { type Conflicting, ConflictMark } from './conflict-mark.tsx'
import type { Drawing } from './survey-parts.ts'

type Filled = Omit<Carrying, 'response'> &
  Omit<Conflicting, 'response'> & {
    readonly checking: Checking
    readonly response: () => ResponseView
  }

/**
 * What the questionnaire shows around its fields: the forecast, that an answer comes from another year, and that it
 * contradicts another.
 */
export const aroundFields = (filling: Filled): Pick<Drawing, 'beside' | 'above' | 'under'> => {
  const loaded = filling.checking.loaded()
  const forecast = loaded?.part.forecastOf(filling.response().form, loaded.checks.facts.others)
  const carried = new Set(Object.keys(filling.notes.unconfirmed()))
  const Contradiction = loaded?.part.ContradictionMark
  return {
    ...(loaded && forecast ? loaded.part.comparing(forecast) : {}),
    above: ({ name }) => (
      <>
        <ConflictMark filling={filling} question={name} />
        {carried.has(name) ? <CarriedMark filling={filling} question={name} /> : null}
        {Contradiction ? <Contradiction filling={filling} question={name} /> : null}
      </>
    ),
  }
}
