// Who else in a questionnaire names a question: what a renaming follows, and a deletion would break.
import type { Content } from '../editing-wire.ts'
import { calledOf, nameOf } from './items.ts'
import { isObject, keysOfPointer, valueAt } from './json-pointer.ts'
import { markWords } from './marks.ts'
import { type Fields, names, type Target } from './references.ts'
import { fieldsIn } from './targets.ts'
import { changedTexts, type TextPlace } from './texts.ts'

export type Use = {
  /** The text that names it; of a mark, `/info`. */
  readonly pointer: string
  readonly kind: TextPlace['kind'] | 'mark'
  /** « la condition d’affichage de « Statut » » */
  readonly words: string
}

/** Every place that names one of these, but those inside `except`: what is deleted with them. */
export const usesOf = (content: Content, targets: readonly Target[], except?: string): Use[] => {
  const fields = fieldsIn(content)
  const found: Use[] = []
  changedTexts(content.definition, '/definition', (text, place) => {
    const isOut = except !== undefined && place.pointer.startsWith(`${except}/`)
    if (!isOut && targets.some((target) => namesIn(text, place, target, fields)))
      found.push({ pointer: place.pointer, kind: place.kind, words: placeWords(content, place.pointer) })
    return text
  })
  const marks = new Set(targets.flatMap((target) => markWords(content.info, target)))
  return [...found, ...[...marks].map((words): Use => ({ pointer: '/info', kind: 'mark', words }))]
}

/** Whether a text of the definition names the target. */
export const namesIn = (text: string, place: TextPlace, target: Target, fields: Fields): boolean =>
  place.kind === 'names'
    ? !target.owner && text === target.name
    : names(text, target, { pointer: place.pointer, isExpression: place.kind === 'expression', fields })

/** What a text of the definition is, in words: « la condition d’affichage de « Statut » ». */
const placeWords = (content: Content, pointer: string): string => {
  const keys = keysOfPointer(pointer)
  const key = keys.at(-1) ?? ''
  const inValidator = keys.includes('validators')
  const what = inValidator
    ? 'un contrôle'
    : (WHAT[key] ?? (/Expression$/.test(key) ? 'un calcul' : 'un texte'))
  const around = calledAround(content, keys.slice(0, -1))
  return around === undefined ? `${what} du questionnaire` : `${what} de « ${around} »`
}

const WHAT: Record<string, string> = {
  visibleIf: 'la condition d’affichage',
  enableIf: 'la condition de saisie',
  requiredIf: 'la condition d’obligation',
  choicesVisibleIf: 'la condition des choix',
  rowsVisibleIf: 'la condition des lignes',
  expression: 'le calcul',
  totalExpression: 'le total',
  title: 'le titre',
  description: 'la précision',
}

/** The title of the nearest thing with a name around a place. */
const calledAround = (content: Content, keys: readonly string[]): string | undefined => {
  for (let length = keys.length; length > 1; length--) {
    const found = valueAt(content, keys.slice(0, length))
    if (isObject(found) && nameOf(found)) return calledOf(found)
  }
  return undefined
}
