// What one of a repeated block is called: one name makes the title of each, and the words of its buttons.
import type { Content } from '../editing-wire.ts'
import type { Edit } from './edit.ts'
import { objectAt, textOf } from './items.ts'
import type { Json, JsonObject } from './json-pointer.ts'
import { setProperties, withText } from './set-property.ts'

const TEXTS = ['templateTitle', 'addPanelText', 'removePanelText', 'noEntriesText'] as const
type Texts = Readonly<Record<(typeof TEXTS)[number], string>>

/** What a block says while nobody has named what it repeats. */
export const UNNAMED: Texts = {
  templateTitle: '',
  addPanelText: 'Ajouter un élément',
  removePanelText: 'Retirer cet élément',
  noEntriesText: 'Rien pour le moment.',
}
/** What it used to say then. */
const UNNAMED_BEFORE: Texts = {
  templateTitle: '',
  addPanelText: 'Ajouter un bloc',
  removePanelText: 'Retirer ce bloc',
  noEntriesText: 'Aucun bloc pour le moment.',
}

/** The name as it may be typed again, `une sortie`; empty where the titles are numbered otherwise. */
export const elementNameOf = (block: JsonObject): string => {
  const [, titled] = /^(\S.*) \{panelIndex\}$/.exec(textOf(block.templateTitle)) ?? []
  if (titled === undefined) return ''
  const [, article, added] = /^Ajouter (?:(une?) |: )(\S.*)$/.exec(textOf(block.addPanelText)) ?? []
  if (added === undefined || capital(added) !== titled) return titled
  return article === undefined ? added : `${article} ${added}`
}

/** « Sortie 1 », « Ajouter une sortie »… as far as the article tells: without one the words agree with any. */
export const elementTexts = (typed: string): Texts => {
  const name = typed.replaceAll(/[{}]/g, '').replaceAll(/\s+/g, ' ').trim()
  if (name === '') return UNNAMED
  const [, said = '', noun = name] = /^(une?) (\S.*)$/i.exec(name) ?? []
  const one = small(noun)
  const article = said.toLowerCase()
  return {
    templateTitle: `${capital(noun)} {panelIndex}`,
    addPanelText: article ? `Ajouter ${article} ${one}` : `Ajouter : ${one}`,
    removePanelText: `Retirer ${thisBefore(article, one)} ${one}`,
    noEntriesText: article
      ? `Aucun${article === 'une' ? 'e' : ''} ${one} pour le moment.`
      : UNNAMED.noEntriesText,
  }
}

/** Names what a block repeats: a text that somebody wrote in their own words stays as it is. */
export const setElementName = (content: Content, pointer: string, typed: string): Edit => {
  const block = objectAt(content, pointer)
  const [before, after] = [elementTexts(elementNameOf(block)), elementTexts(typed)]
  const isOurs = (key: keyof Texts) =>
    ['', before[key], UNNAMED[key], UNNAMED_BEFORE[key]].includes(textOf(block[key]))
  const wanted = TEXTS.filter(isOurs).map((key): [string, Json | undefined] => [
    key,
    textOf(block[key]) === after[key] ? block[key] : withText(block[key], after[key]),
  ])
  return setProperties(content, pointer, wanted, 'Nommer les éléments d’un bloc')
}

/** « cet » stands before a vowel; of an h only the ear tells. */
const thisBefore = (article: string, noun: string): string => {
  if (article === 'une') return 'cette'
  if (article === '' || /^h/i.test(noun)) return ':'
  return /^[aeiouyàâäéèêëîïôöùûüœæ]/i.test(noun) ? 'cet' : 'ce'
}

const capital = (text: string): string => firstAs(text, text.charAt(0).toUpperCase())

/** Initials stay as they are: « un EPCI ». */
const small = (text: string): string =>
  /^\p{Lu}[\p{Lu}\d]/u.test(text) ? text : firstAs(text, text.charAt(0).toLowerCase())

const firstAs = (text: string, first: string): string => (first.length === 1 ? first + text.slice(1) : text)
