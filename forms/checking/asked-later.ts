// Conditions that read a question of a later page: whoever fills the pages in order has not answered it yet, and what
// depends on it shows or goes behind their back. Later on the same page is seen at once.
import { pointer } from '../problems.ts'
import { rootsIn } from './loops.ts'
import { namingAt } from './question-words.ts'
import {
  asks,
  calledOf,
  everything,
  type Fix,
  isNode,
  type Path,
  type Reading,
  type Spot,
  type Told,
} from './reading.ts'

/** A condition, with the questions it reads and the page it stands on, by its place among the pages. */
type Reader = { readonly path: Path; readonly page: number; readonly reads: readonly Asked[] }
type Asked = { readonly spot: Spot; readonly page: number }

export const askedLaterIn = (reading: Reading): Told[] => {
  const readers = readersIn(reading)
  const onPages = new Map(
    reading.spots.filter(({ path }) => path.length === 5).map((spot) => [pointer(...spot.path), spot]),
  )
  return readers.flatMap((reader): Told[] => {
    const later = reader.reads.filter(({ page }) => page > reader.page)
    const [last] = later.toSorted((a, b) => b.page - a.page || indexOn(b.spot) - indexOn(a.spot))
    if (!last) return []
    const on = reading.pages[last.page]
    const words = later.map(({ spot }) => `« ${calledOf(spot)} »`).join(', ')
    return [
      {
        check: 'asked-later',
        path: reader.path,
        detail: `${namingAt(reader.path, reading)} lit ${words}, qui se ${later.length > 1 ? 'demandent' : 'demande'} plus loin, page « ${on ? calledOf(on) : ''} » : en répondant dans l’ordre, on n’y a pas encore répondu.`,
        fix: moving(
          reading,
          readers,
          { ...reader, shown: onPages.get(pointer(...reader.path.slice(0, -1))) },
          last,
        ),
      },
    ]
  })
}

const CONDITION = /^(?:visible|enable|required|(?:choices|rows|columns)(?:Visible|Enable))If$/

const readersIn = (reading: Reading): Reader[] => {
  const asked = askedIn(reading)
  const names = new Set(asked.keys())
  const fields = new Set(
    reading.spots.flatMap(({ holder, name }) => (holder === undefined ? [] : name.toLowerCase())),
  )
  return reading.pages.flatMap(({ json, path: at }, page) =>
    [...everything(json, at)].flatMap(({ key, json: said, path }): Reader[] => {
      if (typeof said !== 'string' || !CONDITION.test(String(key))) return []
      // The condition of a function over a list names columns of that list.
      const inLists = /InArray\s*\(/i.test(said)
      const reads = rootsIn(said, names)
        .filter((name) => !(inLists && fields.has(name)))
        .flatMap((name) => asked.get(name) ?? [])
      return [{ path, page, reads: [...new Set(reads)] }]
    }),
  )
}

/** The questions that people answer, by name: what is computed, or set by the server, is there from the start. */
const askedIn = ({ content, pages, spots }: Reading): ReadonlyMap<string, Asked> => {
  const prefilled = isNode(content.info.prefilled) ? content.info.prefilled : {}
  return new Map(
    spots
      .filter(
        ({ kind, holder, type }) => kind === 'question' && holder === undefined && type !== 'expression',
      )
      .filter(({ name, json }) => json.readOnly !== true && !Object.hasOwn(prefilled, name))
      .map((spot) => [
        spot.name.toLowerCase(),
        { spot, page: spot.around[0] ? pages.indexOf(spot.around[0]) : 0 },
      ]),
  )
}

/** Where what holds it stands on its page. */
const indexOn = ({ path }: Spot): number => Number(path[4])

/** Puts what is shown after what it depends on, where nothing else is upset by that. */
const moving = (
  { pages, spots }: Reading,
  readers: readonly Reader[],
  { path, page, shown }: Reader & { readonly shown: Spot | undefined },
  last: Asked,
): Fix | undefined => {
  const to = pages[last.page]
  if (!shown || !to || to.json.visibleIf !== undefined || path.at(-1) !== 'visibleIf') return undefined
  const moved = spots.filter((spot) => spot === shown || spot.around.includes(shown))
  const staysAsked = spots.some(
    (spot) => spot.around[0] === pages[page] && asks(spot) && !moved.includes(spot),
  )
  const isReadBefore = readers.some(
    (other) =>
      other.page < last.page &&
      !isIn(other.path, shown) &&
      other.reads.some(({ spot }) => moved.includes(spot)),
  )
  if (!staysAsked || isReadBefore) return undefined
  return {
    label: `Déplacer après « ${calledOf(last.spot)} »`,
    patch: [
      {
        op: 'move',
        from: pointer(...shown.path),
        path: pointer(...to.path, 'elements', indexOn(last.spot) + 1),
      },
    ],
  }
}

const isIn = (path: Path, { path: around }: Spot): boolean => around.every((part, i) => path[i] === part)
