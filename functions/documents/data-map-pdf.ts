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
import {
  type Element,
  endWith,
  heightOf,
  ink,
  keep,
  MARGIN,
  numberPages,
  paper,
  type Sheet,
  type Style,
  sheetOf,
  tagged,
  write,
} from './paper.ts'

const INDENT = 20
const BOX = 9
const ZONE = 'Europe/Paris'

type Line = readonly [text: string, style: Style]

/** The PDF of a version's data map; the same version always makes the same pages. */
export const dataMapPdf = async (form: FormVersion): Promise<Uint8Array> => {
  const map = dataMapOf(form)
  const doc = paper({
    title: `${map.title} : ${DATA_MAP_TITLE}`,
    author: 'Échéance',
    subject: `Données et documents à réunir avant de remplir « ${map.title} »`,
    at: form.publishedAt,
  })
  const out = toBytes(doc)
  const sheet = sheetOf(doc)
  const published = `Version ${form.version}, publiée le ${dayText(form.publishedAt, ZONE)}`
  const add = (tag: string, line: Line, space: number) => block(sheet, sheet.whole, tag, [line], space)

  add('P', ['Échéance', { bold: true, size: 12, color: ink.accent }], 14)
  add('H1', [map.title, { bold: true, size: 20 }], 2)
  add('P', [`${DATA_MAP_TITLE} · environ ${map.minutes} min`, { size: 12.5 }], 2)
  add('P', [published, { color: ink.soft }], 8)
  if (map.toPrepare.length > 0) {
    const items = map.toPrepare.map((text): Line[] => [[text, {}]])
    heading(sheet, 'À avoir sous la main', items[0])
    list(sheet, items, { boxed: true })
  }
  const shares = roleShares(map).map(({ role, facts, sections }): Line[] => [
    [`${role} · ${facts}`, { bold: true }],
    [sections.join(' ; '), {}],
  ])
  heading(sheet, 'Qui remplit quoi', shares[0])
  list(sheet, shares, { boxed: false })
  for (const [i, section] of map.sections.entries()) {
    const facts: Line = [sectionFacts(section), { color: ink.soft }]
    const documents = section.documents.map((item) => linesOf(item, documentDetails(item)))
    const data = section.data.map((item) => linesOf(item, dataDetails(item)))
    const items = [...documents, ...data]
    heading(sheet, `${i + 1}. ${section.title}`, [facts, ...(items[0] ?? [])])
    add('P', facts, 6)
    list(sheet, items, { boxed: true })
  }
  endWith(sheet, 'La page des données à réunir montre ce texte en entier.')
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

/** A heading, which goes to the next page with what stands first below it. */
const heading = (sheet: Sheet, text: string, first: readonly Line[] = []): void => {
  const line: Line = [text, { bold: true, size: 13.5 }]
  keep(
    sheet.doc,
    () => 8 + 4 + heightOfLines(sheet.doc, [line], 0) + 6 + heightOfLines(sheet.doc, first, INDENT),
  )
  sheet.doc.y += 8
  block(sheet, sheet.whole, 'H2', [line], 4)
}

/** A list, whose items are not cut by the end of a page; `boxed`, each has a box to tick on paper. */
const list = (sheet: Sheet, items: readonly (readonly Line[])[], { boxed }: { boxed: boolean }): void => {
  const { doc, whole } = sheet
  const all = doc.struct('L')
  whole.add(all)
  for (const lines of items) {
    keep(doc, () => heightOfLines(doc, lines, INDENT))
    if (boxed) box(doc)
    const item = doc.struct('LI')
    all.add(item)
    block(sheet, item, 'LBody', lines, 6, INDENT)
    item.end()
  }
  all.end()
}

/** Lines under one tag, then some space. */
const block = (
  sheet: Sheet,
  into: Element,
  tag: string,
  lines: readonly Line[],
  space: number,
  indent = 0,
): void => {
  const texts = lines.map(([text]) => text)
  into.add(
    tagged(sheet, tag, texts, () => {
      for (const [text, style] of lines) write(sheet.doc, unbroken(text), { ...style, indent })
    }),
  )
  sheet.doc.y += space
}

const heightOfLines = (doc: PDFDocument, lines: readonly Line[], indent: number): number =>
  lines.reduce((sum, [text, style]) => sum + heightOf(doc, unbroken(text), { ...style, indent }), 0)

const box = (doc: PDFDocument): void => {
  doc.markContent('Artifact', { type: 'Layout' })
  doc
    .lineWidth(0.8)
    .rect(MARGIN, doc.y + 1, BOX, BOX)
    .stroke(ink.soft)
  doc.endMarkedContent()
}
