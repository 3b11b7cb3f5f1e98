// What may be uploaded, for the page that tells it before a file is sent and for the checks that hold it to it.
// Without zod: the fill page carries this file.

/** The most documents that one question takes. */
export const MAX_FILES = 10
/** 10 MB: the most that one document weighs. */
export const MAX_BYTES = 10 * 1024 * 1024
export const NAME_CHARACTERS = 200

/** What may be uploaded: PDF, images, office documents; by the ending of the name, its media type. */
export const documentTypes: Readonly<Record<string, string>> = {
  '.pdf': 'application/pdf',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.png': 'image/png',
  '.doc': 'application/msword',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  '.odt': 'application/vnd.oasis.opendocument.text',
  '.xls': 'application/vnd.ms-excel',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.ods': 'application/vnd.oasis.opendocument.spreadsheet',
}

export type FileQuestion = {
  readonly title: string
  readonly allowMultiple: boolean
  readonly maxFiles: number
  readonly acceptedTypes: string
}

/** The media types a question takes, from its `acceptedTypes`: « .pdf,.png ». */
export const mediaTypesOf = ({ acceptedTypes }: Pick<FileQuestion, 'acceptedTypes'>): string[] =>
  endingsOf(acceptedTypes).flatMap((ending) => documentTypes[ending] ?? [])

/** How many documents a question takes: one, unless it says how many. */
export const maxDocumentsOf = ({ allowMultiple, maxFiles }: Omit<FileQuestion, 'title'>): number =>
  allowMultiple ? Math.min(maxFiles, MAX_FILES) : 1

/** The endings in « .pdf, .PNG », in small letters. */
export const endingsOf = (acceptedTypes: string): string[] =>
  acceptedTypes
    .split(',')
    .map((ending) => ending.trim().toLowerCase())
    .filter((ending) => ending !== '')

/** The ending of a name, « .pdf », in small letters; empty when it has none. */
export const endingOf = (name: string): string => /\.[^.]+$/.exec(name)?.[0].toLowerCase() ?? ''
