// pdfkit carries no types, and those of DefinitelyTyped stop before 0.20: what our documents use, no more.
declare module 'pdfkit' {
  import type { Font } from 'fontkit'

  type Element = { add(child: Element): Element; end(): Element }
  type Options = {
    size: string
    margin: number
    lang: string
    tagged: boolean
    displayTitle: boolean
    pdfVersion: string
    bufferPages: boolean
    font: null
    info: Record<string, string | Date>
  }
  type StructureOptions = { alt?: string; actual?: string }
  type TextOptions = { width?: number; align?: 'left' | 'right' }

  export default class PDFDocument {
    constructor(options: Options)
    y: number
    readonly page: { readonly width: number; readonly height: number; readonly margins: { bottom: number } }
    registerFont(name: string, font: Font): this
    font(name: string): this
    fontSize(size: number): this
    fillColor(color: string): this
    lineWidth(width: number): this
    text(text: string, x?: number, y?: number, options?: TextOptions): this
    heightOfString(text: string, options: TextOptions): number
    currentLineHeight(withGap: boolean): number
    moveDown(lines: number): this
    rect(x: number, y: number, width: number, height: number): this
    fill(color: string): this
    stroke(color: string): this
    addPage(): this
    switchToPage(page: number): unknown
    bufferedPageRange(): { count: number }
    markContent(tag: string, options: { type: string }): this
    endMarkedContent(): this
    struct(type: string, options?: StructureOptions, children?: () => unknown): Element
    addStructure(element: Element): this
    end(): void
  }
}

declare module 'pdfkit/output' {
  import type PDFDocument from 'pdfkit'
  export const toBytes: (document: PDFDocument) => Promise<Uint8Array>
}
