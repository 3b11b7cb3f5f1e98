// pdfkit carries no types, and those of DefinitelyTyped stop before 0.20: what receipt-pdf.ts uses, no more.
declare module 'pdfkit' {
  type Element = { add(child: Element): Element; end(): Element }
  type Options = {
    size: string
    margin: number
    lang: string
    tagged: boolean
    displayTitle: boolean
    pdfVersion: string
    info: Record<string, string | Date>
  }
  type StructureOptions = { title?: string; alt?: string }

  export default class PDFDocument {
    constructor(options: Options)
    y: number
    font(name: string): this
    fontSize(size: number): this
    fillColor(color: string): this
    text(text: string, x?: number, y?: number, options?: { width?: number }): this
    moveDown(lines: number): this
    rect(x: number, y: number, width: number, height: number): this
    fill(color: string): this
    struct(type: string, options?: StructureOptions, children?: () => unknown): Element
    addStructure(element: Element): this
    end(): void
  }
}

declare module 'pdfkit/output' {
  import type PDFDocument from 'pdfkit'
  export const toBytes: (document: PDFDocument) => Promise<Uint8Array>
}
