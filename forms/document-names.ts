// The names of documents: what people called their file, made harmless without becoming another's.
import { documentTypes } from './document-types.ts'

const CHARACTERS = 150
/** A name may not turn the direction of reading, nor hide its ending; what joins emoji stays. */
const INVISIBLE = /[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}\u200b\u2060\ufeff]/gu
const HALF_CHARACTER = /[\ud800-\udbff]$/

/** The name of a file alone, without a path nor anything invisible; accents, quotes and emoji stay. */
export const cleanFileName = (typed: string): string => {
  const file = typed.toWellFormed().normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const name = file.replaceAll(INVISIBLE, '').replaceAll(/\s+/g, ' ').trim()
  const ending = endingOf(name)
  const stem = name.slice(0, name.length - ending.length).replace(/^[.\s]+/, '')
  return `${(stem || 'document').slice(0, CHARACTERS).replace(HALF_CHARACTER, '')}${ending}`
}

/** The media type that the ending of a name announces, of those that may be uploaded. */
export const mediaTypeOf = (name: string): string | undefined => documentTypes[endingOf(name).toLowerCase()]

/**
 * The value of a Content-Disposition that has a browser save a file under its name (RFC 6266): in ASCII for old ones,
 * exactly (RFC 8187) for the others.
 */
export const attachmentAs = (name: string): string => {
  const ascii = name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^\x20-\x7e]|["\\%/;]/gu, '_')
  const exact = encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${ascii}"; filename*=UTF-8''${exact}`
}

const endingOf = (name: string): string => /\.[A-Za-z0-9]{1,5}$/.exec(name)?.[0] ?? ''
