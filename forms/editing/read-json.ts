// A reading of JSON text that tells where everything stands, and in French what is wrong: what JSON.parse says of a
// fault differs from one browser to the next, in English, and it takes a key written twice for granted.
import { pointerOf } from './json-pointer.ts'

export type Span = { readonly from: number; readonly to: number }
type Remark = Span & { readonly words: string }

export type JsonReading = {
  /** The first thing that keeps it from being JSON. */
  readonly fault: Remark | undefined
  /** Keys that stand twice in one object. */
  readonly twice: readonly Remark[]
  /** Where each value stands with its key, by JSON pointer. */
  readonly places: ReadonlyMap<string, Span>
}

/** Deeper than any questionnaire, and than what a browser's own reader of JSON is sure to take. */
const DEEPEST = 500
const SPACE = /[ \t\n\r]*/y
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON allows no control character within a string
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"/y
const WORD = /true|false|null/y

class Fault extends Error {
  readonly at: number
  constructor(at: number, words: string) {
    super(words)
    this.at = at
  }
}

export const readJson = (text: string): JsonReading => {
  const places = new Map<string, Span>()
  const twice: Remark[] = []
  let at = 0

  const take = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at
    const found = pattern.exec(text)?.[0]
    at += found?.length ?? 0
    return found
  }
  const next = (): string | undefined => {
    take(SPACE)
    return text[at]
  }
  const place = (keys: readonly (string | number)[], from: number): void => {
    places.set(pointerOf(keys), { from, to: at })
  }

  const value = (keys: readonly (string | number)[], from?: number): void => {
    const char = next()
    const start = from ?? at
    if (keys.length > DEEPEST) throw new Fault(at, 'Ces objets sont emboîtés trop profondément.')
    if (char === '{') object(keys)
    else if (char === '[') list(keys)
    else if (char === '"') string()
    else if (!take(WORD) && !take(NUMBER)) throw new Fault(at, noValue(char, text.slice(at)))
    place(keys, start)
  }

  const string = (): string => {
    const start = at
    const found = take(STRING)
    if (found !== undefined) return JSON.parse(found)
    throw stringFault(text, start)
  }

  const object = (keys: readonly (string | number)[]): void => {
    const opened = at++
    const seen = new Map<string, Span>()
    if (next() === '}') return void at++
    for (;;) {
      const from = at
      if (next() !== '"') throw new Fault(at, noKey(text[at], opened, text))
      const keyAt = at
      const key = string()
      const first = seen.get(key)
      if (first)
        twice.push({
          ...{ from: keyAt, to: at },
          words: `« ${key} » est déjà là, à la ligne ${lineAt(text, first.from)} : seule la dernière valeur compterait.`,
        })
      seen.set(key, { from: keyAt, to: at })
      if (next() !== ':')
        throw new Fault(at, 'Il manque deux-points « : » entre le nom de la propriété et sa valeur.')
      at++
      value([...keys, key], Math.max(from, keyAt))
      if (!goesOn('}', opened)) return
      next()
    }
  }

  const list = (keys: readonly (string | number)[]): void => {
    const opened = at++
    if (next() === ']') return void at++
    for (let i = 0; ; i++) {
      value([...keys, i])
      if (!goesOn(']', opened)) return
    }
  }

  /** Past the comma, true; past the end, false. */
  const goesOn = (end: '}' | ']', opened: number): boolean => {
    const char = next()
    if (char === end) {
      at++
      return false
    }
    if (char !== ',') throw new Fault(at, noComma(char, end, opened, text))
    const comma = at++
    if (next() === end) throw new Fault(comma, `Il y a une virgule de trop avant « ${end} ».`)
    return true
  }

  let fault: Remark | undefined
  try {
    if (next() === undefined) throw new Fault(0, 'Le texte est vide.')
    value([])
    if (next() !== undefined) throw new Fault(at, 'Il y a du texte après la fin.')
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    fault = { from: error.at, to: Math.min(text.length, error.at + 1), words: error.message }
  }
  return { fault, twice, places }
}

/** Where something stands, or the nearest thing around it that is there. */
export const placeOf = (places: ReadonlyMap<string, Span>, pointer: string): Span | undefined => {
  for (let at = pointer; ; at = at.slice(0, at.lastIndexOf('/'))) {
    const found = places.get(at)
    if (found || at === '') return found
  }
}

const lineAt = (text: string, at: number): number => text.slice(0, at).split('\n').length

const stringFault = (text: string, start: number): Fault => {
  for (let at = start + 1; at < text.length; at++) {
    const char = text[at] ?? ''
    if (char === '\\') {
      const escaped = text.slice(at, at + 6)
      if (/^\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/.test(escaped)) at++
      else
        return new Fault(
          at,
          'Après une barre « \\ », seuls sont possibles " \\ / b f n r t et u suivi de quatre chiffres.',
        )
    } else if (char === '\n')
      return new Fault(start, 'Il manque le guillemet « " » qui ferme ce texte, avant la fin de la ligne.')
    else if (char < ' ')
      return new Fault(at, 'Ce caractère ne s’écrit pas tel quel : une tabulation s’écrit \\t.')
  }
  return new Fault(start, 'Il manque le guillemet « " » qui ferme ce texte.')
}

const noValue = (char: string | undefined, rest: string): string => {
  if (char === undefined) return 'Le texte s’arrête ici : il manque une valeur.'
  if (char === ',' || char === '}' || char === ']') return `Il manque une valeur avant « ${char} ».`
  if (/^['‘’“”«]/.test(rest)) return 'Un texte se met entre guillemets droits « " ».'
  if (/^\/[/*]/.test(rest)) return 'Un commentaire n’est pas possible en JSON.'
  if (/^(?:NaN|Infinity|undefined)/.test(rest)) return 'Cette valeur n’existe pas en JSON.'
  return 'Ici se met une valeur : un texte entre guillemets, un nombre, true, false, null, { } ou [ ].'
}

const noKey = (char: string | undefined, opened: number, text: string): string => {
  if (char === undefined) return unclosed('}', opened, text)
  return 'Ici se met le nom d’une propriété, entre guillemets droits « " ».'
}

const noComma = (char: string | undefined, end: '}' | ']', opened: number, text: string): string =>
  char === undefined ? unclosed(end, opened, text) : `Il manque une virgule, ou « ${end} ».`

const unclosed = (end: '}' | ']', opened: number, text: string): string =>
  `Il manque « ${end} » : rien ne ferme « ${text[opened]} » de la ligne ${lineAt(text, opened)}.`
