// The « cartographie des données à saisir » on paper: what to gather before filling a form, with a box to tick beside
// each thing. Drawn once, at the publication of a version.
import type PDFDocument from 'pdfkit'
import { toBytes } from 'pdfkit/output'
import { dataMapOf } from '../../forms/data-map.ts'
import {
  DATA_MAP_TITLE,
  dataDetails,
  documentDetails,
  neededMark,
  neededText,
  roleShares,
  sectionFacts,
  unbroken,
} from '../../forms/data-map-words.ts'
import { dayText } from '../../forms/dates.ts'
import type { FormVersion } from '../../forms/nouns/form.ts'
import { ink, MARGIN, numberPages, paper, printable, type Style, set, widthOf } from './paper.ts'

const INDENT = 20
const BOX = 9
/** Room below which a heading goes to the next page with what it heads. */
const HEADING_ROOM = 110
const ZONE = 'Europe/Paris'

type Line = readonly [text: string, style: Style]
type Element = ReturnType<PDFDocument['struct']>

/** The PDF of a version's data map; the same version always makes the same pages. */
export const dataMapPdf = async (form: FormVersion): Promise<Uint8Array> => {
  const map = dataMapOf(form)
  const doc = paper({
    title: printable(`${map.title} : ${DATA_MAP_TITLE}`),
    author: 'Échéance',
    subject: printable(`Données et documents à réunir avant de remplir « ${map.title} »`),
    at: form.publishedAt,
  })
  const out = toBytes(doc)
  const whole = doc.struct('Document')
  doc.addStructure(whole)
  const published = `Version ${form.version}, publiée le ${dayText(form.publishedAt, ZONE)}`

  block(doc, whole, 'P', [['Échéance', { bold: true, size: 12, color: ink.accent }]], 14)
  block(doc, whole, 'H1', [[map.title, { bold: true, size: 21 }]], 2)
  block(doc, whole, 'P', [[`${DATA_MAP_TITLE} · environ ${map.minutes} min`, { size: 13 }]], 2)
  block(doc, whole, 'P', [[published, { color: ink.soft }]], 8)
  if (map.toPrepare.length > 0) {
    heading(doc, whole, 'À avoir sous la main')
    list(
      doc,
      whole,
      map.toPrepare.map((text): Line[] => [[text, {}]]),
      { boxed: true },
    )
  }
  heading(doc, whole, 'Qui remplit quoi')
  const shares = roleShares(map).map(({ role, facts, sections }): Line[] => [
    [`${role} · ${facts}`, { bold: true }],
    [sections.join(' ; '), {}],
  ])
  list(doc, whole, shares, { boxed: false })
  for (const [i, section] of map.sections.entries()) {
    heading(doc, whole, `${i + 1}. ${section.title}`)
    block(doc, whole, 'P', [[sectionFacts(section), { color: ink.soft }]], 6)
    const documents = section.documents.map((item) => linesOf(item, documentDetails(item)))
    const data = section.data.map((item) => linesOf(item, dataDetails(item)))
    list(doc, whole, [...documents, ...data], { boxed: true })
  }
  whole.end()
  numberPages(doc, map.title)
  doc.end()
  return out
}

type Item = Parameters<typeof neededText>[0] & {
  readonly title: string
  readonly description?: string | undefined
  readonly notice?: string | undefined
}

const linesOf = (item: Item, details: readonly string[]): Line[] => [
  [[item.title, neededMark(item)].filter(Boolean).join(' · '), { bold: true }],
  ...(item.description ? [[item.description, {}] as const] : []),
  ...(item.notice ? [[item.notice, {}] as const] : []),
  [`${neededText(item)}. ${details.join(' ')}`, { color: ink.soft }],
]

const heading = (doc: PDFDocument, whole: Element, text: string): void => {
  if (doc.y + HEADING_ROOM > bottomOf(doc)) doc.addPage()
  doc.y += 8
  block(doc, whole, 'H2', [[text, { bold: true, size: 14 }]], 4)
}

/** A list, whose items are not cut by the end of a page; `boxed`, each has a box to tick on paper. */
const list = (
  doc: PDFDocument,
  whole: Element,
  items: readonly (readonly Line[])[],
  { boxed }: { boxed: boolean },
): void => {
  const all = doc.struct('L')
  whole.add(all)
  for (const lines of items) {
    if (doc.y + heightOf(doc, lines) > bottomOf(doc)) doc.addPage()
    if (boxed) box(doc)
    const item = doc.struct('LI')
    all.add(item)
    block(doc, item, 'LBody', lines, 6, INDENT)
    item.end()
  }
  all.end()
}

/** Lines under one tag, then some space. */
const block = (
  doc: PDFDocument,
  into: Element,
  tag: string,
  lines: readonly Line[],
  space: number,
  indent = 0,
): void => {
  into.add(
    doc.struct(tag, {}, () => {
      for (const [text, style] of lines)
        set(doc, style).text(printable(unbroken(text)), MARGIN + indent, doc.y, {
          width: widthOf(doc) - indent,
        })
    }),
  )
  doc.y += space
}

const heightOf = (doc: PDFDocument, lines: readonly Line[]): number =>
  lines.reduce(
    (sum, [text, style]) =>
      sum + set(doc, style).heightOfString(printable(unbroken(text)), { width: widthOf(doc) - INDENT }),
    0,
  )

const box = (doc: PDFDocument): void => {
  doc.markContent('Artifact', { type: 'Layout' })
  doc
    .lineWidth(0.8)
    .rect(MARGIN, doc.y + 1, BOX, BOX)
    .stroke(ink.soft)
  doc.endMarkedContent()
}

const bottomOf = ({ page }: PDFDocument): number => page.height - MARGIN
