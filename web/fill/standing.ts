// What a response is worth at this instant, in the words that stand above every section: nobody may take a draft for
// a submission.
import { deadlineText, instantText } from '../../forms/dates.ts'
import type { ResponseView } from '../../forms/response-wire.ts'
import { type Standing, standingOf } from './review-standing.ts'

export type StandingWords = {
  readonly tone: 'warn' | 'ok' | 'stop' | 'info'
  /** The one thing to know. */
  readonly title: string
  /** What counts, what is next, and by when. */
  readonly text: string
}

type Facts = Pick<ResponseView, 'status' | 'closesAt' | 'zone' | 'submission' | 'sections' | 'trial'>

/** `hasUnsent`: something was answered here since the last submission, which the response does not tell yet. */
export const standingWords = (response: Facts, hasUnsent: boolean, now: string): StandingWords => {
  const { closesAt, zone, submission, trial } = response
  if (trial) return trialWords(response)
  const told = standingOf(response, now)
  const standing: Standing = told === 'sent' && hasUnsent ? 'changed' : told
  const byCaf = submission?.madeByCaf !== undefined
  const done = byCaf ? 'Corrigé par la Caf' : 'Transmis'
  const [which, yours] = byCaf ? ['Cette version', 'elle'] : ['Cet envoi', 'votre envoi']
  const sent = submission ? `${done} le ${instantText(submission.receivedAt, zone)}` : done
  const reference = submission ? ` Référence ${submission.reference}.` : ''
  const deadline = deadlineText(closesAt, zone)
  const left = remainingText(now, closesAt)
  const changes = `${sent} ; des modifications ne sont pas transmises.`
  switch (standing) {
    case 'never-sent':
      return {
        tone: 'warn',
        title: 'Non transmis.',
        text: `À transmettre avant la fin du ${deadline}. ${left}`,
      }
    case 'sent':
      return { tone: 'ok', title: `${sent}.`, text: `Modifiable jusqu’au ${deadline}. ${left}${reference}` }
    case 'changed':
      return {
        tone: 'warn',
        title: changes,
        text: `${which} compte tant que vous ne transmettez pas d’autres réponses, avant la fin du ${deadline}. ${left}`,
      }
    case 'to-correct':
      return {
        tone: 'warn',
        title: 'Correction demandée par la Caf, non transmise.',
        text: `À transmettre avant la fin du ${deadline}. ${left} ${sent}, ${yours} compte toujours d’ici là.`,
      }
    case 'missed':
      return {
        tone: 'stop',
        title: 'Non transmis, échéance passée.',
        text: `C’était le ${deadline}. Vos réponses sont gardées et se lisent ici. Contactez votre Caf sans attendre.`,
      }
    case 'closed':
      return {
        tone: hasUnsent ? 'warn' : 'info',
        title: hasUnsent ? changes : `${sent}.`,
        text: `C’est ${which.toLowerCase()} qui compte : l’échéance est passée.${reference}`,
      }
    case 'locked':
      return {
        tone: 'ok',
        title: 'Validé par la Caf.',
        text: `${sent}.${reference} Ce dossier ne change plus.`,
      }
  }
}

/** A trial is never taken for something that counts, nor for something that stays. */
export const trialWords = ({ closesAt, zone }: Pick<Facts, 'closesAt' | 'zone'>): StandingWords => ({
  tone: 'warn',
  title: 'Essai : rien n’est transmis.',
  text: `Un collègue de la Caf peut l’ouvrir à la même adresse. Ces réponses disparaissent au bout de 7 jours, le ${instantText(closesAt, zone)}.`,
})

/** « Il reste 3 jours. », in hours the last two days, in minutes the last two hours, in seconds the last minute. */
export const remainingText = (now: string, closesAt: string): string => {
  const ms = Math.max(0, Date.parse(closesAt) - Date.parse(now))
  if (ms < 60_000) return `Il reste ${Math.ceil(ms / 1000)} s.`
  if (ms < 2 * HOUR_MS) return `Il reste ${Math.floor(ms / 60_000)} min.`
  const hours = Math.floor(ms / HOUR_MS)
  return hours < 48 ? `Il reste ${hours} h.` : `Il reste ${Math.floor(hours / 24)} jours.`
}

const HOUR_MS = 3_600_000
