import { dayText } from '../../forms/dates.ts'
import type { ResponseSummary } from '../../forms/response-wire.ts'
import { quoted } from './words.ts'

/** Said before one asks, where no more time is given to anybody. */
export const NO_EXTENSION = 'Pas de délai supplémentaire accordé.'

type Extended = Pick<ResponseSummary, 'closesAt' | 'zone' | 'extension'>

/** « Échéance prolongée au lundi 22 juillet 2024 par votre Caf : motif. »; undefined when it was not. */
export const extensionWords = ({ closesAt, zone, extension }: Extended): string | undefined => {
  if (!extension) return undefined
  const last = new Date(Date.parse(closesAt) - 1).toISOString()
  return ended(`Échéance prolongée au ${dayText(last, zone)} par votre Caf : ${extension.reason}`)
}

/**
 * What goes with a deadline that is still to be met, in sentences: that it was moved and why, that it never will be,
 * what missing it costs.
 */
export const termsOf = (
  response: Extended & Pick<ResponseSummary, 'extensions' | 'consequence'>,
): readonly string[] =>
  [
    extensionWords(response),
    response.extensions ? undefined : NO_EXTENSION,
    response.consequence ? ended(response.consequence) : undefined,
  ].flatMap((sentence) => sentence ?? [])

/** « La Caf demande une correction : « Précisez… » » */
export const correctionWords = ({ correction }: Pick<ResponseSummary, 'correction'>): string =>
  correction
    ? `La Caf demande une correction : ${quoted(ended(correction.message))}`
    : 'La Caf demande une correction.'

/** With a full stop unless it ends a sentence already. */
const ended = (text: string): string => (/[.!?…]$/.test(text) ? text : `${text}.`)
