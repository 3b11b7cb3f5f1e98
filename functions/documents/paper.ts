// What every PDF of ours shares: an A4 page in French, tagged so that a screen reader reads it in order, with its title
// shown; inks; and text that the standard fonts can write.
import PDFDocument from 'pdfkit'

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
    info: {
      Title: title,
      Author: author,
      Subject: subject,
      CreationDate: new Date(at),
      ...(keywords === undefined ? {} : { Keywords: keywords }),
    },
  })

export type Style = { readonly bold?: boolean; readonly size?: number; readonly color?: string }

/** The document with the font, size and ink of what is written next. */
export const set = (
  doc: PDFDocument,
  { bold = false, size = 10.5, color = ink.strong }: Style,
): PDFDocument =>
  doc
    .font(bold ? 'Helvetica-Bold' : 'Helvetica')
    .fontSize(size)
    .fillColor(color)

/** How wide a line may be. */
export const widthOf = ({ page }: PDFDocument): number => page.width - 2 * MARGIN

/** Writes the number of each page at its foot, once all are there. */
export const numberPages = (doc: PDFDocument, title: string): void => {
  const { count } = doc.bufferedPageRange()
  for (let page = 0; page < count; page += 1) {
    doc.switchToPage(page)
    doc.markContent('Artifact', { type: 'Pagination' })
    // Below the margin, where text would otherwise begin a page of its own.
    doc.page.margins.bottom = 0
    set(doc, { size: 9, color: ink.soft }).text(
      printable(`${title} · page ${page + 1} sur ${count}`),
      MARGIN,
      doc.page.height - MARGIN + 16,
      { width: widthOf(doc), align: 'right' },
    )
    doc.page.margins.bottom = MARGIN
    doc.endMarkedContent()
  }
}

/**
 * The text as the standard fonts can write it, which know Windows-1252 alone: « 6ᵉ » becomes « 6e », what has no like
 * there « ? ». Whatever else a PDF said in its place would be another character.
 */
export const printable = (text: string): string =>
  [...text.normalize('NFC')]
    .map((character) => (WRITABLE.has(character) ? character : like(character)))
    .join('')

const like = (character: string): string => {
  const known = LIKES[character]
  if (known !== undefined) return known
  const plain = [...character.normalize('NFKD')].filter((part) => WRITABLE.has(part)).join('')
  return plain || (/\p{M}|\p{Cf}/u.test(character) ? '' : '?')
}

const LIKES: Readonly<Record<string, string>> = {
  '≤': '<=',
  '≥': '>=',
  '→': '->',
  '‑': '-',
  '−': '-',
  ł: 'l',
  Ł: 'L',
}

const WRITABLE = new Set([
  '\n',
  ...new TextDecoder('windows-1252').decode(
    Uint8Array.from({ length: 224 }, (_, i) => i + 32).filter(
      (byte) => byte !== 0x7f && ![0x81, 0x8d, 0x8f, 0x90, 0x9d].includes(byte),
    ),
  ),
])
