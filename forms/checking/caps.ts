// How many lines people may add: thousands would take minutes to check.
import { calledOf, type Reading, setting, type Told } from './reading.ts'

const LISTS: Readonly<Record<string, string>> = {
  matrixdynamic: 'maxRowCount',
  paneldynamic: 'maxPanelCount',
}
const USUAL = 20
const MOST = 200

export const capsIn = ({ spots }: Reading): Told[] =>
  spots.flatMap((spot): Told[] => {
    const key = Object.hasOwn(LISTS, spot.type) ? LISTS[spot.type] : undefined
    if (!key) return []
    const most = spot.json[key]
    if (typeof most === 'number' && Number.isInteger(most) && most >= 1 && most <= MOST) return []
    const value = typeof most === 'number' && most > MOST ? MOST : USUAL
    return [
      {
        check: 'no-cap',
        path: most === undefined ? spot.path : [...spot.path, key],
        question: spot.name,
        detail: `« ${calledOf(spot)} » : dites combien de lignes au plus, de 1 à ${MOST}.`,
        fix: setting([...spot.path, key], value, `${value} lignes au plus`),
      },
    ]
  })
