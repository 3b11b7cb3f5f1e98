// How the checks speak of questions: by their titles, and by a name only where there is nothing else.
import type { Places } from './places.ts'
import { calledOf, type Path, type Reading, type Spot } from './reading.ts'

export type Called = (name: unknown) => string

/** The title of what a formula names: `enfants`, `row.filles`, `lieux[0].adresse`. */
export const calledIn = ({ spots, pages }: Reading): Called => {
  const titles = new Map(
    [...spots, ...pages].reverse().map((spot) => [spot.name.toLowerCase(), calledOf(spot)]),
  )
  return (name) => {
    const said = String(name ?? '').slice(0, 80)
    const whole = said.replace(/^#/, '').toLowerCase()
    return titles.get(whole) ?? titles.get(/[^.\]]*$/.exec(whole)?.[0] ?? '') ?? said
  }
}

/** What names something at a place: « La condition de « Votre projet » ». */
export const namingAt = (path: Path, { spots, pages }: Reading): string => {
  const around = [...pages, ...spots].findLast(({ path: at }) => at.every((part, i) => path[i] === part))
  const key = path.slice(around?.path.length).findLast((part) => typeof part === 'string')
  const what = PARTS.get(String(key)) ?? (/If$/.test(String(key)) ? 'La condition' : 'Un texte')
  return around && around.path.length > 1 ? `${what} de ${partOf(around)}` : what
}

const PARTS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    expression: 'Le calcul',
    totalExpression: 'Le total',
    defaultValueExpression: 'La valeur de départ',
    minValueExpression: 'Le minimum',
    maxValueExpression: 'Le maximum',
    setValueExpression: 'Le calcul',
    setValueIf: 'La condition',
  }),
)

const partOf = (spot: Spot): string => `${spot.kind === 'page' ? 'la page ' : ''}${wordsFor(spot)}`

/** « Filles » (dans « Enfants accueillis ») */
export const wordsFor = (spot: Spot): string =>
  `« ${calledOf(spot)} »${spot.holder ? ` (dans « ${calledOf(spot.holder)} »)` : ''}`

/** What a pattern would read, as far as it leads; its last name where that is gone. */
export const wordsAt = (pattern: string, { questions }: Places): string => {
  const [first = '', ...rest] = pattern.split('/').slice(1)
  const whole = questions.get(first)
  const last = rest.findLast((part) => part !== '*')
  if (!whole) return `« ${last ?? (first || pattern)} »`
  return last === undefined ? wordsFor(whole) : `« ${last} » (dans « ${calledOf(whole)} »)`
}
