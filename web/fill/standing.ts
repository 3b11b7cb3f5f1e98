// What a response is worth at this instant, in the words that stand above every section: until it is submitted,
// nobody may take a draft for a submission.
import { deadlineText, instantText } from '../../forms/dates.ts'
import { whyClosed } from '../../forms/lifecycle.ts'
import type { ResponseView } from '../../forms/wire.ts'

export type Standing = {
  readonly tone: 'warn' | 'ok' | 'stop'
  /** The one thing to know. */
  readonly title: string
  /** What counts, what is next, and by when. */
  readonly text: string
}

type Facts = Pick<ResponseView, 'status' | 'closesAt' | 'zone' | 'submittedAt' | 'reference'>

/** `hasChanges`: something was answered since the last submission, wherever it is kept. */
export const standingOf = (response: Facts, hasChanges: boolean, now: string): Standing => {
  const { closesAt, zone, status } = response
  const why = whyClosed(response, now)
  const sent = response.submittedAt ? `Transmis le ${instantText(response.submittedAt, zone)}` : undefined
  const reference = response.reference ? ` Référence ${response.reference}.` : ''
  const by = `avant la fin du ${deadlineText(closesAt, zone)}`
  if (why === 'locked')
    return {
      tone: 'ok',
      title: 'Validé par la Caf.',
      text: `${sent ?? 'Transmis'}.${reference} Ce dossier ne change plus.`,
    }
  if (why === 'closed' && sent) return closedAfter(sent, reference, hasChanges, deadlineText(closesAt, zone))
  if (why === 'closed')
    return {
      tone: 'stop',
      title: 'Non transmis, échéance passée.',
      text: `L’échéance était ${deadlineText(closesAt, zone)}. Vos réponses sont gardées et restent lisibles ici. Contactez votre Caf.`,
    }
  const left = remainingText(now, closesAt)
  if (status === 'to-correct')
    return {
      tone: 'warn',
      title: 'À corriger.',
      text: `La Caf attend une correction ${by}. ${left} ${sent ? `${sent}, votre envoi compte toujours.` : ''}`.trim(),
    }
  if (!sent) return { tone: 'warn', title: 'Non transmis.', text: `À transmettre ${by}. ${left}` }
  if (hasChanges)
    return {
      tone: 'warn',
      title: `${sent} ; des modifications ne sont pas transmises.`,
      text: `Votre envoi compte tant que vous n’en transmettez pas un autre, ${by}. ${left}`,
    }
  return {
    tone: 'ok',
    title: `${sent}.`,
    text: `${reference.trim()} Vous pouvez encore modifier ${by}. ${left}`.trim(),
  }
}

const closedAfter = (sent: string, reference: string, hasChanges: boolean, deadline: string): Standing =>
  hasChanges
    ? {
        tone: 'warn',
        title: `${sent} ; des modifications ne sont pas transmises.`,
        text: `C’est votre envoi qui compte.${reference} Échéance passée : ${deadline}.`,
      }
    : { tone: 'ok', title: `${sent}.`, text: `${reference} Échéance passée : ${deadline}.`.trim() }

/** « Il reste 3 jours. », in hours the last two days, in minutes the last two hours, in seconds the last minute. */
export const remainingText = (now: string, closesAt: string): string => {
  const seconds = Math.max(0, Math.ceil((Date.parse(closesAt) - Date.parse(now)) / 1000))
  if (seconds < 60) return `Il reste ${seconds} s.`
  if (seconds < 7200) return `Il reste ${Math.floor(seconds / 60)} min.`
  const hours = Math.floor(seconds / 3600)
  return hours < 48 ? `Il reste ${hours} h.` : `Il reste ${Math.floor(hours / 24)} jours.`
}
