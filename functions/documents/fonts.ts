// The fonts of our PDFs, embedded in each as the few characters it uses: DejaVu Sans Condensed, which has every Latin
// letter of Europe and far beyond, Greek, Cyrillic, punctuation, arrows and signs. Each file is read once a process, when
// the first document is drawn; beside the code of a function, infra/aws/bundle.ts puts the files that are named here.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { create, type Font, type Glyph, type Run } from 'fontkit'

const require = createRequire(import.meta.url)
const fileOf = {
  regular: () => require.resolve('dejavu-fonts-ttf/ttf/DejaVuSansCondensed.ttf'),
  bold: () => require.resolve('dejavu-fonts-ttf/ttf/DejaVuSansCondensed-Bold.ttf'),
} as const

type Weight = keyof typeof fileOf
const read = new Map<Weight, Font>()

/** A font, the same for every document of a process. */
export const fontOf = (weight: Weight): Font => {
  const known = read.get(weight)
  if (known) return known
  const font = quick(create(readFileSync(fileOf[weight]())))
  read.set(weight, font)
  return font
}

/** Whether both fonts have this character. */
export const isDrawn = (point: number): boolean =>
  fontOf('regular').hasGlyphForCodePoint(point) && fontOf('bold').hasGlyphForCodePoint(point)

/**
 * The font, which sets letters without marks of their own one after another: shaping a text as OpenType can takes twice
 * as long as all the rest of a document, for what reads the same in the scripts that our PDFs print.
 */
const quick = (font: Font): Font => {
  const shape = font.layout.bind(font)
  font.layout = (text, features) => {
    const glyphs = [...text].map((character) => glyphFor(font, character.codePointAt(0) ?? 0))
    return features || MARK.test(text) ? shape(text, features) : runOf(glyphs)
  }
  return font
}

const MARK = /\p{M}/u

/** The glyph of a character, which says by which character a reader copies it, also if it was part of another before. */
const glyphFor = (font: Font, point: number): Glyph => {
  const glyph = font.glyphForCodePoint(point)
  if (glyph.codePoints.length === 0) glyph.codePoints.push(point)
  return glyph
}

const runOf = (glyphs: Glyph[]): Run => {
  const positions = glyphs.map(({ advanceWidth }) => ({
    xAdvance: advanceWidth,
    yAdvance: 0,
    xOffset: 0,
    yOffset: 0,
  }))
  return {
    glyphs,
    positions,
    // Read again once pdfkit has scaled the positions.
    get advanceWidth() {
      return positions.reduce((sum, { xAdvance }) => sum + xAdvance, 0)
    },
  }
}
