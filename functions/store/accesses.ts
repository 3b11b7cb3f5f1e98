// The log of accesses of a Caf: a partition a day, so that a day is read at once and none grows without end. The table
// forgets a line by itself after a year; one machine, where it does not, is not asked for older ones.
import { ACCESSES_KEPT_DAYS, Access, type AccessFilter, isAsked } from '../../forms/accesses.ts'
import { keys, ranges } from './keys.ts'
import { queryRange } from './query-items.ts'
import { putItem } from './write-items.ts'

const DAY_MS = 24 * 3_600_000
const PAGE = 50
/** Days without a line that is asked for are passed over, this many in a request. */
const MAX_DAYS = 60

/** Adds a line. */
export const putAccess = (cafId: string, access: Access): Promise<boolean> =>
  putItem(keys.access(cafId, access.at, access.id), {
    ...access,
    expiresAt: Math.ceil((Date.parse(access.at) + ACCESSES_KEPT_DAYS * DAY_MS) / 1000),
  })

type Asked = {
  /** The first instant, and the first one after the last. */
  readonly from: string
  readonly until: string
  readonly filter: AccessFilter
}

/** A page of the log, the latest first, from `until` back; `next` is the `until` of the page after it. */
export const listAccesses = async (
  cafId: string,
  { from, until, filter }: Asked,
): Promise<{ items: Access[]; next?: string }> => {
  const items: Access[] = []
  let day = dayOf(before(until))
  for (let count = 0; day >= dayOf(from); count += 1) {
    if (count === MAX_DAYS) return { items, next: `${dayAfter(day)}T00:00:00.000Z` }
    const rows = (await queryRange(ranges.accesses(cafId, day))).map((row) => Access.parse(row))
    const asked = rows.filter(
      (access) => access.at >= from && placeOf(access) < until && isAsked(access, filter),
    )
    items.push(...asked.toReversed())
    const last = items[PAGE - 1]
    if (last && items.length > PAGE) return { items: items.slice(0, PAGE), next: placeOf(last) }
    day = dayOf(new Date(Date.parse(day) - 1).toISOString())
  }
  return { items }
}

/** Lines of one instant are told apart by their id. */
const placeOf = ({ at, id }: Access): string => `${at}#${id}`
const dayOf = (place: string): string => place.slice(0, 10)
const dayAfter = (day: string): string => dayOf(new Date(Date.parse(day) + DAY_MS).toISOString())
/** The last instant of a page that ends at this place: an instant itself is outside, what has its id is not. */
const before = (place: string): string =>
  place.includes('#') ? place : new Date(Date.parse(place) - 1).toISOString()
