// Where the person's answers are, in one value that the page shows at all times.
import { dayText, timeText } from '../../forms/dates.ts'
import type { Fault } from '../../forms/problems.ts'

export type SaveState =
  | { readonly kind: 'untouched' }
  | { readonly kind: 'saved'; readonly at: string }
  | { readonly kind: 'saving' }
  | { readonly kind: 'conflict' }
  /** What stands in so many fields is no answer. */
  | { readonly kind: 'untaken'; readonly count: number }
  | { readonly kind: 'offline' }
  | { readonly kind: 'refused'; readonly message: string; readonly faults: readonly Fault[] }
  | { readonly kind: 'session-expired' }
  | { readonly kind: 'no-access' }
  | { readonly kind: 'form-changed' }
  | { readonly kind: 'closed'; readonly message: string }

/** From the most harmless to the one that must be said first. */
const order: readonly SaveState['kind'][] = [
  'untouched',
  'saved',
  'saving',
  'conflict',
  'untaken',
  'offline',
  'refused',
  'session-expired',
  'no-access',
  'form-changed',
  'closed',
]

/** The state to show of several sections: the gravest, and of two saves the later. */
export const gravest = (states: readonly SaveState[]): SaveState =>
  states.reduce<SaveState>(
    (worst, state) => {
      if (worst.kind === 'saved' && state.kind === 'saved') return worst.at > state.at ? worst : state
      return order.indexOf(state.kind) > order.indexOf(worst.kind) ? state : worst
    },
    { kind: 'untouched' },
  )

/** The state in French. `now` and `zone` decide whether the day is said. */
export const saveStateText = (state: SaveState, now: string, zone: string): string => {
  switch (state.kind) {
    case 'untouched':
      return ''
    case 'saved':
      return `Enregistré ${whenText(state.at, now, zone)}`
    case 'saving':
      return 'Enregistrement…'
    case 'conflict':
      return 'Des réponses sont à départager'
    case 'untaken':
      return state.count === 1
        ? 'Une réponse à corriger n’est pas enregistrée'
        : `${state.count} réponses à corriger ne sont pas enregistrées`
    case 'offline':
      return 'Hors connexion : vos réponses sont gardées sur cet appareil'
    case 'refused':
      return 'Une réponse n’a pas pu être enregistrée'
    case 'session-expired':
      return 'Votre session a expiré : continuez, vos réponses sont gardées sur cet appareil.'
    case 'no-access':
      return 'Vous n’avez plus accès à ce dossier : rien n’est plus enregistré'
    case 'form-changed':
      return 'Le questionnaire a changé : rechargez la page'
    case 'closed':
      return 'Rien n’est plus enregistré'
  }
}

/** « à 14 h 32 » today, « le vendredi 12 juillet 2024 à 14 h 32 » any other day. */
export const whenText = (at: string, now: string, zone: string): string => {
  const day = dayText(at, zone)
  const time = `à ${timeText(at, zone)}`
  return day === dayText(now, zone) ? time : `le ${day} ${time}`
}
