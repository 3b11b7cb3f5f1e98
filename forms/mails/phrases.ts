// What several letters say the same way.
import { fillUrl } from '../addresses.ts'
import { otherTitle } from '../asked-title.ts'
import { dayText, deadlineText } from '../dates.ts'
import type { Response } from '../nouns/response.ts'
import type { Block } from './letter.ts'

export type About = {
  readonly response: Response
  /** What only the change knew; each letter says below which it reads. */
  readonly facts: Readonly<Record<string, string>>
  readonly origin: string
  /** What a draft lacks, a sentence each (missing.ts). */
  readonly missing?: readonly string[]
}

export const draftsDoNotCount: Block = {
  text: 'Un brouillon enregistré ne compte pas : seules des réponses transmises, avec un reçu, sont prises en compte.',
}

/** « La Caf de la Savoie », at the head of a sentence. */
export const caf = ({ response }: About): string =>
  /^Caf\b/.test(response.cafName) ? `La ${response.cafName}` : response.cafName

/** « le projet « Clas des Bauges » (Association Belledonne) » */
export const project = ({ response }: About): string =>
  `le projet « ${response.projectName} » (${response.organisationName})`

/** What a subject ends with: « Bilan qualitatif 2023-2024, Clas des Bauges ». */
export const what = ({ response }: About): string => `${response.campaignTitle}, ${response.projectName}`

/** The questionnaire, where what is asked does not name it. */
export const questionnaire = ({ response }: About): (readonly [string, string])[] => {
  const other = otherTitle(response)
  return other ? [['Questionnaire', other]] : []
}

/** The last day on which the response takes answers, « vendredi 12 juillet 2024 ». */
export const lastDay = ({ response }: About): string =>
  dayText(new Date(Date.parse(response.closesAt) - 1).toISOString(), response.zone)

/** By when, and what else is worth a line. */
export const due = (
  { response }: About,
  more: readonly (readonly [string, string])[] = [],
): Extract<Block, { facts: unknown }> => ({
  facts: [['À transmettre au plus tard', deadlineText(response.closesAt, response.zone)], ...more],
})

/** What missing the deadline costs, when the campaign says so. */
export const cost = ({ response }: About): Block[] =>
  response.consequence ? [{ important: response.consequence }] : []

/** Somebody’s own words after a label; nothing when there are none. */
export const said = (label: string, words: string | undefined): Block[] =>
  words ? [{ text: label }, { quote: words }] : []

/** Lines of a fact, as a list under a title; nothing when there are none. */
export const listed = (title: string, lines: string | undefined): Block[] =>
  lines ? [{ title, list: lines.split('\n') }] : []

/** The way to the questionnaire. */
export const fill = ({ response, origin }: About, action: string): Block => ({
  action,
  url: origin + fillUrl(response),
})
