// What is called a calculation and computes nothing: people would read « – » for ever.
import { cellTypeOf } from '../editing/cell-type.ts'
import { calledOf, type Fix, hasText, type Reading, type Spot, setting, type Told } from './reading.ts'

export const calculationsIn = ({ spots }: Reading): Told[] =>
  spots
    .filter((spot) => isComputed(spot) && !hasText(spot.json.expression))
    .map((spot) => ({
      ...{ check: 'no-calculation' as const, path: spot.path, question: spot.name },
      detail: `« ${calledOf(spot)} » ne calcule rien : dites quel calcul y faire.`,
      fix: sumOf(spot, spots),
    }))

const isComputed = ({ kind, type, json, holder }: Spot): boolean =>
  kind === 'column' ? cellTypeOf(json, holder?.json) === 'expression' : type === 'expression'

/** Adds up the numbers of the same row, where there are some to add. */
const sumOf = (spot: Spot, spots: readonly Spot[]): Fix | undefined => {
  const { kind, holder, path } = spot
  if (kind !== 'column' || !holder) return undefined
  const added = spots.filter((one) => one.holder === holder && isNumber(one))
  if (added.length < 2) return undefined
  const sum = added.map(({ name }) => `{row.${name}}`).join(' + ')
  const called = added.map((one) => `« ${calledOf(one)} »`)
  const words =
    added.length > 3
      ? 'les colonnes de nombres'
      : [called.slice(0, -1).join(', '), called.at(-1)].join(' et ')
  return setting([...path, 'expression'], sum, `Additionner ${words}`)
}

const isNumber = ({ json, holder }: Spot): boolean =>
  cellTypeOf(json, holder?.json) === 'text' && json.inputType === 'number'
