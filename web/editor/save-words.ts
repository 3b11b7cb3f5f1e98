import { dayText, timeText } from '../../forms/dates.ts'
import type { SaveState } from './draft-queue.ts'

/** Where the edits are, in French; the day is said when it is not that of `now`. */
export const saveWords = (state: SaveState, now: string, zone: string): string => {
  switch (state.kind) {
    case 'saved': {
      const time = `à ${timeText(state.at, zone)}`
      const day = dayText(state.at, zone)
      return day === dayText(now, zone) ? `Enregistré ${time}` : `Enregistré le ${day} ${time}`
    }
    case 'saving':
      return 'Enregistrement…'
    case 'offline':
      return 'Hors connexion : gardé sur cet appareil'
    case 'session-expired':
      return 'Session expirée : gardé sur cet appareil'
    case 'no-access':
      return 'Vous ne pouvez plus modifier ce questionnaire'
    case 'stale':
      return 'À départager : gardé sur cet appareil'
    case 'locked':
      return 'Non enregistré : gardé sur cet appareil'
    case 'refused':
      return 'Non enregistré'
  }
}
