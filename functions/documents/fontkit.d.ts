// fontkit carries no types: what our documents use, no more.
declare module 'fontkit' {
  export type Glyph = { readonly codePoints: number[]; readonly advanceWidth: number }
  type Position = { xAdvance: number; yAdvance: number; xOffset: number; yOffset: number }
  /** Glyphs, and how far each takes the next one. */
  export type Run = {
    readonly glyphs: Glyph[]
    readonly positions: Position[]
    readonly advanceWidth: number
  }
  export type Font = {
    hasGlyphForCodePoint(point: number): boolean
    glyphForCodePoint(point: number): Glyph
    layout(text: string, features?: unknown): Run
  }
  export const create: (file: Uint8Array) => Font
}
