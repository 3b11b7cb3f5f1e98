import { isObject, type Json, pointerOf } from '../editing/json-pointer.ts'
import type { Change } from '../publishing-wire.ts'
import { textOf } from './outline.ts'
import { quoted, type Subject } from './subject.ts'

/** A property that differs, and of what. */
export type Differing = {
  readonly subject: Subject
  readonly key: string
  readonly before: Json | undefined
  readonly after: Json | undefined
  /** A condition in words, « si … ». */
  readonly condition: (expression: string) => string
}

export type Told = Pick<Change, 'kind' | 'words' | 'effect'>

/** A change at the property it is of. */
export const placed = ({ subject: { pointer, question }, key }: Differing, told: Told): Change => ({
  kind: told.kind,
  pointer: `${pointer}${pointerOf([key])}`,
  ...(question === undefined ? {} : { question }),
  words: told.words,
  effect: told.effect,
})

/** « 10 au lieu de 5 », of what is short enough to be said: follows a colon. */
export const insteadOf = (before: Json | undefined, after: Json | undefined): string => {
  const [was, is] = [before, after].map(shortOf)
  if (before === undefined) return is === undefined ? 'ajout' : `maintenant ${is}`
  if (after === undefined) return 'retrait'
  return was !== undefined && is !== undefined && was !== is ? `${is} au lieu de ${was}` : 'changement'
}

/** A number, yes or no, or a text in words; undefined for what is none of them. */
export const shortOf = (json: Json | undefined): string | undefined => {
  if (typeof json === 'number') return String(json).replace('.', ',')
  if (typeof json === 'boolean') return json ? 'oui' : 'non'
  if (typeof json === 'string') return quoted(json)
  const words = isObject(json) ? textOf(json) : ''
  return words === '' ? undefined : quoted(words)
}
