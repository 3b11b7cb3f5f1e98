// The parts of a workbook around its sheets, and the sheets that explain the others.

import { instantText } from '../../forms/dates.ts'
import { codeBookOf, conventions, entryColumns } from '../../forms/exports/code-book.ts'
import { statusWords } from '../../forms/lifecycle.ts'
import type { Subject } from './format.ts'
import { rowXml, sheetEnd, sheetStart, stylesXml, XML, xmlText } from './sheet.ts'

const MAX_NAME = 31
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const SHEETS = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** A name a sheet may have, with an ending that is kept whole. */
export const sheetName = (wanted: string, ending = ''): string => {
  const allowed = wanted
    .replaceAll(/[[\]:*?/\\]/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .replace(/^'+/, '')
    .trim()
  return (
    (allowed
      .slice(0, MAX_NAME - ending.length)
      .trim()
      .replace(/'+$/, '') || 'Liste') + ending
  )
}

/** Names that sheets may have, each once: spreadsheets tell no capitals apart. */
export const sheetNames = (wanted: readonly string[]): string[] => {
  const taken = new Set([DICTIONARY, GUIDE].map((name) => name.toLowerCase()))
  return wanted.map((one) => {
    let name = sheetName(one)
    for (let n = 2; taken.has(name.toLowerCase()); n += 1) name = sheetName(one, ` ${n}`)
    taken.add(name.toLowerCase())
    return name
  })
}

const DICTIONARY = 'Dictionnaire'
const GUIDE = 'À lire'

/** The code book, and how values are written. `sheetOf` names the sheet of a list. */
export const guideSheets = (subject: Subject, sheetOf: (list: string) => string) => [
  {
    name: DICTIONARY,
    xml: textSheet(
      entryColumns.map(([key, title]) => ({ title, width: key === 'choices' || key === 'title' ? 60 : 24 })),
      codeBookOf(subject.layout, sheetOf).map((entry) => entryColumns.map(([key]) => entry[key])),
    ),
  },
  {
    name: GUIDE,
    xml: textSheet(
      [{ title: 'Pour lire ce classeur', width: 120 }],
      [...aboutOf(subject), ...conventions].map((line) => [line]),
    ),
  },
]

const aboutOf = ({ asked, campaign }: Subject): string[] => [
  `${campaign.title}, ${campaign.cafName}.`,
  `Demandé par ${asked.by} le ${instantText(asked.askedAt, campaign.zone)}.`,
  filterWords(asked.filter),
]

const filterWords = ({ statuses, flag, search }: Subject['asked']['filter']): string => {
  const parts = [
    ...(statuses ? [`état : ${statuses.map((status) => statusWords[status]).join(', ')}`] : []),
    ...(flag
      ? [`signalement : ${flag === 'looks-complete' ? 'semble complet' : 'correction non reçue'}`]
      : []),
    ...(search ? [`recherche : « ${search} »`] : []),
  ]
  return parts.length > 0 ? `Dossiers choisis (${parts.join(' ; ')}).` : 'Tous les dossiers de la campagne.'
}

const textSheet = (columns: Parameters<typeof sheetStart>[0], rows: readonly (readonly string[])[]): string =>
  sheetStart(columns) +
  rows.map((cells, i) => rowXml(i + 2, cells, [])).join('') +
  sheetEnd(columns.length, rows.length + 1)

/** Every file of a workbook but its sheets, which are `xl/worksheets/sheet1.xml` and on, in this order. */
export const workbookFiles = (names: readonly string[]): { path: string; xml: string }[] => {
  const numbers = names.map((_, i) => i + 1)
  return [
    {
      path: '[Content_Types].xml',
      xml: `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${SHEETS}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${SHEETS}.styles+xml"/>${numbers.map((n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${SHEETS}.worksheet+xml"/>`).join('')}</Types>`,
    },
    {
      path: '_rels/.rels',
      xml: `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      path: 'xl/workbook.xml',
      xml: `${XML}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${OFFICE}"><sheets>${names.map((name, i) => `<sheet name="${xmlText(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join('')}</sheets></workbook>`,
    },
    {
      path: 'xl/_rels/workbook.xml.rels',
      xml: `${XML}<Relationships xmlns="${PACKAGE}/relationships">${numbers.map((n) => `<Relationship Id="rId${n}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${n}.xml"/>`).join('')}<Relationship Id="styles" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    },
    { path: 'xl/styles.xml', xml: stylesXml },
  ]
}
