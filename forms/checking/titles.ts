// What is asked without words: people would be shown the technical name of the question in the place of its title.
import { asks, hasText, type Reading, type Spot, type Told } from './reading.ts'

export const titlesIn = ({ spots, content }: Reading): Told[] =>
  spots
    .filter((spot) => asks(spot) && !hasText(spot.json.title))
    .map((spot) => ({
      ...{ path: spot.path, question: spot.name },
      ...(isHidden(spot, content.definition.questionTitleLocation)
        ? { check: 'no-hidden-title' }
        : { check: 'no-title', detail: wordsOf(spot) }),
    }))

const wordsOf = ({ kind, name }: Spot): string =>
  name === ''
    ? `Donnez un titre à ${called[kind] ?? 'cette question'}.`
    : `Donnez un titre à ${called[kind] ?? 'cette question'} : sans lui, on lirait « ${name} ».`

const called: Partial<Record<Spot['kind'], string>> = { column: 'cette colonne', field: 'ce champ' }

/** Whether nothing is written above it: it says so itself, or what stands around it does, the nearest first. */
const isHidden = ({ kind, json, around }: Spot, whole: unknown): boolean => {
  if (kind !== 'question') return false
  const said = [
    json.titleLocation,
    ...around.toReversed().map((one) => one.json.questionTitleLocation),
    whole,
  ]
  return said.find((where) => where !== undefined && where !== 'default') === 'hidden'
}
