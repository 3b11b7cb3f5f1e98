// How large a questionnaire may be, for the page that imports one and for the server alike.
import { Problem } from '../problems.ts'

/** A draft and a version are each one item of the table, which holds 400 KB, and travel in bodies of 256 KB. */
const MAX_CONTENT_BYTES = 220 * 1024

/** What is said of a questionnaire that is too large, whatever it weighs. */
export const contentTooLarge =
  'Un questionnaire pèse 220 Ko au plus. Rien n’a été enregistré. Retirez les images incluses dans le JSON (adresses qui commencent par « data: »), raccourcissez les listes de choix et les textes, ou partagez-le en deux questionnaires.'

/** Whether the JSON text of a content may be kept. */
export const fits = (text: string): boolean => bytesOf(text) <= MAX_CONTENT_BYTES

/** How many bytes a value takes in a questionnaire. */
export const weightOf = (value: object): number => bytesOf(JSON.stringify(value))

/** How many bytes may still be added to a content, with a little kept for what follows. */
export const roomIn = (content: object): number => Math.max(0, MAX_CONTENT_BYTES - KEPT - weightOf(content))
const KEPT = 4 * 1024

const bytesOf = (text: string): number => new TextEncoder().encode(text).length

/** The JSON text of a content, as it is kept. Throws `too-large`. */
export const contentText = (content: object): string => {
  const text = JSON.stringify(content)
  if (fits(text)) return text
  throw new Problem('too-large', contentTooLarge)
}
