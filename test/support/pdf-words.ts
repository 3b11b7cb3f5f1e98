import { inflateSync } from 'node:zlib'

/** The text of a PDF, in order, as a reader copies it. */
export const wordsOf = (pdf: Buffer): string => pagesOf(pdf).join(' ')

/** The text of each page: what TJ shows in it, each glyph by the characters that its font says it stands for. */
export const pagesOf = (pdf: Buffer): string[] => {
  const raw = pdf.toString('latin1')
  const objects = new Map(
    [...raw.matchAll(/(?<=\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)].map(([, id = '', body = '']) => [id, body]),
  )
  const fonts = new Map(
    [...raw.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = '', id = '']) => {
      const [, map = ''] = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id) ?? '') ?? []
      return [name, charactersOf(unpacked(objects.get(map) ?? ''))]
    }),
  )
  const [, pages = ''] = /\/Count \d+\n\/Kids \[([\d R]*)\]/.exec(raw) ?? []
  return [...pages.matchAll(/(\d+) 0 R/g)].map(([, id = '']) => {
    const [, content = ''] = /\/Contents (\d+) 0 R/.exec(objects.get(id) ?? '') ?? []
    return shownIn(unpacked(objects.get(content) ?? ''), fonts).join(' ')
  })
}

/** What is said aloud, and copied, instead of the text of an element. */
export const actualTexts = (pdf: Buffer): string[] =>
  [...pdf.toString('latin1').matchAll(/\/ActualText \(\xfe\xff((?:\\[\s\S]|[^)\\])*)\)/g)].map(
    ([, text = '']) => Buffer.from(unescaped(text), 'latin1').swap16().toString('utf16le'),
  )

const unescaped = (text: string): string =>
  text.replaceAll(/\\([\s\S])/g, (_, kept: string) => ESCAPES[kept] ?? kept)
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }

const unpacked = (object: string): string => {
  const [, data] = /stream\n([\s\S]*?)\nendstream/.exec(object) ?? []
  if (data === undefined) return ''
  try {
    return inflateSync(Buffer.from(data, 'latin1')).toString('latin1')
  } catch {
    return ''
  }
}

/** The characters of each glyph, by its number: those of a ToUnicode map, whose ranges go on one by one. */
const charactersOf = (map: string): string[] =>
  [...map.matchAll(/<[0-9a-f]{4}> <[0-9a-f]{4}> \[([^\]]*)\]/g)].flatMap(([, list = '']) =>
    [...list.matchAll(/<([0-9a-f ]*)>/g)].map(([, hex = '']) =>
      Buffer.from(hex.replaceAll(' ', ''), 'hex').swap16().toString('utf16le'),
    ),
  )

/** The lines of a page: what each block of text shows, in pieces where a mark is moved up or down. */
const shownIn = (content: string, fonts: ReadonlyMap<string, string[]>): string[] =>
  [...content.matchAll(/BT\n([\s\S]*?)\nET/g)].map(([, block = '']) => {
    const [, font = ''] = /\/(F\d+) [\d.]+ Tf/.exec(block) ?? []
    const characters = fonts.get(font) ?? []
    return [...block.matchAll(/\[([^\]]*)\] TJ/g)]
      .flatMap(([, array = '']) => [...array.matchAll(/<([0-9a-f]+)>/g)])
      .flatMap(([, hex = '']) => hex.match(/.{4}/g) ?? [])
      .map((glyph) => characters[Number.parseInt(glyph, 16)] ?? '')
      .join('')
  })
