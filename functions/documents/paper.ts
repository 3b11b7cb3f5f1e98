// What every PDF of ours shares: an A4 page in French, tagged so that a screen reader reads it in order, with its title
// shown; inks; fonts; how text is set, counted and kept together.
import PDFDocument from 'pdfkit'
import { fontOf } from './fonts.ts'
import { missingIn, missingNote, printable } from './printable.ts'

export const MARGIN = 56
export const ink = { strong: '#18212f', soft: '#4b5768', accent: '#1d4fa3' }

type About = {
  readonly title: string
  readonly author: string
  readonly subject: string
  /** When its facts were made, ISO UTC: the same facts make the same file. */
  readonly at: string
  /** Plain text kept in the file's own information. */
  readonly keywords?: string
}

/** A blank document, whose first page is there. */
export const paper = ({ title, author, subject, at, keywords }: About): PDFDocument =>
  new PDFDocument({
    size: 'A4',
    margin: MARGIN,
    lang: 'fr-FR',
    tagged: true,
    displayTitle: true,
    pdfVersion: '1.5',
    bufferPages: true,
    // Ours instead, just below.
    font: null,
    info: {
      Title: title,
      Author: author,
      Subject: subject,
      CreationDate: new Date(at),
      ...(keywords === undefined ? {} : { Keywords: keywords }),
    },
  })
    .registerFont('bold', fontOf('bold'))
    .registerFont('regular', fontOf('regular'))
    .font('regular')

export type Style = { readonly bold?: boolean; readonly size?: number; readonly color?: string }

/** The document with the font, size and ink of what is written next. */
const set = (doc: PDFDocument, { bold = false, size = 10, color = ink.strong }: Style): PDFDocument =>
  doc
    .font(bold ? 'bold' : 'regular')
    .fontSize(size)
    .fillColor(color)

/** How wide a line may be. */
const widthOf = ({ page }: PDFDocument): number => page.width - 2 * MARGIN

export type Element = ReturnType<PDFDocument['struct']>
/** A document being written: its text goes under `whole`, and what of it does not print is counted. */
export type Sheet = { readonly doc: PDFDocument; readonly whole: Element; missing: number }

/** A sheet of a document on which nothing is written yet. */
export const sheetOf = (doc: PDFDocument): Sheet => {
  const whole = doc.struct('Document')
  doc.addStructure(whole)
  return { doc, whole, missing: 0 }
}

/**
 * An element for these texts, which `draw` writes. When something of them does not print, it holds them as they are: a
 * screen reader says that, and a copy takes it.
 */
export const tagged = (sheet: Sheet, tag: string, texts: readonly string[], draw: () => unknown): Element => {
  const missing = texts.reduce((sum, text) => sum + missingIn(text), 0)
  sheet.missing += missing
  return sheet.doc.struct(tag, missing === 0 ? {} : { actual: texts.join(' ') }, draw)
}

export type Placed = Style & { readonly indent?: number }

/** Writes a text below what is there, over as many lines and pages as it takes. */
export const write = (doc: PDFDocument, text: string, { indent = 0, ...style }: Placed): void => {
  set(doc, style).text(printable(text), MARGIN + indent, doc.y, { width: widthOf(doc) - indent })
}

/** How high that text would stand, or its first lines, so many. */
export const heightOf = (
  doc: PDFDocument,
  text: string,
  { indent = 0, ...style }: Placed,
  lines = Number.POSITIVE_INFINITY,
): number => {
  const height = set(doc, style).heightOfString(printable(text), { width: widthOf(doc) - indent })
  return Math.min(height, lines * doc.currentLineHeight(true))
}

/** Above so much room, nothing that is kept together is measured: it takes as long as writing it. */
const AMPLE = 200

/** Goes to the next page unless so much still fits on this one. */
export const keep = (doc: PDFDocument, height: () => number): void => {
  const room = doc.page.height - MARGIN - doc.y
  if (room < AMPLE && doc.y > MARGIN && height() > room) doc.addPage()
}

/** Says at the end how many characters do not print, if any, and where else to read them. */
export const endWith = (sheet: Sheet, elsewhere: string): void => {
  const { doc, whole, missing } = sheet
  const note = missingNote(missing, elsewhere)
  if (note !== undefined) {
    const style = { color: ink.soft, size: 8.5 }
    keep(doc, () => heightOf(doc, note, style))
    whole.add(doc.struct('Note', {}, () => write(doc, note, style)))
  }
  whole.end()
}

/** Writes the number of each page at its foot, once all are there. */
export const numberPages = (doc: PDFDocument, title: string): void => {
  const { count } = doc.bufferedPageRange()
  for (let page = 0; page < count; page += 1) {
    doc.switchToPage(page)
    doc.markContent('Artifact', { type: 'Pagination' })
    // Below the margin, where text would otherwise begin a page of its own.
    doc.page.margins.bottom = 0
    set(doc, { size: 8.5, color: ink.soft }).text(
      printable(`${title} · page ${page + 1} sur ${count}`),
      MARGIN,
      doc.page.height - MARGIN + 16,
      { width: widthOf(doc), align: 'right' },
    )
    doc.page.margins.bottom = MARGIN
    doc.endMarkedContent()
  }
}
