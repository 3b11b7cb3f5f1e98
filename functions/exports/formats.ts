import type { ExportFormat } from '../../forms/exports/wire.ts'
import { csvFormat } from './csv.ts'
import type { Format, Subject } from './format.ts'
import { jsonFormat } from './json.ts'
import { pdfFormat } from './pdf-archive.ts'
import { xlsxFormat } from './xlsx.ts'

/** How each kind of file is made. */
export const formats: Readonly<Record<ExportFormat, (subject: Subject) => Format>> = {
  csv: csvFormat,
  xlsx: xlsxFormat,
  json: jsonFormat,
  pdf: pdfFormat,
}
