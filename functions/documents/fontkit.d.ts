// fontkit carries no types: what our documents use, no more.
declare module 'fontkit' {
  export type Font = {
    /** Every code point that it has a glyph for, in order. */
    readonly characterSet: readonly number[]
    hasGlyphForCodePoint(point: number): boolean
    glyphForCodePoint(point: number): unknown
  }
  export const create: (file: Uint8Array) => Font
}
