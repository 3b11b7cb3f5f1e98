import type { CampaignRow } from '../../forms/campaign-rows-wire.ts'
import { timeText } from '../../forms/dates.ts'
import { localDay } from '../../forms/deadline.ts'
import { counted } from './campaign-words.ts'

type Reminded = Pick<CampaignRow, 'projectName' | 'remindedAt'>

const MOST_NAMED = 5

/**
 * Who of these was reminded today already, and when: « Déjà relancés aujourd’hui : Clas des Bauges (14 h 32) et Clas du
 * Val (9 h 05). » Undefined when nobody was.
 */
export const remindedToday = (
  rows: readonly Reminded[],
  { zone, now }: { readonly zone: string; readonly now: string },
): string | undefined => {
  const today = rows
    .flatMap(({ projectName, remindedAt }) => (remindedAt ? [{ projectName, at: remindedAt }] : []))
    .filter(({ at }) => localDay(at, zone) === localDay(now, zone))
    .toSorted((a, b) => b.at.localeCompare(a.at))
  if (today.length === 0) return undefined
  const named = today
    .slice(0, MOST_NAMED)
    .map(({ projectName, at }) => `${projectName} (${timeText(at, zone)})`)
  const others = today.length - named.length
  const all = others > 0 ? [...named, counted(others, 'autre')] : named
  const who = new Intl.ListFormat('fr').format(all)
  return `${today.length > 1 ? 'Déjà relancés' : 'Déjà relancé'} aujourd’hui : ${who}.`
}
