import { dayText, timeText } from '../../forms/dates.ts'
import type { SaveState } from './draft-queue.ts'

type When = { readonly now: string; readonly zone: string }

/** Where the edits are, in French; the day is said when it is not that of `now`. `isKept`: this device has them. */
export const saveWords = (state: SaveState, { now, zone }: When, isKept: boolean): string => {
  const kept = isKept ? 'gardé sur cet appareil' : 'seulement dans cette page'
  switch (state.kind) {
    case 'saved': {
      const time = `à ${timeText(state.at, zone)}`
      const day = dayText(state.at, zone)
      return day === dayText(now, zone) ? `Enregistré ${time}` : `Enregistré le ${day} ${time}`
    }
    case 'saving':
      return 'Enregistrement…'
    case 'offline':
      return `Hors connexion : ${kept}`
    case 'session-expired':
      return `Session expirée : ${kept}`
    case 'no-access':
      return 'Vous ne pouvez plus modifier ce questionnaire'
    case 'stale':
      return `À départager : ${kept}`
    case 'locked':
      return `Non enregistré : ${kept}`
    case 'refused':
      return 'Non enregistré'
  }
}
