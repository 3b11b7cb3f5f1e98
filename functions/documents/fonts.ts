// The fonts of our PDFs, embedded in each as the few characters it uses: DejaVu Sans Condensed, which has every Latin
// letter of Europe and far beyond, Greek, Cyrillic, punctuation, arrows and signs. Each file is read once a process, when
// the first document is drawn; beside the code of a function, infra/aws/bundle.ts puts the files that are named here.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { create, type Font } from 'fontkit'

const { resolve } = createRequire(import.meta.url)
const files = {
  regular: 'dejavu-fonts-ttf/ttf/DejaVuSansCondensed.ttf',
  bold: 'dejavu-fonts-ttf/ttf/DejaVuSansCondensed-Bold.ttf',
} as const

type Weight = keyof typeof files
const read = new Map<Weight, Font>()

export const fontOf = (weight: Weight): Font => {
  const known = read.get(weight)
  if (known) return known
  const font = create(readFileSync(resolve(files[weight])))
  // A glyph keeps the first character that asked for it, by which a reader copies it: always the same one, rather than
  // that of whichever document came first, so that the same facts make the same file.
  for (const point of font.characterSet) font.glyphForCodePoint(point)
  read.set(weight, font)
  return font
}

/** Whether both fonts have this character. */
export const isDrawn = (point: number): boolean =>
  fontOf('regular').hasGlyphForCodePoint(point) && fontOf('bold').hasGlyphForCodePoint(point)
